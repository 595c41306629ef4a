using Demarche.Text;

namespace Demarche.Times;

/// <summary>Words that point to the present, the past or the future as a whole, from data/times/references.tsv.</summary>
internal sealed class ReferenceWords
{
    private const string FileName = "times/references.tsv";
    private readonly Dictionary<string, List<(string[] Words, string Value)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>None at all, for scans that look for days.</summary>
    public static ReferenceWords None { get; } = new();

    /// <summary>Reads words and value.</summary>
    /// <exception cref="DataException">A line cannot be read.</exception>
    public static ReferenceWords Load(DataFiles data)
    {
        var table = new ReferenceWords();
        foreach (var (line, text) in data.Lines(FileName))
        {
            if (text.Split('\t') is not [{ Length: > 0 } phrase, "PRESENT_REF" or "PAST_REF" or "FUTURE_REF"] cells)
                throw new DataException(FileName, line, "expected words and PRESENT_REF, PAST_REF or FUTURE_REF");
            var words = phrase.Split(' ');
            if (!table._byFirstWord.TryGetValue(words[0], out var phrases)) table._byFirstWord.Add(words[0], phrases = []);
            phrases.Add((words, cells[1]));
        }
        foreach (var phrases in table._byFirstWord.Values) phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return table;
    }

    /// <summary>True if a phrase starts with a word in lower case.</summary>
    public bool Starts(string word) => _byFirstWord.ContainsKey(word);

    /// <summary>The longest phrase that starts at a word.</summary>
    public TimeMatch? At(TimeScan scan, int at)
    {
        if (!_byFirstWord.TryGetValue(scan[at].Lower, out var phrases)) return null;
        foreach (var (words, value) in phrases)
        {
            var k = 0;
            while (k < words.Length && scan[at + k].Lower == words[k]) k++;
            if (k == words.Length) return new TimeMatch(at + k, new ReferenceMeaning(value));
        }
        return null;
    }
}
