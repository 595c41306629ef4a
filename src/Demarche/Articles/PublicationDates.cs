using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Articles;

/// <summary>Reads days out of metadata. The day is the one that stands there, unless it is a moment in UTC of an outlet whose zone is known.</summary>
public static partial class PublicationDates
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>Names of the months in the languages of Western Europe, each month's after one another.</summary>
    private static readonly Dictionary<string, int> Months = MonthNames(
        "january jan januar januari jänner janvier janv enero ene gennaio gen janeiro",
        "february feb februar februari février fevrier févr febrero febbraio fevereiro fev",
        "march mar märz maerz mär maart mrt mars marzo março marco",
        "april apr avril avr abril abr aprile",
        "may mai mei mayo maggio mag maio",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juil julio luglio lug julho",
        "august aug augustus août aout agosto ago",
        "september sept sep septembre septiembre setiembre settembre set setembro",
        "october oct oktober okt octobre octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro");

    /// <summary>The day of an ISO 8601, RFC 2822 or written-out date with its year; null for anything else.</summary>
    public static DateOnly? Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 200) return null;
        var text = value.Trim();
        var m = IsoPattern().Match(text);
        if (m.Success) return Day(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value);
        m = CompactPattern().Match(text);
        if (m.Success) return Day(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value);
        return Named(DayFirstPattern(), text, 2, 1) ?? Named(MonthFirstPattern(), text, 1, 2) ?? Numbers(text);
    }

    /// <summary>The moment of an ISO 8601 time with its offset, or of RFC 2822; null for anything else.</summary>
    public static DateTimeOffset? Moment(string? value)
    {
        if (value is null || value.Length > 60 || !MomentPattern().IsMatch(value.Trim())) return null;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment) ? moment : null;
    }

    /// <summary>The day that an outlet gives to a moment told in UTC.</summary>
    /// <param name="moment">As metadata give it.</param>
    /// <param name="zone">IANA name of the outlet's zone.</param>
    /// <returns>
    /// Null where the moment's own day stands: it has an offset of its own, it is midnight, which is how programs write a day without a time, or the zone is not known here.
    /// </returns>
    public static DateOnly? LocalDay(DateTimeOffset moment, string zone) =>
        moment.Offset == TimeSpan.Zero && moment.TimeOfDay != TimeSpan.Zero && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, found).DateTime)
            : null;

    private static DateOnly? Named(Regex pattern, string text, int month, int day)
    {
        foreach (Match m in pattern.Matches(text))
        {
            if (Months.TryGetValue(m.Groups[month].Value.ToLowerInvariant(), out var number)
                && Day(m.Groups[3].Value, number.ToString(CultureInfo.InvariantCulture), m.Groups[day].Value) is { } found) return found;
        }
        return null;
    }

    /// <summary>Days in figures alone: with full stops the day comes first; with strokes it must tell itself by being above twelve.</summary>
    private static DateOnly? Numbers(string text)
    {
        var m = NumbersPattern().Match(text);
        if (!m.Success) return null;
        var (first, mark, second, year) = (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value);
        var firstNumber = int.Parse(first, CultureInfo.InvariantCulture);
        var secondNumber = int.Parse(second, CultureInfo.InvariantCulture);
        if (mark == "." || firstNumber > 12 || firstNumber == secondNumber) return Day(year, second, first);
        return secondNumber > 12 ? Day(year, first, second) : null;
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
        return Months.GetValueOrDefault(name.ToLowerInvariant()).ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, int> MonthNames(params string[] months)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < months.Length; i++)
        {
            foreach (var name in months[i].Split(' ')) names.Add(name, i + 1);
        }
        return names;
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var m = int.Parse(month, CultureInfo.InvariantCulture);
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        if (y is < EarliestYear or > LatestYear || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) return null;
        return new DateOnly(y, m, d);
    }

    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})|[A-Za-z]{3}, [0-9]{1,2} [A-Za-z]{3} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} (?:GMT|[+-][0-9]{4}))$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MomentPattern();

    [GeneratedRegex(@"^([12][0-9]{3})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"^([12][0-9]{3})([01][0-9])([0-3][0-9])(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CompactPattern();

    [GeneratedRegex(@"(?:^|[^0-9])([0-3]?[0-9])(?:st|nd|rd|th|er|º)?[.\s-]{1,3}(?:of |de )?(\p{L}{3,10})\.?,?[\s-]{1,3}(?:de |del )?([12][0-9]{3})(?:[^0-9]|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayFirstPattern();

    [GeneratedRegex(@"(?:^|[^\p{L}])(\p{L}{3,10})\.?\s{1,3}([0-3]?[0-9])(?:st|nd|rd|th)?,?\s{1,3}([12][0-9]{3})(?:[^0-9]|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MonthFirstPattern();

    [GeneratedRegex(@"(?:^|[^0-9.])([0-3]?[0-9])([./])([0-3]?[0-9])[./]((?:19|20)[0-9]{2})(?:[^0-9]|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumbersPattern();

    [GeneratedRegex(@"[/_-]((?:19|20)[0-9]{2})[/_-]([01]?[0-9]|(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})[/_-]([0-3]?[0-9])(?=[/_-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"[/_-](20[0-9]{2})([01][0-9])([0-3][0-9])(?=[/_.-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlCompactPattern();
}
