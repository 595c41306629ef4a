using System.Runtime.Intrinsics;
using Demarche.Language;
using Demarche.Language.Training;

namespace Demarche.Tests.Language;

public sealed class KernelsTests
{
    [Theory]
    [InlineData(1, 16, 5)]
    [InlineData(3, 48, 64)]
    [InlineData(13, 96, 33)]
    [InlineData(8, 32, 1)]
    public void A_product_is_the_chain_of_fused_sums_to_the_last_bit(int m, int n, int k)
    {
        var random = new Xoshiro(3);
        float[] a = Draw(m * k, random), b = Draw(k * n, random), c = Draw(m * n, random);
        var expected = (float[])c.Clone();
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
                for (var p = 0; p < k; p++) expected[(i * n) + j] = MathF.FusedMultiplyAdd(a[(i * k) + p], b[(p * n) + j], expected[(i * n) + j]);
        Kernels.Multiply(a, b, c, m, n, k, add: true);
        Assert.Equal(expected, c);
    }

    [Fact]
    public void The_exponential_is_right_to_six_digits()
    {
        for (var x = -80f; x <= 80f; x += 0.37f)
        {
            var found = Kernels.Exp(Vector512.Create(x))[0];
            Assert.InRange(found / Math.Exp(x), 1 - 1e-6, 1 + 1e-6);
        }
    }

    private static float[] Draw(int n, Xoshiro random)
    {
        var values = new float[n];
        for (var i = 0; i < n; i++) values[i] = random.Unit() - 0.5f;
        return values;
    }
}
