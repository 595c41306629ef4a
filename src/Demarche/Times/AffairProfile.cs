using System.Collections.Frozen;
using Demarche.Articles;

namespace Demarche.Times;

/// <summary>A day of the week that a report names, with the words around it.</summary>
/// <param name="Weekday">1 (Monday) to 7.</param>
/// <param name="Turn">Bare, or "last".</param>
/// <param name="Day">The day itself, in a dated report.</param>
/// <param name="Words">Stems of the content words of its clause.</param>
/// <param name="Word">Which word of the report it is.</param>
/// <param name="Before">The words right before it, as they stand; null if its sentence begins among them.</param>
internal sealed record DayMention(int Weekday, Turn Turn, DateOnly? Day, FrozenSet<string> Words, int Word, string? Before);

/// <summary>What tells which affair a report is about, read off its raw text: names, days of the week with their clauses, quoted words.</summary>
internal sealed class AffairProfile
{
    private const int WordsBefore = 14, WordsBehind = 12, PhraseWords = 5, CopiedWords = 8;

    private static readonly FrozenSet<string> Empty = """
        the a an and or but of to in on at by for from with as that this these those it its he she they his her their was were is are be been has have had not
        who which when where while after before during since over under than then said say says told tell will would could should may might can into about
        also more most other some any all both between amid against out up down new no one two three four five first last next former added according
        reporter reporters journalist statement president minister prime leader official officials government country news day week month year earlier later late early
        mr mrs ms there what only just its our we you i him them if so do did does done made make
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Stem).ToFrozenSet(StringComparer.Ordinal);

    private readonly Outlook _outlook;
    private readonly TimeScan _scan;

    /// <summary>Reads an article; with a day, its weekdays are resolved.</summary>
    public AffairProfile(Article article, DateOnly? day)
    {
        _scan = new TimeScan(article.Text);
        _outlook = new Outlook(_scan);
        Matches = new TimeGrammar(_scan, Holidays.None).FindAll();
        Names = NamesOf(_scan).ToFrozenSet(StringComparer.Ordinal);
        Phrases = PhrasesOf().ToFrozenSet(StringComparer.Ordinal);
        Mentions = [.. MentionsOf(day)];
        LatestStated = Stated();
    }

    /// <summary>All time expressions of the text.</summary>
    public List<(int First, int End, Meaning Meaning)> Matches { get; }

    /// <summary>Stems of the words that start with a capital inside a sentence.</summary>
    public FrozenSet<string> Names { get; }

    /// <summary>Runs of five words from quotations.</summary>
    public FrozenSet<string> Phrases { get; }

    /// <summary>The weekdays named of what has happened, in text order.</summary>
    public List<DayMention> Mentions { get; }

    /// <summary>The latest day or first day of a month or year that the text gives in full, of what has happened; null if none.</summary>
    public DateOnly? LatestStated { get; }

    private DateOnly? Stated()
    {
        DateOnly? latest = null;
        foreach (var (first, end, meaning) in Matches)
            if (meaning is CalendarMeaning { Year: not null } && !_outlook.LooksForward(first, end)
                && TimeResolver.Resolve(meaning, default).Days is { } days && (latest is null || days.Start > latest)) latest = days.Start;
        return latest;
    }

    private IEnumerable<DayMention> MentionsOf(DateOnly? published)
    {
        foreach (var (first, end, meaning) in Matches)
        {
            var day = meaning is DayPartMeaning { Day: { } inner } ? inner : meaning;
            if (_outlook.InQuotation(first) || _outlook.LooksForward(first, end)) continue;
            if (day is WeekdayMeaning { Turn: Turn.Any or Turn.Last } weekday)
            {
                var resolved = published is null ? null : TimeResolver.Resolve(day, new TimeContext(published, null, false, false, null)).Days?.Start;
                yield return new DayMention(weekday.Weekday, weekday.Turn, resolved, Around(first, end), first, Before(first));
            }
            else if (published is { } p && day is CalendarMeaning { Day: > 0, Month: > 0 }
                && TimeResolver.Resolve(day, new TimeContext(published, null, false, false, null)).Days is { } days && days.Start <= p && p.DayNumber - days.Start.DayNumber < 14)
                yield return new DayMention(IsoWeekday(days.Start), Turn.Any, days.Start, Around(first, end), first, Before(first));
        }
    }

    private FrozenSet<string> Around(int first, int end)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = first - 1, left = WordsBefore; i >= 0 && left > 0 && !_scan[i + 1].Breaks && !EndsClause(i); i--) left -= Add(words, i);
        for (int i = end, left = WordsBehind; i < _scan.Count && left > 0 && !_scan[i].Breaks && !EndsClause(i) && _scan[i].Lower != ","; i++) left -= Add(words, i);
        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    private string? Before(int first)
    {
        var words = new List<string>();
        for (var i = first - 1; i >= 0 && words.Count < CopiedWords; i--)
        {
            if (EndsClause(i) || _scan[i + 1].Breaks) return null;
            words.Add(_scan[i].Lower);
        }
        return words.Count < CopiedWords ? null : string.Join(' ', words);
    }

    private bool EndsClause(int i) =>
        _scan[i].Is(";", "!", "?", "\"") || _scan[i].Lower == "." && !IsAbbreviation(_scan, i);

    // "U.S.", "St.", "Mr."
    private static bool IsAbbreviation(TimeScan scan, int mark) => scan[mark].Lower == "." && scan[mark - 1].Capital && scan[mark - 1].Lower.Length <= 2;

    // Returns how many words this one uses up: marks and single letters are free, but not without end.
    private int Add(SortedSet<string> words, int i)
    {
        var word = _scan[i];
        if (word.Kind != TimeWordKind.Letters || word.Lower.Length < 2) return i % 4 == 0 ? 1 : 0;
        if (word.Lower.Length < 3 || CalendarWords.Weekday(word.Lower) > 0) return 1;
        var stem = Stem(word.Lower);
        if (!Empty.Contains(stem)) words.Add(stem);
        return 1;
    }

    /// <summary>Stems of the words of a text that start with a capital.</summary>
    public static HashSet<string> NamesIn(string text) => [.. NamesOf(new TimeScan(text))];

    private static IEnumerable<string> NamesOf(TimeScan scan)
    {
        for (var i = 1; i < scan.Count; i++)
        {
            var word = scan[i];
            if (!word.Capital || word.Breaks || word.Lower.Length < 3 || scan[i - 1].Kind == TimeWordKind.Mark && !scan[i - 1].Is("'", "-", ",", "(") && !IsAbbreviation(scan, i - 1)) continue;
            if (CalendarWords.Weekday(word.Lower) > 0 || CalendarWords.Month(word.Lower) > 0) continue;
            var stem = Stem(word.Lower);
            if (!Empty.Contains(stem)) yield return stem;
        }
    }

    private IEnumerable<string> PhrasesOf()
    {
        var run = new List<string>();
        for (var i = 0; i < _scan.Count; i++)
        {
            if (!_outlook.InQuotation(i)) run.Clear();
            else if (_scan[i].Kind == TimeWordKind.Letters) run.Add(_scan[i].Lower);
            if (run.Count < PhraseWords || _scan[i].Kind != TimeWordKind.Letters) continue;
            yield return string.Join(' ', run.TakeLast(PhraseWords));
            run.RemoveAt(0);
        }
    }

    /// <summary>1 (Monday) to 7.</summary>
    internal static int IsoWeekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    /// <summary>A word without the endings that tell its forms apart: "strikes", "airstrike" and "striking"; "Syria" and "Syrian".</summary>
    internal static string Stem(string word)
    {
        var w = word.StartsWith("air", StringComparison.Ordinal) && word.Length > 6 ? word[3..] : word;
        foreach (var ending in (ReadOnlySpan<string>)["ians", "ian", "ings", "ing", "ied", "ies", "ed", "es", "ia", "is", "s", "e", "i"])
            if (w.Length - ending.Length >= 3 && w.EndsWith(ending, StringComparison.Ordinal)) return w[..^ending.Length];
        return w;
    }
}
