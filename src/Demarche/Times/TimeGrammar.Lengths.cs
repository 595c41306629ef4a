namespace Demarche.Times;

/// <summary>Lengths, distances, recurring times, the clock, feasts and bare references.</summary>
internal sealed partial class TimeGrammar
{
    /// <summary>"three days", "two weeks ago", "a month later", "10-month", "hour-long", "days earlier"; ages are skipped.</summary>
    private TimeMatch? Length(int i)
    {
        if (LongWord(i) is { } joined) return joined;
        if (CalendarWords.Plural(scan[i].Lower) is { } bare) return BarePlural(i, bare);
        if (scan[i].Is("moments", "ages") && scan[i + 1].Is("ago", "later", "earlier"))
            return new TimeMatch(i + 2, new ReferenceMeaning(scan[i + 1].Lower == "later" ? "FUTURE_REF" : "PAST_REF"));
        if (Numerals.AmountAt(scan, i, out var end) is not { } amount || scan[end].Breaks) return null;
        var hyphen = scan[end].Lower == "-" && scan[end + 1].Kind == TimeWordKind.Letters;
        var noun = hyphen ? end + 1 : Adjective(end) ? end + 1 : end;
        var plural = CalendarWords.Plural(scan[noun].Lower);
        if ((plural ?? CalendarWords.Unit(scan[noun].Lower)) is not { } unit) return null;
        if (plural is null && !hyphen && amount.Number != 1 && amount.Number != 0.5m) return null;
        if (unit == TimeUnit.Second && plural is null || unit is TimeUnit.Quarter or TimeUnit.Weekend && plural is null) return null;
        if (amount.Number is null && scan[i].Lower == "some" && plural is null) return null;
        if (scan[i].Lower is "a" or "an" && scan[noun + 1] is { Lower: "-", Spaced: false } && scan[noun + 2].Lower == "long") return null;
        if (IsAge(i, noun, unit)) return new TimeMatch(noun + 1, null);
        if (scan[i].Lower is "a" or "an" && scan[noun - 1].Lower is "a" or "an" && RatePeriod(i, unit) is { } rate) return new TimeMatch(noun + 1, rate);
        return Distance(noun + 1, amount, unit);
    }

    private bool Adjective(int at) =>
        scan[at].Is("full", "whole", "long", "more", "consecutive", "straight", "bloody", "brutal", "further", "additional", "short", "calendar", "successive")
        && (CalendarWords.Plural(scan[at + 1].Lower) ?? CalendarWords.Unit(scan[at + 1].Lower)) is not null;

    private TimeMatch Distance(int at, Amount amount, TimeUnit unit)
    {
        if (scan[at].Breaks) return new TimeMatch(at, new LengthMeaning(amount, unit));
        switch (scan[at].Lower)
        {
            case "ago": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, -1, false));
            case "hence": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, 1, false));
            case "from" when scan[at + 1].Is("now", "today"): return new TimeMatch(at + 2, new DistanceMeaning(amount, unit, 1, false));
            case "later" or "afterward" or "afterwards": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, 1, true));
            case "earlier" or "previously" or "beforehand": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, -1, true));
            case "before" when Ends(at + 1): return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, -1, true));
            case "after" when Ends(at + 1): return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, 1, true));
            case "-" when scan[at + 1].Is("long", "old") && !scan[at + 1].Spaced: return new TimeMatch(at + 2, new LengthMeaning(amount, unit));
            case "'" when scan[at + 1].Lower == "time" && unit > TimeUnit.Hour: return new TimeMatch(at + 2, new DistanceMeaning(amount, unit, 1, false));
            default: return new TimeMatch(at, new LengthMeaning(amount, unit));
        }
    }

    private bool Ends(int at) => scan[at].Kind == TimeWordKind.Mark && scan[at].Lower is not ("'" or "\"") || scan[at].Breaks;

    /// <summary>"days", "years ago", "months-long".</summary>
    private TimeMatch? BarePlural(int i, TimeUnit unit)
    {
        if (unit is TimeUnit.Second or TimeUnit.Quarter or TimeUnit.Weekend) return null;
        if (scan[i].Capital && scan[i + 1].Capital) return null;
        if (scan[i + 1].Lower == "old" || scan[i + 1].Lower == "of" && scan[i + 2].Lower == "age") return new TimeMatch(i + 1, null);
        if (scan[i - 1].Is("these", "those", "early", "final", "last", "working", "office", "their", "his", "her", "its", "our", "your", "my"))
            return scan[i - 1].Lower == "these" && unit == TimeUnit.Day ? new TimeMatch(i + 1, new ReferenceMeaning("PRESENT_REF")) : null;
        var match = Distance(i + 1, new Amount(null), unit);
        if (match.Meaning is DistanceMeaning) return match;
        return scan[i - 1].Lower == "the" && scan[i + 1].Lower == "ahead" ? new TimeMatch(i + 2, new ReferenceMeaning("FUTURE_REF"))
            : scan[i + 1].Lower == "to" && scan[i + 2].Lower == "come" ? new TimeMatch(i + 3, new LengthMeaning(new Amount(null), unit)) : match;
    }

    /// <summary>"yearlong", "hour-long", "week-old".</summary>
    private TimeMatch? LongWord(int i)
    {
        var word = scan[i].Lower;
        if (word.Length > 5 && word.EndsWith("long", StringComparison.Ordinal) && CalendarWords.Unit(word[..^4]) is { } joined)
            return new TimeMatch(i + 1, new LengthMeaning(new Amount(1), joined));
        var unit = CalendarWords.Plural(word) ?? CalendarWords.Unit(word);
        return unit is { } u && scan[i + 1] is { Lower: "-", Spaced: false } && scan[i + 2] is { Spaced: false } tail && tail.Is("long")
            ? new TimeMatch(i + 3, new LengthMeaning(new Amount(CalendarWords.Plural(word) is null ? 1 : null), u)) : null;
    }

    // "45-year-old", "45 years old", "aged three months", "years of age".
    private bool IsAge(int i, int noun, TimeUnit unit)
    {
        if (scan[i - 1].Is("aged", "age")) return true;
        if (scan[noun + 1].Lower == "old" || scan[noun + 1].Lower == "of" && scan[noun + 2].Lower == "age") return unit >= TimeUnit.Day;
        return unit == TimeUnit.Year && scan[noun + 1].Lower == "-" && scan[noun + 2].Is("old", "olds");
    }

    // "three times a day", "once a week", "$5 million a year".
    private RecurringMeaning? RatePeriod(int i, TimeUnit unit) =>
        scan[i - 1].Is("times", "once", "twice", "per") ? new RecurringMeaning(TimeValues.Period(new Amount(1), unit)) : null;

    /// <summary>"daily", "every day", "each of the past years", "per month", "on Fridays".</summary>
    private TimeMatch? Recurring(int i)
    {
        if (CalendarWords.Recurrence(scan[i].Lower) is { } period)
            return scan[i + 1].Capital && scan[i].Capital && !scan[i].Breaks && scan[i - 1].Kind != TimeWordKind.Mark ? null : new TimeMatch(i + 1, new RecurringMeaning(period));
        if (scan[i].Capital && scan[i].Lower.Length > 6 && scan[i].Lower[^1] == 's' && CalendarWords.Weekday(scan[i].Lower[..^1]) is var days and > 0)
            return new TimeMatch(i + 1, new RecurringMeaning($"XXXX-WXX-{days}"));
        if (scan[i].Lower == "per" && CalendarWords.Unit(scan[i + 1].Lower) is { } rate) return new TimeMatch(i + 2, new RecurringMeaning(TimeValues.Period(new Amount(1), rate)));
        if (scan[i].Is("once", "twice") && scan[i + 1].Is("a", "an", "every") && CalendarWords.Unit(scan[i + 2].Lower) is { } once)
            return new TimeMatch(i + 3, new RecurringMeaning(TimeValues.Period(new Amount(1), once)));
        if (!scan[i].Is("every", "each")) return null;
        var at = scan[i + 1].Is("other", "single") ? i + 2 : i + 1;
        if (CalendarWords.Unit(scan[at].Lower) is { } unit)
            return new TimeMatch(at + 1, new RecurringMeaning(TimeValues.Period(new Amount(scan[i + 1].Lower == "other" ? 2 : 1), unit)));
        if (scan[at].Capital && CalendarWords.Weekday(scan[at].Lower) is var day and > 0) return new TimeMatch(at + 1, new RecurringMeaning($"XXXX-WXX-{day}"));
        if (scan[at].Capital && CalendarWords.Month(scan[at].Lower) is var month and > 0) return new TimeMatch(at + 1, new RecurringMeaning($"XXXX-{month:00}"));
        if (CalendarWords.DayPart(scan[at].Lower) is { } part) return new TimeMatch(at + 1, new RecurringMeaning($"XXXX-XX-XXT{part}"));
        if (CalendarWords.Season(scan[at].Lower) is { } season) return new TimeMatch(at + 1, new RecurringMeaning($"XXXX-{season}"));
        return Numerals.AmountAt(scan, at, out var end) is { Number: not null } n && CalendarWords.Plural(scan[end].Lower) is { } units
            ? new TimeMatch(end + 1, new RecurringMeaning(TimeValues.Period(n, units))) : null;
    }

    /// <summary>"6 p.m.", "7:15 a.m.", "14:00", "1400 GMT" with a time zone behind it, which the span takes in and the value leaves out.</summary>
    private TimeMatch? Clock(int i)
    {
        int hour = scan[i].Number, minute = 0, end = i + 1;
        if (scan[i].Suffix.Length > 0 || hour is < 0 or > 24 && scan[i].Lower.Length != 4) return null;
        var colon = scan[end] is { Lower: ":" or ".", Spaced: false } && scan[end + 1] is { Spaced: false, Lower.Length: 2, Number: >= 0 and < 60 };
        if (colon) (minute, end) = (scan[end + 1].Number, end + 2);
        var half = Meridiem(end, out var behind);
        if (half != 0)
        {
            if (hour is < 1 or > 12) return null;
            return new TimeMatch(Zone(behind), new ClockMeaning(hour % 12 + (half > 0 ? 12 : 0), minute, null));
        }
        if (colon && scan[i + 1].Lower == ":" && scan[i].Lower.Length <= 2 && scan[end] is not { Lower: ":", Spaced: false } && hour < 24)
            return new TimeMatch(Zone(end), new ClockMeaning(hour, minute, null));
        return scan[i].Lower.Length == 4 && hour % 100 < 60 && hour / 100 < 24 && Zone(end) > end ? new TimeMatch(Zone(end), new ClockMeaning(hour / 100, hour % 100, null)) : null;
    }

    private int Meridiem(int at, out int end)
    {
        end = at + 1;
        if (scan[at].Is("am", "pm") && !scan[at].Breaks) return scan[at].Lower == "pm" ? 1 : -1;
        if (!scan[at].Is("a", "p") || scan[at + 1].Lower != "." || scan[at + 2].Lower != "m" || scan[at + 1].Spaced) return 0;
        end = scan[at + 3] is { Lower: ".", Spaced: false } ? at + 4 : at + 3;
        return scan[at].Lower == "p" ? 1 : -1;
    }

    private int Zone(int at) =>
        scan[at].Capital && !scan[at].Breaks && scan[at].Is("gmt", "utc", "est", "edt", "et", "pst", "pdt", "cet", "cest", "bst", "eastern") ? at + 1
        : scan[at].Lower == "local" && scan[at + 1].Lower == "time" ? at + 2 : at;

    /// <summary>"noon", "midday", "midnight".</summary>
    private TimeMatch? NamedClock(int i) => scan[i].Lower switch
    {
        "noon" => new TimeMatch(i + 1, new ClockMeaning(12, 0, null)),
        "midday" when scan[i - 1].Is("at", "around", "about", "by", "until", "before", "after") => new TimeMatch(i + 1, new ClockMeaning(12, 0, null)),
        "midnight" => new TimeMatch(i + 1, new ClockMeaning(0, 0, null)),
        _ => null,
    };

    /// <summary>A day beside a clock time: "6 p.m. on Tuesday", "Jan. 8 at 7:15 a.m.".</summary>
    private TimeMatch? WithClock(int i, TimeMatch? match)
    {
        if (match is { Meaning: ClockMeaning { Day: null } clock } c)
        {
            var at = scan[c.End].Is("on", ",") ? c.End + 1 : c.End;
            var day = DayAfter(at, "") ?? DayAfter(c.End, "");
            return day is { Meaning: DayPartMeaning part } d ? new TimeMatch(d.End, clock with { Day = part.Day }) : match;
        }
        if (match is not { Meaning: WeekdayMeaning or UnitMeaning { Unit: TimeUnit.Day } or CalendarMeaning { Day: > 0 } } m) return match;
        var behind = scan[m.End].Is("at", ",") ? m.End + 1 : m.End;
        var time = scan[behind].Kind == TimeWordKind.Digits ? Clock(behind) : NamedClock(behind);
        return time is { Meaning: ClockMeaning t } && !scan[behind].Breaks ? new TimeMatch(time.Value.End, t with { Day = m.Meaning }) : match;
    }

    private TimeMatch? Holiday(int i)
    {
        var (at, turn) = TurnAt(i);
        if (holidays.At(scan, at, out var end) is not { } feast) return null;
        var year = YearBehind(end);
        return new TimeMatch(year?.End ?? end, new HolidayMeaning(feast.Month, feast.Day, year?.Year, turn));
    }

    /// <summary>"now", "recently", "the future", "long ago", "soon".</summary>
    private TimeMatch? Reference(int i)
    {
        var word = scan[i];
        switch (word.Lower)
        {
            case "now" when !(word.Capital && scan[i - 1].Capital && !word.Breaks): return Ref(i + 1, "PRESENT_REF");
            case "currently" or "nowadays" or "presently" or "current" or "ongoing" when word.Lower != "ongoing": return Ref(i + 1, "PRESENT_REF");
            case "recent" or "recently" or "previously" or "formerly" or "lately": return Ref(i + 1, "PAST_REF");
            case "earlier" when !scan[i + 1].Is("than"): return Ref(i + 1, "PAST_REF");
            case "long" when scan[i + 1].Lower == "ago": return Ref(i + 2, "PAST_REF");
            case "later" when !(scan[i - 1].Lower == "than") && !(scan[i - 1].Lower == "or" && scan[i - 2].Lower == "sooner"): return Ref(i + 1, "FUTURE_REF");
            case "soon" when !(scan[i - 1].Lower == "as" || scan[i + 1].Is("after", "as")): return Ref(i + 1, "FUTURE_REF");
            case "shortly" when !scan[i + 1].Is("after", "before", "following"): return Ref(i + 1, "FUTURE_REF");
            case "eventually" or "upcoming": return Ref(i + 1, "FUTURE_REF");
            case "once" when scan[i - 1].Is("was", "were", "had", "has", "a", "the"): return Ref(i + 1, "PAST_REF");
            case "a" when scan[i + 1].Lower == "long" && scan[i + 2].Lower == "time" && scan[i + 3].Lower == "ago": return Ref(i + 4, "PAST_REF");
            case "any" when scan[i + 1].Lower == "time" && scan[i + 2].Lower is "soon": return Ref(i + 3, "FUTURE_REF");
            case "some" when scan[i + 1].Lower == "day": return Ref(i + 2, "FUTURE_REF");
            case "the" or "this" or "present": return Nominal(i);
            case "future" when scan[i - 1].Is("near", "foreseeable"): return Ref(i + 1, "FUTURE_REF");
            default: return null;
        }
    }

    private TimeMatch? Nominal(int i) => (scan[i].Lower, scan[i + 1].Lower, scan[i + 2].Lower) switch
    {
        ("the", "past", _) when NotNoun(i + 2) => Ref(i + 2, "PAST_REF"),
        ("the", "future", not "of") when NotNoun(i + 2) => Ref(i + 2, "FUTURE_REF"),
        ("the", "near" or "foreseeable" or "distant", "future") => Ref(i + 3, "FUTURE_REF"),
        ("the", "present" or "current", "time" or "moment") => Ref(i + 3, "PRESENT_REF"),
        ("the", "moment", _) when scan[i - 1].Lower == "at" => Ref(i + 2, "PRESENT_REF"),
        ("this", "time" or "moment" or "point", _) when scan[i - 1].Lower == "at" => Ref(i + 2, "PRESENT_REF"),
        ("present", _, _) when scan[i - 1].Is("at", "the") && NotNoun(i + 1) => Ref(i + 1, "PRESENT_REF"),
        _ => null,
    };

    private bool NotNoun(int at) => scan[at].Kind != TimeWordKind.Letters || scan[at].Breaks
        || scan[at].Is("and", "or", "but", "that", "when", "to", "for", "with", "as", "if", "he", "she", "they", "it", "we", "is", "was", "has", "had", "have", "will", "would", "could", "should");

    private static TimeMatch Ref(int end, string value) => new(end, new ReferenceMeaning(value));
}
