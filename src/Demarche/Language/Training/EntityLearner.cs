namespace Demarche.Language.Training;

/// <summary>One step of training after another: a conditional random field over the sums of sparse and dense scores.</summary>
/// <remarks>Each corpus has its own guidelines: besides the weights shared by all, each has a table and an output layer of its own, which
/// are added to the shared ones. What is kept in the end is the shared weights plus those of the first corpus (Daumé 2007).</remarks>
internal sealed class EntityLearner
{
    private const int C = EntityLabels.Columns;
    private const float Leak = 0.1f;

    private readonly EntityWeights _shared;
    private readonly EntityWeights[] _domains;
    private readonly SparseWeights _table;
    private readonly SparseWeights[] _domainTables;
    private readonly AdamStep[] _steps;
    private readonly AdamStep[][] _domainSteps;
    private readonly Network _network;
    private readonly Xoshiro _random;
    private readonly EntityLearnerOptions _options;
    private readonly EntityChain _chain;
    private float[] _input = [];
    private float[] _hidden = [];
    private float[] _back = [];
    private float[] _scores = [];
    private bool[] _dropped = [];

    public EntityLearner(EntityWeights shared, int domains, Network network, EntityLearnerOptions options, Xoshiro random)
    {
        (_shared, _network, _options, _random) = (shared, network, options, random);
        _domains = [.. Enumerable.Range(0, domains).Select(_ => new EntityWeights(1, shared.Hidden, [], 0))];
        _table = new SparseWeights(options.Bits);
        _domainTables = [.. _domains.Select(_ => new SparseWeights(options.Bits))];
        _steps = [.. shared.Dense.Select(d => new AdamStep(d))];
        _domainSteps = [.. _domains.Select(d => new[] { new AdamStep(d.Second), new AdamStep(d.Bias), new AdamStep(d.Transitions) })];
        _chain = new EntityChain(shared.Transitions);
        var range = MathF.Sqrt(3f / shared.Input);
        for (var i = 0; i < shared.First.Length; i++) shared.First[i] = ((2 * random.Unit()) - 1) * range;
        range = MathF.Sqrt(3f / shared.Hidden) * 0.5f;
        for (var i = 0; i < shared.Second.Length; i++) shared.Second[i] = i % C < EntityLabels.Count ? ((2 * random.Unit()) - 1) * range : 0f;
    }

    /// <summary>The weights for one corpus.</summary>
    public TrainedEntities Finished(int domain)
    {
        var w = new EntityWeights(_shared.Input, _shared.Hidden, _shared.Groups, _shared.Parser);
        _shared.First.CopyTo(w.First, 0);
        _shared.FirstBias.CopyTo(w.FirstBias, 0);
        Sum(_shared.Second, _domains[domain].Second, w.Second);
        Sum(_shared.Bias, _domains[domain].Bias, w.Bias);
        Sum(_shared.Transitions, _domains[domain].Transitions, w.Transitions);
        return new TrainedEntities(w, Sum(_table.Values, _domainTables[domain].Values, new float[_table.Values.Length]));
    }

    /// <summary>Learns from sentences of one corpus; returns the loss a word.</summary>
    public double Learn(IReadOnlyList<EntityExample> batch, float rate)
    {
        var domain = batch[0].Domain;
        var words = batch.Sum(e => e.Labels.Length);
        var own = _domains[domain];
        var second = Sum(_shared.Second, own.Second, new float[_shared.Second.Length]);
        var transitions = Sum(_shared.Transitions, own.Transitions, new float[C * C]);
        _chain.Use(transitions);
        Forward(batch, words, second, own.Bias);
        var scores = _scores.AsSpan(0, words * C);
        AddSparse(batch, _domainTables[domain], scores);
        var gradient = new float[words * C];
        var pairs = new float[C * C];
        var loss = Differentiate(batch, scores, gradient, pairs) / words;
        var weight = _options.Weights[domain] / words;
        StepSparse(batch, _domainTables[domain], gradient, rate * _options.SparseRate, _options.Weights[domain]);
        for (var i = 0; i < gradient.Length; i++) gradient[i] *= weight;
        for (var i = 0; i < pairs.Length; i++) pairs[i] *= weight;
        Backward(words, second, gradient, pairs, domain);
        foreach (var s in _steps) s.Apply(rate * _options.DenseRate, _options.Decay);
        foreach (var s in _domainSteps[domain]) s.Apply(rate * _options.DenseRate * _options.DomainRate, _options.DomainDecay);
        return loss;
    }

    private void Forward(IReadOnlyList<EntityExample> batch, int words, float[] second, float[] bias)
    {
        var (input, hidden) = (_shared.Input, _shared.Hidden);
        var x = NetworkState.Fit(ref _input!, words * input);
        var at = 0;
        foreach (var e in batch)
        {
            EntityInput.Fill(_network, e.Vectors, x[(at * input)..]);
            at += e.Labels.Length;
        }
        Drop(x, _options.InputDropout);
        var y = NetworkState.Fit(ref _hidden!, words * hidden);
        for (var i = 0; i < words; i++) _shared.FirstBias.CopyTo(y[(i * hidden)..]);
        Kernels.Multiply(x, _shared.First, y, words, hidden, input, add: true);
        for (var k = 0; k < y.Length; k++) y[k] = y[k] > 0 ? y[k] : Leak * y[k];
        if (_dropped.Length < y.Length) _dropped = new bool[y.Length];
        var keep = 1f / (1f - _options.HiddenDropout);
        for (var k = 0; k < y.Length; k++) y[k] = (_dropped[k] = _random.Unit() < _options.HiddenDropout) ? 0f : y[k] * keep;
        var scores = NetworkState.Fit(ref _scores!, words * C);
        for (var i = 0; i < words; i++)
            for (var b = 0; b < C; b++) scores[(i * C) + b] = _shared.Bias[b] + bias[b];
        Kernels.Multiply(y, second, scores, words, C, hidden, add: true);
    }

    private void Drop(Span<float> values, float rate)
    {
        if (rate <= 0) return;
        var keep = 1f / (1f - rate);
        var limit = (uint)(rate * 65536);
        for (var k = 0; k < values.Length; k += 4)
        {
            var bits = _random.Next();
            for (var j = k; j < Math.Min(k + 4, values.Length); j++, bits >>= 16) values[j] = (bits & 0xffff) < limit ? 0f : values[j] * keep;
        }
    }

    // A dropped feature is complemented until its step has been made.
    private void AddSparse(IReadOnlyList<EntityExample> batch, SparseWeights own, Span<float> scores)
    {
        var keep = 1f / (1f - _options.FeatureDropout);
        var at = 0;
        Span<float> sum = stackalloc float[C];
        foreach (var e in batch)
            for (var i = 0; i < e.Labels.Length; i++, at++)
            {
                sum.Clear();
                foreach (ref var f in RowsOf(e, i))
                {
                    if (f < 0) f = ~f;
                    if (_random.Unit() < _options.FeatureDropout)
                    {
                        f = ~f;
                        continue;
                    }
                    _table.AddTo(sum, f);
                    own.AddTo(sum, f);
                }
                for (var b = 0; b < C; b++) scores[(at * C) + b] += keep * sum[b];
            }
    }

    private double Differentiate(IReadOnlyList<EntityExample> batch, ReadOnlySpan<float> scores, Span<float> gradient, Span<float> pairs)
    {
        var (loss, at) = (0.0, 0);
        foreach (var e in batch)
        {
            var n = e.Labels.Length;
            var rows = scores.Slice(at * C, n * C);
            loss += _chain.Sum(rows, n);
            _chain.Marginals(gradient[(at * C)..], n);
            _chain.AddPairs(pairs, n, 1f);
            var last = 0;
            for (var i = 0; i < n; i++)
            {
                loss -= rows[(i * C) + e.Labels[i]];
                gradient[((at + i) * C) + e.Labels[i]] -= 1f;
                pairs[(last * C) + e.Labels[i]] -= 1f;
                last = e.Labels[i];
            }
            pairs[last * C] -= 1f;
            loss -= _chain.ScoreOfSteps(e.Labels);
            at += n;
        }
        return loss;
    }

    private void StepSparse(IReadOnlyList<EntityExample> batch, SparseWeights own, ReadOnlySpan<float> gradient, float rate, float weight)
    {
        var at = 0;
        var decay = _options.SparseDecay;
        foreach (var e in batch)
            for (var i = 0; i < e.Labels.Length; i++, at++)
            {
                var row = gradient.Slice(at * C, C);
                var most = 0f;
                foreach (var g in row) most = Math.Max(most, Math.Abs(g));
                if (most < 0.002f) continue;
                foreach (var f in RowsOf(e, i))
                {
                    if (f < 0) continue;
                    _table.Step(f, row, weight, rate, decay);
                    own.Step(f, row, weight, rate * _options.DomainRate, decay);
                }
            }
    }

    private void Backward(int words, float[] second, float[] gradient, float[] pairs, int domain)
    {
        var (input, hidden) = (_shared.Input, _shared.Hidden);
        var turned = new float[C * hidden];
        for (var k = 0; k < hidden; k++)
            for (var b = 0; b < C; b++) turned[(b * hidden) + k] = second[(k * C) + b];
        var back = NetworkState.Fit(ref _back!, words * hidden);
        Kernels.Multiply(gradient, turned, back, words, hidden, C, add: false);
        var keep = 1f / (1f - _options.HiddenDropout);
        for (var k = 0; k < back.Length; k++) back[k] *= _dropped[k] ? 0f : _hidden[k] > 0 ? keep : keep * Leak;
        Kernels.Multiply(_input.AsSpan(0, words * input), 1, input, back, hidden, _steps[0].Gradient, hidden, input, hidden, words, add: false);
        for (var i = 0; i < words; i++)
            for (var k = 0; k < hidden; k++) _steps[1].Gradient[k] += back[(i * hidden) + k];
        Kernels.Multiply(_hidden.AsSpan(0, words * hidden), 1, hidden, gradient, C, _steps[2].Gradient, C, hidden, C, words, add: false);
        for (var i = 0; i < words; i++)
            for (var b = 0; b < C; b++) _steps[3].Gradient[b] += gradient[(i * C) + b];
        pairs.CopyTo(_steps[4].Gradient, 0);
        for (var k = 0; k < 3; k++) _steps[k + 2].Gradient.CopyTo(_domainSteps[domain][k].Gradient, 0);
    }

    private static Span<int> RowsOf(EntityExample e, int word) => e.Rows.AsSpan(e.Rows.Length / e.Labels.Length * word, e.Rows.Length / e.Labels.Length);

    private static float[] Sum(float[] a, float[] b, float[] to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = a[i] + b[i];
        return to;
    }
}
