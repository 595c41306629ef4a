using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>Tags and parses words with one or more networks whose scores are added up. Holds no state between calls.</summary>
internal sealed class Parser(ImmutableArray<Network> networks, WordFeatures features, TagSet tags)
{
    /// <summary>Tags whose score lies so far below the best one's add nothing worth the time.</summary>
    private const float Unlikely = -14f;

    public WordFeatures Features => features;

    public TagSet Tags => tags;

    public Network Network => networks[0];

    private NetworkShape Shape => Network.Weights.Shape;

    /// <summary>Fresh buffers for passes of this parser: those of its first network, from which the others hang.</summary>
    public NetworkState CreateState() => new(Shape.Layers, [.. networks.Skip(1).Select(_ => new NetworkState(Shape.Layers, []))]);

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
        var tables = Shape.Tables;
        var from = state.Count;
        state.Add(words.Length, tables);
        var capitals = default(Capitals);
        foreach (var w in words) capitals.Add(text.Slice(w.Span.Start, w.Span.Length));
        for (var i = 0; i < words.Length; i++)
            state.VectorRows[from + i] = features.Describe(text.Slice(words[i].Span.Start, words[i].Span.Length), capitals.At(i), state.Rows.AsSpan((from + i) * tables, tables));
    }

    /// <summary>Adds a sentence of a treebank to a pass.</summary>
    public void Add(NetworkState state, ConlluSentence sentence)
    {
        var tables = Shape.Tables;
        var from = state.Count;
        state.Add(sentence.Words.Count, tables);
        var capitals = default(Capitals);
        foreach (var w in sentence.Words) capitals.Add(w.Form);
        for (var i = 0; i < sentence.Words.Count; i++)
            state.VectorRows[from + i] = features.Describe(sentence.Words[i].Form, capitals.At(i), state.Rows.AsSpan((from + i) * tables, tables));
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
        Encode(state);
        ChooseTags(state, result.Tags);
        for (var n = 0; n + 1 < state.Starts.Count; n++) ChooseHeads(state, state.Starts[n], state.Starts[n + 1], result.Heads);
        var heads = result.Heads.AsSpan(0, state.Count);
        Network.Relate(state, heads);
        for (var n = 1; n < networks.Length; n++)
        {
            networks[n].Relate(state.Others[n - 1], heads);
            Kernels.Add(state.Relations.AsSpan(0, state.Count * Shape.RelationColumns), state.Others[n - 1].Relations);
        }
        ChooseRelations(state, result);
    }

    private void Encode(NetworkState state)
    {
        for (var n = 0; n < networks.Length; n++)
        {
            var own = n == 0 ? state : state.Others[n - 1];
            if (n > 0) own.See(state);
            networks[n].Encode(own);
            networks[n].Tag(own);
            networks[n].SplitRoles(own);
            if (n > 0) Kernels.Add(state.Tags.AsSpan(0, state.Count * Shape.TagColumns), own.Tags);
        }
    }

    /// <summary>The likeliest part of speech, all its tags added up, and within it the likeliest tag.</summary>
    private void ChooseTags(NetworkState state, int[] chosen)
    {
        var columns = Shape.TagColumns;
        var count = tags.Tags.Count;
        Span<float> parts = stackalloc float[tags.Parts.Length];
        Span<int> best = stackalloc int[tags.Parts.Length];
        for (var i = 0; i < state.Count; i++)
        {
            var row = state.Tags.AsSpan(i * columns, columns);
            row[count..].Fill(float.NegativeInfinity);
            var most = Kernels.Max(row);
            parts.Clear();
            best.Fill(-1);
            for (var t = 0; t < columns; t += 16)
            {
                var scores = Vector512.LoadUnsafe(ref row[t]) - Vector512.Create(most);
                if (!Vector512.GreaterThanAny(scores, Vector512.Create(Unlikely))) continue;
                var likelihoods = Kernels.Exp(scores);
                for (var k = 0; k < 16 && t + k < count; k++)
                {
                    var part = tags.PartOf[t + k];
                    parts[part] += likelihoods[k];
                    if (best[part] < 0 || row[t + k] > row[best[part]]) best[part] = t + k;
                }
            }
            var likeliest = 0;
            for (var p = 1; p < parts.Length; p++)
                if (parts[p] > parts[likeliest]) likeliest = p;
            chosen[i] = best[likeliest];
        }
    }

    private void ChooseHeads(NetworkState state, int first, int end, int[] heads)
    {
        var width = Network.ScoreArcs(state, first, end);
        for (var n = 1; n < networks.Length; n++)
        {
            networks[n].ScoreArcs(state.Others[n - 1], first, end);
            Kernels.Add(state.Scores.AsSpan(0, (end - first) * width), state.Others[n - 1].Scores);
        }
        var found = heads.AsSpan(first, end - first);
        TreeDecoder.Decode(state.Scores, width, found);
        for (var i = 0; i < found.Length; i++)
            if (found[i] >= 0) found[i] += first;
    }

    private void ChooseRelations(NetworkState state, Result result)
    {
        var columns = Shape.RelationColumns;
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
