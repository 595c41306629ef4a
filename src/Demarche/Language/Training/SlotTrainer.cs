using Demarche.Language.Learned;

namespace Demarche.Language.Training;

/// <summary>One thing to learn from: what stands in the slots, and which outcomes are right.</summary>
/// <param name="Slots">Sums of vectors, slot by slot.</param>
/// <param name="Features">Hashed features.</param>
/// <param name="Right">Outcomes any of which is right; never empty.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record SlotExample(float[] Slots, uint[] Features, int[] Right, float Weight);

/// <summary>Trains a <see cref="SlotNetwork"/> by the likelihood of any right outcome, with dropout, Adam for the dense weights and AdaGrad for the table.</summary>
internal sealed class SlotTrainer
{
    private const int BatchSize = 64;

    private readonly SlotNetwork _network;
    private readonly Xoshiro _random;
    private readonly AdamStep[] _steps;
    private readonly float[] _squares;
    private readonly SlotTraining _options;

    public SlotTrainer(int inputs, int outcomes, ulong seed, SlotTraining options)
    {
        _options = options;
        _random = new Xoshiro(seed);
        _network = new SlotNetwork(inputs, options.Hidden, outcomes, options.RowBits);
        Rows = new float[options.Hidden << options.RowBits];
        _squares = new float[Rows.Length];
        Start(_network.First, MathF.Sqrt(3f / inputs));
        Start(_network.Second, MathF.Sqrt(3f / options.Hidden));
        Start(Rows, 0.03f);
        _steps = [.. _network.Dense.Select(d => new AdamStep(d))];
    }

    /// <summary>The weights of hashed features.</summary>
    public float[] Rows { get; }

    public SlotNetwork Network => _network;

    /// <summary>Passes over the examples; reports the loss of each.</summary>
    public void Train(IReadOnlyList<SlotExample> examples, Action<int, double>? report = null)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var batches = (examples.Count + BatchSize - 1) / BatchSize * _options.Epochs;
        for (var (epoch, done) = (0, 0); epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            for (var i = 0; i < order.Length; i += BatchSize, done++)
            {
                var batch = order[i..Math.Min(i + BatchSize, order.Length)].Select(k => examples[k]).ToList();
                loss += Learn(batch, 1f - ((float)done / batches));
            }
            report?.Invoke(epoch, loss / examples.Count);
        }
    }

    private double Learn(List<SlotExample> batch, float pace)
    {
        var (n, inputs, hidden, columns) = (batch.Count, _network.Inputs, _network.Hidden, _network.Columns);
        var x = new float[n * inputs];
        for (var i = 0; i < n; i++) batch[i].Slots.CopyTo(x, i * inputs);
        Drop(x, _options.InputDropout);
        var h = new float[n * hidden];
        var kept = new List<int>[n];
        for (var i = 0; i < n; i++)
        {
            var row = h.AsSpan(i * hidden, hidden);
            _network.FirstBias.CopyTo(row);
            kept[i] = [];
            foreach (var f in batch[i].Features)
            {
                if (_random.Unit() < _options.FeatureDropout) continue;
                var at = SlotNetwork.RowOf(f, _options.RowBits) * hidden;
                kept[i].Add(at);
                for (var k = 0; k < hidden; k++) row[k] += Rows[at + k] / (1f - _options.FeatureDropout);
            }
        }
        Kernels.Multiply(x, _network.First, h, n, hidden, inputs, add: true);
        var alive = new float[h.Length];
        for (var k = 0; k < h.Length; k++)
        {
            alive[k] = h[k] > 0 && _random.Unit() >= _options.HiddenDropout ? 1f / (1f - _options.HiddenDropout) : 0f;
            h[k] *= alive[k];
        }
        var y = new float[n * columns];
        for (var i = 0; i < n; i++) _network.SecondBias.CopyTo(y, i * columns);
        Kernels.Multiply(h, _network.Second, y, n, columns, hidden, add: true);
        var loss = 0.0;
        for (var i = 0; i < n; i++) loss += Differentiate(batch[i], y.AsSpan(i * columns, columns));
        for (var k = 0; k < y.Length; k++) y[k] /= n;
        Backward(x, h, alive, y, n, kept, pace);
        return loss;
    }

    /// <summary>Turns scores into the gradient of minus the logarithm of the probability that a right outcome has.</summary>
    private double Differentiate(SlotExample example, Span<float> scores)
    {
        SlotNetwork.Normalise(scores, _network.Outcomes);
        var right = 0f;
        foreach (var r in example.Right) right += scores[r];
        right = Math.Max(right, 1e-6f);
        foreach (var r in example.Right) scores[r] -= scores[r] / right;
        for (var k = 0; k < scores.Length; k++) scores[k] *= example.Weight;
        return -Math.Log(right) * example.Weight;
    }

    private void Backward(float[] x, float[] h, float[] alive, float[] y, int n, List<int>[] kept, float pace)
    {
        var (inputs, hidden, columns) = (_network.Inputs, _network.Hidden, _network.Columns);
        var turned = new float[columns * hidden];
        Kernels.Transpose(_network.Second, hidden, columns, turned);
        var back = new float[n * hidden];
        Kernels.Multiply(y, turned, back, n, hidden, columns, add: false);
        for (var k = 0; k < back.Length; k++) back[k] *= alive[k];
        Kernels.Multiply(x, 1, inputs, back, hidden, _steps[0].Gradient, hidden, inputs, hidden, n, add: false);
        Kernels.Multiply(h, 1, hidden, y, columns, _steps[2].Gradient, columns, hidden, columns, n, add: false);
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < hidden; k++) _steps[1].Gradient[k] += back[(i * hidden) + k];
            for (var k = 0; k < columns; k++) _steps[3].Gradient[k] += y[(i * columns) + k];
        }
        foreach (var s in _steps) s.Apply(_options.DenseRate * pace, _options.Decay);
        var scale = 1f / (1f - _options.FeatureDropout);
        for (var i = 0; i < n; i++)
            foreach (var at in kept[i])
                for (var k = 0; k < hidden; k++)
                {
                    var g = (back[(i * hidden) + k] * scale) + (_options.SparseDecay * Rows[at + k]);
                    _squares[at + k] += g * g;
                    Rows[at + k] -= _options.SparseRate * pace * g / (MathF.Sqrt(_squares[at + k]) + 1e-6f);
                }
    }

    private void Drop(Span<float> values, float rate)
    {
        if (rate <= 0) return;
        var keep = 1f / (1f - rate);
        for (var k = 0; k < values.Length; k++)
            if (values[k] != 0f) values[k] = _random.Unit() < rate ? 0f : values[k] * keep;
    }

    private void Start(Span<float> values, float range)
    {
        for (var k = 0; k < values.Length; k++) values[k] = ((2 * _random.Unit()) - 1) * range;
    }
}

/// <summary>How a <see cref="SlotNetwork"/> is trained.</summary>
internal sealed record SlotTraining
{
    public int Hidden { get; init; } = 128;

    public int RowBits { get; init; } = 15;

    public int Epochs { get; init; } = 6;

    public float DenseRate { get; init; } = 0.001f;

    public float SparseRate { get; init; } = 0.02f;

    public float Decay { get; init; } = 0.02f;

    public float SparseDecay { get; init; } = 1e-5f;

    public float InputDropout { get; init; } = 0.2f;

    public float FeatureDropout { get; init; } = 0.3f;

    public float HiddenDropout { get; init; } = 0.2f;
}
