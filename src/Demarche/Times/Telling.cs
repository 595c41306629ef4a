using System.Globalization;

namespace Demarche.Times;

/// <summary>Walks through the matches of one text, keeps where the telling stands, and sets each against it.</summary>
internal sealed class Telling
{
    private const int FarYears = 4, RetoldWords = 120, DatelineWords = 10;
    private readonly TimeScan _scan;
    private readonly List<(int First, int End, Meaning Meaning)> _matches;
    private readonly DateOnly? _published;
    private readonly Outlook _outlook;
    private readonly bool _chronicle;
    private readonly Dictionary<int, (int Year, int Month)> _namedDays = [];
    private Narrative? _told;
    private (Narrative To, int Word)? _aside;
    private int? _retold;
    private (DateOnly Day, int Word)? _scene, _first;
    private DateTime? _clock;
    private PartOfYearMeaning? _quarter;
    private readonly Dictionary<(HolidayMeaning, TimeContext), ResolvedTime> _feasts = [];

    public Telling(TimeScan scan, List<(int First, int End, Meaning Meaning)> matches, DateOnly? published, Outlook outlook)
    {
        (_scan, _matches, _published, _outlook) = (scan, matches, published, outlook);
        _chronicle = IsChronicle();
    }

    /// <summary>Each match with its value, in order.</summary>
    public IEnumerable<(int First, int End, ResolvedTime Time)> Resolve()
    {
        (int Year, int Word)? named = null;
        for (var n = 0; n < _matches.Count; n++)
        {
            var (first, end, meaning) = _matches[n];
            // "They soon withdrew" in a tale of the past is not the future of its reader.
            if (_chronicle && meaning is ReferenceMeaning { Value: "FUTURE_REF" } && end == first + 1) continue;
            var near = named is { } y && _outlook.SameSentence(y.Word, first) ? y.Year : (int?)null;
            var forward = _outlook.LooksForward(first, end);
            var scene = Scene(first, forward);
            var context = new TimeContext(Speech(n), Told(first), forward, _chronicle || !forward && IsRetold(meaning, first), near, scene, _clock, _quarter);
            if (meaning is CalendarMeaning { Month: 0, Day: > 0, Turn: Turn.Any } open && !_chronicle && _namedDays.TryGetValue(open.Day, out var month))
                meaning = open with { Year = month.Year, Month = month.Month };
            var time = meaning is HolidayMeaning feast ? OfFeast(feast, context) : TimeResolver.Resolve(meaning, context);
            if (Bare(meaning) is CalendarMeaning { Year: { } year, BeforeChrist: false } date)
            {
                named = (year, first);
                if (date.Month > 0) _retold = first;
            }
            else if (IsFresh(meaning)) _retold = null;
            if (!IsUnplaced(meaning) && After(meaning, time) is { } told) Move(told, meaning, first);
            Remember(meaning, time, first);
            yield return (first, end, time);
        }
    }

    // The moon is reckoned once for a feast, however often the text names it.
    private ResolvedTime OfFeast(HolidayMeaning feast, TimeContext context)
    {
        var key = (feast, context with { Scene = null, Clock = null, Quarter = null });
        return _feasts.TryGetValue(key, out var known) ? known : _feasts[key] = TimeResolver.Resolve(feast, context);
    }

    // A time of the clock or a part of a day that names no day.
    private static bool IsUnplaced(Meaning meaning) => meaning is ClockMeaning { Day: null } or DayPartMeaning { Day: null };

    // The last day of the paragraph, else the first of the one before it, unless that lies ahead.
    private DateOnly? Scene(int word, bool forward)
    {
        if (_scene is { } here && _scan.IsOneLine(here.Word, word + 1)) return forward || here.Day <= _published ? here.Day : null;
        return !forward && _first is { } before && _scan.Line(word) - _scan.Line(before.Word) == 1 && before.Day <= _published ? before.Day : null;
    }

    private void Remember(Meaning meaning, ResolvedTime time, int word)
    {
        if (time.Days is { } days && days.Start == days.End && !IsUnplaced(meaning) && !_scan[word - 1].Is("since", "until", "till", "by", "before", "after"))
        {
            _scene = (days.Start, word);
            if (word >= DatelineWords && (_first is not { } line || _scan.Line(line.Word) != _scan.Line(word))) _first = _scene;
        }
        if (meaning is ClockMeaning or DistanceMeaning && time.Type == TimexType.Time
            && DateTime.TryParseExact(time.Value?.TrimEnd('Z'), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) && clock.Year is > 1 and < 9999) _clock = clock;
        if (meaning is PartOfYearMeaning { Part: ['Q' or 'H', _] } part && time.Days is { } reached) _quarter = part with { Year = reached.Start.Year };
        else if (time.Days is not null && meaning is not DistanceMeaning) _quarter = null;
    }

    /// <summary>Where the telling stands at a word: within the sentence of an aside there, else in the course of events.</summary>
    private Narrative? Told(int word) => _aside is { } aside && _outlook.SameSentence(aside.Word, word) ? aside.To : _told;

    // A date years off the course of events ("as in 1812") is an aside, until the next date bears it out.
    private void Move(Narrative to, Meaning meaning, int word)
    {
        var far = _chronicle && _told is { } old && (to.BeforeChrist != old.BeforeChrist || Math.Abs(to.Year - old.Year) > FarYears);
        var borneOut = _aside is { } aside && aside.To.BeforeChrist == to.BeforeChrist && Math.Abs(aside.To.Year - to.Year) <= FarYears;
        if (far && !borneOut)
        {
            _aside = (to, word);
            return;
        }
        (_told, _aside) = (Kept(to, meaning), null);
    }

    // "in 1941" after "June 1941" does not forget the month.
    private Narrative Kept(Narrative to, Meaning meaning) =>
        meaning is CalendarMeaning { Month: 0 } && _told is { } old && old.Year == to.Year && old.BeforeChrist == to.BeforeChrist && old.Month > 0 ? old : to;

    // A month or day without a year, close behind one with a year and month and with no word of today between: "On 2 May 2003 … In August".
    private bool IsRetold(Meaning meaning, int word) =>
        _retold is { } from && word - from < RetoldWords && meaning is CalendarMeaning { Year: null, Month: > 0, Turn: Turn.Any } or PartOfYearMeaning { Year: null, Turn: Turn.Any };

    private static Narrative? After(Meaning meaning, ResolvedTime time, bool chronicle)
    {
        if (time.Type is TimexType.Duration or TimexType.Set || time.Value is null) return null;
        if (meaning is CalendarMeaning { BeforeChrist: true, Year: { } ancient } bc) return new Narrative(ancient, bc.Month, bc.Day, true);
        if (meaning is EraMeaning or ReferenceMeaning || time.Days is not { } days) return null;
        if (days.Start == days.End) return new Narrative(days.Start.Year, days.Start.Month, days.Start.Day, false);
        var length = days.End.DayNumber - days.Start.DayNumber;
        if (length < 8 && !chronicle) return null;
        return new Narrative(days.Start.Year, length < 100 ? days.Start.Month : 0, 0, false);
    }

    private Narrative? After(Meaning meaning, ResolvedTime time)
    {
        if (meaning is CalendarMeaning { Day: > 0 } && time.Days is { } days) _namedDays[days.Start.Day] = (days.Start.Year, days.Start.Month);
        return After(meaning, time, _chronicle);
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

    private static bool IsFresh(Meaning meaning) =>
        IsDeictic(meaning) || meaning is WeekdayMeaning { Turn: not Turn.After } or UnitMeaning { Turn: Turn.Last };

    private static Meaning Bare(Meaning meaning) => meaning switch
    {
        ClockMeaning { Day: { } day } => day,
        DayPartMeaning { Day: { } day } => day,
        _ => meaning,
    };

    /// <summary>True if most dates lie years before the day of writing, and hardly any is told from there.</summary>
    private bool IsChronicle()
    {
        int old = 0, fresh = 0, open = 0;
        foreach (var (_, _, meaning) in _matches)
        {
            if (Bare(meaning) is CalendarMeaning date)
            {
                if (date.Year is not { } year) open++;
                else if (date.BeforeChrist || _published is not { } day || year < day.Year - 1) old++;
            }
            else if (IsFresh(meaning)) fresh++;
        }
        return old >= 4 && old + open > 6 * fresh;
    }
}
