using Demarche.Articles;

namespace Demarche.Times;

/// <summary>A publication day that the article itself gives: dateline, by-line, or a caption that agrees with the days its text names.</summary>
internal static class StatedDay
{
    private const int TopLines = 4, ShortLine = 16, DatelineWords = 14, CaptionWords = 45, SentenceWords = 12, NamesShared = 2, LeadWords = 90, DaysOfPictures = 3;

    /// <summary>The day with its evidence, or null.</summary>
    public static PublicationDate? Of(Article article, AffairProfile profile) =>
        Dateline(article) ?? Caption(article, profile);

    private static PublicationDate? Dateline(Article article)
    {
        foreach (var piece in article.Removed)
            if (piece.Reason is "dateline" or "byline" && FullDays(piece.Text) is [var only]) return new(only.Day, DateBasis.Text, $"{piece.Reason}: {only.Words}");
        var lines = Lines(article.Text).Take(TopLines);
        foreach (var line in lines)
        {
            var scan = new TimeScan(line);
            var days = FullDays(line);
            if (days.Count != 1 || days[0].First > DatelineWords) continue;
            var (_, end, day, words) = days[0];
            if (IsDateline(scan, days[0].First, end) || scan.Count <= ShortLine && IsHeadOfPage(scan)) return new(day, DateBasis.Text, $"dateline: {words}");
        }
        return null;
    }

    // "GENEVA, June 18, 2025 (Agency) -", "Geneva, 18 June 2025 –": a place in front, a dash or an agency behind.
    private static bool IsDateline(TimeScan scan, int first, int end)
    {
        if (first == 0 || !scan[0].Capital) return false;
        for (var i = 0; i < first; i++)
            if (scan[i].Kind == TimeWordKind.Letters && !scan[i].Capital) return false;
        for (var i = end; i < Math.Min(scan.Count, end + 8); i++)
            if (scan[i].Lower == "-" && scan[i].Spaced) return true;
        return false;
    }

    // "Published: 18 June 2025, 14:05", "By A. Writer | June 18, 2025".
    private static bool IsHeadOfPage(TimeScan scan)
    {
        for (var i = 0; i < scan.Count; i++)
            if (scan[i].Kind == TimeWordKind.Letters && !scan[i].Capital && !scan[i].Is("on", "at", "am", "pm", "a", "p", "m", "by", "of", "and", "updated", "published", "th", "st")) return false;
        return true;
    }

    /// <summary>
    /// A caption dates its picture. That it is the report's day too, the report must bear out: its beginning names that weekday first, and two names of the caption.
    /// </summary>
    private static PublicationDate? Caption(Article article, AffairProfile profile)
    {
        if (profile.Mentions is not [{ Turn: Turn.Any } lead, ..]) return null;
        var top = Lines(article.Text).Take(TopLines).ToList();
        var body = Lines(article.Text).FirstOrDefault(l => !IsPicture(l) && new TimeScan(l) is { Count: >= SentenceWords }) is { } first ? AffairProfile.NamesIn(first) : [];
        (DateOnly Day, string Words)? latest = null;
        foreach (var caption in article.Removed.Where(r => r.Reason is "caption" or "credit").Select(r => r.Text).Concat(top.Where(IsPicture)))
        {
            if (IsFromTheFiles(caption) || AffairProfile.NamesIn(caption).Count(body.Contains) < NamesShared) continue;
            foreach (var (_, _, day, words) in FullDays(caption))
            {
                // Pictures of several times: a gallery.
                if (latest is { } other && Math.Abs(other.Day.DayNumber - day.DayNumber) > DaysOfPictures) return null;
                if (latest is null || day > latest.Value.Day) latest = (day, words);
            }
        }
        return latest is { } found && AffairProfile.IsoWeekday(found.Day) == lead.Weekday && lead.Word < LeadWords && !(profile.LatestStated > found.Day)
            ? new(found.Day, DateBasis.Inferred, $"caption: {found.Words}, the weekday the report names first")
            : null;
    }

    private static bool IsFromTheFiles(string caption)
    {
        var scan = new TimeScan(caption);
        for (var i = 0; i < scan.Count; i++)
            if (scan[i].Is("file", "files", "archive", "undated")) return true;
        return false;
    }

    // A line with a credit at its end: an agency's or photographer's name after the last sentence, or a slash between two.
    private static bool IsPicture(string line)
    {
        var scan = new TimeScan(line);
        if (scan.Count > CaptionWords || scan.Count < 4) return false;
        var capitals = 0;
        for (var i = scan.Count - 1; i >= 0 && (scan[i].Capital || scan[i].Kind == TimeWordKind.Mark && scan[i].Lower != "."); i--)
            if (scan[i].Capital) capitals++;
        return capitals >= 2 && scan[scan.Count - 1].Capital || line.Contains('/', StringComparison.Ordinal) || scan[0].Is("photo", "image", "file", "picture");
    }

    private static List<(int First, int End, DateOnly Day, string Words)> FullDays(string text)
    {
        var scan = new TimeScan(text);
        var days = new List<(int, int, DateOnly, string)>();
        foreach (var (first, end, meaning) in new TimeGrammar(scan, Holidays.None).FindAll())
        {
            var day = meaning switch { DayPartMeaning { Day: { } d } => d, ClockMeaning { Day: { } d } => d, _ => meaning };
            if (day is CalendarMeaning { Year: >= 1900 and <= 2199 and var year, Month: > 0 and var month, Day: > 0 and var number, BeforeChrist: false })
                days.Add((first, end, new DateOnly(year, month, number), scan.Span(first, end).Of(text)));
        }
        return days;
    }

    private static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n') continue;
            var line = text[start..i].Trim();
            start = i + 1;
            if (line.Length > 0) yield return line;
        }
    }
}
