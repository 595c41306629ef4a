using System.Globalization;

namespace Demarche.Times;

/// <summary>Days of other calendars in a year of the Gregorian one.</summary>
/// <remarks>
/// Islamic days are those of Umm al-Qura, the calendar of Saudi Arabia, from 1900 to 2077 and of the tabular calendar outside: where months begin by
/// sight of the moon, and in other countries, a day may be a day earlier or later. Islamic and Jewish days begin on the evening before.
/// </remarks>
internal static class OtherCalendars
{
    private static readonly string[] HebrewMonths = ["Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "Adar", "Nisan", "Iyar", "Sivan", "Tammuz", "Av", "Elul"];
    private static readonly UmAlQuraCalendar UmAlQura = new();
    private static readonly HebrewCalendar Jewish = new();
    private static readonly PersianCalendar Iranian = new();
    private static readonly ChineseLunisolarCalendar Lunisolar = new();

    /// <summary>Easter Sunday of the western churches, after Butcher's algorithm (1876), as in Meeus, Astronomical Algorithms, chapter 8.</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    /// <summary>Easter Sunday of the Orthodox churches: the Julian reckoning (Meeus, the same chapter) as a Gregorian day.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7, f = d + e + 114;
        return new DateOnly(year, f / 31, f % 31 + 1).AddDays(year / 100 - year / 400 - 2);
    }

    /// <summary>An Islamic day; up to two in a year.</summary>
    public static IEnumerable<DateOnly> Islamic(int year, int month, int day)
    {
        var first = (int)((year - 622) * 33L / 32);
        for (var hijri = Math.Max(1, first - 1); hijri <= first + 2; hijri++)
            if (IslamicDay(hijri, month, day) is { } found && found.Year == year) yield return found;
    }

    private static DateOnly? IslamicDay(int year, int month, int day)
    {
        if (year is > 1318 and < 1500) return DateOnly.FromDateTime(UmAlQura.ToDateTime(year, month, Math.Min(day, UmAlQura.GetDaysInMonth(year, month)), 0, 0, 0, 0));
        // Tabular: months of 30 and 29 days by turns, 11 leap years in 30; 1 Muharram 1 is 19 July 622.
        var days = new DateOnly(622, 7, 19).DayNumber + (year - 1L) * 354 + (3 + 11L * year) / 30 + (month - 1) * 29 + month / 2 + day - 1;
        return days <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)days) : null;
    }

    /// <summary>True for "Tishri" to "Elul".</summary>
    public static bool IsHebrewMonth(string name) => Array.IndexOf(HebrewMonths, name) >= 0;

    /// <summary>A day of the Jewish calendar (known from 1583 to 2239); of the two months Adar of a leap year the second.</summary>
    public static IEnumerable<DateOnly> Hebrew(int year, string month, int day)
    {
        for (var jewish = year + 3760; jewish <= year + 3761; jewish++)
        {
            if (jewish is < 5345 or > 5998) continue;
            var number = Array.IndexOf(HebrewMonths, month) + 1;
            if (number >= 6 && Jewish.IsLeapYear(jewish)) number++;
            var found = DateOnly.FromDateTime(Jewish.ToDateTime(jewish, number, Math.Min(day, Jewish.GetDaysInMonth(jewish, number)), 0, 0, 0, 0));
            if (found.Year == year) yield return found;
        }
    }

    /// <summary>A day of the Iranian calendar.</summary>
    public static IEnumerable<DateOnly> Persian(int year, int month, int day)
    {
        for (var iranian = Math.Max(1, year - 622); iranian <= year - 621; iranian++)
        {
            if (iranian > 9377) continue;
            var found = DateOnly.FromDateTime(Iranian.ToDateTime(iranian, month, Math.Min(day, Iranian.GetDaysInMonth(iranian, month)), 0, 0, 0, 0));
            if (found.Year == year) yield return found;
        }
    }

    /// <summary>A day of the Chinese calendar (known from 1901 to 2100), leap months left out of the count.</summary>
    public static IEnumerable<DateOnly> Chinese(int year, int month, int day)
    {
        for (var chinese = year - 1; chinese <= year; chinese++)
        {
            if (chinese is < 1901 or > 2100) continue;
            var leap = Lunisolar.GetLeapMonth(chinese);
            var number = leap > 0 && month >= leap ? month + 1 : month;
            var found = DateOnly.FromDateTime(Lunisolar.ToDateTime(chinese, number, Math.Min(day, Lunisolar.GetDaysInMonth(chinese, number)), 0, 0, 0, 0));
            if (found.Year == year) yield return found;
        }
    }
}
