using System.Globalization;

namespace Demarche.Times;

/// <summary>
/// Where a feast lies in the years: "12-25"; "easter+1", "orthodox-2"; "islamic 10-1", "hebrew Nisan 15", "persian 1-1", "chinese 1-1";
/// "Thursday 4 from 11-01" (the fourth on or after that day, "-1": the last before it), with any of the others behind "from"; "2001-09-11" (once); "open".
/// </summary>
/// <remarks>A rule is set against a year of the Gregorian calendar; a feast of a calendar of the moon may fall into it twice or not at all.</remarks>
internal abstract record FeastRule
{
    /// <summary>The days on which it falls in a year, in order.</summary>
    public abstract IEnumerable<DateOnly> In(int year);

    /// <summary>Reads a rule; null if it is none.</summary>
    public static FeastRule? Parse(string rule)
    {
        var words = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["open"] => new Unknown(),
            [var day] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once) => new Once(once),
            [var day] when MonthDay(day) is { } fixedDay => fixedDay.Day <= DateTime.DaysInMonth(2000, Math.Clamp(fixedDay.Month, 1, 12)) ? new OfMonth(fixedDay.Month, fixedDay.Day) : null,
            [var feast] when Offset(feast, "easter") is { } days => new Western(days),
            [var feast] when Offset(feast, "orthodox") is { } days => new Orthodox(days),
            ["islamic", var day] when MonthDay(day) is { } d => new Foreign(year => OtherCalendars.Islamic(year, d.Month, d.Day)),
            ["persian", var day] when MonthDay(day) is { } d => new Foreign(year => OtherCalendars.Persian(year, d.Month, d.Day)),
            ["chinese", var day] when MonthDay(day) is { } d => new Foreign(year => OtherCalendars.Chinese(year, d.Month, d.Day)),
            ["hebrew", var month, var day] when OtherCalendars.IsHebrewMonth(month) && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 30
                => new Foreign(year => OtherCalendars.Hebrew(year, month, d)),
            [var name, var count, "from", .. var rest] when CalendarWords.Weekday(name.ToLowerInvariant()) is var weekday and > 0
                && int.TryParse(count, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n is >= -5 and <= 5 and not 0
                && Parse(string.Join(' ', rest)) is { } from => new Nth(weekday, n, from),
            _ => null,
        };
    }

    private static (int Month, int Day)? MonthDay(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? (month, day) : null;
    }

    private static int? Offset(string text, string feast) =>
        text == feast ? 0 : text.StartsWith(feast, StringComparison.Ordinal) && int.TryParse(text.AsSpan(feast.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days : null;

    private static DateOnly? Shift(DateOnly day, int days) =>
        day.DayNumber + days is var number && number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;

    private static IEnumerable<DateOnly> Of(DateOnly? day) => day is { } d ? [d] : [];

    private sealed record Unknown : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => [];
    }

    /// <summary>One day of history.</summary>
    internal sealed record Once(DateOnly Day) : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => Of(Day);
    }

    private sealed record OfMonth(int Month, int Day) : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => Of(new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month))));
    }

    private sealed record Western(int Days) : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => Of(Shift(OtherCalendars.Easter(year), Days));
    }

    private sealed record Orthodox(int Days) : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => Of(Shift(OtherCalendars.OrthodoxEaster(year), Days));
    }

    private sealed record Foreign(Func<int, IEnumerable<DateOnly>> Find) : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => Find(year);
    }

    private sealed record Nth(int Weekday, int Count, FeastRule From) : FeastRule
    {
        public override IEnumerable<DateOnly> In(int year) => From.In(year).SelectMany(from => Of(Day(from)));

        private DateOnly? Day(DateOnly from)
        {
            var ahead = (Weekday - ((int)from.DayOfWeek + 6) % 7 - 1 + 7) % 7;
            return Shift(from, ahead + (Count > 0 ? Count - 1 : Count) * 7);
        }
    }
}
