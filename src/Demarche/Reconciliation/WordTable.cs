using Demarche.Coding;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>The telling words of a sentence, each with its weight; the rarer over the articles at hand, the heavier.</summary>
internal sealed class SentenceWords(SortedDictionary<string, double> weights)
{
    private readonly double _length = Math.Sqrt(weights.Values.Sum(w => w * w));

    /// <summary>Cosine of the two weighted word sets, 0 to 1.</summary>
    public double Cosine(SentenceWords other)
    {
        if (_length == 0 || other._length == 0) return 0;
        var sum = 0.0;
        foreach (var (word, weight) in weights)
            if (other.Weight(word) is var w and > 0) sum += weight * w;
        return sum / (_length * other._length);
    }

    /// <summary>Share of the lighter one's weight that the other has too, 0 to 1; 0 where one has no telling word.</summary>
    public double Share(SentenceWords other)
    {
        var (few, many) = Total <= other.Total ? (this, other) : (other, this);
        return few.Total == 0 ? 0 : few.Words.Sum(w => many.Weight(w.Key) > 0 ? w.Value : 0) / few.Total;
    }

    /// <summary>Share of this one's weight that the other has too, 0 to 1.</summary>
    public double CoveredBy(SentenceWords other) => Total == 0 ? 0 : Words.Sum(w => other.Weight(w.Key) > 0 ? w.Value : 0) / Total;

    /// <summary>Number of telling words that both have.</summary>
    public int Shared(SentenceWords other) => Words.Count(w => other.Weight(w.Key) > 0);

    /// <summary>Number of telling words.</summary>
    public int Count => weights.Count;

    private IEnumerable<KeyValuePair<string, double>> Words => weights;

    private double Total { get; } = weights.Values.Sum();

    private double Weight(string word) => weights.GetValueOrDefault(word);
}

/// <summary>How often each word stands in the sentences of the articles at hand, and the weights that follow.</summary>
/// <remarks>Inverse sentence frequency as in retrieval: ln((N + 1) / (n + 0.5)).</remarks>
internal sealed class WordTable
{
    private readonly Dictionary<string, int> _sentences = new(StringComparer.Ordinal);
    private readonly int _all;

    public WordTable(IReadOnlyList<CodedArticle> articles)
    {
        foreach (var coded in articles)
        {
            _all += coded.Analysis.Sentences.Length;
            foreach (var s in coded.Analysis.Sentences)
                foreach (var word in Words(coded.Analysis, s.Span).ToHashSet(StringComparer.Ordinal))
                    _sentences[word] = _sentences.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The weighted words of a stretch of an article.</summary>
    public SentenceWords Of(CodedArticle coded, TextSpan span)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in Words(coded.Analysis, span))
            weights.TryAdd(word, Math.Log((_all + 1) / (_sentences.GetValueOrDefault(word) + 0.5)));
        return new SentenceWords(weights);
    }

    /// <summary>Lemmas of nouns, verbs, adjectives and numbers, in lower case.</summary>
    public static IEnumerable<string> Words(Analysis analysis, TextSpan span)
    {
        var (first, end) = analysis.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            var t = analysis.Tokens[i];
            if (t.Upos is "NOUN" or "VERB" or "ADJ" or "PROPN" or "NUM" && t.Lemma is not ("say" or "tell" or "have" or "be" or "do"))
                yield return t.Lemma.ToLowerInvariant();
        }
    }
}
