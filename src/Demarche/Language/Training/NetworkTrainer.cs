using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Language.Training;

/// <summary>Learns the weights of <see cref="Network"/>: losses of tags, arcs and relations together, back-propagation by hand, Adam.</summary>
internal sealed class NetworkTrainer
{
    private const int D = NetworkShape.Width;
    private const int H = NetworkShape.Hidden;
    private const int A = NetworkShape.Arc;
    private const int R = NetworkShape.Relation;
    private const float Leak = 0.1f;

    private readonly NetworkWeights _weights;
    private readonly Network _network;
    private readonly NetworkState _state;
    private readonly Gradients _gradients;
    private readonly RandomDropout _dropout;
    private readonly Xoshiro _random;
    private readonly int[] _wordCounts;
    private readonly Cloze? _cloze;

    private float[] _dSplit = [], _dOutput = [], _dInput = [], _dProjected = [], _dQuery = [], _dScores = [], _dTags = [], _dRelations = [], _dHidden = [], _heads = [];
    private float[] _transposed = [], _dHeads = [];

    /// <param name="weights">What is learnt.</param>
    /// <param name="vectors">Word vectors, which stay as they are.</param>
    /// <param name="wordCounts">How often each word with an embedding stands in the treebank.</param>
    /// <param name="random">Decides all that is left to chance.</param>
    /// <param name="dropout">Share of the full dropout.</param>
    /// <param name="guessed">Number of words that may be guessed where covered; 0 for none.</param>
    public NetworkTrainer(NetworkWeights weights, float[] vectors, int[] wordCounts, Xoshiro random, float dropout = 1f, int guessed = 0)
    {
        _weights = weights;
        _network = new Network(weights, vectors);
        _state = new NetworkState(weights.Shape.Layers);
        _gradients = new Gradients(weights.Dense, weights.Tables);
        _random = random;
        _wordCounts = wordCounts;
        _dropout = new RandomDropout(random, weights.Shape.Layers, dropout);
        if (guessed > 0) _cloze = new Cloze(guessed, random);
    }

    public Network Network => _network;

    /// <summary>One step on a few sentences; returns the mean loss of a word, and of a guess.</summary>
    public (double Tags, double Arcs, double Relations, double Guesses) Step(Lesson lesson, float rate)
    {
        var tables = _weights.Tables.Length;
        var s = _state;
        s.Clear();
        var tags = new List<int>();
        var heads = new List<int>();
        var relations = new List<int>();
        foreach (var e in lesson.Sentences)
        {
            var from = s.Count;
            s.Add(e.Length, tables);
            e.Rows.CopyTo(s.Rows, from * tables);
            e.Vectors.CopyTo(s.VectorRows, from);
            for (var i = 0; i < e.Length && lesson.Opinions is null; i++) Forgetful(s, from + i, tables);
            tags.AddRange(e.Tags);
            foreach (var h in e.Heads) heads.Add(h < 0 ? -1 : h + from);
            relations.AddRange(e.Relations);
        }
        _dropout.Begin();
        _network.Encode(s, _dropout);
        _network.Tag(s);
        _network.SplitRoles(s, _dropout);
        _network.Relate(s, CollectionsMarshal.AsSpan(heads), _dropout);

        var dOutput = Zero(ref _dOutput, s.Count * 2 * H);
        var dSplit = Zero(ref _dSplit, s.Count * NetworkWeights.SplitColumns);
        var opinions = lesson.Opinions;
        var tagLoss = LearnTags(s, CollectionsMarshal.AsSpan(tags), opinions, dOutput);
        var relationLoss = LearnRelations(s, CollectionsMarshal.AsSpan(heads), CollectionsMarshal.AsSpan(relations), opinions, dSplit);
        var arcLoss = LearnArcs(s, CollectionsMarshal.AsSpan(heads), opinions, dSplit);
        var guessLoss = _cloze?.Learn(s, lesson.Hidden, 1f / s.Count, rate, dOutput) ?? 0;
        BackSplit(s, dSplit, dOutput);
        BackEncode(s);
        _gradients.Apply(rate);
        return (tagLoss / s.Count, arcLoss / s.Count, relationLoss / s.Count, guessLoss / Math.Max(1, lesson.Hidden.Count));
    }

    /// <summary>Rare words are at times read as unknown, so that unknown words are read well.</summary>
    private void Forgetful(NetworkState s, int i, int tables)
    {
        var row = s.Rows[i * tables];
        var blind = _random.Unit() < 0.04f;
        if (blind) s.VectorRows[i] = -1;
        if (blind || (row > 0 && _random.Unit() < 0.5f / (0.5f + _wordCounts[row]))) s.Rows[i * tables] = 0;
    }

    private double LearnTags(NetworkState s, ReadOnlySpan<int> truth, Opinions? opinions, Span<float> dOutput)
    {
        var columns = _weights.Shape.TagColumns;
        var d = Zero(ref _dTags, s.Count * columns);
        double loss = 0;
        for (var i = 0; i < s.Count; i++)
            loss += Loss(s.Tags, opinions?.Tags, truth, i, columns, _weights.Shape.Tags, d, 1f / s.Count);
        BackLinear(s.Encoded, 2 * H, _weights.Tag, d, s.Count, columns, dOutput);
        AddColumns(d, columns, _gradients.Of(_weights.TagBias));
        return loss;
    }

    private double LearnRelations(NetworkState s, ReadOnlySpan<int> heads, ReadOnlySpan<int> truth, Opinions? opinions, Span<float> dSplit)
    {
        var columns = _weights.Shape.RelationColumns;
        var d = Zero(ref _dRelations, s.Count * columns);
        double loss = 0;
        for (var i = 0; i < s.Count; i++)
            loss += Loss(s.Relations, opinions?.Relations, truth, i, columns, _weights.Shape.Relations, d, 1f / s.Count);
        var dHidden = Zero(ref _dHidden, s.Count * R);
        BackLinear(s.RelationHidden, R, _weights.Relation, d, s.Count, columns, dHidden);
        AddColumns(d, columns, _gradients.Of(_weights.RelationBias));
        _dropout.BackRelations(_dHidden, s.Count * R);
        var root = _gradients.Of(_weights.Root).AsSpan(A, R);
        for (var i = 0; i < s.Count; i++)
        {
            var row = dHidden.Slice(i * R, R);
            var hidden = s.RelationHidden.AsSpan(i * R, R);
            for (var k = 0; k < R; k++)
                if (hidden[k] < 0) row[k] *= Leak;
            AddTo(dSplit.Slice((i * NetworkWeights.SplitColumns) + (2 * A), R), row);
            AddTo(heads[i] < 0 ? root : dSplit.Slice((heads[i] * NetworkWeights.SplitColumns) + (2 * A) + R, R), row);
        }
        return loss;
    }

    private double LearnArcs(NetworkState s, ReadOnlySpan<int> heads, Opinions? opinions, Span<float> dSplit)
    {
        const int columns = NetworkWeights.SplitColumns;
        var dQuery = Zero(ref _dQuery, s.Count * A);
        var root = _gradients.Of(_weights.Root);
        var distance = _gradients.Of(_weights.Distance);
        double loss = 0;
        for (var sentence = 0; sentence + 1 < s.Starts.Count; sentence++)
        {
            int first = s.Starts[sentence], end = s.Starts[sentence + 1], n = end - first;
            var width = _network.ScoreArcs(s, first, end);
            var d = Zero(ref _dScores, n * width);
            for (var i = 0; i < n; i++)
            {
                var truth = heads[first + i] < 0 ? 0 : heads[first + i] - first + 1;
                var scores = s.Scores.AsSpan(i * width, n + 1);
                var gradient = d.Slice(i * width, n + 1);
                loss += opinions is null
                    ? SoftmaxLoss(scores, truth, gradient, 1f / s.Count, i + 1)
                    : SoftLoss(scores, opinions.Arcs[sentence].AsSpan(i * width, n + 1), gradient, 1f / s.Count, i + 1);
                for (var j = 0; j <= n; j++) distance[Network.DistanceOf(i, j)] += d[(i * width) + j];
            }
            // Rows of heads: the root, then the words.
            var rows = NetworkState.Fit(ref _heads!, (n + 1) * A);
            _weights.Root.Values.AsSpan(0, A).CopyTo(rows);
            for (var j = 0; j < n; j++) s.Split.AsSpan(((first + j) * columns) + A, A).CopyTo(rows[((j + 1) * A)..]);
            Kernels.Multiply(d, width, 1, rows, A, dQuery[(first * A)..], A, n, A, n + 1, add: false);
            var dHeads = NetworkState.Fit(ref _dHeads!, (n + 1) * A);
            Kernels.Multiply(d, 1, width, s.Query.AsSpan(first * A), A, dHeads, A, n + 1, A, n, add: false);
            AddTo(root.AsSpan(0, A), dHeads[..A]);
            for (var j = 0; j < n; j++) AddTo(dSplit.Slice(((first + j) * columns) + A, A), dHeads.Slice((j + 1) * A, A));
        }
        AddColumns(dQuery, A, _gradients.Of(_weights.ArcBias));
        Kernels.Multiply(s.Split, 1, columns, dQuery, A, _gradients.Of(_weights.Arc), A, A, A, s.Count, add: true);
        var back = Transpose(_weights.Arc);
        Kernels.Multiply(dQuery, A, 1, back, A, dSplit, columns, s.Count, A, A, add: true);
        return loss;
    }

    private void BackSplit(NetworkState s, Span<float> dSplit, Span<float> dOutput)
    {
        const int columns = NetworkWeights.SplitColumns;
        _dropout.BackArcs(_dSplit, s.Count, columns);
        for (var i = 0; i < s.Count; i++)
            for (var k = 0; k < 2 * A; k++)
                if (s.Split[(i * columns) + k] < 0) dSplit[(i * columns) + k] *= Leak;
        AddColumns(dSplit, columns, _gradients.Of(_weights.SplitBias));
        BackLinear(s.Encoded, 2 * H, _weights.Split, dSplit, s.Count, columns, dOutput);
    }

    private void BackEncode(NetworkState s)
    {
        for (var l = _weights.Shape.Layers - 1; l >= 0; l--)
        {
            _dropout.BackLayer(l, _dOutput, s.Count * 2 * H);
            BackRecurrent(s, l);
            (_dOutput, _dInput) = (_dInput, _dOutput);
        }
        BackConvolution(s);
    }

    /// <summary>From the gradient of a layer's output (_dOutput) to that of its input (_dInput).</summary>
    private void BackRecurrent(NetworkState s, int layer)
    {
        var parts = NetworkWeights.PartsOf(layer);
        var width = NetworkWeights.InputOf(layer);
        var columns = 2 * parts * H;
        var input = layer == 0 ? s.Mixed : s.Output[layer - 1];
        var dInput = Zero(ref _dInput, s.Count * width);
        NetworkState.Fit(ref _dProjected!, s.Count * columns);
        for (var n = 0; n + 1 < s.Starts.Count; n++)
            for (var direction = 0; direction < 2; direction++)
                RecurrentGradient.Run(s, layer, input, direction, s.Starts[n], s.Starts[n + 1], _weights.Gates[layer].Values, _gradients.Of(_weights.Gates[layer]), _dOutput, _dInput, _dProjected);
        BackLinear(input, width, _weights.Recurrent[layer], _dProjected.AsSpan(0, s.Count * columns), s.Count, columns, dInput);
    }

    private void BackConvolution(NetworkState s)
    {
        // _dOutput now holds the gradient of s.Mixed.
        var dMixed = _dOutput.AsSpan(0, s.Count * D);
        var dConvolved = NetworkState.Fit(ref _dProjected!, s.Count * D);
        for (var i = 0; i < dConvolved.Length; i++) dConvolved[i] = s.Convolved[i] > 0 ? dMixed[i] : 0;
        AddColumns(dConvolved, D, _gradients.Of(_weights.ConvolutionBias));
        var dWindow = Zero(ref _dSplit, s.Count * 3 * D);
        BackLinear(s.Window, 3 * D, _weights.Convolution, dConvolved, s.Count, D, dWindow);
        for (var n = 0; n + 1 < s.Starts.Count; n++)
            for (var i = s.Starts[n]; i < s.Starts[n + 1]; i++)
                for (var p = 0; p < 3; p++)
                    if (i + p - 1 >= s.Starts[n] && i + p - 1 < s.Starts[n + 1]) AddTo(dMixed.Slice((i + p - 1) * D, D), dWindow.Slice(((i * 3) + p) * D, D));
        _dropout.BackInput(_dOutput, s.Count * D);
        BackNorm(s, dMixed);
    }

    private void BackNorm(NetworkState s, Span<float> d)
    {
        var gain = _weights.Norm.Values.AsSpan(0, D);
        var g = _gradients.Of(_weights.Norm);
        for (var i = 0; i < s.Count; i++)
        {
            var row = d.Slice(i * D, D);
            var x = s.Normed.AsSpan(i * D, D);
            float mean = 0, along = 0;
            for (var k = 0; k < D; k++)
            {
                g[k] += row[k] * x[k];
                g[D + k] += row[k];
                row[k] *= gain[k];
                mean += row[k];
                along += row[k] * x[k];
            }
            mean /= D;
            along /= D;
            for (var k = 0; k < D; k++) row[k] = s.Scale[i] * (row[k] - mean - (x[k] * along));
        }
        var width = _weights.Shape.VectorWidth;
        Kernels.Multiply(s.VectorIn, 1, width, d, D, _gradients.Of(_weights.Vectors), D, width, D, s.Count, add: true);
        var tables = _weights.Tables.Length;
        for (var i = 0; i < s.Count; i++)
            for (var t = 0; t < tables; t++) _gradients.AddRow(t, s.Rows[(i * tables) + t], d.Slice(i * D, D));
    }

    /// <summary>dW += XᵀdY and dX += dY·Wᵀ.</summary>
    private void BackLinear(float[] x, int width, Weight w, ReadOnlySpan<float> dY, int count, int columns, Span<float> dX)
    {
        Kernels.Multiply(x, 1, width, dY, columns, _gradients.Of(w), columns, width, columns, count, add: true);
        Kernels.Multiply(dY, columns, 1, Transpose(w), width, dX, width, count, width, columns, add: true);
    }

    private Span<float> Transpose(Weight w)
    {
        var t = NetworkState.Fit(ref _transposed!, w.Values.Length);
        Kernels.Transpose(w.Values, w.Rows, w.Columns, t);
        return t;
    }

    private static double Loss(float[] scores, float[]? opinions, ReadOnlySpan<int> truth, int i, int columns, int kinds, Span<float> d, float weight)
    {
        var row = scores.AsSpan(i * columns, kinds);
        var gradient = d.Slice(i * columns, kinds);
        if (opinions is not null) return SoftLoss(row, opinions.AsSpan(i * columns, kinds), gradient, weight, -1);
        return truth[i] < 0 ? 0 : SoftmaxLoss(row, truth[i], gradient, weight, -1);
    }

    /// <summary>Loss against probabilities instead of one truth: how far the scores lie from them (Kullback and Leibler).</summary>
    private static double SoftLoss(ReadOnlySpan<float> scores, ReadOnlySpan<float> truth, Span<float> gradient, float weight, int banned)
    {
        SoftmaxLoss(scores, -1, gradient, weight, banned);
        double loss = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (i != banned && truth[i] > 1e-6f) loss += truth[i] * Math.Log(truth[i] / Math.Max(gradient[i], 1e-12f));
            gradient[i] = (gradient[i] - truth[i]) * weight;
        }
        return loss;
    }

    /// <summary>Cross entropy with one truth and its gradient; without a truth (-1) the gradient receives the probabilities themselves.</summary>
    public static double SoftmaxLoss(ReadOnlySpan<float> scores, int truth, Span<float> gradient, float weight, int banned)
    {
        var max = float.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
            if (i != banned) max = Math.Max(max, scores[i]);
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++) sum += gradient[i] = i == banned ? 0 : MathF.Exp(scores[i] - max);
        for (var i = 0; i < scores.Length; i++) gradient[i] /= sum;
        if (truth < 0) return 0;
        var loss = -Math.Log(Math.Max(gradient[truth], 1e-12));
        for (var i = 0; i < scores.Length; i++) gradient[i] *= weight;
        gradient[truth] -= weight;
        return loss;
    }

    public static void AddColumns(ReadOnlySpan<float> rows, int columns, float[] to)
    {
        for (var i = 0; i < rows.Length; i += columns) AddTo(to, rows.Slice(i, columns));
    }

    public static void AddTo(Span<float> to, ReadOnlySpan<float> row)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(row);
        var y = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var k = 0; k < x.Length; k++) y[k] += x[k];
        for (var k = x.Length * Vector<float>.Count; k < row.Length; k++) to[k] += row[k];
    }

    private static Span<float> Zero(ref float[] buffer, int length)
    {
        var span = NetworkState.Fit(ref buffer!, length);
        span.Clear();
        return span;
    }
}
