using System.Globalization;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>A feast or day of remembrance.</summary>
/// <param name="Words">Its name in lower case.</param>
/// <param name="Rule">Where it lies in the years.</param>
/// <param name="Length">For how many days it lasts.</param>
/// <param name="Behind">Words one of which must follow the name; none: any.</param>
internal sealed record Feast(string[] Words, FeastRule Rule, int Length, string[] Behind);

/// <summary>Feasts and days of remembrance with their place in the year, from data/times/holidays.tsv.</summary>
internal sealed class Holidays
{
    private const string FileName = "times/holidays.tsv";
    private readonly Dictionary<string, List<Feast>> _byFirstWord;

    private Holidays(Dictionary<string, List<Feast>> byFirstWord) => _byFirstWord = byFirstWord;

    /// <summary>None at all, for scans that need no feasts.</summary>
    public static Holidays None { get; } = new([]);

    /// <summary>Reads name, rule, days and words behind.</summary>
    /// <exception cref="DataException">A line cannot be read.</exception>
    public static Holidays Load(DataFiles data)
    {
        var table = new Dictionary<string, List<Feast>>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(FileName))
        {
            var cells = text.Split('\t');
            if (cells.Length is < 2 or > 4 || cells[0].Length == 0) throw new DataException(FileName, line, "expected name, rule and, if need be, days and the words behind");
            if (FeastRule.Parse(cells[1]) is not { } rule) throw new DataException(FileName, line, $"no rule: {cells[1]}");
            var length = 1;
            if (cells.Length > 2 && cells[2].Length > 0 && (!int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length is < 1 or > 60))
                throw new DataException(FileName, line, "the days a feast lasts are a number from 1 to 60");
            var words = TimeWords.Of(cells[0]).Select(w => w.Lower + (w.Suffix == "th" ? "th" : "")).ToArray();
            if (!table.TryGetValue(words[0], out var feasts)) table.Add(words[0], feasts = []);
            feasts.Add(new Feast(words, rule, length, cells.Length > 3 ? cells[3].Split(' ') : []));
        }
        foreach (var feasts in table.Values) feasts.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return new Holidays(table);
    }

    /// <summary>True if a name may start with a word.</summary>
    public bool Starts(in TimeWord word) => (word.Capital || word.Kind == TimeWordKind.Digits) && _byFirstWord.ContainsKey(Form(word));

    /// <summary>The feast whose name starts at a word, the longest name first.</summary>
    public Feast? At(TimeScan scan, int at, out int end)
    {
        end = at;
        if (!scan[at].Capital && scan[at].Kind != TimeWordKind.Digits || !_byFirstWord.TryGetValue(Form(scan[at]), out var feasts)) return null;
        foreach (var feast in feasts)
        {
            var k = 0;
            while (k < feast.Words.Length && Form(scan[at + k]) == feast.Words[k]) k++;
            if (k < feast.Words.Length || feast.Behind.Length > 0 && !scan[at + k].Is(feast.Behind)) continue;
            end = at + k;
            return feast;
        }
        return null;
    }

    private static string Form(in TimeWord word) => word.Suffix == "th" ? word.Lower + "th" : word.Lower;
}
