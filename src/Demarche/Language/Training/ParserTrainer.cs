using System.Globalization;

namespace Demarche.Language.Training;

/// <summary>Trains the network on a treebank and says after each pass how well it does on another.</summary>
internal sealed class ParserTrainer
{
    private const int WordsOfBatch = 700;
    private const float Rate = 2.2e-3f;
    private const int WarmUpSteps = 300;
    private const int MaxLength = 150;

    private readonly TagSet _tags;
    private readonly WordFeatures _features;
    private readonly NetworkWeights _weights;
    private readonly string[] _words;
    private readonly WordVectors _vectors;
    private readonly NetworkTrainer _trainer;
    private readonly List<Example> _examples;
    private readonly Xoshiro _random;
    private readonly Lemmatizer _lemmatizer;

    public ParserTrainer(IReadOnlyList<ConlluSentence> sentences, WordVectors vectors, ulong seed)
    {
        _random = new Xoshiro(seed);
        _vectors = vectors;
        _tags = TagsOf(sentences);
        var counts = sentences.SelectMany(s => s.Words).GroupBy(w => WordKey.Of(w.Form), StringComparer.Ordinal).Where(g => g.Count() >= 2)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Word: g.Key, Count: g.Count())).ToList();
        _words = [.. counts.Select(c => c.Word)];
        _features = new WordFeatures(_words, vectors.Words);
        _weights = new NetworkWeights(new NetworkShape(_words.Length + 1, vectors.Width, _tags.Tags.Count, _tags.Relations.Count));
        WeightStart.Fill(_weights, _random);
        _trainer = new NetworkTrainer(_weights, vectors.Rows, [0, .. counts.Select(c => c.Count)], _random);
        _examples = Examples(sentences);
        _lemmatizer = LemmatizerTrainer.Train(sentences, _tags);
    }

    public Parser Parser => new(_trainer.Network, _features, _tags);

    public void Put(ModelFile file)
    {
        _lemmatizer.Put(file);
        _tags.Put(file);
        _vectors.Put(file);
        _weights.Put(file);
        file.Put("words", w => ModelFile.PutStrings(w, _words));
    }

    public void Train(int epochs, IReadOnlyList<ConlluSentence> held, Action<string> say, Action<int> finished)
    {
        var batchesPerEpoch = Batches().Count;
        long step = 0, steps = (long)batchesPerEpoch * epochs;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            double tags = 0, arcs = 0, relations = 0;
            var batches = Batches();
            foreach (var batch in batches)
            {
                var loss = _trainer.Step(batch, RateAt(step++, steps));
                tags += loss.Tags;
                arcs += loss.Arcs;
                relations += loss.Relations;
            }
            var n = batches.Count;
            say(string.Create(CultureInfo.InvariantCulture, $"pass {epoch} of {epochs}: loss tags {tags / n:f3} arcs {arcs / n:f3} relations {relations / n:f3}; dev {Evaluate(held)}"));
            finished(epoch);
        }
    }

    /// <summary>Rises for some steps, then falls along a cosine to nothing.</summary>
    private static float RateAt(long step, long steps)
    {
        var warm = Math.Min(WarmUpSteps, steps / 10);
        if (step < warm) return Rate * (step + 1) / warm;
        return Rate * (0.01f + (0.99f * 0.5f * (1f + MathF.Cos(MathF.PI * (step - warm) / Math.Max(1, steps - warm)))));
    }

    /// <summary>Sentences of like length together, in an order drawn anew for each pass.</summary>
    private List<List<Example>> Batches()
    {
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        _random.Shuffle(order);
        var batches = new List<List<Example>>();
        foreach (var pool in order.Chunk(1024))
        {
            var words = 0;
            foreach (var e in pool.Select(i => _examples[i]).OrderBy(e => e.Length))
            {
                if (words == 0) batches.Add([]);
                batches[^1].Add(e);
                words += e.Length;
                if (words >= WordsOfBatch) words = 0;
            }
        }
        var places = Enumerable.Range(0, batches.Count).ToArray();
        _random.Shuffle(places);
        return [.. places.Select(p => batches[p])];
    }

    private static TagSet TagsOf(IReadOnlyList<ConlluSentence> sentences)
    {
        var tags = sentences.SelectMany(s => s.Words).GroupBy(w => (w.Upos, w.Xpos, w.Feats)).Where(g => g.Count() >= 3).Select(g => g.Key)
            .OrderBy(t => t.Upos, StringComparer.Ordinal).ThenBy(t => t.Xpos, StringComparer.Ordinal).ThenBy(t => t.Feats, StringComparer.Ordinal).ToList();
        var relations = sentences.SelectMany(s => s.Words).Select(w => w.Relation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new TagSet(tags, relations);
    }

    private List<Example> Examples(IReadOnlyList<ConlluSentence> sentences)
    {
        var tagOf = _tags.Tags.Select((t, i) => (t, i)).ToDictionary(e => e.t, e => e.i);
        var relationOf = _tags.Relations.Select((r, i) => (r, i)).ToDictionary(e => e.r, e => e.i, StringComparer.Ordinal);
        var tables = _weights.Shape.Tables;
        var all = new List<Example>();
        foreach (var s in sentences)
        {
            var n = s.Words.Count;
            if (n > MaxLength) continue;
            var e = new Example(new int[n * tables], new int[n], new int[n], new int[n], new int[n]);
            for (var i = 0; i < n; i++)
            {
                var w = s.Words[i];
                e.Vectors[i] = _features.Describe(w.Form, e.Rows.AsSpan(i * tables, tables));
                e.Tags[i] = tagOf.TryGetValue((w.Upos, w.Xpos, w.Feats), out var tag) ? tag : -1;
                e.Heads[i] = w.Head;
                e.Relations[i] = relationOf[w.Relation];
            }
            all.Add(e);
        }
        return all;
    }

    /// <summary>Accuracy with the true words and sentences given.</summary>
    private string Evaluate(IReadOnlyList<ConlluSentence> held)
    {
        int words = 0, upos = 0, xpos = 0, feats = 0, lemmas = 0, heads = 0, both = 0;
        var state = new NetworkState();
        var result = new Parser.Result();
        var parser = Parser;
        foreach (var chunk in held.Chunk(40))
        {
            state.Clear();
            foreach (var s in chunk) parser.Add(state, s);
            parser.Run(state, result);
            var at = 0;
            foreach (var s in chunk)
            {
                for (var i = 0; i < s.Words.Count; i++)
                {
                    var (w, t) = (s.Words[i], _tags.Tags[result.Tags[at + i]]);
                    if (w.Lemma == "_" || w.Lemma == _lemmatizer.Find(w.Form, _tags.LemmaClasses[result.Tags[at + i]], i == 0)) lemmas++;
                    var head = result.Heads[at + i] < 0 ? -1 : result.Heads[at + i] - at;
                    words++;
                    if (t.Upos == w.Upos) upos++;
                    if (t.Xpos == w.Xpos) xpos++;
                    if (t.Feats == w.Feats) feats++;
                    if (head != w.Head) continue;
                    heads++;
                    if (Base(_tags.Relations[result.Relations[at + i]]).SequenceEqual(Base(w.Relation))) both++;
                }
                at += s.Words.Count;
            }
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"UPOS {100.0 * upos / words:f2} XPOS {100.0 * xpos / words:f2} feats {100.0 * feats / words:f2} lemmas {100.0 * lemmas / words:f2} UAS {100.0 * heads / words:f2} LAS {100.0 * both / words:f2}");
    }

    private static ReadOnlySpan<char> Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var i and > 0 ? relation.AsSpan(0, i) : relation;
}
