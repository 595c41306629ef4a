using System.Globalization;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>Feasts and days of remembrance with their place in the year, from data/times/holidays.tsv.</summary>
internal sealed class Holidays
{
    private const string FileName = "times/holidays.tsv";
    private readonly Dictionary<string, List<Feast>> _byFirstWord;

    private Holidays(Dictionary<string, List<Feast>> byFirstWord) => _byFirstWord = byFirstWord;

    /// <summary>Month and day; month 0: days from Easter Sunday.</summary>
    internal sealed record Feast(string[] Words, int Month, int Day);

    /// <summary>None at all, for scans that need no feasts.</summary>
    public static Holidays None { get; } = new([]);

    /// <summary>Reads name, month and day.</summary>
    /// <exception cref="DataException">A line cannot be read.</exception>
    public static Holidays Load(DataFiles data)
    {
        var table = new Dictionary<string, List<Feast>>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(FileName))
        {
            var cells = text.Split('\t');
            if (cells.Length != 3 || cells[0].Length == 0) throw new DataException(FileName, line, "expected name, month and day");
            if (!int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month > 12
                || !int.TryParse(cells[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day)
                || month > 0 && (day < 1 || day > DateTime.DaysInMonth(2000, month)))
                throw new DataException(FileName, line, "month must be 1 to 12 with a day of it, or 0 with days from Easter");
            var words = TimeWords.Of(cells[0]).Select(w => w.Lower).ToArray();
            if (!table.TryGetValue(words[0], out var feasts)) table.Add(words[0], feasts = []);
            feasts.Add(new Feast(words, month, day));
        }
        foreach (var feasts in table.Values) feasts.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return new Holidays(table);
    }

    /// <summary>The feast whose name starts at a word, the longest name first.</summary>
    public Feast? At(TimeScan scan, int at, out int end)
    {
        end = at;
        if (!scan[at].Capital || !_byFirstWord.TryGetValue(scan[at].Lower, out var feasts)) return null;
        foreach (var feast in feasts)
        {
            var k = 0;
            while (k < feast.Words.Length && scan[at + k].Lower == feast.Words[k]) k++;
            if (k < feast.Words.Length) continue;
            end = at + k;
            return feast;
        }
        return null;
    }

    /// <summary>The day of a feast in a year of the Gregorian calendar.</summary>
    public static DateOnly DayOf(int month, int day, int year)
    {
        if (month > 0) return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        // Easter Sunday after Butcher's algorithm (1876), as in Meeus, Astronomical Algorithms, chapter 8.
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        var easter = new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
        return easter.AddDays(day);
    }
}
