using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Language.Training;

/// <summary>Gradients of all weights and the Adam steps that use them; of the embedding tables only rows that were read are touched.</summary>
internal sealed class Gradients
{
    private const float First = 0.9f;
    private const float Second = 0.98f;
    private const float Tiny = 1e-8f;
    private const float LongestStep = 2f;

    private sealed class Moments(int length)
    {
        public float[] Gradient { get; } = new float[length];

        public float[] Mean { get; } = new float[length];

        public float[] Square { get; } = new float[length];
    }

    private readonly Weight[] _dense;
    private readonly Dictionary<string, Moments> _moments = new(StringComparer.Ordinal);
    private readonly Weight[] _tables;
    private readonly Moments[] _tableMoments;
    private readonly List<int>[] _touched;
    private readonly bool[][] _isTouched;
    private int _steps;

    public Gradients(IEnumerable<Weight> dense, Weight[] tables)
    {
        _dense = [.. dense];
        foreach (var w in _dense) _moments.Add(w.Name, new Moments(w.Values.Length));
        _tables = tables;
        _tableMoments = [.. _tables.Select(t => new Moments(t.Values.Length))];
        _touched = [.. _tables.Select(_ => new List<int>())];
        _isTouched = [.. _tables.Select(t => new bool[t.Rows])];
    }

    public float[] Of(Weight weight) => _moments[weight.Name].Gradient;

    public void AddRow(int table, int row, ReadOnlySpan<float> gradient)
    {
        if (!_isTouched[table][row])
        {
            _isTouched[table][row] = true;
            _touched[table].Add(row);
        }
        var to = _tableMoments[table].Gradient.AsSpan(row * gradient.Length, gradient.Length);
        var x = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var y = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var k = 0; k < x.Length; k++) y[k] += x[k];
    }

    /// <summary>Steps against the gradients and sets them to zero.</summary>
    public void Apply(float rate)
    {
        _steps++;
        var clip = Clip();
        var step = rate * MathF.Sqrt(1f - MathF.Pow(Second, _steps)) / (1f - MathF.Pow(First, _steps));
        foreach (var w in _dense) Step(w.Values, _moments[w.Name], 0, w.Values.Length, step, clip);
        for (var t = 0; t < _tables.Length; t++)
        {
            foreach (var row in _touched[t])
            {
                Step(_tables[t].Values, _tableMoments[t], row * _tables[t].Columns, _tables[t].Columns, step, clip);
                _isTouched[t][row] = false;
            }
            _touched[t].Clear();
        }
    }

    private float Clip()
    {
        double sum = 0;
        foreach (var w in _dense) sum += Squares(_moments[w.Name].Gradient);
        for (var t = 0; t < _tables.Length; t++)
            foreach (var row in _touched[t]) sum += Squares(_tableMoments[t].Gradient.AsSpan(row * _tables[t].Columns, _tables[t].Columns));
        var length = Math.Sqrt(sum);
        return length > LongestStep ? (float)(LongestStep / length) : 1f;
    }

    private static float Squares(ReadOnlySpan<float> values)
    {
        var sum = Vector<float>.Zero;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (var v in vectors) sum += v * v;
        var total = Vector.Sum(sum);
        for (var i = vectors.Length * Vector<float>.Count; i < values.Length; i++) total += values[i] * values[i];
        return total;
    }

    private static void Step(float[] values, Moments m, int start, int length, float step, float clip)
    {
        var w = values.AsSpan(start, length);
        var g = m.Gradient.AsSpan(start, length);
        var mean = m.Mean.AsSpan(start, length);
        var square = m.Square.AsSpan(start, length);
        var wv = MemoryMarshal.Cast<float, Vector<float>>(w);
        var gv = MemoryMarshal.Cast<float, Vector<float>>(g);
        var mv = MemoryMarshal.Cast<float, Vector<float>>(mean);
        var sv = MemoryMarshal.Cast<float, Vector<float>>(square);
        var tiny = new Vector<float>(Tiny);
        for (var i = 0; i < wv.Length; i++)
        {
            var gradient = gv[i] * clip;
            mv[i] = (First * mv[i]) + ((1 - First) * gradient);
            sv[i] = (Second * sv[i]) + ((1 - Second) * gradient * gradient);
            wv[i] -= step * mv[i] / (Vector.SquareRoot(sv[i]) + tiny);
        }
        for (var i = wv.Length * Vector<float>.Count; i < w.Length; i++)
        {
            var gradient = g[i] * clip;
            mean[i] = (First * mean[i]) + ((1 - First) * gradient);
            square[i] = (Second * square[i]) + ((1 - Second) * gradient * gradient);
            w[i] -= step * mean[i] / (MathF.Sqrt(square[i]) + Tiny);
        }
        g.Clear();
    }
}
