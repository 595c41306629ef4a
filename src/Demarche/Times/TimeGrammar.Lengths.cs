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
        if (Numerals.AmountAt(scan, i, out var end) is not { } amount || scan[end].Breaks || scan[i].Lower == "many" && scan[i - 1].Is("as", "so", "how")) return null;
        var hyphen = scan[end].Lower == "-" && scan[end + 1].Kind == TimeWordKind.Letters;
        var noun = hyphen ? end + 1 : Adjective(end) ? end + 1 : end;
        var plural = CalendarWords.Plural(scan[noun].Lower);
        if (scan[noun].Capital && scan[noun + 1].Lower == "ago" && amount.Number is >= 1 and <= 20 and var weeks && WeekdayOf(scan[noun].Lower, weeks) is var weekday and > 0)
            return new TimeMatch(noun + 2, new WeekdayMeaning(weekday, Turn.Any, (int)weeks));
        if ((plural ?? CalendarWords.Unit(scan[noun].Lower)) is not { } unit) return null;
        if (scan[noun].Capital && scan[i].Capital && (scan[noun + 1].Lower == "war" || scan[noun + 2].Lower == "war" || scan[noun + 3].Lower == "war")) return new TimeMatch(noun + 1, null);
        if (plural is null && !hyphen && amount.Number != 1 && amount.Number != 0.5m && !(unit >= TimeUnit.Hour && amount.Number > 1 && NamesLength(noun + 1))) return null;
        if (unit == TimeUnit.Second && plural is null || unit is TimeUnit.Quarter or TimeUnit.Weekend && plural is null) return null;
        if (amount.Number is null && scan[i].Lower == "some" && plural is null) return null;
        if (scan[i].Lower is "a" or "an" && scan[noun + 1] is { Lower: "-", Spaced: false } && scan[noun + 2].Lower == "long") return null;
        if (AgeEnd(noun, unit) is { } age) return new TimeMatch(age, new LengthMeaning(amount, unit));
        if (scan[i - 1].Is("aged", "age")) return new TimeMatch(noun + 1, null);
        if (scan[i].Lower is "a" or "an" && scan[noun - 1].Lower is "a" or "an" && RatePeriod(i, unit) is { } rate) return new TimeMatch(noun + 1, rate);
        if (amount.Number == 1 && scan[noun + 1].Lower == "and" && scan[noun + 2].Is("a") && scan[noun + 3].Lower == "half")
            return Distance(noun + 4, new Amount(1.5m), unit);
        return Distance(noun + 1, amount, unit);
    }

    // "Fridays" behind "two", "Friday" behind "a".
    private static int WeekdayOf(string word, decimal count) => CalendarWords.Weekday(count > 1 && word.EndsWith('s') ? word[..^1] : word);

    private bool Adjective(int at) =>
        scan[at].Is("full", "whole", "long", "more", "consecutive", "straight", "bloody", "brutal", "further", "additional", "short", "calendar", "successive", "working", "business", "trading", "school", "solid")
        && (CalendarWords.Plural(scan[at + 1].Lower) ?? CalendarWords.Unit(scan[at + 1].Lower)) is not null;

    private TimeMatch Distance(int at, Amount amount, TimeUnit unit)
    {
        if (scan[at].Breaks) return new TimeMatch(at, new LengthMeaning(amount, unit));
        switch (scan[at].Lower)
        {
            case "ago" or "back" when scan[at].Lower == "ago" || !scan[at + 1].Is("to", "in", "on", "at", "from", "home", "into", "with", "and", "as"):
                return Precisely(at + 1) is { } precise ? new TimeMatch(precise.End, new DistanceMeaning(amount, unit, -1, false, precise.Grain)) : new TimeMatch(at + 1, new DistanceMeaning(amount, unit, -1, false));
            case "hence": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, 1, false));
            case "from" when scan[at + 1].Is("now", "today"): return new TimeMatch(at + 2, new DistanceMeaning(amount, unit, 1, false));
            case "later" or "afterward" or "afterwards": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, 1, true));
            case "earlier" or "previously" or "beforehand": return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, -1, true));
            case "before" when Ends(at + 1): return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, -1, true));
            case "after" when Ends(at + 1): return new TimeMatch(at + 1, new DistanceMeaning(amount, unit, 1, true));
            case "-" when scan[at + 1].Is("long", "old") && !scan[at + 1].Spaced: return new TimeMatch(at + 2, new LengthMeaning(amount, unit));
            case "before" or "after" when scan[at + 1].Lower == "that" && (Ends(at + 2) || scan[at + 2].Is("he", "she", "it", "they", "we", "i", "his", "her", "their", "its", "the", "a", "an")): return new TimeMatch(at + 2, new DistanceMeaning(amount, unit, scan[at].Lower == "after" ? 1 : -1, true));
            case "'" when scan[at + 1].Lower == "time" && unit > TimeUnit.Hour: return new TimeMatch(at + 2, new DistanceMeaning(amount, unit, 1, false));
            case "'" when scan[at + 1].Lower == "s" && scan[at + 2].Lower == "time" && unit > TimeUnit.Hour: return new TimeMatch(at + 3, new DistanceMeaning(amount, unit, 1, false));
            default: return new TimeMatch(at, new LengthMeaning(amount, unit));
        }
    }

    // "a year ago today", "ten years ago this month".
    private (int End, TimeUnit Grain)? Precisely(int at)
    {
        if (scan[at].Breaks) return null;
        if (scan[at].Is("today", "tomorrow") || scan[at].Lower == "this" && scan[at + 1].Lower == "day") return (scan[at].Lower == "this" ? at + 2 : at + 1, TimeUnit.Day);
        return scan[at].Lower == "this" && CalendarWords.Unit(scan[at + 1].Lower) is { } unit and (TimeUnit.Week or TimeUnit.Month) ? (at + 2, unit) : null;
    }

    // "a nine month siege": a number and a unit in the singular before a noun.
    private bool NamesLength(int at) => scan[at] is { Kind: TimeWordKind.Letters, Breaks: false, Capital: false } && !scan[at].Is("and", "or", "of", "in", "to", "on", "at", "for", "is", "was", "in", "by");

    private bool Ends(int at) => scan[at].Kind == TimeWordKind.Mark && scan[at].Lower is not ("'" or "\"") || scan[at].Breaks;

    /// <summary>"days", "years ago", "months-long".</summary>
    private TimeMatch? BarePlural(int i, TimeUnit unit)
    {
        if (unit is TimeUnit.Second or TimeUnit.Quarter or TimeUnit.Weekend) return null;
        if (scan[i].Capital && scan[i + 1].Capital) return null;
        if (scan[i + 1].Lower == "old" || scan[i + 1].Lower == "of" && scan[i + 2].Lower == "age") return new TimeMatch(i + 1, null);
        if (scan[i - 1].Is("these", "those", "many", "early", "final", "last", "working", "office", "their", "his", "her", "its", "our", "your", "my"))
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

    // "45-year-old", "45 years old", "years of age": behind the age.
    private int? AgeEnd(int noun, TimeUnit unit)
    {
        if (unit < TimeUnit.Day) return null;
        if (scan[noun + 1].Is("old", "olds")) return noun + 2;
        if (scan[noun + 1].Lower == "of" && scan[noun + 2].Lower == "age") return noun + 3;
        return scan[noun + 1] is { Lower: "-", Spaced: false } && scan[noun + 2].Is("old", "olds") ? noun + 3 : null;
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
        if (Interval(i + 1) is { } interval) return interval;
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

    /// <summary>"second Saturday", "third year" behind "every".</summary>
    private TimeMatch? Interval(int at)
    {
        var n = Numerals.Ordinal(scan, at, out var end);
        if (n is < 2 or > 20) return null;
        if (scan[end].Capital && CalendarWords.Weekday(scan[end].Lower) > 0) return new TimeMatch(end + 1, new RecurringMeaning(TimeValues.Period(new Amount(n), TimeUnit.Week)));
        return CalendarWords.Unit(scan[end].Lower) is { } unit ? new TimeMatch(end + 1, new RecurringMeaning(TimeValues.Period(new Amount(n), unit))) : null;
    }

    /// <summary>"the third day running", "a fifth consecutive week", "for the second night in a row": a length.</summary>
    private TimeMatch? Running(int i)
    {
        var at = scan[i].Is("a", "the", "its", "their", "his", "her") ? i + 1 : i;
        var n = Numerals.Ordinal(scan, at, out var end);
        if (n is < 2 or > 31) return null;
        var straight = scan[end].Is("straight", "consecutive", "successive");
        if (straight) end++;
        var unit = CalendarWords.Unit(scan[end].Lower) ?? (scan[end].Is("night", "morning", "evening") ? TimeUnit.Day : null);
        if (unit is not { } u || u < TimeUnit.Hour) return null;
        if (scan[end + 1].Lower == "running") return new TimeMatch(end + 2, new LengthMeaning(new Amount(n), u));
        if (scan[end + 1].Lower == "in" && scan[end + 2].Lower == "a" && scan[end + 3].Lower == "row") return new TimeMatch(end + 4, new LengthMeaning(new Amount(n), u));
        return straight ? new TimeMatch(end + 1, new LengthMeaning(new Amount(n), u)) : null;
    }

    private TimeMatch? Holiday(int i)
    {
        var (at, turn) = TurnAt(i);
        if (holidays.At(scan, at, out var end) is not { } feast) return null;
        var year = YearBehind(end);
        return new TimeMatch(year?.End ?? end, new HolidayMeaning(feast, year?.Year, turn));
    }

    /// <summary>"now", "recently", "the future", "long ago", "soon".</summary>
    private TimeMatch? Reference(int i)
    {
        var word = scan[i];
        switch (word.Lower)
        {
            case "now" when word.Capital && scan[i - 1].Capital && !word.Breaks: return null;
            case "soon" when scan[i - 1].Lower == "as" || scan[i + 1].Is("after", "as"): return null;
            case "the" or "this" or "present": return Longer(_references.At(scan, i), Nominal(i));
            case "future" when scan[i - 1].Is("near", "foreseeable") || scan[i - 1].Lower == "in" && NotNoun(i + 1): return Ref(i + 1, "FUTURE_REF");
            default: return _references.At(scan, i);
        }
    }

    private TimeMatch? Nominal(int i) => (scan[i].Lower, scan[i + 1].Lower, scan[i + 2].Lower) switch
    {
        ("the", "past", _) when NotNoun(i + 2) => Ref(i + 2, "PAST_REF"),
        ("the", "future", not "of") when NotNoun(i + 2) => Ref(i + 2, "FUTURE_REF"),
        ("the", "days" or "weeks" or "months" or "years", "to") when scan[i + 3].Lower == "come" => Ref(i + 4, "FUTURE_REF"),
        ("the", "moment", _) when scan[i - 1].Lower == "at" => Ref(i + 2, "PRESENT_REF"),
        ("this", "time" or "moment" or "point", _) when scan[i - 1].Lower == "at" => Ref(i + 2, "PRESENT_REF"),
        ("present", _, _) when scan[i - 1].Is("at", "the") && NotNoun(i + 1) => Ref(i + 1, "PRESENT_REF"),
        _ => null,
    };

    private bool NotNoun(int at) => scan[at].Kind != TimeWordKind.Letters || scan[at].Breaks
        || scan[at].Is("and", "or", "but", "that", "when", "to", "for", "with", "as", "if", "he", "she", "they", "it", "we", "is", "was", "has", "had", "have", "will", "would", "could", "should");

    private static TimeMatch Ref(int end, string value) => new(end, new ReferenceMeaning(value));
}
