using Demarche.Language.Training;
using Demarche.Reconciliation.Joins;

namespace Demarche.Reconciliation.Training;

/// <summary>How trees are grown.</summary>
internal sealed record TreeOptions
{
    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>Questions from the root to a leaf, 1 to 10.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>Share of a leaf's best value that is taken, above 0 to 1.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Least sum of second derivatives in a leaf.</summary>
    public double LeastWeight { get; init; } = 5;

    /// <summary>Pull of leaves towards nought.</summary>
    public double Pull { get; init; } = 5;

    /// <summary>Share of the features that one tree may ask for.</summary>
    public double Features { get; init; } = 0.5;

    /// <summary>Share of the examples that one tree sees.</summary>
    public double Rows { get; init; } = 0.5;

    /// <summary>Of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Grows boosted trees for yes or no: Newton steps on the log loss, features cut into 64 steps.</summary>
/// <remarks>Each feature's sums run over the examples in order, whatever the number of threads: the same trees everywhere.</remarks>
internal sealed class TreeTrainer
{
    private const int Steps = 64;

    private readonly TreeOptions _options;
    private readonly int _features;
    private readonly bool[] _yes;
    private readonly byte[][] _steps;
    private readonly float[][] _cuts;

    /// <param name="columns">Feature by feature the value of every example.</param>
    /// <param name="yes">The truth of every example.</param>
    /// <param name="options">How trees are grown.</param>
    public TreeTrainer(float[][] columns, bool[] yes, TreeOptions options)
    {
        (_features, _yes, _options) = (columns.Length, yes, options);
        _cuts = [.. columns.AsParallel().AsOrdered().Select(Cuts)];
        _steps = [.. columns.Zip(_cuts).AsParallel().AsOrdered().Select(c => Array.ConvertAll(c.First, v => Step(c.Second, v)))];
    }

    public BoostedTrees Train()
    {
        var n = _yes.Length;
        var share = Math.Clamp(_yes.Count(y => y) / (double)Math.Max(1, n), 1e-6, 1 - 1e-6);
        var start = Math.Log(share / (1 - share));
        var trees = new BoostedTrees(_options.Depth, _features, start);
        var score = new double[n];
        Array.Fill(score, start);
        var (first, second) = (new double[n], new double[n]);
        var random = new Xoshiro(_options.Seed);
        for (var t = 0; t < _options.Trees; t++)
        {
            for (var i = 0; i < n; i++)
            {
                var p = 1 / (1 + Math.Exp(-score[i]));
                (first[i], second[i]) = (p - (_yes[i] ? 1 : 0), p * (1 - p));
            }
            Grow(trees, score, first, second, random);
        }
        return trees;
    }

    private void Grow(BoostedTrees trees, double[] score, double[] first, double[] second, Xoshiro random)
    {
        var rows = Enumerable.Range(0, _yes.Length).Where(_ => random.Unit() < _options.Rows).ToArray();
        var features = Enumerable.Range(0, _features).Where(_ => random.Unit() < _options.Features).ToArray();
        var inner = (1 << _options.Depth) - 1;
        var (split, bounds, cut) = (new byte[inner], new float[inner], new int[inner]);
        Array.Fill(bounds, float.PositiveInfinity);
        Array.Fill(cut, Steps);
        var node = new int[rows.Length];
        for (var level = 0; level < _options.Depth; level++)
        {
            var (from, width) = ((1 << level) - 1, 1 << level);
            var best = features.AsParallel().AsOrdered().Select(f => (Feature: f, Splits: BestSplits(f, rows, node, from, width, first, second))).ToList();
            for (var k = 0; k < width; k++)
            {
                var gain = 0.0;
                foreach (var (f, splits) in best)
                {
                    if (splits[k].Gain <= gain) continue;
                    gain = splits[k].Gain;
                    (split[from + k], cut[from + k], bounds[from + k]) = ((byte)f, splits[k].Step, _cuts[f][splits[k].Step]);
                }
            }
            for (var i = 0; i < rows.Length; i++) node[i] = 2 * node[i] + (_steps[split[node[i]]][rows[i]] > cut[node[i]] ? 2 : 1);
        }
        var (g, h) = (new double[inner + 1], new double[inner + 1]);
        for (var i = 0; i < rows.Length; i++)
        {
            g[node[i] - inner] += first[rows[i]];
            h[node[i] - inner] += second[rows[i]];
        }
        var leaves = g.Zip(h, (x, y) => (float)(-_options.Rate * x / (y + _options.Pull))).ToArray();
        trees.Add(split, bounds, leaves);
        for (var i = 0; i < score.Length; i++)
        {
            var at = 0;
            while (at < inner) at = 2 * at + (_steps[split[at]][i] > cut[at] ? 2 : 1);
            score[i] += leaves[at - inner];
        }
    }

    private (double Gain, int Step)[] BestSplits(int feature, int[] rows, int[] node, int from, int width, double[] first, double[] second)
    {
        var (g, h) = (new double[width * Steps], new double[width * Steps]);
        var steps = _steps[feature];
        for (var i = 0; i < rows.Length; i++)
        {
            var at = (node[i] - from) * Steps + steps[rows[i]];
            g[at] += first[rows[i]];
            h[at] += second[rows[i]];
        }
        var best = new (double Gain, int Step)[width];
        for (var k = 0; k < width; k++)
        {
            double allG = 0, allH = 0, leftG = 0, leftH = 0;
            for (var s = 0; s < Steps; s++) (allG, allH) = (allG + g[k * Steps + s], allH + h[k * Steps + s]);
            for (var s = 0; s < _cuts[feature].Length; s++)
            {
                (leftG, leftH) = (leftG + g[k * Steps + s], leftH + h[k * Steps + s]);
                if (leftH < _options.LeastWeight || allH - leftH < _options.LeastWeight) continue;
                var gain = Worth(leftG, leftH) + Worth(allG - leftG, allH - leftH) - Worth(allG, allH);
                if (gain > best[k].Gain + 1e-9) best[k] = (gain, s);
            }
        }
        return best;
    }

    private double Worth(double g, double h) => g * g / (h + _options.Pull);

    /// <summary>Bounds between the steps: at most 63, so that about as many examples lie in each.</summary>
    private static float[] Cuts(float[] values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var distinct = sorted.Distinct().ToArray();
        if (distinct.Length <= Steps) return [.. distinct.SkipLast(1)];
        return [.. Enumerable.Range(1, Steps - 1).Select(s => sorted[(long)s * sorted.Length / Steps]).Distinct()];
    }

    private static byte Step(float[] cuts, float value)
    {
        var at = Array.BinarySearch(cuts, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}
