using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>A publication day that the article itself gives: dateline, by-line, imprint, or a caption that agrees with the days its text names.</summary>
internal static class StatedDay
{
    private const int TopLines = 4, ShortLine = 16, DatelineWords = 14, CaptionWords = 45, SentenceWords = 12, NamesShared = 2, LeadWords = 90, DaysOfPictures = 3, LastLines = 3, LabelWords = 6, HeadOfText = 1000;

    /// <summary>The day with its evidence, or null.</summary>
    public static PublicationDate? Of(Article article, AffairProfile profile) =>
        Dateline(article) ?? Imprint(article) ?? WithYear(article, profile) ?? Caption(article, profile);

    private static PublicationDate? Dateline(Article article)
    {
        foreach (var piece in article.Removed)
            if (piece.Reason is "dateline" or "byline" && Labelled(piece.Text) is { } found) return new(found.Day, DateBasis.Text, $"{piece.Reason}: {found.Words}");
        foreach (var (at, line) in Lines(article.Text).Take(TopLines))
        {
            var scan = new TimeScan(line);
            if (scan.Count <= ShortLine && IsHeadOfPage(scan) && Labelled(line) is { } head) return Given(head, at, line);
            var days = FullDays(line);
            if (days.Count > 0 && days[0].First <= DatelineWords && IsDateline(scan, days[0].First, days[0].End)) return Given((days[0].Day, days[0].Words), at, line);
        }
        return null;
    }

    private static PublicationDate Given((DateOnly Day, string Words) found, int at, string line)
    {
        var start = at + line.IndexOf(found.Words, StringComparison.Ordinal);
        return new(found.Day, DateBasis.Text, $"dateline: {found.Words}") { Span = new TextSpan(start, start + found.Words.Length) };
    }

    // Of "Published 18 June 2025, updated 20 June 2025" the former; the only day of a line that has one.
    private static (DateOnly Day, string Words)? Labelled(string line)
    {
        var days = FullDays(line);
        if (days.Count == 1) return (days[0].Day, days[0].Words);
        if (days.Count == 0 || days.Count > 2) return null;
        var first = days.MinBy(d => d.Day);
        var scan = new TimeScan(line);
        for (var i = 0; i < scan.Count; i++)
            if (scan[i].Is("updated", "modified", "revised")) return (first.Day, first.Words);
        return null;
    }

    /// <summary>"This story was first published on June 18, 2025." among the last lines.</summary>
    private static PublicationDate? Imprint(Article article)
    {
        foreach (var (at, line) in Lines(article.Text).TakeLast(LastLines))
        {
            var scan = new TimeScan(line);
            if (scan.Count > DatelineWords + ShortLine || FullDays(line) is not [var only]) continue;
            for (var i = only.First - 1; i >= Math.Max(0, only.First - LabelWords); i--)
                if (scan[i].Is("published", "posted") && scan[0].Is("this", "originally", "first", "published", "posted")) return Given((only.Day, only.Words), at, line);
        }
        return null;
    }

    /// <summary>A dateline that leaves out its year: "KYIV, March 3 (Agency) —".</summary>
    public static YearlessDateline? WithoutYear(Article article)
    {
        foreach (var (at, line) in Lines(article.Text).Take(TopLines))
        {
            var scan = new TimeScan(line);
            foreach (var (first, end, meaning) in new TimeGrammar(scan, Holidays.None).FindAll())
            {
                if (first > DatelineWords) break;
                if (meaning is not CalendarMeaning { Year: null, Month: > 0 and var month, Day: > 0 and var day, Turn: Turn.Any } || !IsDateline(scan, first, end)) continue;
                var words = scan.Span(first, end);
                return new YearlessDateline(month, day, words.Of(line), new TextSpan(at + words.Start, at + words.End));
            }
        }
        return null;
    }

    /// <summary>The day in a dateline at the head of a text, with a year or without.</summary>
    public static TextSpan? DatelineOf(string text)
    {
        foreach (var (at, line) in Lines(text[..Math.Min(text.Length, HeadOfText)]).Take(TopLines))
        {
            var scan = new TimeScan(line);
            foreach (var (first, end, meaning) in new TimeGrammar(scan, Holidays.None).FindAll())
            {
                if (first > DatelineWords) break;
                if (meaning is CalendarMeaning { Month: > 0, Day: > 0 } && IsDateline(scan, first, end) && scan.Span(first, end) is var words) return new TextSpan(at + words.Start, at + words.End);
            }
        }
        return null;
    }

    // The year that the text names last, or the next one, if the report's first weekday fits one of them alone.
    private static PublicationDate? WithYear(Article article, AffairProfile profile)
    {
        if (profile.LatestStated is not { } stated || profile.Mentions is not [{ Turn: Turn.Any } lead, ..] || lead.Word >= LeadWords || WithoutYear(article) is not { } dateline) return null;
        DateOnly?[] fit = [.. new[] { dateline.In(stated.Year), dateline.In(stated.Year + 1) }.Where(d => d is { } day && day >= stated && AffairProfile.IsoWeekday(day) == lead.Weekday)];
        return fit is [{ } only] ? new(only, DateBasis.Inferred, $"dateline: {dateline.Words}, in the year that fits the weekday") { Span = dateline.Span } : null;
    }

    // "GENEVA, June 18, 2025 (Agency) -", "Geneva, 18 June 2025 –", "KYIV (Agency, June 18, 2025) –": a place in front, a dash or an agency behind;
    // "(Agency, June 18, 2025)" by itself.
    private static bool IsDateline(TimeScan scan, int first, int end)
    {
        var bracket = scan[0].Lower == "(" && scan[end].Lower == ")";
        if (first == 0 || !scan[0].Capital && !bracket) return false;
        var named = false;
        for (var i = 0; i < first; i++)
        {
            if (scan[i].Kind == TimeWordKind.Letters && !scan[i].Capital) return false;
            named |= scan[i].Kind == TimeWordKind.Letters;
        }
        if (bracket) return named;
        for (var i = end; i < Math.Min(scan.Count, end + 8); i++)
            if (scan[i].Lower == "-" && scan[i].Spaced) return true;
        return false;
    }

    // "Published: 18 June 2025, 14:05", "By A. Writer | June 18, 2025".
    private static bool IsHeadOfPage(TimeScan scan)
    {
        for (var i = 0; i < scan.Count; i++)
            if (scan[i].Kind == TimeWordKind.Letters && !scan[i].Capital && !scan[i].Is("on", "at", "am", "pm", "a", "p", "m", "by", "of", "and", "updated", "published", "th", "st", "last", "posted")) return false;
        return true;
    }

    /// <summary>
    /// A caption dates its picture. That it is the report's day too, the report must bear out: its beginning names that weekday first, and two names of the caption.
    /// </summary>
    private static PublicationDate? Caption(Article article, AffairProfile profile)
    {
        if (profile.Mentions is not [{ Turn: Turn.Any } lead, ..]) return null;
        var lines = Lines(article.Text).Select(l => l.Line).ToList();
        var top = lines.Take(TopLines).ToList();
        var body = lines.FirstOrDefault(l => !IsPicture(l) && new TimeScan(l) is { Count: >= SentenceWords }) is { } first ? AffairProfile.NamesIn(first) : [];
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

    private static IEnumerable<(int Start, string Line)> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n') continue;
            var raw = text[start..i];
            if (raw.Trim() is { Length: > 0 } line) yield return (start + raw.IndexOf(line[0], StringComparison.Ordinal), line);
            start = i + 1;
        }
    }
}

/// <summary>A dateline's day of the year.</summary>
/// <param name="Month">From 1.</param>
/// <param name="Day">From 1.</param>
/// <param name="Words">As it stands.</param>
/// <param name="Span">Where.</param>
internal sealed record YearlessDateline(int Month, int Day, string Words, TextSpan Span)
{
    /// <summary>The day in a year; null if the year has none such.</summary>
    public DateOnly? In(int year) => year is >= 1900 and <= 2199 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
}
