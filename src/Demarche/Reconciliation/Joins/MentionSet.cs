using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Reconciliation.Joins;

/// <summary>All mentions of one word in one half of the documents.</summary>
internal sealed record WordProfile(WordBag Around, WordBag Near, WordBag Arguments, HashSet<int> Documents);

/// <summary>What is compared of one mention, as numbers.</summary>
internal sealed record MentionView(
    ActMention Mention, WordBag Trigger, WordBag Agents, WordBag Patients, WordBag Others, WordBag All, WordBag Names, WordBag Times, WordBag Numbers,
    WordBag Around, WordBag Near, float[] Meaning, float[] ArgumentMeaning, float[] AroundMeaning)
{
    /// <summary>Other mentions of its document with a like word.</summary>
    public int Rivals { get; set; }

    /// <summary>The mentions of its word.</summary>
    public WordProfile Profile { get; set; } = null!;

    /// <summary>Share of the documents of its half that have a like word among their mentions.</summary>
    public double Spread { get; set; }
}

/// <summary>The mentions of some documents that are to be compared with each other, and how rare each word is among them.</summary>
internal sealed class MentionSet
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _sentences = [];
    private readonly Dictionary<int, int> _documents = [];
    private readonly int _allSentences;
    private readonly double[][] _likeness;
    private readonly double[][] _names;
    private readonly int[] _half;
    private readonly WordMeanings _meanings;

    public MentionSet(IReadOnlyList<Analysis> documents, IReadOnlyList<ActMention> mentions, WordMeanings meanings)
    {
        _meanings = meanings;
        foreach (var word in documents.SelectMany(d => d.Tokens).Select(WordOf).Distinct().Order(StringComparer.Ordinal)) _ids.Add(word, _ids.Count);
        foreach (var document in documents)
        {
            foreach (var sentence in document.Sentences)
                foreach (var id in Ids(Telling(document, sentence)).ToHashSet()) _sentences[id] = _sentences.GetValueOrDefault(id) + 1;
            foreach (var id in Ids(document.Tokens.Where(ActMention.IsTelling)).ToHashSet()) _documents[id] = _documents.GetValueOrDefault(id) + 1;
            _allSentences += document.Sentences.Length;
        }
        _likeness = Compare([.. documents.Select(d => Profile(documents.Count, d.Tokens.Where(ActMention.IsTelling)))]);
        _names = Compare([.. documents.Select(d => Profile(documents.Count, d.Tokens.Where(t => t.Upos == "PROPN")))]);
        _half = Halves();
        Views = [.. mentions.Select(View)];
        Count();
    }

    public IReadOnlyList<MentionView> Views { get; }

    /// <summary>Cosine of the words of two documents, rare ones weighing more.</summary>
    public double Likeness(int a, int b) => _likeness[a][b];

    /// <summary>Cosine of their names.</summary>
    public double SharedNames(int a, int b) => _names[a][b];

    /// <summary>True if both lie on one side where the documents are cut in two.</summary>
    public bool SameHalf(int a, int b) => _half[a] == _half[b];

    /// <summary>How much likelier the two are than documents are on average, in standard deviations.</summary>
    public double Standing(int a, int b) => Deviation == 0 ? 0 : (_likeness[a][b] - Mean) / Deviation;

    /// <summary>How rare a lemma is in the sentences at hand.</summary>
    public double RarityOf(string lemma) => _ids.TryGetValue(lemma, out var id) ? Rarity(id) : Rarity(-1);

    private double Mean { get; set; }

    private double Deviation { get; set; }

    private int[] Halves()
    {
        var n = _likeness.Length;
        var off = Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, n).Where(j => j != i).Select(j => _likeness[i][j])).ToList();
        Mean = off.Count == 0 ? 0 : off.Average();
        Deviation = off.Count == 0 ? 0 : Math.Sqrt(off.Average(x => (x - Mean) * (x - Mean)));
        var mixed = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => _likeness[i][j] + _names[i][j]).ToArray()).ToArray();
        return Reconciliation.Joins.Halves.Of(mixed);
    }

    private static double[][] Compare(WordBag[] bags) => [.. bags.Select(a => bags.Select(b => a.Cosine(b)).ToArray())];

    private WordBag Profile(int documents, IEnumerable<Token> tokens) =>
        new(Ids(tokens).GroupBy(i => i).Select(g => (g.Key, (1 + Math.Log(g.Count())) * Math.Log((documents + 1.0) / _documents.GetValueOrDefault(g.Key, 1)))));

    private MentionView View(ActMention m)
    {
        var a = m.Arguments;
        var telling = Telling(m.Analysis, m.Sentence).Where(t => !m.Tokens.Contains(t.Index)).ToList();
        Token[] arguments = [.. a.Agents, .. a.Patients, .. a.Others];
        return new MentionView(
            m,
            new WordBag(Ids(m.Tokens.Select(i => m.Analysis.Tokens[i])).Select(i => (i, 1.0))),
            Bag(a.Agents), Bag(a.Patients), Bag(a.Others), Bag(arguments.Distinct()),
            Bag(telling.Where(t => t.Upos == "PROPN" && !ActMention.IsTime(t))), Bag(telling.Where(ActMention.IsTime)), Bag(telling.Where(t => t.Upos == "NUM" && !ActMention.IsTime(t))),
            Bag(telling), Bag(telling.Where(t => Math.Abs(t.Index - m.Head.Index) <= 6)),
            Meaning(m.Tokens.Select(i => m.Analysis.Tokens[i]).Where(t => m.Tokens.Length == 1 || t.Index == m.Head.Index)), Meaning(arguments), Meaning(telling));
    }

    private void Count()
    {
        foreach (var word in Views.GroupBy(v => (Half: _half[v.Mention.Document], v.Mention.Lemma)))
        {
            var all = new WordProfile(WordBag.Sum(word.Select(v => v.Around)), WordBag.Sum(word.Select(v => v.Near)), WordBag.Sum(word.Select(v => v.All)), word.Select(v => v.Mention.Document).ToHashSet());
            foreach (var v in word) v.Profile = all;
        }
        foreach (var v in Views)
        {
            v.Rivals = Views.Count(w => w != v && w.Mention.Document == v.Mention.Document && ActWords.Alike(w.Mention.Lemma, v.Mention.Lemma));
            var half = Views.Where(w => SameHalf(w.Mention.Document, v.Mention.Document)).ToList();
            v.Spread = (double)half.Where(w => ActWords.Alike(w.Mention.Lemma, v.Mention.Lemma)).Select(w => w.Mention.Document).Distinct().Count()
                / half.Select(w => w.Mention.Document).Distinct().Count();
        }
    }

    private float[] Meaning(IEnumerable<Token> tokens)
    {
        var sum = new float[_meanings.Width];
        foreach (var t in tokens) _meanings.Add(t.Form, (float)Rarity(Id(t)), sum);
        var length = MathF.Sqrt(sum.Sum(x => x * x));
        if (length > 0)
            for (var k = 0; k < sum.Length; k++) sum[k] /= length;
        return sum;
    }

    private WordBag Bag(IEnumerable<Token> tokens) => new(Ids(tokens).Distinct().Select(i => (i, Rarity(i))));

    private double Rarity(int id) => Math.Log((_allSentences + 1) / (_sentences.GetValueOrDefault(id) + 0.5));

    private IEnumerable<int> Ids(IEnumerable<Token> tokens) => tokens.Select(Id);

    private int Id(Token token) => _ids[WordOf(token)];

    private static string WordOf(Token token) => token.Lemma.ToLowerInvariant();

    private static IEnumerable<Token> Telling(Analysis document, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (ActMention.IsTelling(document.Tokens[i])) yield return document.Tokens[i];
    }
}
