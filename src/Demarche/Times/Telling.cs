namespace Demarche.Times;

/// <summary>Walks through the matches of one text, keeps where the telling stands, and sets each against it.</summary>
internal sealed class Telling
{
    private readonly TimeScan _scan;
    private readonly List<(int First, int End, Meaning Meaning)> _matches;
    private readonly DateOnly? _published;
    private readonly Outlook _outlook;
    private readonly bool _chronicle;
    private readonly Dictionary<int, (int Year, int Month)> _namedDays = [];

    public Telling(TimeScan scan, List<(int First, int End, Meaning Meaning)> matches, DateOnly? published, Outlook outlook)
    {
        (_scan, _matches, _published, _outlook) = (scan, matches, published, outlook);
        _chronicle = IsChronicle();
    }

    /// <summary>Each match with its value, in order.</summary>
    public IEnumerable<(int First, int End, ResolvedTime Time)> Resolve()
    {
        Narrative? told = null;
        (int Year, int Word)? named = null;
        for (var n = 0; n < _matches.Count; n++)
        {
            var (first, end, meaning) = _matches[n];
            var near = named is { } y && _outlook.SameSentence(y.Word, first) ? y.Year : (int?)null;
            var context = new TimeContext(Speech(n), told, _outlook.LooksForward(first, end), _chronicle, near);
            if (meaning is CalendarMeaning { Month: 0, Day: > 0 } open && !_chronicle && _namedDays.TryGetValue(open.Day, out var month))
                meaning = open with { Year = month.Year, Month = month.Month };
            var time = TimeResolver.Resolve(meaning, context);
            if (meaning is CalendarMeaning { Year: { } year, BeforeChrist: false }) named = (year, first);
            told = After(meaning, time, told);
            yield return (first, end, time);
        }
    }

    private Narrative? After(Meaning meaning, ResolvedTime time, Narrative? told)
    {
        if (time.Type is TimexType.Duration or TimexType.Set || time.Value is null) return told;
        if (meaning is CalendarMeaning { BeforeChrist: true, Year: { } ancient } bc) return new Narrative(ancient, bc.Month, bc.Day, true);
        if (meaning is EraMeaning or ReferenceMeaning || time.Days is not { } days) return told;
        if (days.Start == days.End)
        {
            if (meaning is CalendarMeaning { Day: > 0 }) _namedDays[days.Start.Day] = (days.Start.Year, days.Start.Month);
            return new Narrative(days.Start.Year, days.Start.Month, days.Start.Day, false);
        }
        var length = days.End.DayNumber - days.Start.DayNumber;
        if (length < 8) return new Narrative(days.Start.Year, days.Start.Month, days.Start.Day, false);
        return new Narrative(days.Start.Year, length < 100 ? days.Start.Month : 0, 0, false);
    }

    /// <summary>The day a relative word is said on: that of the paragraph's cue if it stands in a quotation, else the publication day.</summary>
    private DateOnly? Speech(int n)
    {
        var (first, _, meaning) = _matches[n];
        if (_published is not { } published || !_outlook.InQuotation(first) || !IsDeictic(meaning)) return _published;
        DateOnly? nearest = null;
        var best = int.MaxValue;
        foreach (var k in Around(n))
        {
            var (at, end, day) = _matches[k];
            if (day is DayPartMeaning { Day: { } inner }) day = inner;
            if (day is not (WeekdayMeaning { Turn: Turn.Any } or CalendarMeaning { Day: > 0 }) || _outlook.InQuotation(at) || _outlook.LooksForward(at, end)) continue;
            var said = TimeResolver.Resolve(day, new TimeContext(published, null, false, false, null)).Days?.Start;
            var distance = Math.Abs(at - first) + (_outlook.SameSentence(at, first) ? 0 : 10000);
            if (said is not { } candidate || candidate > published || published.DayNumber - candidate.DayNumber > 6 || distance >= best) continue;
            (best, nearest) = (distance, candidate);
        }
        return nearest ?? published;
    }

    // The other matches of the paragraph; a paragraph of very many is looked through only near by.
    private IEnumerable<int> Around(int n)
    {
        for (var k = n - 1; k >= Math.Max(0, n - 12) && _scan.IsOneLine(_matches[k].First, _matches[n].First + 1); k--) yield return k;
        for (var k = n + 1; k < Math.Min(_matches.Count, n + 12) && _scan.IsOneLine(_matches[n].First, _matches[k].First + 1); k++) yield return k;
    }

    private static bool IsDeictic(Meaning meaning) => meaning switch
    {
        UnitMeaning { Turn: Turn.Any, Unit: TimeUnit.Day } => true,
        DayPartMeaning { Day: { } day } => IsDeictic(day),
        DistanceMeaning { FromNarrative: false, Unit: < TimeUnit.Week } => true,
        _ => false,
    };

    /// <summary>True if most dates lie years before the day of writing, and hardly any is told from there.</summary>
    private bool IsChronicle()
    {
        int old = 0, fresh = 0;
        foreach (var (_, _, meaning) in _matches)
        {
            if (meaning is CalendarMeaning { Year: { } year } date)
            {
                if (date.BeforeChrist || _published is not { } day || year < day.Year - 1) old++;
                else fresh++;
            }
            else if (IsDeictic(meaning) || meaning is WeekdayMeaning { Turn: not Turn.After } or UnitMeaning { Turn: Turn.Last or Turn.This or Turn.Next }) fresh += 2;
        }
        return old >= 4 && old > 2 * fresh;
    }
}
