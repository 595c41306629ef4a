using System.Globalization;

namespace Demarche.Language.Training;

/// <summary>Trains the network on unlabelled text with teachers and on a treebank, and says how well it does on another.</summary>
internal sealed class ParserTrainer
{
    private const int WordsOfBatch = 700;
    private const float Rate = 2.2e-3f;
    private const int WarmUpSteps = 300;
    private const int MaxLength = 150;
    private const int LessonsOfReport = 1000;

    /// <summary>Share of dropout left where there is more text than can be read twice.</summary>
    private const float PretrainingDropout = 0.4f;

    private readonly ParserModel _model;
    private readonly Parser _parser;
    private readonly IReadOnlyList<ConlluSentence> _sentences;
    private readonly List<Example> _examples;
    private readonly Xoshiro _random;
    private readonly Lemmatizer _lemmatizer;

    /// <param name="model">Where training begins; its weights are changed.</param>
    /// <param name="sentences">Treebank to learn from.</param>
    /// <param name="random">Decides all that is left to chance.</param>
    public ParserTrainer(ParserModel model, IReadOnlyList<ConlluSentence> sentences, Xoshiro random)
    {
        _model = model;
        _parser = model.ToParser();
        _sentences = sentences;
        _random = random;
        _examples = Examples(sentences);
        _lemmatizer = LemmatizerTrainer.Train(sentences, model.Tags);
    }

    /// <summary>A network that knows nothing yet.</summary>
    /// <param name="sentences">Treebank whose tags, relations and words it is to know.</param>
    /// <param name="vectors">Of unlabelled text.</param>
    /// <param name="layers">Recurrent layers.</param>
    /// <param name="ownWords">Whether the words with a vector get an embedding of their own too, which only much text can fill.</param>
    /// <param name="random">Decides the weights.</param>
    public static ParserModel Begin(IReadOnlyList<ConlluSentence> sentences, WordVectors vectors, int layers, bool ownWords, Xoshiro random)
    {
        var tags = TagsOf(sentences);
        var words = sentences.SelectMany(s => s.Words).GroupBy(w => WordKey.Of(w.Form), StringComparer.Ordinal).Where(g => g.Count() >= 2).Select(g => g.Key);
        if (ownWords) words = words.Concat(vectors.Words).Append(WordFeatures.Covered);
        string[] all = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var weights = new NetworkWeights(new NetworkShape(all.Length + 1, vectors.Width, tags.Tags.Count, tags.Relations.Count, layers));
        WeightStart.Fill(weights, random);
        return new ParserModel(tags, all, vectors, [weights]);
    }

    public void Put(ModelFile file)
    {
        _lemmatizer.Put(file);
        _model.Put(file);
    }

    /// <summary>Learns from the teachers' reading of unlabelled text, and to guess covered words.</summary>
    /// <param name="pretraining">Makes the lessons.</param>
    /// <param name="words">About how many words to read.</param>
    /// <param name="held">Treebank to watch progress on.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    public void Pretrain(Pretraining pretraining, long words, IReadOnlyList<ConlluSentence> held, Action<string> say)
    {
        var trainer = new NetworkTrainer(_model.Weights[0], _model.Vectors.Rows, [], _random, PretrainingDropout, _model.Vectors.Words.Length);
        long step = 0, steps = words / Pretraining.WordsOfBatch;
        double tags = 0, arcs = 0, relations = 0, guesses = 0;
        foreach (var lesson in pretraining.Lessons(words))
        {
            var loss = trainer.Step(lesson, RateAt(step++, steps, Rate, 0.1f));
            tags += loss.Tags;
            arcs += loss.Arcs;
            relations += loss.Relations;
            guesses += loss.Guesses;
            if (step % LessonsOfReport != 0) continue;
            const double n = LessonsOfReport;
            say(string.Create(CultureInfo.InvariantCulture, $"lesson {step} of {steps}: loss tags {tags / n:f3} arcs {arcs / n:f3} relations {relations / n:f3} guesses {guesses / n:f3}; dev {Evaluate(held)}"));
            tags = arcs = relations = guesses = 0;
        }
    }

    /// <summary>Learns from the treebank.</summary>
    /// <param name="epochs">Passes over it.</param>
    /// <param name="rate">Greatest rate of learning.</param>
    /// <param name="held">Treebank to watch progress on.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    /// <param name="finished">Called after each pass with its number.</param>
    public void Train(int epochs, float rate, IReadOnlyList<ConlluSentence> held, Action<string> say, Action<int> finished)
    {
        var trainer = new NetworkTrainer(_model.Weights[0], _model.Vectors.Rows, CountWords(), _random);
        var batchesPerEpoch = Batches().Count;
        long step = 0, steps = (long)batchesPerEpoch * epochs;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            double tags = 0, arcs = 0, relations = 0;
            var batches = Batches();
            foreach (var batch in batches)
            {
                var loss = trainer.Step(new Lesson(batch), RateAt(step++, steps, rate, 0.01f));
                tags += loss.Tags;
                arcs += loss.Arcs;
                relations += loss.Relations;
            }
            var n = batches.Count;
            say(string.Create(CultureInfo.InvariantCulture, $"pass {epoch} of {epochs}: loss tags {tags / n:f3} arcs {arcs / n:f3} relations {relations / n:f3}; dev {Evaluate(held)}"));
            finished(epoch);
        }
    }

    /// <summary>Rises for some steps to the highest rate, then falls along a cosine to the given share of it.</summary>
    private static float RateAt(long step, long steps, float highest, float lastShare)
    {
        var warm = Math.Min(WarmUpSteps, steps / 10);
        if (step < warm) return highest * (step + 1) / warm;
        var fallen = Math.Min(1f, (step - warm) / (float)Math.Max(1, steps - warm));
        return highest * (lastShare + ((1 - lastShare) * 0.5f * (1f + MathF.Cos(MathF.PI * fallen))));
    }

    private int[] CountWords()
    {
        var counts = _sentences.SelectMany(s => s.Words).GroupBy(w => WordKey.Of(w.Form), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [0, .. _model.Words.Select(w => counts.GetValueOrDefault(w))];
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
        var tagOf = _model.Tags.Tags.Select((t, i) => (t, i)).ToDictionary(e => e.t, e => e.i);
        var relationOf = _model.Tags.Relations.Select((r, i) => (r, i)).ToDictionary(e => e.r, e => e.i, StringComparer.Ordinal);
        var tables = _model.Weights[0].Shape.Tables;
        var all = new List<Example>();
        foreach (var s in sentences)
        {
            var n = s.Words.Count;
            if (n > MaxLength) continue;
            var capitals = default(Capitals);
            foreach (var w in s.Words) capitals.Add(w.Form);
            var e = new Example(new int[n * tables], new int[n], new int[n], new int[n], new int[n]);
            for (var i = 0; i < n; i++)
            {
                var w = s.Words[i];
                e.Vectors[i] = _parser.Features.Describe(w.Form, capitals.At(i), e.Rows.AsSpan(i * tables, tables));
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
        if (held.Count == 0) return "none";
        int words = 0, upos = 0, xpos = 0, feats = 0, lemmas = 0, heads = 0, both = 0;
        var state = _parser.CreateState();
        var result = new Parser.Result();
        foreach (var chunk in held.Chunk(40))
        {
            state.Clear();
            foreach (var s in chunk) _parser.Add(state, s);
            _parser.Run(state, result);
            var at = 0;
            foreach (var s in chunk)
            {
                for (var i = 0; i < s.Words.Count; i++)
                {
                    var (w, t) = (s.Words[i], _model.Tags.Tags[result.Tags[at + i]]);
                    if (w.Lemma == "_" || w.Lemma == _lemmatizer.Find(w.Form, _model.Tags.LemmaClasses[result.Tags[at + i]], i == 0)) lemmas++;
                    var head = result.Heads[at + i] < 0 ? -1 : result.Heads[at + i] - at;
                    words++;
                    if (t.Upos == w.Upos) upos++;
                    if (t.Xpos == w.Xpos) xpos++;
                    if (t.Feats == w.Feats) feats++;
                    if (head != w.Head) continue;
                    heads++;
                    if (Base(_model.Tags.Relations[result.Relations[at + i]]).SequenceEqual(Base(w.Relation))) both++;
                }
                at += s.Words.Count;
            }
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"UPOS {100.0 * upos / words:f2} XPOS {100.0 * xpos / words:f2} feats {100.0 * feats / words:f2} lemmas {100.0 * lemmas / words:f2} UAS {100.0 * heads / words:f2} LAS {100.0 * both / words:f2}");
    }

    private static ReadOnlySpan<char> Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var i and > 0 ? relation.AsSpan(0, i) : relation;
}
