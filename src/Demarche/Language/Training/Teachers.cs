namespace Demarche.Language.Training;

/// <summary>Several trained parsers whose averaged probabilities a new one learns from (Hinton et al. 2015).</summary>
/// <remarks>All know the same tags and relations in the same order. Not to be used from two threads at once.</remarks>
internal sealed class Teachers
{
    private readonly IReadOnlyList<Parser> _parsers;
    private readonly NetworkState[] _states;

    public Teachers(IReadOnlyList<Parser> parsers)
    {
        var tags = parsers[0].Tags;
        if (parsers.Any(p => !p.Tags.Tags.SequenceEqual(tags.Tags) || !p.Tags.Relations.SequenceEqual(tags.Relations, StringComparer.Ordinal)))
            throw new ArgumentException("the teachers know different tags", nameof(parsers));
        _parsers = parsers;
        _states = [.. parsers.Select(p => p.CreateState())];
    }

    public TagSet Tags => _parsers[0].Tags;

    /// <summary>Reads sentences; returns what the teachers think of them and the heads they agree on, counted over all sentences.</summary>
    public (Opinions Opinions, int[] Heads) Read(IReadOnlyList<RawSentence> sentences)
    {
        for (var p = 0; p < _parsers.Count; p++) Encode(_parsers[p], _states[p], sentences);
        var first = _states[0];
        var shape = _parsers[0].Network.Weights.Shape;
        var tags = new float[first.Count * shape.TagColumns];
        foreach (var s in _states) AddProbabilities(s.Tags, tags, first.Count, shape.TagColumns, Tags.Tags.Count, banDiagonal: false);
        var heads = new int[first.Count];
        var arcs = new float[sentences.Count][];
        for (var n = 0; n < sentences.Count; n++) arcs[n] = Arcs(first.Starts[n], first.Starts[n + 1], heads);
        var relations = new float[first.Count * shape.RelationColumns];
        for (var p = 0; p < _parsers.Count; p++)
        {
            _parsers[p].Network.Relate(_states[p], heads);
            AddProbabilities(_states[p].Relations, relations, first.Count, shape.RelationColumns, Tags.Relations.Count, banDiagonal: false);
        }
        return (new Opinions(tags, arcs, relations), heads);
    }

    private static void Encode(Parser parser, NetworkState state, IReadOnlyList<RawSentence> sentences)
    {
        state.Clear();
        foreach (var s in sentences) parser.Add(state, s.Text, s.Words);
        parser.Network.Encode(state);
        parser.Network.Tag(state);
        parser.Network.SplitRoles(state);
    }

    private float[] Arcs(int first, int end, int[] heads)
    {
        var n = end - first;
        var width = NetworkShape.Pad(n + 1);
        var all = new float[n * width];
        for (var p = 0; p < _parsers.Count; p++)
        {
            _parsers[p].Network.ScoreArcs(_states[p], first, end);
            AddProbabilities(_states[p].Scores, all, n, width, n + 1, banDiagonal: true);
        }
        var logs = new float[all.Length];
        for (var i = 0; i < all.Length; i++) logs[i] = MathF.Log(all[i] + 1e-9f);
        var found = heads.AsSpan(first, n);
        TreeDecoder.Decode(logs, width, found);
        for (var i = 0; i < n; i++)
            if (found[i] >= 0) found[i] += first;
        return all;
    }

    /// <summary>Adds this teacher's share of the mean: the softmax of each row over its number.</summary>
    private void AddProbabilities(float[] scores, float[] to, int rows, int columns, int kinds, bool banDiagonal)
    {
        var row = new float[kinds];
        for (var i = 0; i < rows; i++)
        {
            NetworkTrainer.SoftmaxLoss(scores.AsSpan(i * columns, kinds), -1, row, 1f, banDiagonal ? i + 1 : -1);
            for (var k = 0; k < kinds; k++) to[(i * columns) + k] += row[k] / _parsers.Count;
        }
    }
}
