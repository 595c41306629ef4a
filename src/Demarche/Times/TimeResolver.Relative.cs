using System.Globalization;

namespace Demarche.Times;

/// <summary>Weekdays, units, distances and parts of a day.</summary>
internal static partial class TimeResolver
{
    private static int Iso(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    private static DateOnly Monday(DateOnly day) => Shift(day, 1 - Iso(day));

    private static DateOnly Shift(DateOnly day, long days)
    {
        var number = day.DayNumber + days;
        return number < DateOnly.MinValue.DayNumber ? DateOnly.MinValue : number > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : DateOnly.FromDayNumber((int)number);
    }

    private static ResolvedTime Weekday(WeekdayMeaning m, TimeContext c)
    {
        var about = c.Chronicle || m.Turn is Turn.Same or Turn.Before or Turn.After or Turn.Told ? c.Narrative?.Exact ?? c.Speech : c.Speech;
        if (about is not { } day) return new(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{m.Weekday}"), null);
        var back = (Iso(day) - m.Weekday + 7) % 7;
        if (m.Back > 0) return OfDay(Shift(day, (back == 0 ? 0 : 7 - back) - 7 * m.Back));
        return OfDay(m.Turn switch
        {
            Turn.This or Turn.Same => Shift(Monday(day), m.Weekday - 1),
            Turn.Last => Shift(Monday(day), m.Weekday - 8),
            Turn.Next => Shift(Monday(day), m.Weekday + 6),
            Turn.Before => Shift(day, back == 0 ? -7 : -back),
            Turn.Told => Shift(day, (7 - back) % 7),
            Turn.After => Shift(day, 7 - back),
            _ when c.Future || c.Chronicle => Shift(day, (7 - back) % 7),
            _ => Shift(day, -back),
        });
    }

    private static ResolvedTime NthWeekday(NthWeekdayMeaning m, TimeContext c)
    {
        if (Resolve(m.Month, c).Days is not { } month || month.End.DayNumber - month.Start.DayNumber > 31) return Unresolved;
        var from = m.Count > 0 ? month.Start : Shift(month.End, -6);
        var day = Shift(from, (m.Weekday - Iso(from) + 7) % 7 + 7 * (Math.Max(m.Count, 1) - 1));
        return day <= month.End ? OfDay(day) : Unresolved;
    }

    private static ResolvedTime Unit(UnitMeaning m, TimeContext c)
    {
        if (m.Turn == Turn.Any && m.Unit == TimeUnit.Day) return c.Speech is { } today ? OfDay(Shift(today, m.Steps)) : Unresolved;
        if (m.Turn == Turn.Told) return (c.Chronicle ? c.Narrative?.Exact : c.Speech) is { } about ? Fixed(about.Year + (about.Month > 6 ? 1 : 0), 0, 0) : Unresolved;
        var fromNarrative = c.Chronicle || m.Turn is Turn.Same or Turn.Before or Turn.After;
        if (fromNarrative && c.Narrative is { BeforeChrist: true } ancient && m.Unit == TimeUnit.Year)
            return new(TimexType.Date, "BC" + Digits(Math.Max(1, ancient.Year - Steps(m.Turn))), null);
        if (fromNarrative && c.Narrative is { } told && Fits(told, m.Unit)) return OfUnit(Reach(told), m.Unit, Steps(m.Turn) + m.Steps, m.Turn, c.Future);
        if (c.Chronicle || c.Speech is not { } day) return Unresolved;
        return OfUnit(day, m.Unit, Steps(m.Turn) + m.Steps, m.Turn, c.Future);
    }

    private static bool Fits(Narrative told, TimeUnit unit) =>
        !told.BeforeChrist && (unit >= TimeUnit.Quarter || told.Month > 0 && unit >= TimeUnit.Month || told.Day > 0);

    private static DateOnly Reach(Narrative told) => new(told.Year, Math.Max(1, told.Month), Math.Max(1, told.Day));

    private static int Steps(Turn turn) => turn switch { Turn.Last or Turn.Before => -1, Turn.Next or Turn.After => 1, _ => 0 };

    private static ResolvedTime OfUnit(DateOnly day, TimeUnit unit, int steps, Turn turn, bool future)
    {
        switch (unit)
        {
            case TimeUnit.Day: return OfDay(Shift(day, steps));
            case TimeUnit.Weekend: return Weekend(day, turn, future);
            case TimeUnit.Week or TimeUnit.Fortnight:
                var monday = Shift(Monday(day), steps * 7);
                return new(TimexType.Date, TimeValues.Week(monday), (monday, Shift(monday, 6)));
            case TimeUnit.Month: return OfMonth(day.Year * 12L + day.Month - 1 + steps);
            case TimeUnit.Quarter:
                var quarter = day.Year * 4L + (day.Month - 1) / 3 + steps;
                return PartOfYear(new PartOfYearMeaning($"Q{quarter % 4 + 1}", (int)(quarter / 4), Turn.Any), default);
            case TimeUnit.Decade: return Era(new EraMeaning(Math.Clamp(day.Year / 10 + steps, 10, 998), false));
            case TimeUnit.Century: return Era(new EraMeaning(Math.Clamp(day.Year / 100 + steps, 1, 98), true));
            default: return Fixed(day.Year + steps, 0, 0);
        }
    }

    private static ResolvedTime OfMonth(long months) =>
        months is >= 12 and < 12 * 10000L ? Fixed((int)(months / 12), (int)(months % 12) + 1, 0) : Unresolved;

    // On Saturday and Sunday "the weekend" is this one; from Monday on it is the last, unless the verb looks forward.
    private static ResolvedTime Weekend(DateOnly day, Turn turn, bool future)
    {
        var saturday = Shift(Monday(day), 5);
        var within = Iso(day) >= 6;
        if (turn is Turn.Last or Turn.Before || turn is Turn.Any or Turn.This && !within && !future) saturday = Shift(saturday, -7);
        else if (turn is Turn.After || turn == Turn.Next && within) saturday = Shift(saturday, 7);
        return new(TimexType.Date, TimeValues.Week(saturday) + "-WE", (saturday, Shift(saturday, 1)));
    }

    private static ResolvedTime Distance(DistanceMeaning m, TimeContext c)
    {
        if (m.Amount.Number is not { } number) return new(TimexType.Date, m.Sign < 0 ? "PAST_REF" : "FUTURE_REF", null);
        if (m.Unit < TimeUnit.Day && (m.Unit < TimeUnit.Hour || number < 24)) return ByClock(m, number, c);
        if (number > 20000) return Unresolved;
        var fromNarrative = m.FromNarrative || c.Chronicle;
        if (m.FromNarrative && c.Quarter is { Year: { } about } part && m.Unit == TimeUnit.Year && number == decimal.Truncate(number))
            return PartOfYear(part with { Year = about + (int)number * m.Sign }, c);
        if (fromNarrative && c.Narrative is { } told)
        {
            if (!Fits(told, Grain(m.Unit))) return Unresolved;
            return Away(Reach(told), m.Unit, number * m.Sign);
        }
        if (c.Speech is not { } day || c.Chronicle) return Unresolved;
        var away = Away(day, m.Unit, number * m.Sign);
        return m.Grain is { } grain ? Precisely(day, m, grain) ?? away
            : m.Unit is TimeUnit.Week or TimeUnit.Fortnight && away.Days is { } days && number == decimal.Truncate(number) ? OfUnit(days.Start, TimeUnit.Week, 0, Turn.This, false) : away;
    }

    // "Twenty minutes later": by the last time of the clock, else only a length.
    private static ResolvedTime ByClock(DistanceMeaning m, decimal number, TimeContext c)
    {
        if (!m.FromNarrative || c.Clock is not { } clock || m.Unit == TimeUnit.Second || number > 2000) return new(TimexType.Duration, TimeValues.Period(m.Amount, m.Unit), null);
        var minutes = (double)number * m.Sign * (m.Unit == TimeUnit.Hour ? 60 : 1);
        var reached = clock.AddMinutes(minutes);
        var day = DateOnly.FromDateTime(reached);
        return new(TimexType.Time, reached.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), (day, day));
    }

    // "ten years ago this month" is a month, "a year ago today" a day.
    private static ResolvedTime? Precisely(DateOnly day, DistanceMeaning m, TimeUnit grain)
    {
        if (m.Unit is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade) || m.Amount.Number is not { } number || number != decimal.Truncate(number)) return null;
        var months = (long)number * m.Sign * (m.Unit switch { TimeUnit.Month => 1, TimeUnit.Year => 12, TimeUnit.Decade => 120, _ => 0 });
        var total = day.Year * 12L + day.Month - 1 + months;
        if (total is < 12 or >= 12 * 9999L) return null;
        var (year, month) = ((int)(total / 12), (int)(total % 12) + 1);
        var reached = m.Unit == TimeUnit.Week ? Shift(day, (long)number * 7 * m.Sign) : new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
        return OfUnit(reached, grain, 0, Turn.This, false);
    }

    private static TimeUnit Grain(TimeUnit unit) => unit is TimeUnit.Month or TimeUnit.Quarter ? TimeUnit.Month : unit >= TimeUnit.Year ? TimeUnit.Year : TimeUnit.Day;

    private static ResolvedTime Away(DateOnly day, TimeUnit unit, decimal steps)
    {
        switch (unit)
        {
            case TimeUnit.Hour: return OfDay(Shift(day, (long)(steps / 24)));
            case TimeUnit.Day or TimeUnit.Weekend: return OfDay(Shift(day, (long)steps));
            case TimeUnit.Week: return OfDay(Shift(day, (long)(steps * 7)));
            case TimeUnit.Fortnight: return OfDay(Shift(day, (long)(steps * 14)));
            case TimeUnit.Month: return OfMonth(day.Year * 12L + day.Month - 1 + (long)steps);
            case TimeUnit.Quarter: return OfMonth(day.Year * 12L + day.Month - 1 + (long)(steps * 3));
        }
        var years = steps * (unit == TimeUnit.Decade ? 10 : unit == TimeUnit.Century ? 100 : 1);
        if (years != decimal.Truncate(years)) return OfMonth(day.Year * 12L + day.Month - 1 + (long)(years * 12));
        return Fixed((int)(day.Year + years), 0, 0);
    }

    private static ResolvedTime Length(LengthMeaning m, TimeContext c)
    {
        var value = TimeValues.Period(m.Amount, m.Unit);
        if (m.Turn is not (Turn.Last or Turn.Next) || m.Amount.Number is not { } number || number > 20000 || c.Chronicle || c.Speech is not { } day || m.Unit < TimeUnit.Day)
            return new(TimexType.Duration, value, null);
        var far = Away(day, m.Unit, m.Turn == Turn.Last ? -number : number).Days;
        if (far is not { } reach) return new(TimexType.Duration, value, null);
        return new(TimexType.Duration, value, m.Turn == Turn.Last ? (reach.Start < day ? reach.Start : day, day) : (day, reach.End > day ? reach.End : day));
    }

    private static ResolvedTime OnDay(Meaning? on, TimeContext c, string part)
    {
        var day = on is null ? SpokenDay(c) : Resolve(on, c);
        if (on is not null && part.Length > 3 && day.Type == TimexType.Time && day.Value?.IndexOf('T', StringComparison.Ordinal) is { } t and > 0) day = day with { Value = day.Value[..t] };
        if (day.Value is null) return new(TimexType.Time, on is null ? "XXXX-XX-XX" + part : null, null);
        if (part == "T") return day;
        return new(TimexType.Time, day.Value + part, day.Days);
    }

    private static ResolvedTime SpokenDay(TimeContext c) =>
        (c.Chronicle ? c.Narrative?.Exact : c.Scene ?? c.Speech) is { } day ? OfDay(day) : Unresolved;
}
