using System.Globalization;

namespace Demarche.Times;

/// <summary>A meaning set against days.</summary>
internal readonly record struct ResolvedTime(TimexType Type, string? Value, (DateOnly Start, DateOnly End)? Days);

/// <summary>Where the telling stands: the last date, whose month or day may be open (0).</summary>
internal readonly record struct Narrative(int Year, int Month, int Day, bool BeforeChrist)
{
    /// <summary>The day, if it is known to the day.</summary>
    public DateOnly? Exact => Day > 0 && !BeforeChrist ? new DateOnly(Year, Month, Day) : null;
}

/// <summary>What a time expression is set against.</summary>
/// <param name="Speech">The day on which the words were written or, in a quotation, said; null if unknown.</param>
/// <param name="Narrative">The last date of the telling; null if there was none.</param>
/// <param name="Future">The verb that governs the expression looks forward.</param>
/// <param name="Chronicle">The text tells a course of events of the past: all hangs on the narrative, not on the day of writing.</param>
/// <param name="NearYear">A year that the same sentence named before; null if none.</param>
/// <param name="Scene">The last day that the same paragraph named before, for clock times and parts of a day that name none; null if none.</param>
/// <param name="Clock">The last time of the clock that the text named; null if none.</param>
/// <param name="Quarter">The last quarter or half year that the text named; null if none, or if another date stands between.</param>
internal readonly record struct TimeContext(DateOnly? Speech, Narrative? Narrative, bool Future, bool Chronicle, int? NearYear,
    DateOnly? Scene = null, DateTime? Clock = null, PartOfYearMeaning? Quarter = null);

/// <summary>Sets meanings against the days they hang on. An anchor that is missing gives no value, never a guess.</summary>
internal static partial class TimeResolver
{
    private static readonly ResolvedTime Unresolved = new(TimexType.Date, null, null);

    /// <summary>The value and days of a meaning.</summary>
    public static ResolvedTime Resolve(Meaning meaning, TimeContext context) => meaning switch
    {
        CalendarMeaning m => Calendar(m, context),
        EraMeaning m => Era(m),
        PartOfYearMeaning m => PartOfYear(m, context),
        WeekdayMeaning m => Weekday(m, context),
        UnitMeaning m => Unit(m, context),
        DistanceMeaning m => Distance(m, context),
        LengthMeaning m => Length(m, context),
        RecurringMeaning m => new(TimexType.Set, m.Value, null),
        ReferenceMeaning m => new(TimexType.Date, m.Value, null),
        DayPartMeaning m => OnDay(m.Day, context, "T" + m.Part),
        ClockMeaning m => OnDay(m.Day, context, string.Create(CultureInfo.InvariantCulture, $"T{m.Hour:00}:{m.Minute:00}{(m.Universal ? "Z" : "")}")),
        HolidayMeaning m => Holiday(m, context),
        WeekOfMeaning m => Resolve(m.Day, context).Days is { } day ? OfUnit(day.Start, TimeUnit.Week, 0, Turn.This, false) : Unresolved,
        NthWeekdayMeaning m => NthWeekday(m, context),
        YearEarlierMeaning => Distance(new DistanceMeaning(new Amount(1), TimeUnit.Year, -1, context.Quarter is not null), context),
        _ => Unresolved,
    };

    private static ResolvedTime Calendar(CalendarMeaning m, TimeContext c)
    {
        if (m.BeforeChrist) return new(TimexType.Date, "BC" + Digits(m.Year ?? 0) + (m.Month > 0 ? $"-{m.Month:00}" : "") + (m.Day > 0 ? $"-{m.Day:00}" : ""), null);
        if (m.Month == 0 && m.Day > 0) return DayOfSomeMonth(m, c);
        if (m.Year is { } year) return Fixed(year, m.Month, m.Day);
        if (m.OfYear) return YearOf(m.Turn, c) is { } turned ? Fixed(turned, m.Month, m.Day) : Open(m);
        if (MonthYear(m, c) is not { } found) return Open(m);
        // 29 February is of the last leap year.
        while (m is { Month: 2, Day: 29 } && found > 8 && !DateTime.IsLeapYear(found)) found--;
        return Fixed(found, m.Month, m.Day);
    }

    private static string Digits(int n) => n.ToString("0000", CultureInfo.InvariantCulture);

    private static ResolvedTime Open(CalendarMeaning m) =>
        new(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{m.Month:00}") + (m.Day > 0 ? m.Day.ToString("-00", CultureInfo.InvariantCulture) : ""), null);

    private static ResolvedTime Fixed(int year, int month, int day)
    {
        if (year is < 1 or > 9999) return Unresolved;
        if (month == 0) return new(TimexType.Date, Digits(year), (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
        if (day == 0) return new(TimexType.Date, TimeValues.Month(year, month), TimeValues.MonthDays(year, month));
        return day <= DateTime.DaysInMonth(year, month) ? OfDay(new DateOnly(year, month, day)) : Unresolved;
    }

    private static ResolvedTime OfDay(DateOnly day) => new(TimexType.Date, TimeValues.Day(day), (day, day));

    private static int? YearOf(Turn turn, TimeContext c)
    {
        var speech = c.Chronicle ? c.Narrative?.Year : c.Speech?.Year;
        return turn switch
        {
            Turn.Last => speech - 1,
            Turn.Next => speech + 1,
            Turn.This => speech,
            Turn.Same => c.Narrative?.Year,
            Turn.Before => c.Narrative?.Year - 1,
            Turn.After => c.Narrative?.Year + 1,
            _ => speech,
        };
    }

    /// <summary>The year of a month or day that names none.</summary>
    private static int? MonthYear(CalendarMeaning m, TimeContext c)
    {
        if (c.Chronicle && c.Narrative is { BeforeChrist: false } told) return NearNarrative(told, m);
        if (m.Turn is Turn.Same or Turn.Before or Turn.After && c.Narrative is { BeforeChrist: false } near)
            return m.Turn switch { Turn.Before => m.Month < near.Month ? near.Year : near.Year - 1, Turn.After => m.Month > near.Month ? near.Year : near.Year + 1, _ => near.Year };
        if (m.Turn == Turn.Any && c.NearYear is { } named && named != c.Speech?.Year) return named;
        if (c.Speech is not { } day) return null;
        return m.Turn switch
        {
            Turn.This => day.Year,
            Turn.Last or Turn.Before => m.Month < day.Month ? day.Year : day.Year - 1,
            Turn.Next or Turn.After => m.Month > day.Month ? day.Year : day.Year + 1,
            _ when m.Day > 0 => NearestDay(m, day, c.Future),
            _ when c.Future => m.Month >= day.Month ? day.Year : day.Year + 1,
            _ => m.Month <= day.Month ? day.Year : day.Year - 1,
        };
    }

    // A day without a year lies within half a year; where the verb looks back or forward, it may lie further off on that side.
    private static int NearestDay(CalendarMeaning m, DateOnly day, bool future)
    {
        var months = m.Month - day.Month + (m.Day > day.Day ? 0.01 : m.Day < day.Day ? -0.01 : 0);
        var (low, high) = future ? (-1.5, 10.5) : (-9.0, 3.0);
        return months < low ? day.Year + 1 : months > high ? day.Year - 1 : day.Year;
    }

    private static int NearNarrative(Narrative told, CalendarMeaning m)
    {
        if (m.Turn is Turn.Last or Turn.Before) return m.Month < told.Month || told.Month == 0 ? told.Year : told.Year - 1;
        if (m.Turn is Turn.Next or Turn.After) return m.Month > told.Month || told.Month == 0 ? told.Year : told.Year + 1;
        if (told.Month == 0) return told.Year;
        return m.Month - told.Month < -7 ? told.Year + 1 : m.Month - told.Month > 9 ? told.Year - 1 : told.Year;
    }

    private static ResolvedTime DayOfSomeMonth(CalendarMeaning m, TimeContext c)
    {
        var day = m.Day;
        if (m.Turn is Turn.Last or Turn.Next && !c.Chronicle)
            return c.Speech is { } said && OfUnit(said, TimeUnit.Month, Steps(m.Turn), m.Turn, false).Days is { } turned ? Fixed(turned.Start.Year, turned.Start.Month, day) : Unresolved;
        if (c.Narrative is { Month: > 0, BeforeChrist: false } told) return Fixed(told.Year, told.Month, day);
        if (c.Speech is not { } speech) return Unresolved;
        var month = new DateOnly(speech.Year, speech.Month, 1);
        if (c.Future && day < speech.Day) month = month.AddMonths(1);
        else if (!c.Future && day > speech.Day) month = month.AddMonths(-1);
        return Fixed(month.Year, month.Month, day);
    }

    private static ResolvedTime Era(EraMeaning m)
    {
        if (m.Century) return new(TimexType.Date, (m.BeforeChrist ? "BC" : "") + m.Number.ToString("00", CultureInfo.InvariantCulture),
            m.BeforeChrist || m.Number == 0 ? null : (new DateOnly(m.Number * 100, 1, 1), new DateOnly(m.Number * 100 + 99, 12, 31)));
        var decade = m.Number < 10 ? 190 + m.Number : m.Number;
        return new(TimexType.Date, decade.ToString(CultureInfo.InvariantCulture), (new DateOnly(decade * 10, 1, 1), new DateOnly(decade * 10 + 9, 12, 31)));
    }

    private static ResolvedTime PartOfYear(PartOfYearMeaning m, TimeContext c)
    {
        if (m.BeforeChrist) return new(TimexType.Date, $"BC{Digits(m.Year ?? 0)}-{m.Part}", null);
        if (c.Chronicle && c.Narrative is { BeforeChrist: true } ancient && m.Year is null) return new(TimexType.Date, $"BC{Digits(ancient.Year)}-{m.Part}", null);
        var year = m.Year ?? (m.OfYear ? YearOf(m.Turn, c) : SeasonYear(m, c));
        if (year is not (>= 1 and <= 9998)) return new(TimexType.Date, m.Year is null ? "XXXX-" + m.Part : null, null);
        return new(TimexType.Date, $"{Digits(year.Value)}-{m.Part}", TimeValues.PartDays(year.Value, m.Part));
    }

    private static int? SeasonYear(PartOfYearMeaning m, TimeContext c)
    {
        if (c.Chronicle && c.Narrative is { } told)
            return m.Turn switch
            {
                Turn.Next or Turn.After => told.Month > 0 && told.Month < TimeValues.PartDays(2000, m.Part).Start.Month ? told.Year : told.Year + 1,
                Turn.Last or Turn.Before => told.Year - 1,
                _ => told.Year,
            };
        if (m.Turn == Turn.Any && c.NearYear is { } named) return named;
        if (c.Speech is not { } day) return null;
        var part = TimeValues.PartDays(day.Year, m.Part);
        return m.Turn switch
        {
            Turn.Last or Turn.Before => part.End < day ? day.Year : day.Year < 3 || TimeValues.PartDays(day.Year - 1, m.Part).End < day ? day.Year - 1 : day.Year - 2,
            Turn.Next or Turn.After => part.Start > day ? day.Year : day.Year + 1,
            // In January "this winter" is that of the year before.
            Turn.This or Turn.Same => m.Part == "WI" && day.Month < 3 ? day.Year - 1 : day.Year,
            _ when c.Future => part.End >= day ? day.Year : day.Year + 1,
            _ => part.Start <= day ? day.Year : day.Year - 1,
        };
    }
}
