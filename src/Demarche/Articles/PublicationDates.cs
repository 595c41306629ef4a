using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Articles;

/// <summary>Reads days out of metadata. The day is the one that stands there, in the outlet's own zone: no conversion to UTC.</summary>
public static partial class PublicationDates
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day of an ISO 8601, RFC 2822 or plain English date with its year; null for anything else.</summary>
    public static DateOnly? Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 200) return null;
        var text = value.Trim();
        var m = IsoPattern().Match(text);
        if (m.Success) return Day(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value);
        m = CompactPattern().Match(text);
        if (m.Success) return Day(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value);
        m = DayFirstPattern().Match(text);
        if (m.Success) return Day(m.Groups[3].Value, MonthNumber(m.Groups[2].Value), m.Groups[1].Value);
        m = MonthFirstPattern().Match(text);
        return m.Success ? Day(m.Groups[3].Value, MonthNumber(m.Groups[1].Value), m.Groups[2].Value) : null;
    }

    /// <summary>The day in the path of an address, as in ".../2025/06/18/..." or ".../2025-06-18-..."; null if there is none.</summary>
    public static (DateOnly Day, string Words)? InUrl(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > 4000) return null;
        var query = url.IndexOfAny(['?', '#']);
        var path = query < 0 ? url : url[..query];
        foreach (Match m in UrlPattern().Matches(path))
        {
            var month = char.IsAsciiLetter(m.Groups[2].ValueSpan[0]) ? MonthNumber(m.Groups[2].Value) : m.Groups[2].Value;
            if (Day(m.Groups[1].Value, month, m.Groups[3].Value) is { } day) return (day, m.Value.Trim('/', '-', '_'));
        }
        foreach (Match m in UrlCompactPattern().Matches(path))
        {
            if (Day(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value) is { } day) return (day, m.Value.Trim('/', '-', '_', '.'));
        }
        return null;
    }

    private static string MonthNumber(string name)
    {
        var at = name.Length < 3 ? -1 : Array.IndexOf(Months, name[..3].ToLowerInvariant());
        return (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var m = int.Parse(month, CultureInfo.InvariantCulture);
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        if (y is < EarliestYear or > LatestYear || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) return null;
        return new DateOnly(y, m, d);
    }

    [GeneratedRegex(@"^([12][0-9]{3})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"^([12][0-9]{3})([01][0-9])([0-3][0-9])(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CompactPattern();

    [GeneratedRegex(@"(?:^|[\s,])([0-3]?[0-9])(?:st|nd|rd|th)?[\s-]{1,3}(?:of )?((?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]{0,6}\.?,?[\s-]{1,3}([12][0-9]{3})(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirstPattern();

    [GeneratedRegex(@"(?:^|[\s,])((?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]{0,6}\.?\s{1,3}([0-3]?[0-9])(?:st|nd|rd|th)?,?\s{1,3}([12][0-9]{3})(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirstPattern();

    [GeneratedRegex(@"[/_-]((?:19|20)[0-9]{2})[/_-]([01]?[0-9]|(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})[/_-]([0-3]?[0-9])(?=[/_-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"[/_-](20[0-9]{2})([01][0-9])([0-3][0-9])(?=[/_.-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlCompactPattern();
}
