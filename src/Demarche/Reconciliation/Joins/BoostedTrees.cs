using Demarche.Language;

namespace Demarche.Reconciliation.Joins;

/// <summary>Decision trees whose leaves are added up: the log-odds of a yes.</summary>
/// <remarks>Friedman 2001. Each tree is complete: node i has the children 2i+1 and 2i+2, and goes right where the feature is above the bound.</remarks>
internal sealed class BoostedTrees(int depth, int features, double start)
{
    private readonly List<(byte[] Features, float[] Bounds, float[] Leaves)> _trees = [];

    public int Depth => depth;

    public int Features => features;

    public int Count => _trees.Count;

    /// <param name="split">Feature of each inner node.</param>
    /// <param name="bounds">Its bound; positive infinity where the node does not part.</param>
    /// <param name="leaves">Log-odds, from left to right.</param>
    public void Add(byte[] split, float[] bounds, float[] leaves)
    {
        if (split.Length != (1 << depth) - 1 || bounds.Length != split.Length || leaves.Length != 1 << depth || Array.Exists(split, f => f >= features))
            throw new ArgumentException("the tree does not fit");
        _trees.Add((split, bounds, leaves));
    }

    /// <summary>Log-odds.</summary>
    public double Score(ReadOnlySpan<float> x)
    {
        var sum = start;
        foreach (var (split, bounds, leaves) in _trees) sum += leaves[LeafOf(split, bounds, x)];
        return sum;
    }

    /// <summary>How much each feature moves the score of an input, the sum being the score less that of no knowledge: the walk's changes of the mean.</summary>
    public static int LeafOf(byte[] split, float[] bounds, ReadOnlySpan<float> x)
    {
        var node = 0;
        while (node < split.Length) node = 2 * node + (x[split[node]] > bounds[node] ? 2 : 1);
        return node - split.Length;
    }

    public void Put(ModelFile file, string section) => file.Put(section, w =>
    {
        w.Write(depth);
        w.Write(features);
        w.Write(start);
        w.Write(_trees.Count);
        foreach (var (split, bounds, leaves) in _trees)
        {
            w.Write(split);
            foreach (var b in bounds) w.Write(b);
            foreach (var l in leaves) w.Write(l);
        }
    });

    /// <exception cref="Text.DataException">The section is missing or damaged.</exception>
    public static BoostedTrees Get(ModelFile file, string section) => file.Get(section, r =>
    {
        var (depth, features, start) = (r.ReadInt32(), r.ReadInt32(), r.ReadDouble());
        if (depth is < 1 or > 10) throw new ArgumentException("trees of a depth that is not taken");
        var trees = new BoostedTrees(depth, features, start);
        var inner = (1 << depth) - 1;
        for (var n = r.ReadInt32(); n > 0; n--)
        {
            var split = r.ReadBytes(inner);
            var bounds = Enumerable.Range(0, inner).Select(_ => r.ReadSingle()).ToArray();
            trees.Add(split, bounds, [.. Enumerable.Range(0, inner + 1).Select(_ => r.ReadSingle())]);
        }
        return trees;
    });
}
