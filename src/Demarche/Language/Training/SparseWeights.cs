using System.Runtime.Intrinsics;

namespace Demarche.Language.Training;

/// <summary>Weights of hashed features while they are learnt, with AdaGrad steps (Duchi et al. 2011).</summary>
internal sealed class SparseWeights(int bits)
{
    private const int C = EntityLabels.Columns;

    private readonly float[] _squares = new float[C << bits];

    public float[] Values { get; } = new float[C << bits];

    /// <summary>Adds the row that begins at <paramref name="at"/>.</summary>
    public void AddTo(Span<float> sum, int at)
    {
        for (var k = 0; k < C; k += 8) (Vector256.LoadUnsafe(ref sum[k]) + Vector256.LoadUnsafe(ref Values[at + k])).StoreUnsafe(ref sum[k]);
    }

    /// <summary>One step of the row that begins at <paramref name="at"/>.</summary>
    public void Step(int at, ReadOnlySpan<float> gradient, float weight, float rate, float decay)
    {
        var tiny = Vector256.Create(1e-6f);
        for (var k = 0; k < C; k += 8)
        {
            ref var value = ref Values[at + k];
            ref var square = ref _squares[at + k];
            var w = Vector256.LoadUnsafe(ref value);
            var g = (weight * Vector256.LoadUnsafe(in gradient[k])) + (decay * w);
            var sum = Vector256.LoadUnsafe(ref square) + (g * g);
            sum.StoreUnsafe(ref square);
            (w - (rate * g / (Vector256.Sqrt(sum) + tiny))).StoreUnsafe(ref value);
        }
    }
}
