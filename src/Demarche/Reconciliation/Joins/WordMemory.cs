using Demarche.Language;

namespace Demarche.Reconciliation.Joins;

/// <summary>What was seen of words in the topics that were learnt from: how often two words name one act, and how often a word names an act that others name too.</summary>
/// <remarks>Each topic has one voice a word, however often the word stands in it.</remarks>
internal sealed class WordMemory
{
    private const double Doubt = 1.5;

    private readonly Dictionary<string, (float Sum, int Topics)> _pairs;
    private readonly Dictionary<string, (float Sum, int Topics)> _words;

    public WordMemory(Dictionary<string, (float Sum, int Topics)> pairs, Dictionary<string, (float Sum, int Topics)> words) => (_pairs, _words) = (pairs, words);

    /// <summary>Names a pair of words, in either order.</summary>
    public static string KeyOf(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a + " " + b : b + " " + a;

    /// <summary>Share of the pairs of these words that were one act; -1 if the words never met.</summary>
    /// <param name="a">One word.</param>
    /// <param name="b">The other.</param>
    /// <param name="without">What one topic said, to be left out; or null.</param>
    public double Pair(string a, string b, WordMemory? without) => Share(_pairs, without?._pairs, KeyOf(a, b), a == b ? 0.5 : 0.05);

    /// <summary>Share of the mentions with the word that were joined with others; -1 if it was never seen.</summary>
    public double Joined(string word, WordMemory? without) => Share(_words, without?._words, word, 0.5);

    private static double Share(Dictionary<string, (float Sum, int Topics)> known, Dictionary<string, (float Sum, int Topics)>? without, string key, double prior)
    {
        var (sum, topics) = known.GetValueOrDefault(key);
        if (without is not null && without.TryGetValue(key, out var own)) (sum, topics) = (sum - own.Sum, topics - own.Topics);
        return IsRumour(sum, topics) ? -1 : (sum + Doubt * prior) / (topics + Doubt);
    }

    // What one topic did not join says little, and there is very much of it.
    private static bool IsRumour(float sum, int topics) => topics <= 0 || topics == 1 && sum <= 0;

    /// <summary>The voices of several topics together.</summary>
    public static WordMemory Of(IEnumerable<WordMemory> topics)
    {
        var (pairs, words) = (new Dictionary<string, (float, int)>(StringComparer.Ordinal), new Dictionary<string, (float, int)>(StringComparer.Ordinal));
        foreach (var t in topics)
        {
            Add(pairs, t._pairs);
            Add(words, t._words);
        }
        return new WordMemory(pairs, words);
    }

    private static void Add(Dictionary<string, (float, int)> to, Dictionary<string, (float Sum, int Topics)> from)
    {
        foreach (var (key, (sum, topics)) in from.OrderBy(x => x.Key, StringComparer.Ordinal))
            to[key] = to.TryGetValue(key, out var known) ? (known.Item1 + sum, known.Item2 + topics) : (sum, topics);
    }

    /// <summary>Stores what <see cref="Get"/> reads.</summary>
    public void Put(ModelFile file, string section) => file.Put(section, w =>
    {
        foreach (var table in new[] { _pairs, _words })
        {
            var kept = table.Where(x => !IsRumour(x.Value.Sum, x.Value.Topics)).ToList();
            w.Write(kept.Count);
            foreach (var (key, (sum, topics)) in kept.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                w.Write(key);
                w.Write(sum);
                w.Write(topics);
            }
        }
    });

    /// <summary>Reads a section.</summary>
    public static WordMemory Get(ModelFile file, string section) => file.Get(section, r => new WordMemory(Table(r), Table(r)));

    private static Dictionary<string, (float, int)> Table(BinaryReader r)
    {
        var table = new Dictionary<string, (float, int)>(StringComparer.Ordinal);
        for (var n = r.ReadInt32(); n > 0; n--) table.Add(r.ReadString(), (r.ReadSingle(), r.ReadInt32()));
        return table;
    }
}
