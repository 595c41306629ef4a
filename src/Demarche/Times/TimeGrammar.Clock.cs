namespace Demarche.Times;

/// <summary>Times of the clock and parts of a day beside days.</summary>
internal sealed partial class TimeGrammar
{
    /// <summary>"6 p.m.", "7:15 a.m.", "14:00", "1400 GMT" with a time zone behind it, which the span takes in; of zones the value keeps only GMT, as "Z".</summary>
    private TimeMatch? Clock(int i)
    {
        int hour = scan[i].Number, minute = 0, end = i + 1;
        if (scan[i].Suffix.Length > 0 || hour is < 0 or > 24 && scan[i].Lower.Length != 4) return null;
        var colon = scan[end] is { Lower: ":" or ".", Spaced: false } && scan[end + 1] is { Spaced: false, Lower.Length: 2, Number: >= 0 and < 60 };
        if (colon) (minute, end) = (scan[end + 1].Number, end + 2);
        var half = Meridiem(end, out var behind);
        if (half != 0) return hour is >= 1 and <= 12 ? Zoned(behind, hour % 12 + (half > 0 ? 12 : 0), minute) : null;
        if (hour is >= 1 and <= 12 && scan[i].Lower.Length <= 2 && HalfOfDay(end, hour) is { } part) return new TimeMatch(part.End, new ClockMeaning(hour % 12 + (part.Late ? 12 : 0), minute, part.Day));
        if (hour is >= 1 and <= 12 && !colon && scan[end].Lower == "o" && scan[end + 1].Lower == "'" && scan[end + 2].Lower == "clock") return OClock(end + 3, hour);
        if (colon && scan[i + 1].Lower == ":" && scan[i].Lower.Length <= 2 && scan[end] is not { Lower: ":", Spaced: false } && hour < 24) return Zoned(end, hour, minute);
        return scan[i].Lower.Length == 4 && hour % 100 < 60 && hour / 100 < 24 && Zone(end) > end ? Zoned(end, hour / 100, hour % 100) : null;
    }

    private TimeMatch Zoned(int end, int hour, int minute)
    {
        var behind = Zone(end);
        return new TimeMatch(behind, new ClockMeaning(hour, minute, null, behind == end + 1 && scan[end].Is("gmt", "utc", "z")));
    }

    private TimeMatch? OClock(int end, int hour) =>
        HalfOfDay(end, hour) is { } part ? new TimeMatch(part.End, new ClockMeaning(hour % 12 + (part.Late ? 12 : 0), 0, part.Day))
        : new TimeMatch(end, new ClockMeaning(hour, 0, null));

    /// <summary>"seven o'clock in the evening", "half past six that afternoon", "five this morning": hours in words.</summary>
    private TimeMatch? SpokenClock(int i)
    {
        if (scan[i].Is("half", "quarter", "a") && Past(i) is { } past) return past;
        if (Numerals.Hour(scan[i].Lower) is not { } hour) return null;
        if (scan[i + 1].Lower == "o" && scan[i + 2].Lower == "'" && scan[i + 3].Lower == "clock") return OClock(i + 4, hour);
        var half = Meridiem(i + 1, out var behind);
        if (half != 0) return Zoned(behind, hour % 12 + (half > 0 ? 12 : 0), 0);
        if (EveryDay(i + 1, hour) is { } every) return every;
        return scan[i - 1].Is("at", "around", "about", "before", "after", "by", "until", "since", "from") && HalfOfDay(i + 1, hour) is { } part
            ? new TimeMatch(part.End, new ClockMeaning(hour % 12 + (part.Late ? 12 : 0), 0, part.Day)) : null;
    }

    // "half past six", "a quarter to nine": known to the half of the day only with a part of the day or "p.m." behind it.
    private TimeMatch? Past(int i)
    {
        var at = scan[i].Lower == "a" ? i + 1 : i;
        var before = scan[at + 1].Lower == "to";
        if (!(scan[at].Lower == "half" && scan[at + 1].Lower == "past" || scan[at].Lower == "quarter" && scan[at + 1].Is("past", "to"))) return null;
        if ((Numerals.Hour(scan[at + 2].Lower) ?? (scan[at + 2].Number is >= 1 and <= 12 and var n ? n : null)) is not { } hour) return null;
        var minutes = hour % 12 * 60 + (scan[at].Lower == "half" ? 30 : before ? -15 : 15);
        var half = Meridiem(at + 3, out var end);
        if (half != 0) return Zoned(end, (minutes + (half > 0 ? 720 : 0) + 1440) % 1440 / 60, (minutes + 1440) % 60);
        if (HalfOfDay(at + 3, hour) is not { } part) return null;
        return new TimeMatch(part.End, new ClockMeaning((minutes + (part.Late ? 720 : 0) + 1440) % 1440 / 60, (minutes + 1440) % 60, part.Day));
    }

    // "seven every evening"
    private TimeMatch? EveryDay(int at, int hour) =>
        scan[at].Is("every", "each") && CalendarWords.DayPart(scan[at + 1].Lower) is { } part
            ? new TimeMatch(at + 2, new RecurringMeaning($"XXXX-XX-XXT{hour % 12 + (IsLate(part, hour) ? 12 : 0):00}:00")) : null;

    // "in the morning", "that afternoon", "this evening", "yesterday evening" behind an hour: which half of the day, and which day.
    private (int End, bool Late, Meaning? Day)? HalfOfDay(int at, int hour)
    {
        if (scan[at] is { Breaks: true } or { Kind: not TimeWordKind.Letters }) return null;
        if (scan[at].Is("in", "at") && CalendarWords.DayPart(scan[at + 1].Lower == "the" ? scan[at + 2].Lower : scan[at + 1].Lower) is { } bare)
            return (scan[at + 1].Lower == "the" ? at + 3 : at + 2, IsLate(bare, hour), null);
        var day = Deictic(at) ?? (WithDayPart(WeekdayDate(at)) is { Meaning: DayPartMeaning } weekday ? weekday : null);
        if (day is not { Meaning: DayPartMeaning part } d) day = WithDayPart(day);
        return day is { Meaning: DayPartMeaning found } f ? (f.End, IsLate(found.Part, hour), found.Day) : null;
    }

    private static bool IsLate(string part, int hour) => part is "AF" or "EV" || part == "NI" && hour is >= 5 and < 12;

    private int Meridiem(int at, out int end)
    {
        end = at + 1;
        if (scan[at].Is("am", "pm") && !scan[at].Breaks) return scan[at].Lower == "pm" ? 1 : -1;
        if (!scan[at].Is("a", "p") || scan[at + 1].Lower != "." || scan[at + 2].Lower != "m" || scan[at + 1].Spaced) return 0;
        end = scan[at + 3] is { Lower: ".", Spaced: false } ? at + 4 : at + 3;
        return scan[at].Lower == "p" ? 1 : -1;
    }

    private int Zone(int at) =>
        scan[at].Capital && !scan[at].Breaks && scan[at].Is("gmt", "utc", "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "pt", "cet", "cest", "eet", "eest", "bst", "ist", "msk", "jst", "kst", "eastern") ? at + 1
        : scan[at] is { Lower: "z", Capital: true, Spaced: false } ? at + 1
        : scan[at].Lower == "local" && scan[at + 1].Lower == "time" ? at + 2
        : scan[at].Capital && !scan[at].Breaks && scan[at + 1].Lower == "time" ? at + 2 : at;

    /// <summary>"noon", "midday", "midnight".</summary>
    private TimeMatch? NamedClock(int i) => scan[i].Lower switch
    {
        "noon" => new TimeMatch(i + 1, new ClockMeaning(12, 0, null)),
        "midday" when scan[i - 1].Is("at", "around", "about", "by", "until", "before", "after") => new TimeMatch(i + 1, new ClockMeaning(12, 0, null)),
        "midnight" => new TimeMatch(i + 1, new ClockMeaning(24, 0, null)),
        _ => null,
    };

    /// <summary>A day beside a clock time: "6 p.m. on Tuesday", "Jan. 8 at 7:15 a.m.", "21:00 each night".</summary>
    private TimeMatch? WithClock(int i, TimeMatch? match)
    {
        if (match is { Meaning: ClockMeaning { Day: null } clock } c)
        {
            if (scan[c.End].Is("each", "every") && CalendarWords.DayPart(scan[c.End + 1].Lower) is not null || scan[c.End].Is("each", "every") && scan[c.End + 1].Lower == "day")
                return new TimeMatch(c.End + 2, new RecurringMeaning($"XXXX-XX-XXT{clock.Hour:00}:{clock.Minute:00}"));
            if (scan[c.End].Lower == "daily") return new TimeMatch(c.End + 1, new RecurringMeaning($"XXXX-XX-XXT{clock.Hour:00}:{clock.Minute:00}"));
            var at = scan[c.End].Is("on", ",") ? c.End + 1 : c.End;
            var day = DayAfter(at, "") ?? DayAfter(c.End, "");
            return day is { Meaning: DayPartMeaning part } d ? new TimeMatch(d.End, clock with { Day = part.Day }) : match;
        }
        if (match is not { Meaning: WeekdayMeaning or UnitMeaning { Unit: TimeUnit.Day } or CalendarMeaning { Day: > 0 } } m) return match;
        var behind = scan[m.End].Is("at", ",") ? m.End + 1 : m.End;
        var time = scan[behind].Kind == TimeWordKind.Digits ? Clock(behind) : NamedClock(behind) ?? SpokenClock(behind);
        return time is { Meaning: ClockMeaning t } && !scan[behind].Breaks ? new TimeMatch(time.Value.End, t with { Day = t.Day ?? m.Meaning }) : match;
    }
}
