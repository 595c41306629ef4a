using System.Runtime.Intrinsics;
using Demarche.Language;
using Demarche.Language.Training;

namespace Demarche.Tests.Language;

public sealed class ByteMatrixTests
{
    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(7, 128, 48)]
    [InlineData(23, 384, 128)]
    public void A_product_of_bytes_is_close_to_the_true_product(int m, int k, int n)
    {
        var random = new Xoshiro(7);
        var (a, b, bias) = (Draw(m * k, random), Draw(k * n, random), Draw(n, random));
        var rows = new ByteRows();
        rows.Fill(a, k, m, k);
        var c = new float[m * n];
        new ByteMatrix(b, k, n).Multiply(rows, bias, c);
        var off = 0.0;
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
            {
                double sum = bias[j];
                for (var p = 0; p < k; p++) sum += a[(i * k) + p] * b[(p * n) + j];
                off = Math.Max(off, Math.Abs(sum - c[(i * n) + j]));
            }
        // Rounding errors of k products add up like a random walk.
        Assert.InRange(off, 0, 0.03 * Math.Sqrt(k));
    }

    [Fact]
    public void The_instructions_of_the_processor_give_what_plain_arithmetic_gives()
    {
        var random = new Xoshiro(3);
        for (var trial = 0; trial < 200; trial++)
        {
            var a = Vector256.Create([.. Enumerable.Range(0, 32).Select(_ => (byte)(1 + random.Below(127)))]);
            var b = Vector256.Create([.. Enumerable.Range(0, 32).Select(_ => (sbyte)(random.Below(255) - 127))]);
            var sums = Vector256.Create(random.Below(1000));
            var true8 = Enumerable.Range(0, 8).Select(i => sums[i] + Enumerable.Range(4 * i, 4).Sum(k => a[k] * b[k]));
            Assert.Equal(Vector256.Create([.. true8]), ByteMatrix.AddProducts(sums, a, b));
            Assert.Equal(Vector256.Create([.. true8]), ByteMatrix.AddProductsPlainly(sums, a, b));
        }
        var most = Vector256.Create((byte)127);
        Assert.Equal(Vector256.Create(4 * 127 * 127), ByteMatrix.AddProducts(Vector256<int>.Zero, most, most.AsSByte()));
        Assert.Equal(Vector256.Create(4 * 127 * 127), ByteMatrix.AddProductsPlainly(Vector256<int>.Zero, most, most.AsSByte()));
    }

    [Fact]
    public void A_row_of_noughts_stays_nought()
    {
        var rows = new ByteRows();
        rows.Fill(new float[32], 16, 2, 16);
        var c = new float[32];
        new ByteMatrix(Draw(256, new Xoshiro(1)), 16, 16).Multiply(rows, new float[16], c);
        Assert.All(c, x => Assert.Equal(0f, x));
    }

    private static float[] Draw(int count, Xoshiro random) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.Unit()) - 1)];
}
