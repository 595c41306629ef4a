namespace Demarche.Times;

/// <summary>Weekdays, "yesterday", "last week", "the same day", parts of days and years.</summary>
internal sealed partial class TimeGrammar
{
    /// <summary>"Friday", "last Friday", "Friday, June 13", "Friday the 13th".</summary>
    private TimeMatch? WeekdayDate(int i)
    {
        var (at, turn) = TurnAt(i);
        if (turn == Turn.Any && scan[i].Lower == "the" && TheWeekday(i) is { } told) return told;
        var day = WeekdayAt(at, out var end);
        if (day == 0) return null;
        var behind = scan[end].Lower == "," ? end + 1 : end;
        if (turn == Turn.Any && (MonthDate(behind) ?? (scan[behind].Kind == TimeWordKind.Digits ? DayMonth(behind) : OrdinalDay(behind)))
            is { Meaning: CalendarMeaning { Day: > 0 } date } full)
            return new TimeMatch(full.End, date);
        if (scan[end].Lower == "week" && !scan[end].Breaks && scan[i].Lower is not "last") return new TimeMatch(end + 1, new WeekdayMeaning(day, Turn.Next));
        var week = scan[end].Lower == "of" ? end + 1 : end;
        if (scan[week].Is("last", "next", "this") && scan[week + 1].Lower == "week")
            return new TimeMatch(week + 2, new WeekdayMeaning(day, scan[week].Lower switch { "last" => Turn.Last, "next" => Turn.Next, _ => Turn.This }));
        return new TimeMatch(end, new WeekdayMeaning(day, turn == Turn.Any && IsBehindLastWeek(i) ? Turn.Last : turn));
    }

    // "last week, on Wednesday".
    private bool IsBehindLastWeek(int i)
    {
        var at = scan[i - 1].Lower == "on" ? i - 2 : i - 1;
        if (scan[at].Lower == ",") at--;
        return scan[at].Lower == "week" && scan[at - 1].Lower == "last";
    }

    // "the Friday before", "on the Monday".
    private TimeMatch? TheWeekday(int i)
    {
        var day = WeekdayAt(i + 1, out var end);
        if (day == 0) return null;
        if (scan[end].Is("before", "after", "following") && Ends(end + 1)) return new TimeMatch(end + 1, new WeekdayMeaning(day, scan[end].Lower == "before" ? Turn.Before : Turn.After));
        return scan[i - 1].Lower == "on" && scan[end] is { Kind: TimeWordKind.Mark, Lower: not ("'" or "-") } or { Lower: "but" or "and" or "when" or "after" or "before" or "to" or "that" }
            ? new TimeMatch(end, new WeekdayMeaning(day, Turn.Told)) : null;
    }

    private int WeekdayAt(int i, out int end)
    {
        end = i + 1;
        var word = scan[i];
        var day = word.Capital ? CalendarWords.Weekday(word.Lower) : 0;
        if (day == 0) return 0;
        if (!CalendarWords.IsFullName(word.Lower))
        {
            if (scan[end].Lower == "." && !scan[end].Spaced) end++;
            var next = scan[end].Lower == "," ? end + 1 : end;
            return MonthAt(next, out _) > 0 || scan[next].Kind == TimeWordKind.Digits && MonthAt(next + 1, out _) > 0 ? day : 0;
        }
        // Names of papers, days of remembrance and people: "Sunday Times", "Bloody Sunday", "Good Friday".
        if (scan[end] is { Capital: true, Kind: TimeWordKind.Letters, Breaks: false } name
            && name.Is("times", "telegraph", "mirror", "mail", "express", "post", "herald", "review", "agreement", "sermon", "prayers", "night")
            && !(name.Lower == "night" && scan[i + 2].Lower != "live")) return 0;
        return scan[i - 1] is { Capital: true } before && !scan[i].Breaks && before.Is("bloody", "good", "black", "palm", "easter", "ash", "cyber", "super", "fat", "friday", "news") ? 0 : day;
    }

    /// <summary>"last", "this", "the coming" and the like in front of a noun of time.</summary>
    private (int At, Turn Turn) TurnAt(int i)
    {
        var article = scan[i].Is("the", "that") ? i + 1 : i;
        if (article > i && scan[article].Lower == "very") article++;
        if (scan[i].Lower == "that") return scan[i + 1].Lower == "same" ? (i + 2, Turn.Same) : (i + 1, Turn.Same);
        return scan[article].Lower switch
        {
            "last" or "past" => (article + 1, Turn.Last),
            "this" when article == i => (scan[i + 1].Lower is "past" or "coming" ? i + 2 : i + 1, scan[i + 1].Lower switch { "past" => Turn.Last, "coming" => Turn.Next, _ => Turn.This }),
            "current" => (article + 1, Turn.This),
            "next" => (article + 1, article > i ? Turn.After : Turn.Next),
            "coming" or "upcoming" => (article + 1, Turn.Next),
            "following" or "subsequent" when article > i => (article + 1, Turn.After),
            "previous" or "preceding" or "prior" => (article + 1, Turn.Before),
            "same" when article > i => (article + 1, Turn.Same),
            _ => (i, Turn.Any),
        };
    }

    /// <summary>"last week", "this year", "the next day", "that month", "the past two weeks", "recent days", "the weekend".</summary>
    private TimeMatch? Turned(int i)
    {
        if (scan[i].Lower is "the" or "over" && scan[i + 1].Lower == "weekend") return new TimeMatch(i + 2, new UnitMeaning(TimeUnit.Weekend, Turn.Any));
        if (scan[i].Lower == "weekend" && scan[i - 1].Lower is "over") return new TimeMatch(i + 1, new UnitMeaning(TimeUnit.Weekend, Turn.Any));
        var (at, turn) = TurnAt(i);
        if (Vague(i) is { } vague) return vague;
        if (turn == Turn.Any) return AfterNoun(i);
        if (Numerals.AmountAt(scan, at, out var end) is { } amount && scan[at].Lower is not ("a" or "an")
            && (CalendarWords.Plural(scan[end].Lower) ?? CalendarWords.Unit(scan[end].Lower)) is { } units)
            return turn is Turn.This or Turn.Same ? null : new TimeMatch(end + 1, new LengthMeaning(amount, units, turn));
        if (scan[at].Is("fiscal", "financial", "calendar", "academic", "school", "business", "trading") && CalendarWords.Unit(scan[at + 1].Lower) is { } kind and >= TimeUnit.Day)
            return new TimeMatch(at + 2, new UnitMeaning(kind, turn));
        if (CalendarWords.Plural(scan[at].Lower) is { } bare)
            return turn is Turn.This or Turn.Same ? null : new TimeMatch(at + 1, new LengthMeaning(new Amount(null), bare, turn));
        if (CalendarWords.Month(scan[at].Lower) is var month and > 0 && scan[at].Capital)
            return new TimeMatch(at + 1, new CalendarMeaning(null, month, 0, false, turn));
        return CalendarWords.Unit(scan[at].Lower) is { } unit ? TurnedUnit(i, at, turn, unit) : null;
    }

    /// <summary>"recent weeks", "the coming years", "previous months": before or ahead, but not how far.</summary>
    private TimeMatch? Vague(int i)
    {
        var at = scan[i].Is("the", "more", "these") ? i + 1 : i;
        var value = scan[at].Lower switch
        {
            "recent" or "previous" or "prior" or "preceding" => "PAST_REF",
            "coming" or "upcoming" or "future" => "FUTURE_REF",
            _ => null,
        };
        return value is not null && CalendarWords.Plural(scan[at + 1].Lower) is >= TimeUnit.Day ? new TimeMatch(at + 2, new ReferenceMeaning(value)) : null;
    }

    private TimeMatch? TurnedUnit(int i, int at, Turn turn, TimeUnit unit)
    {
        if (scan[at + 1] is { Lower: "-", Spaced: false }) return null;
        if (unit < TimeUnit.Day) return scan[i].Lower == "the" && turn is Turn.Last or Turn.After or Turn.Next && unit == TimeUnit.Hour
            ? new TimeMatch(at + 1, new LengthMeaning(new Amount(1), unit)) : null;
        // "the past year" is a length up to now, "last year" a year of the calendar.
        if (turn == Turn.Last && (scan[i].Lower == "the" || scan[at - 1].Lower == "past") && unit != TimeUnit.Quarter)
            return unit is TimeUnit.Day or TimeUnit.Weekend ? unit == TimeUnit.Weekend ? new TimeMatch(at + 1, new UnitMeaning(unit, Turn.Last)) : null
                : new TimeMatch(at + 1, new LengthMeaning(new Amount(1), unit, Turn.Last));
        // "her last week as governor": the end of a term, not the month before this one.
        if (turn == Turn.Last && unit == TimeUnit.Day || turn == Turn.Last && scan[at + 1].Is("in", "of", "as") && scan[i - 1].Is("his", "her", "its", "their", "my", "our", "your")) return null;
        // "in the next week": a length from now on.
        if (turn == Turn.After && scan[i + 1].Lower == "next" && unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade && scan[i - 1].Is("in", "over", "within", "for", "during"))
            return new TimeMatch(at + 1, new LengthMeaning(new Amount(1), unit, Turn.Next));
        if (turn == Turn.Next && unit == TimeUnit.Day) turn = Turn.After;
        return new TimeMatch(at + 1, new UnitMeaning(unit, turn));
    }

    /// <summary>"the day before", "the year after": seen from the narrative.</summary>
    private TimeMatch? AfterNoun(int i)
    {
        if (scan[i].Lower != "the" || CalendarWords.Unit(scan[i + 1].Lower) is not ({ } unit and >= TimeUnit.Day)) return null;
        if (unit == TimeUnit.Day && scan[i + 2].Lower == "before" && scan[i + 3].Lower == "yesterday") return new TimeMatch(i + 4, new UnitMeaning(TimeUnit.Day, Turn.Any, -2));
        if (unit == TimeUnit.Day && scan[i + 2].Lower == "after" && scan[i + 3].Lower == "tomorrow") return new TimeMatch(i + 4, new UnitMeaning(TimeUnit.Day, Turn.Any, 2));
        if (unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && scan[i + 2].Lower == "before" && scan[i + 3].Lower == "last") return new TimeMatch(i + 4, new UnitMeaning(unit, Turn.Last, -1));
        if (unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && scan[i + 2].Lower == "after" && scan[i + 3].Lower == "next") return new TimeMatch(i + 4, new UnitMeaning(unit, Turn.Next, 1));
        var ends = scan[i + 3].Kind == TimeWordKind.Mark || scan[i + 3].Is("and", "in", "at", "that", "when", "as");
        return scan[i + 2].Lower switch
        {
            "before" when ends => new TimeMatch(i + 3, new UnitMeaning(unit, Turn.Before)),
            "after" when ends => new TimeMatch(i + 3, new UnitMeaning(unit, Turn.After)),
            "ahead" => new TimeMatch(i + 3, new ReferenceMeaning("FUTURE_REF")),
            _ => null,
        };
    }

    /// <summary>"yesterday", "tonight", "last night", "this morning", "the night before", "the days ahead".</summary>
    private TimeMatch? Deictic(int i)
    {
        switch (scan[i].Lower)
        {
            case "yesterday": return new TimeMatch(i + 1, new UnitMeaning(TimeUnit.Day, Turn.Any, -1));
            case "tomorrow": return new TimeMatch(i + 1, new UnitMeaning(TimeUnit.Day, Turn.Any, 1));
            case "today" when IsNowadays(i): return new TimeMatch(i + 1, new ReferenceMeaning("PRESENT_REF"));
            case "today" when !(scan.Text[scan[i].Span.Start + 1] == 'O' && scan[i - 1].Is("usa", "russia")): return new TimeMatch(i + 1, new UnitMeaning(TimeUnit.Day, Turn.Any));
            case "tonight": return new TimeMatch(i + 1, new DayPartMeaning("NI", new UnitMeaning(TimeUnit.Day, Turn.Any)));
        }
        var (at, turn) = TurnAt(i);
        if (turn == Turn.Any)
            return scan[i].Lower == "the" && scan[i + 1].Is("night", "evening", "morning", "afternoon") && scan[i + 2].Lower == "before" && scan[i + 3].Kind == TimeWordKind.Mark
                ? new TimeMatch(i + 3, new DayPartMeaning(CalendarWords.DayPart(scan[i + 1].Lower)!, new UnitMeaning(TimeUnit.Day, Turn.Before))) : null;
        if (CalendarWords.DayPart(scan[at].Lower) is not { } part || scan[at].Lower[^1] == 's') return null;
        return new TimeMatch(at + 1, new DayPartMeaning(part, turn switch
        {
            Turn.Last => new UnitMeaning(TimeUnit.Day, Turn.Any, -1),
            Turn.This => new UnitMeaning(TimeUnit.Day, Turn.Any),
            Turn.Next => new UnitMeaning(TimeUnit.Day, Turn.Any, 1),
            _ => new UnitMeaning(TimeUnit.Day, turn),
        }));
    }

    // "today's world", "easier today than": not this one day.
    private bool IsNowadays(int i) =>
        scan[i + 1].Lower == "than" || scan[i + 1].Lower == "'" && scan[i + 2].Lower == "s" && scan[i + 3].Is("world", "society", "generation", "youth", "standards", "young", "children", "era", "age");

    /// <summary>A part of the day behind a day: "Tuesday evening", "yesterday morning", "Friday at dawn".</summary>
    private TimeMatch? WithDayPart(TimeMatch? match)
    {
        if (match is not { Meaning: WeekdayMeaning or UnitMeaning { Unit: TimeUnit.Day } or CalendarMeaning { Day: > 0 } } m) return match;
        var at = m.End;
        if (scan[at].Is("early", "late")) at++;
        if (scan[at].Is("at", "in") && scan[at + 1].Is("night", "dawn", "dusk", "midday", "the")) at += scan[at + 1].Lower == "the" ? 2 : 1;
        if (scan[at].Breaks || CalendarWords.DayPart(scan[at].Lower) is not { } part || scan[at].Lower[^1] == 's') return match;
        return new TimeMatch(at + 1, new DayPartMeaning(part, m.Meaning));
    }

    /// <summary>"the evening of June 12", "overnight Monday", "the morning of the same day", "the early hours of Monday".</summary>
    private TimeMatch? DayPartOf(int i)
    {
        var at = scan[i].Lower == "the" ? i + 1 : i;
        if (scan[at].Is("early", "late")) at++;
        if (scan[at].Lower == "morning" && scan[at + 1].Lower == "hours" && scan[at + 2].Lower == "of") return DayAfter(at + 3, "MO");
        if (at > i && scan[at].Lower == "hours" && scan[at + 1].Lower == "of") return DayAfter(at + 2, "MO");
        if (at > i && scan[at].Is("small", "wee") && scan[at + 1].Lower == "hours" && scan[at + 2].Lower == "of") return DayAfter(at + 3, "MO");
        if (CalendarWords.DayPart(scan[at].Lower) is not { } part) return null;
        if (scan[at].Lower == "overnight")
            return DayAfter(at + 1, part) ?? DayAfter(at + 2, part) ?? new TimeMatch(at + 1, new DayPartMeaning("NI", new UnitMeaning(TimeUnit.Day, Turn.Any, -1)));
        if (scan[at + 1].Is("of", "on") && DayAfter(at + 2, part) is { } named) return named;
        if (scan[at].Lower[^1] == 's' || scan[at].Breaks || scan[at + 1] is { Lower: "-", Spaced: false }) return null;
        var before = scan[i - 1];
        // "at dawn", "in the afternoon", "by early evening": of the day the paragraph speaks of.
        if (CalendarWords.IsMoment(scan[at].Lower) && before.Is("at", "by", "before", "after", "until", "till", "since", "from", "around")) return new TimeMatch(at + 1, new DayPartMeaning(part, null));
        return scan[at].Lower != "night" && (before.Lower == "in" && at > i || scan[i].Is("early", "late") && before.Is("in", "by", "the", "until")) ? new TimeMatch(at + 1, new DayPartMeaning(part, null)) : null;
    }

    /// <summary>"all day", "all night".</summary>
    private TimeMatch? Whole(int i) => (scan[i].Lower, scan[i + 1].Lower) switch
    {
        ("all", "day") => new TimeMatch(i + 2, new LengthMeaning(new Amount(1), TimeUnit.Day)),
        ("all", "night") => new TimeMatch(i + 2, new DayPartMeaning("NI", null)),
        ("the", "new") when scan[i + 2].Lower == "year" && !scan[i + 2].Capital => new TimeMatch(i + 3, new UnitMeaning(TimeUnit.Year, Turn.Told)),
        _ => null,
    };

    private TimeMatch? DayAfter(int at, string part)
    {
        if (scan[at].Breaks) return null;
        var day = Longer(Longer(MonthDate(at), WeekdayDate(at)), Longer(OrdinalDay(at), Longer(Turned(at), Deictic(at))));
        if (scan[at].Kind == TimeWordKind.Digits) day = Longer(day, DayMonth(at));
        return day is { Meaning: WeekdayMeaning or UnitMeaning { Unit: TimeUnit.Day } or CalendarMeaning { Day: > 0 } } m
            ? new TimeMatch(m.End, new DayPartMeaning(part, m.Meaning)) : null;
    }

    /// <summary>"spring 2015", "the summer of 1941", "last summer", "Q1 2018", "the first quarter of 2018".</summary>
    private TimeMatch? PartOfYear(int i)
    {
        var (at, turn) = TurnAt(i);
        if (turn == Turn.Any && scan[at].Lower == "the") at++;
        if (CalendarWords.Season(scan[at].Lower) is { } season) return Season(i, at, season, turn);
        if (scan[i].Capital && scan[i].Lower == "q" && scan[i + 1] is { Number: >= 1 and <= 4, Spaced: false } q && YearBehind(i + 2) is { } y)
            return new TimeMatch(y.End, new PartOfYearMeaning($"Q{q.Number}", y.Year, Turn.Any));
        var n = Numerals.Ordinal(scan, at, out var end);
        var joined = scan[end] is { Lower: "-", Spaced: false };
        if (joined) end++;
        if (n is < 1 or > 4 || !scan[end].Is("quarter", "half") || scan[end].Lower == "half" && n > 2) return null;
        var part = (scan[end].Lower == "half" ? "H" : "Q") + n;
        if (YearBehind(end + 1) is { } year) return new TimeMatch(year.End, new PartOfYearMeaning(part, year.Year, Turn.Any));
        if (TurnOfYear(end + 1) is { } turned) return new TimeMatch(turned.End, new PartOfYearMeaning(part, null, turned.Turn, false, true));
        if (scan[end + 1].Lower == "of" && scan[end + 2].Is("fiscal", "financial") && WrittenYear(end + 2) is { Meaning: CalendarMeaning { Year: { } fiscal } } f)
            return new TimeMatch(f.End, new PartOfYearMeaning(part, fiscal, Turn.Any));
        if (scan[end + 1].Lower == "of" && scan[end + 2].Is("the", "this") && scan[end + 3].Lower == "year") return new TimeMatch(end + 4, new PartOfYearMeaning(part, null, Turn.This, false, true));
        return part[0] == 'Q' && (joined || at > i || turn != Turn.Any || scan[i - 1].Is("in", "for", "during", "fiscal")) && scan[end + 1].Lower != "of"
            ? new TimeMatch(end + 1, new PartOfYearMeaning(part, null, turn)) : null;
    }

    private TimeMatch? Season(int i, int at, string season, Turn turn)
    {
        if (scan[at + 1] is { Lower: "-", Spaced: false }) return null;
        if (YearBehind(at + 1) is { } year) return new TimeMatch(year.End, new PartOfYearMeaning(season, year.Year, Turn.Any, year.BeforeChrist));
        if (TurnOfYear(at + 1) is { } turned) return new TimeMatch(turned.End, new PartOfYearMeaning(season, null, turned.Turn, false, true));
        if (turn != Turn.Any) return new TimeMatch(at + 1, new PartOfYearMeaning(season, null, turn));
        var first = scan[at].Is("fall", "spring");
        if (scan[at].Capital && !scan[at].Breaks && scan[at - 1].Lower is not ("in" or "the" or "this")) return null;
        var placed = scan[i - 1].Is("in", "by", "during", "until", "since", "early", "late", "mid", "throughout", "of") || scan[i - 1].Lower == "-" && scan[i - 2].Lower == "mid";
        if (first && !(placed && at > i)) return null;
        return placed && scan[at + 1].Lower is not "of" ? new TimeMatch(at + 1, new PartOfYearMeaning(season, null, Turn.Any)) : null;
    }
}
