using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>Tags and parses words with the network. Holds no state between calls.</summary>
internal sealed class Parser(Network network, WordFeatures features, TagSet tags)
{
    public WordFeatures Features => features;

    public TagSet Tags => tags;

    public Network Network => network;

    /// <summary>Fresh buffers for passes of this parser.</summary>
    public NetworkState CreateState() => new(network.Weights.Shape.Layers);

    /// <summary>Tag, head (counted over the pass, -1 for a root) and relation of every word of a pass.</summary>
    public sealed class Result
    {
        public int[] Tags = [];
        public int[] Heads = [];
        public int[] Relations = [];
    }

    /// <summary>Adds a sentence to a pass.</summary>
    public void Add(NetworkState state, ReadOnlySpan<char> text, ReadOnlySpan<WordSpan> words)
    {
        var tables = network.Weights.Shape.Tables;
        var from = state.Count;
        state.Add(words.Length, tables);
        for (var i = 0; i < words.Length; i++)
            state.VectorRows[from + i] = features.Describe(text.Slice(words[i].Span.Start, words[i].Span.Length), state.Rows.AsSpan((from + i) * tables, tables));
    }

    /// <summary>Adds a sentence of a treebank to a pass.</summary>
    public void Add(NetworkState state, ConlluSentence sentence)
    {
        var tables = network.Weights.Shape.Tables;
        var from = state.Count;
        state.Add(sentence.Words.Count, tables);
        for (var i = 0; i < sentence.Words.Count; i++)
            state.VectorRows[from + i] = features.Describe(sentence.Words[i].Form, state.Rows.AsSpan((from + i) * tables, tables));
    }

    /// <summary>Runs the network over the sentences added.</summary>
    public void Run(NetworkState state, Result result)
    {
        if (result.Tags.Length < state.Count)
        {
            result.Tags = new int[state.Count];
            result.Heads = new int[state.Count];
            result.Relations = new int[state.Count];
        }
        network.Encode(state);
        network.Tag(state);
        ChooseTags(state, result.Tags);
        network.SplitRoles(state);
        for (var n = 0; n + 1 < state.Starts.Count; n++) ChooseHeads(state, state.Starts[n], state.Starts[n + 1], result.Heads);
        network.Relate(state, result.Heads.AsSpan(0, state.Count));
        ChooseRelations(state, result);
    }

    /// <summary>The likeliest part of speech, all its tags added up, and within it the likeliest tag.</summary>
    private void ChooseTags(NetworkState state, int[] chosen)
    {
        var columns = network.Weights.Shape.TagColumns;
        var count = tags.Tags.Count;
        Span<float> parts = stackalloc float[tags.Parts.Length];
        for (var i = 0; i < state.Count; i++)
        {
            var row = state.Tags.AsSpan(i * columns, columns);
            var most = float.NegativeInfinity;
            for (var t = 0; t < count; t++) most = Math.Max(most, row[t]);
            var shift = Vector256.Create(most);
            for (var t = 0; t < columns; t += 8) Kernels.Exp(Vector256.LoadUnsafe(ref row[t]) - shift).StoreUnsafe(ref row[t]);
            parts.Clear();
            for (var t = 0; t < count; t++) parts[tags.PartOf[t]] += row[t];
            var part = 0;
            for (var p = 1; p < parts.Length; p++)
                if (parts[p] > parts[part]) part = p;
            var best = -1;
            for (var t = 0; t < count; t++)
                if (tags.PartOf[t] == part && (best < 0 || row[t] > row[best])) best = t;
            chosen[i] = best;
        }
    }

    private void ChooseHeads(NetworkState state, int first, int end, int[] heads)
    {
        var width = network.ScoreArcs(state, first, end);
        var found = heads.AsSpan(first, end - first);
        TreeDecoder.Decode(state.Scores, width, found);
        for (var i = 0; i < found.Length; i++)
            if (found[i] >= 0) found[i] += first;
    }

    private void ChooseRelations(NetworkState state, Result result)
    {
        var columns = network.Weights.Shape.RelationColumns;
        for (var i = 0; i < state.Count; i++)
        {
            result.Relations[i] = tags.Root;
            if (result.Heads[i] < 0) continue;
            var row = state.Relations.AsSpan(i * columns, tags.Relations.Count);
            var best = -1;
            for (var r = 0; r < row.Length; r++)
                if (r != tags.Root && (best < 0 || row[r] > row[best])) best = r;
            result.Relations[i] = best;
        }
    }
}
