namespace Demarche.Times;

/// <summary>Feasts and days of remembrance.</summary>
internal static partial class TimeResolver
{
    private static ResolvedTime Holiday(HolidayMeaning m, TimeContext c)
    {
        if (m.Feast.Rule is FeastRule.Once { Day: var day })
            return c.Speech is { } early && early < day ? Calendar(new CalendarMeaning(null, day.Month, day.Day), c) : OfDay(day);
        if (FeastDay(m, c) is { } first) return OfFeast(first, m.Feast.Length);
        // Without a year only a fixed day can be written.
        return First(m.Feast.Rule.In(2000)) is { } open && First(m.Feast.Rule.In(2001)) == open.AddYears(1) && First(m.Feast.Rule.In(2002)) == open.AddYears(2)
            ? Open(new CalendarMeaning(null, open.Month, open.Day)) : Unresolved;
    }

    // A feast of a month has no TIMEX3 value, a shorter one that of its first day.
    private static ResolvedTime OfFeast(DateOnly first, int length)
    {
        var days = (first, Shift(first, length - 1));
        return new(TimexType.Date, length > 20 ? null : TimeValues.Day(first), days);
    }

    private static DateOnly? FeastDay(HolidayMeaning m, TimeContext c)
    {
        if (m.Year is { } named) return named is >= 1 and <= 9998 ? First(m.Feast.Rule.In(named)) : null;
        var told = c.Chronicle || m.Turn is Turn.Same or Turn.Before or Turn.After;
        if ((told && c.Narrative is { BeforeChrist: false } n ? Reach(n) : c.Chronicle ? null : c.Speech) is not { } day || day.Year is < 3 or > 9990) return null;
        if (told && m.Turn is Turn.Any or Turn.Same) return First(m.Feast.Rule.In(day.Year));
        if (m.Turn == Turn.Any && c.NearYear is { } near && near is >= 3 and <= 9990) return First(m.Feast.Rule.In(near));
        var all = Enumerable.Range(day.Year - 2, 5).SelectMany(m.Feast.Rule.In).Order().ToList();
        return m.Turn switch
        {
            Turn.Last or Turn.Before => Last(all.Where(d => d < day)),
            Turn.Next or Turn.After => First(all.Where(d => d > day)),
            Turn.This or Turn.Same => First(all.Where(d => d.Year == day.Year)),
            _ => Nearest(all, day, c.Future),
        };
    }

    // The next one if it is less than three months ahead, else the last; where the verb looks forward, the next that is not over a month.
    private static DateOnly? Nearest(List<DateOnly> all, DateOnly day, bool future) =>
        future ? First(all.Where(d => d >= Shift(day, -40))) : Last(all.Where(d => d <= Shift(day, 90)));

    private static DateOnly? First(IEnumerable<DateOnly> days) => days.Select(d => (DateOnly?)d).FirstOrDefault();

    private static DateOnly? Last(IEnumerable<DateOnly> days) => days.Select(d => (DateOnly?)d).LastOrDefault();
}
