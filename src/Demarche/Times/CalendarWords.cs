using System.Collections.Frozen;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>A unit of the calendar or the clock, shortest first.</summary>
internal enum TimeUnit
{
    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Saturday with Sunday.</summary>
    Weekend,

    /// <summary>Weeks from Monday (ISO 8601).</summary>
    Week,

    /// <summary>Fortnights: two weeks.</summary>
    Fortnight,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Quarters of a year.</summary>
    Quarter,

    /// <summary>Years.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,
}

/// <summary>The English names of months, days, parts of a day, seasons and units.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<string, int> Months = Table(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec");

    private static readonly FrozenDictionary<string, int> Weekdays = Table(
        "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun");

    private static readonly FrozenDictionary<string, string> DayParts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["morning"] = "MO",
        ["mornings"] = "MO",
        ["dawn"] = "MO",
        ["daybreak"] = "MO",
        ["sunrise"] = "MO",
        ["afternoon"] = "AF",
        ["afternoons"] = "AF",
        ["evening"] = "EV",
        ["evenings"] = "EV",
        ["dusk"] = "EV",
        ["sunset"] = "EV",
        ["sundown"] = "EV",
        ["nightfall"] = "EV",
        ["night"] = "NI",
        ["nights"] = "NI",
        ["overnight"] = "NI",
        ["midday"] = "MI",
        ["lunchtime"] = "MI",
        ["daytime"] = "DT",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Seasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["spring"] = "SP",
        ["summer"] = "SU",
        ["autumn"] = "FA",
        ["fall"] = "FA",
        ["winter"] = "WI",
        ["springtime"] = "SP",
        ["summertime"] = "SU",
        ["wintertime"] = "WI",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TimeUnit> Units = new Dictionary<string, TimeUnit>(StringComparer.Ordinal)
    {
        ["second"] = TimeUnit.Second,
        ["minute"] = TimeUnit.Minute,
        ["hour"] = TimeUnit.Hour,
        ["day"] = TimeUnit.Day,
        ["weekend"] = TimeUnit.Weekend,
        ["week"] = TimeUnit.Week,
        ["fortnight"] = TimeUnit.Fortnight,
        ["month"] = TimeUnit.Month,
        ["quarter"] = TimeUnit.Quarter,
        ["year"] = TimeUnit.Year,
        ["decade"] = TimeUnit.Decade,
        ["century"] = TimeUnit.Century,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TimeUnit> PluralUnits = new Dictionary<string, TimeUnit>(StringComparer.Ordinal)
    {
        ["seconds"] = TimeUnit.Second,
        ["minutes"] = TimeUnit.Minute,
        ["hours"] = TimeUnit.Hour,
        ["days"] = TimeUnit.Day,
        ["weekends"] = TimeUnit.Weekend,
        ["weeks"] = TimeUnit.Week,
        ["fortnights"] = TimeUnit.Fortnight,
        ["months"] = TimeUnit.Month,
        ["quarters"] = TimeUnit.Quarter,
        ["years"] = TimeUnit.Year,
        ["decades"] = TimeUnit.Decade,
        ["centuries"] = TimeUnit.Century,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Recurring = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hourly"] = "PT1H",
        ["daily"] = "P1D",
        ["nightly"] = "P1D",
        ["weekly"] = "P1W",
        ["fortnightly"] = "P2W",
        ["biweekly"] = "P2W",
        ["monthly"] = "P1M",
        ["quarterly"] = "P1Q",
        ["yearly"] = "P1Y",
        ["annual"] = "P1Y",
        ["annually"] = "P1Y",
        ["biannual"] = "P6M",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words other than calendar words, numerals and names that an expression may rest on.
    private static readonly FrozenSet<string> Others = """
        yesterday today tomorrow tonight noon midnight midday now currently nowadays presently current recent recently lately soon ago later earlier future past present moment time
        moments ages future once twice hundred dozen half fiscal overnight
        twenties thirties forties fifties sixties seventies eighties nineties centuries
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True if a word in lower case names a time or may belong to what names one.</summary>
    public static bool NamesTime(string word) =>
        Units.ContainsKey(word) || PluralUnits.ContainsKey(word) || DayParts.ContainsKey(word) || Months.ContainsKey(word) || Weekdays.ContainsKey(word) || Seasons.ContainsKey(word)
        || Recurring.ContainsKey(word) || Others.Contains(word) || word.EndsWith("long", StringComparison.Ordinal) || NumberWords.Cardinal(word) is not null || NumberWords.Ordinal(word) is not null;

    /// <summary>1 to 12 for a month's name or abbreviation in lower case, 0 for all else.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    /// <summary>1 (Monday) to 7 for a weekday's name or abbreviation, 0 for all else.</summary>
    public static int Weekday(string word) => Weekdays.GetValueOrDefault(word);

    /// <summary>True for a name of four letters or more that is no abbreviation of a month or weekday ("sept" is one).</summary>
    public static bool IsFullName(string word) => word is "may" or "june" or "july" || word.Length > 4 && word is not ("thurs");

    /// <summary>TIMEX3 code ("MO", "AF", "EV", "NI", "MI", "DT") of a part of the day, or null.</summary>
    public static string? DayPart(string word) => DayParts.GetValueOrDefault(word);

    /// <summary>True for a part of the day that stands without an article: "at dawn".</summary>
    public static bool IsMoment(string word) => word is "dawn" or "daybreak" or "sunrise" or "dusk" or "sunset" or "sundown" or "nightfall";

    /// <summary>TIMEX3 code ("SP", "SU", "FA", "WI") of a season, or null.</summary>
    public static string? Season(string word) => Seasons.GetValueOrDefault(word);

    /// <summary>The unit a noun in the singular names, or null.</summary>
    public static TimeUnit? Unit(string word) => Units.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>The unit a noun in the plural names, or null.</summary>
    public static TimeUnit? Plural(string word) => PluralUnits.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>The period of "daily", "annually" and their like, or null.</summary>
    public static string? Recurrence(string word) => Recurring.GetValueOrDefault(word);

    private static FrozenDictionary<string, int> Table(params string[] rows) =>
        rows.SelectMany((row, i) => row.Split(' ').Select(name => KeyValuePair.Create(name, i + 1))).ToFrozenDictionary(StringComparer.Ordinal);
}
