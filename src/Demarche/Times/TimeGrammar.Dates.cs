namespace Demarche.Times;

/// <summary>Days, months and years of the calendar, weekdays, decades and centuries.</summary>
internal sealed partial class TimeGrammar
{
    /// <summary>2025-06-18, 18/6/2025 and 18.06.2025 (only where the order of day and month cannot be mistaken).</summary>
    private TimeMatch? NumericDate(int i)
    {
        var mark = scan[i + 1].Lower;
        if (mark is not ("-" or "/" or ".") || scan[i + 3].Lower != mark) return null;
        for (var k = i + 1; k <= i + 4; k++)
            if (scan[k].Spaced) return null;
        int a = scan[i].Number, b = scan[i + 2].Number, c = scan[i + 4].Number;
        if (scan[i + 5] is { Kind: TimeWordKind.Letters or TimeWordKind.Digits, Spaced: false }) return null;
        if (scan[i].Lower.Length == 4 && a is > 999 and < 2200) return Day(a, b, c);
        if (scan[i + 4].Lower.Length != 4 || c is < 1000 or > 2200) return null;
        if (a > 12 && b is > 0 and < 13 || a == b || mark == ".") return Day(c, b, a);
        return b > 12 && a is > 0 and < 13 ? Day(c, a, b) : null;

        TimeMatch? Day(int year, int month, int day) =>
            IsDay(year, month, day) ? new TimeMatch(i + 5, new CalendarMeaning(year, month, day)) : null;
    }

    // Days listed before their month: "9, 10 and 12 June".
    private const int MostDays = 4;

    /// <summary>"18 June 2025", "the 18th of June", and the first number of "9 and 12 June".</summary>
    private TimeMatch? DayMonth(int i, int before = 0)
    {
        var day = scan[i].Number;
        if (day is < 1 or > 31 || scan[i].Suffix == "s") return null;
        var at = scan[i + 1].Lower == "of" ? i + 2 : i + 1;
        if (MonthAt(at, out var end) is var month and > 0 && !scan[at].Breaks)
        {
            var (year, behind) = YearBehind(end) is { } y ? (y.Year, y.End) : ((int?)null, end);
            return IsDay(year, month, day) ? new TimeMatch(behind, new CalendarMeaning(year, month, day)) : null;
        }
        if (before == MostDays || !scan[i + 1].Is("-", "and", "to", "or", ",") || scan[i + 2] is not { Kind: TimeWordKind.Digits, Number: >= 1 and <= 31, Suffix: not "s" }) return null;
        return DayMonth(i + 2, before + 1) is { Meaning: CalendarMeaning { Day: > 0 } second } && IsDay(second.Year, second.Month, day)
            ? new TimeMatch(i + 1, second with { Day = day })
            : null;
    }

    /// <summary>"June 18, 2025", "June 18", "June 2025", "June of that year", "last June", "June".</summary>
    private TimeMatch? MonthDate(int i)
    {
        var month = MonthAt(i, out var end);
        if (month == 0) return null;
        var number = scan[end];
        if (number is { Kind: TimeWordKind.Digits, Number: >= 1 and <= 31, Suffix: not "s", Breaks: false } && IsDayNumber(end))
        {
            var behind = YearBehind(end + 1);
            if (behind is null && scan[end + 1].Is("of", "in") && TurnOfYear(end + 1) is { } turnedDay && IsDay(null, month, number.Number))
                return new TimeMatch(turnedDay.End, new CalendarMeaning(null, month, number.Number, false, turnedDay.Turn, true));
            return IsDay(behind?.Year, month, number.Number)
                ? new TimeMatch(behind?.End ?? end + 1, new CalendarMeaning(behind?.Year, month, number.Number, behind?.BeforeChrist ?? false))
                : null;
        }
        if (YearBehind(end) is { } year) return new TimeMatch(year.End, new CalendarMeaning(year.Year, month, 0, year.BeforeChrist));
        if (TurnOfYear(end) is { } turned) return new TimeMatch(turned.End, new CalendarMeaning(null, month, 0, false, turned.Turn, true));
        return IsBareMonth(i, end) ? new TimeMatch(end, new CalendarMeaning(null, month, 0)) : null;
    }

    // "the 18th" as an ordinal day; "18th century" and "the 18th floor" are none.
    private TimeMatch? OrdinalDay(int i)
    {
        if (scan[i].Lower != "the") return null;
        var day = Numerals.Ordinal(scan, i + 1, out var end);
        if (day is < 1 or > 31) return null;
        var at = scan[end].Lower == "of" ? end + 1 : end;
        if (MonthAt(at, out var behind) is var month and > 0)
        {
            var year = YearBehind(behind);
            return IsDay(year?.Year, month, day) ? new TimeMatch(year?.End ?? behind, new CalendarMeaning(year?.Year, month, day)) : null;
        }
        if (at > end && scan[at].Lower is "last" or "next" && scan[at + 1].Lower == "month")
            return new TimeMatch(at + 2, new CalendarMeaning(null, 0, day, false, scan[at].Lower == "last" ? Turn.Last : Turn.Next));
        if (at > end && scan[at].Lower is "this" or "that" && scan[at + 1].Lower == "month") return new TimeMatch(end, new CalendarMeaning(null, 0, day));
        if (scan[i + 1].Suffix != "th" || !scan[i - 1].Is("on", "by", "until", "till", "before", "after", "since", "from", "than", "be", "is", "was")) return null;
        return scan[end].Kind == TimeWordKind.Mark && scan[end].Lower != "-" || scan[end].Is("every", "all", "both", "they", "he", "she", "it", "we", "its", "their", "his", "her", "a", "an", "and", "or", "to", "in", "at", "when", "for", "as", "with", "but")
            ? new TimeMatch(end, new CalendarMeaning(null, 0, day))
            : null;
    }

    private int MonthAt(int i, out int end)
    {
        end = i + 1;
        var word = scan[i];
        if (!word.Capital) return 0;
        var month = CalendarWords.Month(word.Lower);
        if (month == 0 || CalendarWords.IsFullName(word.Lower)) return month;
        if (scan[i + 1] is { Lower: ".", Spaced: false }) end = i + 2;
        return scan[end].Kind == TimeWordKind.Digits || end == i + 2 && !word.Is("mar", "jan", "dec") || scan[i - 1].Kind == TimeWordKind.Digits ? month : 0;
    }

    private bool IsDayNumber(int at)
    {
        var (number, after, further) = (scan[at], scan[at + 1], scan[at + 2]);
        if (after.Lower is "," or "." && !after.Spaced && further is { Kind: TimeWordKind.Digits, Spaced: false }) return false;
        if (after.Lower is ":" && further is { Kind: TimeWordKind.Digits, Spaced: false }) return false;
        return number.Suffix == "th" || after.Lower is not ("%" or "percent" or "per") && (after.Spaced || after.Kind == TimeWordKind.Mark);
    }

    // "May", "March", "August", "April" and "June" may be verbs, words or people: they need a word of time before them.
    private bool IsBareMonth(int i, int end)
    {
        var before = scan[i - 1];
        if (before.Is("least", "than") && scan[i - 2].Is("at", "later", "earlier")) return true;
        if (before.Is("in", "since", "until", "till", "by", "during", "last", "next", "this", "early", "late", "mid", "from", "before", "after", "between",
            "through", "throughout", "previous", "following", "end", "of", "every", "each")) return true;
        if (before.Lower == "-" && scan[i - 2].Lower == "mid") return true;
        if (scan[i].Is("march", "may", "august", "april", "june", "mar", "jan", "dec", "sep", "sept"))
            return before.Is("to", "and", "or") && scan[i - 2] is var month && CalendarWords.Month(month.Lower) > 0 && month.Capital;
        return !(scan[end].Capital && scan[end].Kind == TimeWordKind.Letters && CalendarWords.Weekday(scan[end].Lower) == 0 && !scan[end].Breaks);
    }

    /// <summary>A year behind a day or month: ", 2025", "of 2025", "2025", "490 BC".</summary>
    private (int Year, int End, bool BeforeChrist)? YearBehind(int at)
    {
        if (scan[at].Breaks) return null;
        if (scan[at].Lower is "," or "of" or "in") at++;
        if (ShortYear(at) is { } brief) return (brief, at + 2, false);
        var word = scan[at];
        if (word.Kind != TimeWordKind.Digits || word.Suffix.Length > 0 || word.Breaks) return null;
        if (Epoch(at + 1) is { } epoch) return (word.Number, epoch.End, epoch.BeforeChrist);
        if (word.Lower.Length == 4 && word.Number is >= 1000 and <= 2200 && !IsQuantity(at)) return (word.Number, at + 1, false);
        return null;
    }

    // "'09": in this century up to 2040.
    private int? ShortYear(int at) =>
        scan[at].Lower == "'" && scan[at].Spaced && scan[at + 1] is { Kind: TimeWordKind.Digits, Lower.Length: 2, Suffix: "", Spaced: false } digits
        && !(scan[at + 2] is { Spaced: false, Kind: not TimeWordKind.Mark } or { Lower: "'" or "%" })
            ? digits.Number + (digits.Number <= 40 ? 2000 : 1900) : null;

    /// <summary>"year-end", "the year's end", "month's end".</summary>
    private TimeMatch? YearEnd(int i)
    {
        var at = scan[i].Lower == "the" ? i + 1 : i;
        if (scan[at].Capital && !scan[at].Breaks || CalendarWords.Unit(scan[at].Lower) is not ({ } unit and (TimeUnit.Year or TimeUnit.Month or TimeUnit.Week))) return null;
        if (scan[at + 1].Lower == "'" && scan[at + 2].Lower == "s" && scan[at + 3].Lower == "end") return new TimeMatch(at + 4, new UnitMeaning(unit, Turn.This));
        if (unit != TimeUnit.Year) return null;
        var hyphen = scan[at + 1].Lower == "-" ? at + 2 : at + 1;
        if (scan[hyphen].Lower == "end" && scan[hyphen + 1].Lower != "of") return new TimeMatch(hyphen + 1, new UnitMeaning(unit, Turn.This));
        if (hyphen == at + 1 || !scan[hyphen].Is("earlier", "ago")) return null;
        return new TimeMatch(scan[hyphen + 1].Is("quarter", "period", "month", "week", "level") ? hyphen + 2 : hyphen + 1, new YearEarlierMeaning());
    }

    /// <summary>"the week of March 4", "the week ending 16 March".</summary>
    private TimeMatch? WeekOf(int i)
    {
        var at = scan[i].Lower == "the" ? i + 1 : i;
        if (scan[at].Lower != "week" || !scan[at + 1].Is("of", "ending", "ended", "beginning", "starting")) return null;
        var day = scan[at + 2].Kind == TimeWordKind.Digits ? DayMonth(at + 2) : MonthDate(at + 2);
        return day is { Meaning: CalendarMeaning { Day: > 0 } found } ? new TimeMatch(day.Value.End, new WeekOfMeaning(found)) : null;
    }

    /// <summary>"the first Monday of May", "the last Friday in March 2013".</summary>
    private TimeMatch? NthWeekday(int i)
    {
        var at = scan[i].Lower == "the" ? i + 1 : i;
        var n = scan[at].Lower == "last" ? -1 : Numerals.Ordinal(scan, at, out var end) is >= 1 and <= 5 and var count && end == at + 1 ? count : 0;
        if (n == 0 || WeekdayAt(at + 1, out var behind) is not (> 0 and var weekday) || !scan[behind].Is("of", "in")) return null;
        if (scan[behind + 1].Lower == "the" && scan[behind + 2].Is("month") || scan[behind + 1].Is("each", "every")) return null;
        return MonthDate(behind + 1) is { Meaning: CalendarMeaning { Day: 0 } month } m ? new TimeMatch(m.End, new NthWeekdayMeaning(n, weekday, month)) : null;
    }

    /// <summary>"in '09", "fiscal 2012", "the fiscal first quarter".</summary>
    private TimeMatch? WrittenYear(int i)
    {
        if (scan[i - 1].Is("in", "of", "since", "by", "from", "and", "until", "to", "early", "late", "before", "after") && ShortYear(i) is { } brief) return new TimeMatch(i + 2, new CalendarMeaning(brief, 0, 0));
        var at = scan[i].Lower == "the" ? i + 1 : i;
        if (!scan[at].Is("fiscal", "financial")) return null;
        var digits = scan[at + 1].Lower == "year" ? at + 2 : at + 1;
        if (scan[digits] is { Kind: TimeWordKind.Digits, Lower.Length: 4, Suffix: "", Number: >= 1900 and <= 2200 } year && !scan[digits].Breaks) return new TimeMatch(digits + 1, new CalendarMeaning(year.Number, 0, 0));
        return PartOfYear(at + 1) is { Meaning: PartOfYearMeaning { Part: ['Q' or 'H', _] } } part ? part
            : digits == at + 2 && at > i ? new TimeMatch(digits, new UnitMeaning(TimeUnit.Year, Turn.This)) : null;
    }

    private (int End, Turn Turn)? TurnOfYear(int at)
    {
        if (scan[at].Lower is "," or "of" or "in") at++;
        return (scan[at].Lower, scan[at + 1].Lower, scan[at + 2].Lower) switch
        {
            ("last", "year", _) => (at + 2, Turn.Last),
            ("this", "year", _) => (at + 2, Turn.This),
            ("next", "year", _) => (at + 2, Turn.Next),
            ("that", "year", _) => (at + 2, Turn.Same),
            ("the", "same", "year") or ("that", "same", "year") => (at + 3, Turn.Same),
            ("the", "following" or "next", "year") => (at + 3, Turn.After),
            ("the", "previous", "year") => (at + 3, Turn.Before),
            _ => null,
        };
    }

    /// <summary>A year alone, a decade in figures, a year before Christ.</summary>
    private TimeMatch? Year(int i)
    {
        var word = scan[i];
        var before = scan[i - 1];
        if (before.Is("vision", "agenda") || before is { Kind: TimeWordKind.Letters } && !word.Spaced || before.Is("$", "€", "£", "#") || word.Number < 0) return null;
        if (before.Lower is "." or "," or ":" && !word.Spaced && scan[i - 2].Kind == TimeWordKind.Digits) return null;
        if (Epoch(i + 1) is { } epoch && word.Suffix.Length == 0) return new TimeMatch(epoch.End, new CalendarMeaning(word.Number, 0, 0, epoch.BeforeChrist));
        if (scan[i + 1].Lower == "-" && scan[i + 2].Kind == TimeWordKind.Digits && Epoch(i + 3) is { BeforeChrist: true } && word.Suffix.Length == 0)
            return new TimeMatch(i + 1, new CalendarMeaning(word.Number, 0, 0, true));
        if (word.Suffix == "s" && word.Number % 10 == 0)
        {
            if (word.Lower.Length == 4 && word.Number is >= 1000 and <= 2200) return new TimeMatch(i + 1, new EraMeaning(word.Number / 10, false));
            if (word.Lower.Length == 2 && before.Is("the", "'", "early", "late", "mid") && !scan[i - 2].Is("in")) return new TimeMatch(i + 1, new EraMeaning(word.Number / 10, false));
        }
        if (word.Suffix.Length > 0 || word.Lower.Length != 4 || word.Number is < 1000 or > 2200 || IsQuantity(i)) return null;
        return IsYearPlace(i) ? new TimeMatch(i + 1, new CalendarMeaning(word.Number, 0, 0)) : null;
    }

    private bool IsYearPlace(int i)
    {
        var (before, after) = (scan[i - 1], scan[i + 1]);
        if (before.Is("in", "since", "by", "until", "till", "from", "during", "before", "after", "between", "through", "throughout", "early", "late", "mid",
            "spring", "summer", "autumn", "winter", "fall", "circa", "year", "for")) return true;
        if (IsYearRange(i) || before is { Lower: ".", Spaced: false } && scan[i - 2].Is("c", "ca")) return true;
        if (after is { Kind: TimeWordKind.Letters, Spaced: false }) return false;
        if (scan[i].Number is < 1800 or > 2100) return before.Is("(", "and", "to", "of", "the") && !scan[i].Breaks;
        return !before.Is("over", "about", "around", "than", "least", "some", "nearly", "approximately", "no", "number", "room", "flight");
    }

    // "1704 – 1787": a life, a reign; round numbers may be amounts.
    private bool IsYearRange(int i) =>
        scan[i] is { Lower.Length: 4, Suffix: "", Number: >= 1000 and <= 2200 and var first } && scan[i + 1].Lower == "-" && !scan[i + 1].Breaks
        && scan[i + 2] is { Lower.Length: 4, Suffix: "", Number: >= 1000 and <= 2200 and var last, Breaks: false } && last > first && last - first <= 150
        && (first % 100 > 0 || last % 100 > 0) && scan[i + 3].Lower != "-" && !IsQuantity(i + 2);

    // "2000 troops", "1,500", "2015 people", "1500 km", "2000%".
    private bool IsQuantity(int i)
    {
        var after = scan[i + 1];
        if (after.Lower is "," or "." && !after.Spaced && scan[i + 2] is { Kind: TimeWordKind.Digits, Spaced: false }) return true;
        if (after.Lower is "%" or ":") return after.Lower == "%" || scan[i + 2].Kind == TimeWordKind.Digits && !scan[i + 2].Spaced;
        if (after.Kind != TimeWordKind.Letters || after.Capital || after.Breaks) return false;
        if (CalendarWords.Plural(after.Lower) is not null) return true;
        return after.Is("km", "m", "kg", "tons", "tonnes", "miles", "metres", "meters", "feet", "people", "troops", "soldiers", "men", "women", "children",
            "civilians", "members", "dollars", "euros", "rockets", "missiles", "drones", "fighters", "prisoners", "refugees", "homes", "deaths", "casualties",
            "tanks", "words", "hours", "seats", "votes", "vehicles", "aircraft", "ships", "guns", "cavalry", "infantry", "strong", "square", "percent", "million", "killed", "wounded");
    }

    private (int End, bool BeforeChrist)? Epoch(int at)
    {
        if (scan[at].Breaks || scan[at - 1].Number is < 1 or > 9999) return null;
        if (scan[at].Is("bc", "bce") && scan[at].Capital) return (at + 1, true);
        if (scan[at].Is("ad", "ce") && scan[at].Capital && scan.Text[scan[at].Span.End - 1] is 'D' or 'E') return (at + 1, false);
        return scan[at].Lower == "b" && scan[at].Capital && scan[at + 1].Lower == "." && scan[at + 2].Lower == "c" ? (scan[at + 3].Lower == "." ? at + 4 : at + 3, true) : null;
    }

    /// <summary>"the 19th century", "the twentieth century", "the seventies", "the fifth century BC".</summary>
    private TimeMatch? Era(int i)
    {
        var at = scan[i].Lower == "the" ? i + 1 : i;
        if (at > i && scan[at].Is("early", "late", "mid")) at++;
        if (scan[at].Lower == "-") at++;
        if (at > i && Decades.IndexOf(scan[at].Lower) is var decade and >= 0) return new TimeMatch(at + 1, new EraMeaning(decade + 2, false));
        if (at > i && scan[at] is { Suffix: "s", Lower.Length: 4 } figures && figures.Number % 10 == 0) return new TimeMatch(at + 1, new EraMeaning(figures.Number / 10, false));
        var n = Numerals.Ordinal(scan, at, out var end);
        if (n is < 1 or > 30) return null;
        if (scan[end].Lower == "-") end++;
        if (!scan[end].Is("century", "centuries")) return null;
        var epoch = Epoch(end + 1);
        return new TimeMatch(epoch?.End ?? end + 1, new EraMeaning(n - 1, true, epoch?.BeforeChrist ?? false));
    }

    private static readonly List<string> Decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    private static bool IsDay(int? year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year is >= 1 and <= 9999 ? year.Value : 2000, month);
}
