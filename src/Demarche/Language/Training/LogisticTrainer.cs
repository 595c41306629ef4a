namespace Demarche.Language.Training;

/// <summary>Softmax regression over hashed features, learnt one example at a time with AdaGrad steps.</summary>
internal sealed class LogisticTrainer(int classes, int bits)
{
    private const float Rate = 0.15f;
    private const float Decay = 2e-6f;

    private readonly HashedClassifier _model = new(classes, bits);
    private readonly float[] _squares = new float[classes << bits];

    public void Learn(ReadOnlySpan<uint> features, int truth)
    {
        Span<float> p = stackalloc float[classes];
        _model.Score(features, p);
        Softmax(p);
        if (p[truth] > 0.999f) return;
        p[truth] -= 1;
        foreach (var f in features)
        {
            var row = _model.RowOf(f);
            for (var c = 0; c < classes; c++)
            {
                ref var w = ref _model.Weights[row + c];
                var g = p[c] + Decay * w;
                var s = _squares[row + c] += g * g;
                w -= Rate * g / MathF.Sqrt(s + 1e-6f);
            }
        }
    }

    public HashedClassifier Finish() => _model;

    private static void Softmax(Span<float> x)
    {
        var max = float.NegativeInfinity;
        foreach (var v in x) max = Math.Max(max, v);
        var sum = 0f;
        for (var i = 0; i < x.Length; i++) sum += x[i] = MathF.Exp(x[i] - max);
        for (var i = 0; i < x.Length; i++) x[i] /= sum;
    }
}
