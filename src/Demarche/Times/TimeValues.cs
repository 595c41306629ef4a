using System.Globalization;

namespace Demarche.Times;

/// <summary>Writes TIMEX3 values and tells the days they denote.</summary>
internal static class TimeValues
{
    /// <summary>"2025-06-18".</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2025-06".</summary>
    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    /// <summary>"2025-W25" by ISO 8601.</summary>
    public static string Week(DateOnly day)
    {
        var noon = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(noon):0000}-W{ISOWeek.GetWeekOfYear(noon):00}");
    }

    /// <summary>"P2D", "PXW", "PT1H", "P2.5Y"; a fortnight is two weeks, a half as a rule the next smaller unit.</summary>
    public static string Period(Amount amount, TimeUnit unit)
    {
        if (unit == TimeUnit.Fortnight) (amount, unit) = (new Amount(amount.Number * 2), TimeUnit.Week);
        if (amount.Number == 0.5m)
            (amount, unit) = unit switch
            {
                TimeUnit.Minute => (new Amount(30), TimeUnit.Second),
                TimeUnit.Hour => (new Amount(30), TimeUnit.Minute),
                TimeUnit.Day => (new Amount(12), TimeUnit.Hour),
                TimeUnit.Year => (new Amount(6), TimeUnit.Month),
                TimeUnit.Decade => (new Amount(5), TimeUnit.Year),
                TimeUnit.Century => (new Amount(50), TimeUnit.Year),
                _ => (amount, unit),
            };
        var number = amount.Number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "X";
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Weekend => $"P{number}WE",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => $"P{number}Q",
            TimeUnit.Year => $"P{number}Y",
            TimeUnit.Decade => $"P{number}DE",
            _ => $"P{number}CE",
        };
    }

    /// <summary>The first and last day of a month.</summary>
    public static (DateOnly Start, DateOnly End) MonthDays(int year, int month) =>
        (new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The days of a season (northern half), quarter ("Q1") or half year ("H1").</summary>
    public static (DateOnly Start, DateOnly End) PartDays(int year, string part)
    {
        var (first, months) = part switch
        {
            "SP" => (3, 3),
            "SU" => (6, 3),
            "FA" => (9, 3),
            "WI" => (12, 3),
            "H1" => (1, 6),
            "H2" => (7, 6),
            _ => ((part[1] - '1') * 3 + 1, 3),
        };
        var start = new DateOnly(year, first, 1);
        return (start, year < 9999 ? start.AddMonths(months).AddDays(-1) : new DateOnly(year, 12, 31));
    }

    /// <summary>"DATE", "TIME", "DURATION" or "SET".</summary>
    public static string Name(TimexType type) => type switch
    {
        TimexType.Date => "DATE",
        TimexType.Time => "TIME",
        TimexType.Duration => "DURATION",
        _ => "SET",
    };

    /// <summary>The days that the value of a day, week, weekend, month, quarter, half year, year, decade or century denotes; null for all else.</summary>
    public static (DateOnly Start, DateOnly End)? Denoted(string? value)
    {
        if (value is null || value.Length < 2) return null;
        if (value.Length <= 4)
            return value.All(char.IsAsciiDigit) && int.Parse(value.PadRight(4, '0'), CultureInfo.InvariantCulture) is >= 1 and var low
                ? (new DateOnly(low, 1, 1), new DateOnly(int.Parse(value.PadRight(4, '9'), CultureInfo.InvariantCulture), 12, 31)) : null;
        if (!int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0 || value[4] != '-') return null;
        var rest = value[5..];
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, day);
        if (rest is ['Q', >= '1' and <= '4'] or ['H', '1' or '2']) return PartDays(year, rest);
        if (rest is [>= '0' and <= '9', >= '0' and <= '9'] && int.Parse(rest, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month) return MonthDays(year, month);
        if (rest is not ['W', >= '0' and <= '9', >= '0' and <= '9', ..] || int.Parse(rest.AsSpan(1, 2), CultureInfo.InvariantCulture) is not (>= 1 and var week) || week > ISOWeek.GetWeeksInYear(year)) return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return rest.Length == 3 ? (monday, monday.AddDays(6)) : rest[3..] == "-WE" ? (monday.AddDays(5), monday.AddDays(6)) : null;
    }
}
