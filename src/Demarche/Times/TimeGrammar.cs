namespace Demarche.Times;

/// <summary>A match of the grammar: the words [start, End) and what they mean; null means "not a time, skip it" (an age).</summary>
internal readonly record struct TimeMatch(int End, Meaning? Meaning);

/// <summary>Recognises time expressions over the light scan. Each place is looked at with a bounded look-ahead, so the whole is linear.</summary>
internal sealed partial class TimeGrammar(TimeScan scan, Holidays holidays, ReferenceWords? referenceWords = null)
{
    private readonly ReferenceWords _references = referenceWords ?? ReferenceWords.None;

    // Behind the last match: what a hyphen joins to it may be one, too ("April-June").
    private int _lastEnd = -1;

    /// <summary>All matches from left to right, the longest at each place, without overlap: first word, end, meaning.</summary>
    public List<(int First, int End, Meaning Meaning)> FindAll()
    {
        var found = new List<(int, int, Meaning)>();
        _lastEnd = -1;
        for (var i = 0; i < scan.Count;)
        {
            if (At(i) is not { } match)
            {
                i++;
                continue;
            }
            if (match.Meaning is not null) found.Add((i, match.End, match.Meaning));
            i = _lastEnd = match.End;
            while (match.Meaning is not null && Continued(i, match.Meaning) is { } more)
            {
                found.Add((more.First, more.End, more.Meaning));
                (match, i) = (new TimeMatch(more.End, more.Meaning), more.End);
                _lastEnd = i;
            }
        }
        return found;
    }

    /// <summary>The longest match that starts at a word, or null.</summary>
    private TimeMatch? At(int i)
    {
        ref readonly var word = ref scan[i];
        if (!Begins(i) || !scan.MayBegin(i) && !_references.Starts(word.Lower)) return null;
        if (word.Kind == TimeWordKind.Letters && scan[i - 1] is { Lower: "-", Spaced: false } && !word.Spaced && !IsDash(i - 1) && i - 1 != _lastEnd) return null;
        var best = Core(i);
        if ((word.Class & TimeClass.Stages) != 0) best = Longer(best, Prefixed(i));
        if ((word.Class & TimeClass.Bounds) != 0) best = Longer(best, Approximate(i));
        return best is { } m && m.End <= scan.Count && scan.IsOneLine(i, m.End) ? best : null;
    }

    private bool Begins(int i)
    {
        ref readonly var word = ref scan[i];
        return word.Kind switch
        {
            TimeWordKind.Digits => true,
            TimeWordKind.Mark => word.Lower == "'",
            _ => (word.Class & TimeClass.Begins) != 0 || holidays.Starts(word) || _references.Starts(word.Lower),
        };
    }

    private TimeMatch? Core(int i)
    {
        ref readonly var word = ref scan[i];
        var best = (word.Class & TimeClass.Turns) != 0 || holidays.Starts(word) ? Holiday(i) : null;
        if (word.Kind == TimeWordKind.Digits) best = Longer(best, Longer(NumericDate(i), Longer(DayMonth(i), Longer(Year(i), Clock(i)))));
        if (word is { Kind: TimeWordKind.Digits, Suffix: "" }) return WithClock(i, WithDayPart(Longer(best, Length(i))));
        if (word.Kind == TimeWordKind.Mark) return WithClock(i, WithDayPart(Longer(best, WrittenYear(i))));
        var kind = word.Kind == TimeWordKind.Digits ? TimeClass.Begins : word.Class;
        if ((kind & (TimeClass.Turns | TimeClass.Months | TimeClass.Weekdays)) != 0) best = Dated(i, best);
        if ((kind & (TimeClass.Turns | TimeClass.Counts | TimeClass.Parts | TimeClass.Units | TimeClass.Others)) != 0) best = Turning(i, best);
        if ((kind & (TimeClass.Counts | TimeClass.Units | TimeClass.Weekdays | TimeClass.Others)) != 0) best = Counted(i, best);
        return WithClock(i, WithDayPart(Longer(best, Reference(i))));
    }

    private TimeMatch? Dated(int i, TimeMatch? best)
    {
        best = Longer(best, MonthDate(i));
        best = Longer(best, WeekdayDate(i));
        return Longer(best, OrdinalDay(i));
    }

    private TimeMatch? Turning(int i, TimeMatch? best)
    {
        best = Longer(best, WrittenYear(i));
        best = Longer(best, Era(i));
        best = Longer(best, PartOfYear(i));
        best = Longer(best, Deictic(i));
        best = Longer(best, Turned(i));
        best = Longer(best, DayPartOf(i));
        best = Longer(best, Whole(i));
        best = Longer(best, YearEnd(i));
        best = Longer(best, WeekOf(i));
        best = Longer(best, Running(i));
        return Longer(best, NthWeekday(i));
    }

    private TimeMatch? Counted(int i, TimeMatch? best)
    {
        best = Longer(best, Length(i));
        best = Longer(best, Recurring(i));
        best = Longer(best, NamedClock(i));
        return Longer(best, SpokenClock(i));
    }

    private static TimeMatch? Longer(TimeMatch? a, TimeMatch? b) =>
        a is null || b is { } y && y.End > a.Value.End ? b : a;

    // An en dash or a dash between blanks separates; a hyphen joins.
    private bool IsDash(int i) => scan[i].Spaced || scan.Text[scan[i].Span.Start] != '-';

    /// <summary>"early 2009", "late on Friday", "the end of June", "earlier this week", "mid-June", "later in the year".</summary>
    private TimeMatch? Prefixed(int i)
    {
        var j = scan[i].Lower == "the" || scan[i].Lower == "very" ? i + 1 : i;
        switch (scan[j].Lower)
        {
            case "early" or "late" or "earlier" or "later":
                var at = scan[j + 1].Lower is "in" or "on" ? j + 2 : j + 1;
                return AfterPrefix(at, scan[j].Lower is "earlier" or "later");
            case "mid" when scan[j + 1].Lower == "-" && CalendarWords.DayPart(scan[j + 2].Lower) is { } part: return new TimeMatch(j + 3, new DayPartMeaning(part, null));
            case "mid" when scan[j + 1].Lower == "-": return AfterPrefix(j + 2, false);
            case "mid" or "middle" when scan[j + 1].Kind == TimeWordKind.Letters && scan[j + 1].Lower != "of": return AfterPrefix(j + 1, false);
            case "end" or "beginning" or "start" or "middle" or "close" or "turn" or "eve" or "rest" or "remainder" or "course" or "height"
                when scan[j + 1].Lower == "of":
                return AfterPrefix(j + 2, true);
            case "early" or "latter" or "first" or "second" or "last" or "final"
                when scan[j + 1].Lower is "part" or "half" or "days" or "weeks" or "months" or "hours" or "day" && scan[j + 2].Lower == "of":
                return AfterPrefix(j + 3, true);
            default: return null;
        }
    }

    private TimeMatch? AfterPrefix(int at, bool bareUnits)
    {
        if (bareUnits && scan[at].Lower is "the" && CalendarWords.Unit(scan[at + 1].Lower) is { } unit and > TimeUnit.Hour)
            return new TimeMatch(at + 2, new UnitMeaning(unit, Turn.This));
        return Core(at) is { Meaning: CalendarMeaning or EraMeaning or PartOfYearMeaning or WeekdayMeaning or UnitMeaning or DayPartMeaning or HolidayMeaning } m
            ? m
            : null;
    }

    /// <summary>"about 20 minutes", "more than a week ago", "just days earlier".</summary>
    private TimeMatch? Approximate(int i)
    {
        var j = scan[i].Lower switch
        {
            "about" or "around" or "nearly" or "almost" or "over" or "under" or "just" or "approximately" or "roughly" or "only" or "barely" or "some" => i + 1,
            "more" or "less" or "fewer" or "longer" when scan[i + 1].Lower == "than" => i + 2,
            "at" when scan[i + 1].Lower is "least" or "most" => i + 2,
            "well" when scan[i + 1].Lower is "over" => i + 2,
            "up" when scan[i + 1].Lower is "to" => i + 2,
            _ => 0,
        };
        if (j == 0) return null;
        return Length(j) is { Meaning: LengthMeaning or DistanceMeaning } m ? m : null;
    }

    /// <summary>A second day or year that shares its month or century with the match before it: "June 9-12", "1914-18".</summary>
    private (int First, int End, Meaning Meaning)? Continued(int i, Meaning before)
    {
        if (before is not CalendarMeaning date || scan[i].Breaks || !scan[i].Is("-", "and", "to", "or", "/", "through")) return null;
        var next = scan[i + 1];
        if (next.Kind != TimeWordKind.Digits || next.Breaks || next.Number < 0) return null;
        var after = scan[i + 2];
        if (date.Day > 0)
        {
            if (next.Suffix == "s" || next.Number is < 1 or > 31 || CalendarWords.Month(after.Lower) > 0 || !EndsDay(i + 2, next)) return null;
            var year = date.Year is null ? YearBehind(i + 2) : null;
            return (i + 1, year?.End ?? i + 2, date with { Day = next.Number, Year = year?.Year ?? date.Year });
        }
        if (date.Month > 0 || date.BeforeChrist || date.Year is not { } first || scan[i].Lower is not ("-" or "/") || next.Suffix.Length > 0) return null;
        if (IsYearRange(i - 1)) return (i + 1, i + 2, date with { Year = next.Number });
        if (next.Lower.Length != 2) return null;
        if (after.Kind != TimeWordKind.Mark && !after.Spaced) return null;
        var second = first / 100 * 100 + next.Number;
        return second > first ? (i + 1, i + 2, date with { Year = second }) : null;
    }

    // "June 9 and 12 soldiers": a bare number followed by a word of its own is no day.
    private bool EndsDay(int behind, TimeWord number) =>
        number.Suffix == "th" || scan[behind].Kind != TimeWordKind.Letters || scan[behind].Breaks
        || scan[behind].Is("in", "at", "on", "and", "as", "to", "for", "when", "with", "after", "before", "but", "the", "that", "by", "of");
}
