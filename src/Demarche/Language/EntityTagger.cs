using Demarche.Text;

namespace Demarche.Language;

/// <summary>Finds names from word vectors and sparse features of the words, the parser's tags and relations among them; docs/decisions/0005-entities.md.</summary>
/// <remarks>Only reads its weights: safe on any number of threads.</remarks>
internal sealed class EntityTagger
{
    private const int C = EntityLabels.Columns;
    private const float Leak = 0.1f;

    private readonly EntityWeights _weights;
    private readonly EntityTable _table;
    private readonly EntityReader _reader;
    private readonly Network _network;

    private EntityTagger(EntityWeights weights, EntityTable table, NameLists lists, Parser parser)
    {
        _table = table;
        _weights = weights;
        _network = parser.Network;
        _reader = new EntityReader(lists, weights.Groups, parser.Tags);
    }

    /// <summary>Reads a trained tagger.</summary>
    /// <exception cref="DataException">It is damaged, or was trained with the word vectors of another parser.</exception>
    public static EntityTagger Get(ModelFile file, Parser parser)
    {
        var weights = EntityWeights.Get(file);
        if (weights.Parser != EntityInput.Fingerprint(parser.Network) || weights.Input != EntityInput.Width(parser.Network))
            throw file.Bad($"it was trained for another {Analyzer.ModelName}; train it anew with 'demarche train entities'");
        return new EntityTagger(weights, EntityTable.Get(file), NameLists.Get(file), parser);
    }

    /// <summary>Buffers of one thread.</summary>
    public sealed class Workspace(EntityTagger tagger)
    {
        public EntityChain Chain { get; } = new(tagger._weights.Transitions);

        public EntityTraits[] Traits = [];
        public float[] Input = [];
        public float[] Hidden = [];
        public float[] Scores = [];
        public int[] Labels = [];
    }

    /// <summary>The names in the sentences of a pass, in order.</summary>
    /// <param name="state">The pass, after the parser has run.</param>
    /// <param name="result">What the parser chose.</param>
    /// <param name="text">The text of the article.</param>
    /// <param name="cases">How its words are written.</param>
    /// <param name="words">The words of the pass.</param>
    /// <param name="offset">Index of the first word of the pass in the article.</param>
    /// <param name="space">Buffers.</param>
    /// <param name="found">Receives the names.</param>
    public void Find(NetworkState state, Parser.Result result, string text, WordCases cases, ReadOnlySpan<WordSpan> words, int offset, Workspace space, List<NamedEntity> found)
    {
        var scores = NetworkState.Fit(ref space.Scores!, state.Count * C);
        if (space.Traits.Length < state.Count) space.Traits = new EntityTraits[state.Count];
        if (space.Labels.Length < state.Count) space.Labels = new int[state.Count];
        var traits = space.Traits.AsSpan(0, state.Count);
        _reader.Describe(state, result, text, cases, words, traits);
        ScoreVectors(state, space, scores);
        Span<uint> store = stackalloc uint[EntityFeatures.Max];
        var list = new FeatureList(store);
        for (var s = 0; s + 1 < state.Starts.Count; s++)
        {
            var (first, end) = (state.Starts[s], state.Starts[s + 1]);
            var sentence = EntityReader.CapitalsOf(text, words[first..end]);
            for (var i = first; i < end; i++)
            {
                EntityFeatures.Describe(traits, i, first, end, sentence, ref list);
                _table.Add(list.Features, scores.Slice(i * C, C));
            }
            Choose(scores[(first * C)..(end * C)], words[first..end], offset + first, space, found);
        }
    }

    private void Choose(ReadOnlySpan<float> scores, ReadOnlySpan<WordSpan> words, int offset, Workspace space, List<NamedEntity> found)
    {
        var labels = space.Labels.AsSpan(0, words.Length);
        space.Chain.Decode(scores, labels);
        var summed = false;
        for (var i = 0; i < labels.Length; i++)
        {
            if (!EntityLabels.Opens(labels[i])) continue;
            var end = i + 1;
            while (!EntityLabels.Closes(labels[end - 1])) end++;
            if (!summed) space.Chain.Sum(scores, labels.Length);
            summed = true;
            var span = new TextSpan(words[i].Span.Start, words[end - 1].Span.End);
            found.Add(new NamedEntity(EntityLabels.KindOf(labels[i]), span, offset + i, offset + end, space.Chain.SpanProbability(labels, i, end)));
        }
    }

    private void ScoreVectors(NetworkState state, Workspace space, Span<float> scores)
    {
        var (width, hidden) = (_weights.Input, _weights.Hidden);
        var input = NetworkState.Fit(ref space.Input!, state.Count * width);
        for (var s = 0; s + 1 < state.Starts.Count; s++)
            EntityInput.Fill(_network, state.VectorRows.AsSpan(state.Starts[s]..state.Starts[s + 1]), input[(state.Starts[s] * width)..]);
        var y = NetworkState.Fit(ref space.Hidden!, state.Count * hidden);
        for (var i = 0; i < state.Count; i++) _weights.FirstBias.CopyTo(y[(i * hidden)..]);
        Kernels.Multiply(input, _weights.First, y, state.Count, hidden, width, add: true);
        for (var k = 0; k < y.Length; k++) y[k] = y[k] > 0 ? y[k] : Leak * y[k];
        for (var i = 0; i < state.Count; i++) _weights.Bias.CopyTo(scores[(i * C)..]);
        Kernels.Multiply(y, _weights.Second, scores, state.Count, C, hidden, add: true);
    }
}
