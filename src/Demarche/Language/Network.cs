using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>Tagger and parser in one: embeddings, a window of three words, bidirectional simple recurrent layers (Lei et al.
/// 2018), a tag classifier, and a biaffine arc scorer (Dozat and Manning 2017) with a small classifier of relations.</summary>
/// <remarks>docs/decisions/0002-language-model.md says why. All methods only read the weights.</remarks>
internal sealed class Network(NetworkWeights weights, float[] vectors)
{
    private const int D = NetworkShape.Width;
    private const int H = NetworkShape.Hidden;
    private const int A = NetworkShape.Arc;
    private const int R = NetworkShape.Relation;
    private const float Leak = 0.1f;

    private static readonly float[] NoBias = new float[8 * H];

    public NetworkWeights Weights => weights;

    /// <summary>The word vectors, row-major.</summary>
    public float[] Vectors => vectors;

    /// <summary>From words to the output of the last recurrent layer.</summary>
    public void Encode(NetworkState s, Dropout? dropout = null)
    {
        Embed(s);
        dropout?.Input(s.Input, s.Count * D);
        Convolve(s);
        var input = s.Mixed;
        for (var l = 0; l < weights.Shape.Layers; l++)
        {
            Recur(s, l, input);
            dropout?.Layer(l, s.Output[l], s.Count * 2 * H);
            input = s.Output[l];
        }
    }

    /// <summary>Scores of all tags, <see cref="NetworkShape.TagColumns"/> a word.</summary>
    public void Tag(NetworkState s)
    {
        var columns = weights.Shape.TagColumns;
        var tags = NetworkState.Fit(ref s.Tags!, s.Count * columns);
        Multiply(s, s.Encoded, 2 * H, weights.Tag, weights.TagBias.Values, tags);
    }

    /// <summary>Splits the encoding into the four roles of a word: dependent and head of an arc, dependent and head of a relation.</summary>
    public void SplitRoles(NetworkState s, Dropout? dropout = null)
    {
        const int columns = NetworkWeights.SplitColumns;
        var split = NetworkState.Fit(ref s.Split!, s.Count * columns);
        Multiply(s, s.Encoded, 2 * H, weights.Split, weights.SplitBias.Values, split);
        for (var i = 0; i < s.Count; i++) Rectify(split.Slice(i * columns, 2 * A));
        dropout?.Arcs(s.Split, s.Count, columns);
        var query = NetworkState.Fit(ref s.Query!, s.Count * A);
        Multiply(s, s.Split, columns, weights.Arc, weights.ArcBias.Values, query);
    }

    /// <summary>Scores of the heads of one sentence: row i, column 0 for the root and j + 1 for word j.</summary>
    /// <returns>Width of a row.</returns>
    public int ScoreArcs(NetworkState s, int first, int end)
    {
        var n = end - first;
        var width = NetworkShape.Pad(n + 1);
        var heads = NetworkState.Fit(ref s.Heads!, A * width);
        heads.Clear();
        var root = weights.Root.Values;
        for (var k = 0; k < A; k++) heads[k * width] = root[k];
        for (var j = 0; j < n; j++)
        {
            var row = s.Split.AsSpan(((first + j) * NetworkWeights.SplitColumns) + A, A);
            for (var k = 0; k < A; k++) heads[(k * width) + j + 1] = row[k];
        }
        var scores = NetworkState.Fit(ref s.Scores!, n * width);
        Kernels.Multiply(s.Query.AsSpan(first * A), A, 1, heads, width, scores, width, n, width, A, add: false);
        AddDistances(s, scores, n, width);
        return width;
    }

    private void AddDistances(NetworkState s, Span<float> scores, int n, int width)
    {
        // What each distance adds, from n - 1 words before to n - 1 words after.
        var line = NetworkState.Fit(ref s.Distances!, 2 * n);
        for (var d = 1 - n; d < n; d++) line[d + n - 1] = weights.Distance.Values[DistanceOf(n, n + d + 1)];
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * width, n + 1);
            row[0] += weights.Distance.Values[0];
            for (var j = 0; j < n; j++) row[j + 1] += line[j - i + n - 1];
        }
    }

    /// <summary>Scores of the relations of all words to their heads (-1: the root; else counted over the pass).</summary>
    public void Relate(NetworkState s, ReadOnlySpan<int> heads, Dropout? dropout = null)
    {
        var columns = weights.Shape.RelationColumns;
        var hidden = NetworkState.Fit(ref s.RelationHidden!, s.Count * R);
        const int dep = 2 * A, head = (2 * A) + R;
        for (var i = 0; i < s.Count; i++)
        {
            var row = hidden.Slice(i * R, R);
            s.Split.AsSpan((i * NetworkWeights.SplitColumns) + dep, R).CopyTo(row);
            var other = heads[i] < 0 ? weights.Root.Values.AsSpan(A, R) : s.Split.AsSpan((heads[i] * NetworkWeights.SplitColumns) + head, R);
            Kernels.Add(row, other);
            Rectify(row);
        }
        dropout?.Relations(s.RelationHidden, s.Count * R);
        var relations = NetworkState.Fit(ref s.Relations!, s.Count * columns);
        Multiply(s, hidden, R, weights.Relation, weights.RelationBias.Values, relations);
    }

    /// <summary>Kind of the distance from dependent <paramref name="i"/> to column <paramref name="j"/> of the arc scores.</summary>
    public static int DistanceOf(int i, int j)
    {
        if (j == 0) return 0;
        var d = j - 1 - i;
        var far = Math.Abs(d) switch { <= 8 and var a => a, <= 11 => 9, <= 16 => 10, <= 24 => 11, <= 40 => 12, _ => 13 };
        return d < 0 ? 1 + far : 16 + far;
    }

    private void Embed(NetworkState s)
    {
        var tables = weights.Tables;
        var width = weights.Shape.VectorWidth;
        var x = NetworkState.Fit(ref s.Normed!, s.Count * D);
        for (var i = 0; i < s.Count; i++)
        {
            var row = x.Slice(i * D, D);
            row.Clear();
            for (var t = 0; t < tables.Length; t++) tables[t].AddRow(s.Rows[(i * tables.Length) + t], row);
        }
        var v = NetworkState.Fit(ref s.VectorIn!, s.Count * width);
        for (var i = 0; i < s.Count; i++)
        {
            var to = v.Slice(i * width, width);
            if (s.VectorRows[i] < 0) to.Clear();
            else vectors.AsSpan(s.VectorRows[i] * width, width).CopyTo(to);
        }
        Kernels.Multiply(v, weights.Vectors.Values, x, s.Count, D, width, add: true);
        Normalize(s);
    }

    private void Normalize(NetworkState s)
    {
        NetworkState.Fit(ref s.Scale!, s.Count);
        var y = NetworkState.Fit(ref s.Input!, s.Count * D);
        var gain = weights.Norm.Values.AsSpan(0, D);
        var bias = weights.Norm.Values.AsSpan(D, D);
        for (var i = 0; i < s.Count; i++)
        {
            var row = s.Normed.AsSpan(i * D, D);
            var mean = Kernels.Sum(row) / D;
            for (var k = 0; k < D; k++) row[k] -= mean;
            var squares = Vector256<float>.Zero;
            for (var k = 0; k < D; k += 8)
            {
                var v = Vector256.LoadUnsafe(ref row[k]);
                squares += v * v;
            }
            var scale = s.Scale[i] = 1f / MathF.Sqrt((Kernels.Across(squares) / D) + 1e-5f);
            var to = y.Slice(i * D, D);
            for (var k = 0; k < D; k++)
            {
                row[k] *= scale;
                to[k] = (row[k] * gain[k]) + bias[k];
            }
        }
    }

    private void Convolve(NetworkState s)
    {
        var window = NetworkState.Fit(ref s.Window!, s.Count * 3 * D);
        for (var n = 0; n + 1 < s.Starts.Count; n++)
            for (var i = s.Starts[n]; i < s.Starts[n + 1]; i++)
                for (var p = 0; p < 3; p++)
                {
                    var j = i + p - 1;
                    var to = window.Slice(((i * 3) + p) * D, D);
                    if (j < s.Starts[n] || j >= s.Starts[n + 1]) to.Clear();
                    else s.Input.AsSpan(j * D, D).CopyTo(to);
                }
        var y = NetworkState.Fit(ref s.Convolved!, s.Count * D);
        Multiply(s, window, 3 * D, weights.Convolution, weights.ConvolutionBias.Values, y);
        var mixed = NetworkState.Fit(ref s.Mixed!, s.Count * D);
        for (var i = 0; i < mixed.Length; i += 8)
            (Vector256.LoadUnsafe(ref s.Input[i]) + Vector256.Max(Vector256<float>.Zero, Vector256.LoadUnsafe(ref y[i]))).StoreUnsafe(ref mixed[i]);
    }

    private void Recur(NetworkState s, int layer, float[] input)
    {
        var parts = NetworkWeights.PartsOf(layer);
        var columns = 2 * parts * H;
        var u = NetworkState.Fit(ref s.Projected[layer]!, s.Count * columns);
        Multiply(s, input, NetworkWeights.InputOf(layer), weights.Recurrent[layer], NoBias, u);
        NetworkState.Fit(ref s.Forget[layer]!, s.Count * 2 * H);
        NetworkState.Fit(ref s.Reset[layer]!, s.Count * 2 * H);
        NetworkState.Fit(ref s.Cell[layer]!, s.Count * 2 * H);
        NetworkState.Fit(ref s.Output[layer]!, s.Count * 2 * H);
        for (var n = 0; n + 1 < s.Starts.Count; n++)
            for (var direction = 0; direction < 2; direction++) Run(s, layer, input, parts, direction, s.Starts[n], s.Starts[n + 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(NetworkState s, int layer, float[] input, int parts, int direction, int first, int end)
    {
        ref var gates = ref weights.Gates[layer].Values[direction * 4 * H];
        ref var u = ref s.Projected[layer][direction * parts * H];
        ref var x = ref input[0];
        ref var forget = ref s.Forget[layer][direction * H];
        ref var reset = ref s.Reset[layer][direction * H];
        ref var cell = ref s.Cell[layer][direction * H];
        ref var output = ref s.Output[layer][direction * H];
        Span<float> state = stackalloc float[H];
        state.Clear();
        ref var c0 = ref state[0];
        var step = direction == 0 ? 1 : -1;
        for (int t = direction == 0 ? first : end - 1, n = end - first; n > 0; n--, t += step)
        {
            for (nuint k = 0; k < H; k += 16)
            {
                var at = (nuint)(t * 2 * parts * H) + k;
                var to = (nuint)(t * 2 * H) + k;
                var c = Vector512.LoadUnsafe(ref c0, k);
                var candidate = Vector512.LoadUnsafe(ref u, at);
                var zf = Vector512.LoadUnsafe(ref u, at + H) + (Vector512.LoadUnsafe(ref gates, k) * c) + Vector512.LoadUnsafe(ref gates, (2 * H) + k);
                var zr = Vector512.LoadUnsafe(ref u, at + (2 * H)) + (Vector512.LoadUnsafe(ref gates, H + k) * c) + Vector512.LoadUnsafe(ref gates, (3 * H) + k);
                var f = Kernels.Sigmoid(zf);
                var r = Kernels.Sigmoid(zr);
                var high = parts == 4 ? Vector512.LoadUnsafe(ref u, at + (3 * H)) : Vector512.LoadUnsafe(ref x, to + (nuint)(direction * H));
                c = candidate + (f * (c - candidate));
                c.StoreUnsafe(ref c0, k);
                f.StoreUnsafe(ref forget, to);
                r.StoreUnsafe(ref reset, to);
                c.StoreUnsafe(ref cell, to);
                (high + (r * (c - high))).StoreUnsafe(ref output, to);
            }
        }
    }

    /// <summary>y = x·W with the bias added to each row; rows of x lie <paramref name="step"/> apart.</summary>
    private static void Multiply(NetworkState s, ReadOnlySpan<float> x, int step, Weight w, ReadOnlySpan<float> bias, Span<float> y)
    {
        if (w.Bytes is { } bytes)
        {
            s.Bytes.Fill(x, step, s.Count, w.Rows);
            bytes.Multiply(s.Bytes, bias, y);
        }
        else
        {
            Repeat(bias[..w.Columns], y);
            Kernels.Multiply(x, step, 1, w.Values, w.Columns, y, w.Columns, s.Count, w.Columns, w.Rows, add: true);
        }
    }

    private static void Repeat(ReadOnlySpan<float> row, Span<float> rows)
    {
        for (var i = 0; i < rows.Length; i += row.Length) row.CopyTo(rows[i..]);
    }

    private static void Rectify(Span<float> row)
    {
        for (var k = 0; k < row.Length; k += 8)
        {
            var x = Vector256.LoadUnsafe(ref row[k]);
            Vector256.Max(x, x * Vector256.Create(Leak)).StoreUnsafe(ref row[k]);
        }
    }
}
