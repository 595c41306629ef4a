using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>Dense arithmetic of the network. Every output is a chain of fused multiply-adds in a fixed order, and no width of
/// the machine's registers enters into it: the same numbers on every processor.</summary>
internal static class Kernels
{
    /// <summary>Numbers per cache-friendly column block; widths of matrices are multiples of <see cref="Lane"/>.</summary>
    public const int Lane = 16;

    private const int Wide = 64;

    /// <summary>C = A·B or C += A·B with C m×n, B k×n (row-major), and A(i,p) at a[i * rowStep + p * columnStep]; n is a multiple of <see cref="Lane"/>.</summary>
    public static void Multiply(
        ReadOnlySpan<float> a, int rowStep, int columnStep, ReadOnlySpan<float> b, int bStep, Span<float> c, int cStep, int m, int n, int k, bool add)
    {
        if (m == 0 || n == 0) return;
        if (n % Lane != 0) throw new ArgumentException("the width is no multiple of the lane", nameof(n));
        if (a.Length < ((m - 1) * rowStep) + ((k - 1) * columnStep) + 1 || b.Length < ((k - 1) * bStep) + n || c.Length < ((m - 1) * cStep) + n)
            throw new ArgumentException("a matrix is too small");
        ref var a0 = ref Unsafe.AsRef(in a[0]);
        ref var b0 = ref Unsafe.AsRef(in b[0]);
        ref var c0 = ref c[0];
        for (var j = 0; j < n;)
        {
            var wide = Vector512.IsHardwareAccelerated && n - j >= Wide;
            for (var i = 0; i < m; i += 4)
            {
                // Rows past the end repeat the last one: the same numbers are stored twice.
                int r1 = Math.Min(i + 1, m - 1), r2 = Math.Min(i + 2, m - 1), r3 = Math.Min(i + 3, m - 1);
                var rows = new Rows(i, r1, r2, r3);
                if (wide) Block64(ref a0, rowStep, columnStep, ref Unsafe.Add(ref b0, j), bStep, ref Unsafe.Add(ref c0, j), cStep, rows, k, add);
                else Block16(ref a0, rowStep, columnStep, ref Unsafe.Add(ref b0, j), bStep, ref Unsafe.Add(ref c0, j), cStep, rows, k, add);
            }
            j += wide ? Wide : Lane;
        }
    }

    /// <summary>C += or = A·B for plain row-major matrices.</summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k, bool add) =>
        Multiply(a, k, 1, b, n, c, n, m, n, k, add);

    private readonly record struct Rows(int R0, int R1, int R2, int R3);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block64(ref float a, nint rs, nint cs, ref float b, nint bs, ref float c, nint ls, Rows rows, int k, bool add)
    {
        ref var a0 = ref Unsafe.Add(ref a, rows.R0 * rs);
        ref var a1 = ref Unsafe.Add(ref a, rows.R1 * rs);
        ref var a2 = ref Unsafe.Add(ref a, rows.R2 * rs);
        ref var a3 = ref Unsafe.Add(ref a, rows.R3 * rs);
        ref var c0 = ref Unsafe.Add(ref c, rows.R0 * ls);
        ref var c1 = ref Unsafe.Add(ref c, rows.R1 * ls);
        ref var c2 = ref Unsafe.Add(ref c, rows.R2 * ls);
        ref var c3 = ref Unsafe.Add(ref c, rows.R3 * ls);
        Vector512<float> x00, x01, x02, x03, x10, x11, x12, x13, x20, x21, x22, x23, x30, x31, x32, x33;
        if (add)
        {
            x00 = Vector512.LoadUnsafe(ref c0); x01 = Vector512.LoadUnsafe(ref c0, 16); x02 = Vector512.LoadUnsafe(ref c0, 32); x03 = Vector512.LoadUnsafe(ref c0, 48);
            x10 = Vector512.LoadUnsafe(ref c1); x11 = Vector512.LoadUnsafe(ref c1, 16); x12 = Vector512.LoadUnsafe(ref c1, 32); x13 = Vector512.LoadUnsafe(ref c1, 48);
            x20 = Vector512.LoadUnsafe(ref c2); x21 = Vector512.LoadUnsafe(ref c2, 16); x22 = Vector512.LoadUnsafe(ref c2, 32); x23 = Vector512.LoadUnsafe(ref c2, 48);
            x30 = Vector512.LoadUnsafe(ref c3); x31 = Vector512.LoadUnsafe(ref c3, 16); x32 = Vector512.LoadUnsafe(ref c3, 32); x33 = Vector512.LoadUnsafe(ref c3, 48);
        }
        else
        {
            x00 = x01 = x02 = x03 = x10 = x11 = x12 = x13 = x20 = x21 = x22 = x23 = x30 = x31 = x32 = x33 = Vector512<float>.Zero;
        }
        for (nint p = 0, pa = 0; p < k; p++, pa += cs, b = ref Unsafe.Add(ref b, bs))
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 16);
            var b2 = Vector512.LoadUnsafe(ref b, 32);
            var b3 = Vector512.LoadUnsafe(ref b, 48);
            var v = Vector512.Create(Unsafe.Add(ref a0, pa));
            x00 = Vector512.FusedMultiplyAdd(v, b0, x00); x01 = Vector512.FusedMultiplyAdd(v, b1, x01);
            x02 = Vector512.FusedMultiplyAdd(v, b2, x02); x03 = Vector512.FusedMultiplyAdd(v, b3, x03);
            v = Vector512.Create(Unsafe.Add(ref a1, pa));
            x10 = Vector512.FusedMultiplyAdd(v, b0, x10); x11 = Vector512.FusedMultiplyAdd(v, b1, x11);
            x12 = Vector512.FusedMultiplyAdd(v, b2, x12); x13 = Vector512.FusedMultiplyAdd(v, b3, x13);
            v = Vector512.Create(Unsafe.Add(ref a2, pa));
            x20 = Vector512.FusedMultiplyAdd(v, b0, x20); x21 = Vector512.FusedMultiplyAdd(v, b1, x21);
            x22 = Vector512.FusedMultiplyAdd(v, b2, x22); x23 = Vector512.FusedMultiplyAdd(v, b3, x23);
            v = Vector512.Create(Unsafe.Add(ref a3, pa));
            x30 = Vector512.FusedMultiplyAdd(v, b0, x30); x31 = Vector512.FusedMultiplyAdd(v, b1, x31);
            x32 = Vector512.FusedMultiplyAdd(v, b2, x32); x33 = Vector512.FusedMultiplyAdd(v, b3, x33);
        }
        x00.StoreUnsafe(ref c0); x01.StoreUnsafe(ref c0, 16); x02.StoreUnsafe(ref c0, 32); x03.StoreUnsafe(ref c0, 48);
        x10.StoreUnsafe(ref c1); x11.StoreUnsafe(ref c1, 16); x12.StoreUnsafe(ref c1, 32); x13.StoreUnsafe(ref c1, 48);
        x20.StoreUnsafe(ref c2); x21.StoreUnsafe(ref c2, 16); x22.StoreUnsafe(ref c2, 32); x23.StoreUnsafe(ref c2, 48);
        x30.StoreUnsafe(ref c3); x31.StoreUnsafe(ref c3, 16); x32.StoreUnsafe(ref c3, 32); x33.StoreUnsafe(ref c3, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block16(ref float a, nint rs, nint cs, ref float b, nint bs, ref float c, nint ls, Rows rows, int k, bool add)
    {
        ref var a0 = ref Unsafe.Add(ref a, rows.R0 * rs);
        ref var a1 = ref Unsafe.Add(ref a, rows.R1 * rs);
        ref var a2 = ref Unsafe.Add(ref a, rows.R2 * rs);
        ref var a3 = ref Unsafe.Add(ref a, rows.R3 * rs);
        ref var c0 = ref Unsafe.Add(ref c, rows.R0 * ls);
        ref var c1 = ref Unsafe.Add(ref c, rows.R1 * ls);
        ref var c2 = ref Unsafe.Add(ref c, rows.R2 * ls);
        ref var c3 = ref Unsafe.Add(ref c, rows.R3 * ls);
        Vector256<float> x00, x01, x10, x11, x20, x21, x30, x31;
        if (add)
        {
            x00 = Vector256.LoadUnsafe(ref c0); x01 = Vector256.LoadUnsafe(ref c0, 8);
            x10 = Vector256.LoadUnsafe(ref c1); x11 = Vector256.LoadUnsafe(ref c1, 8);
            x20 = Vector256.LoadUnsafe(ref c2); x21 = Vector256.LoadUnsafe(ref c2, 8);
            x30 = Vector256.LoadUnsafe(ref c3); x31 = Vector256.LoadUnsafe(ref c3, 8);
        }
        else
        {
            x00 = x01 = x10 = x11 = x20 = x21 = x30 = x31 = Vector256<float>.Zero;
        }
        for (nint p = 0, pa = 0; p < k; p++, pa += cs, b = ref Unsafe.Add(ref b, bs))
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 8);
            var v = Vector256.Create(Unsafe.Add(ref a0, pa));
            x00 = Vector256.FusedMultiplyAdd(v, b0, x00); x01 = Vector256.FusedMultiplyAdd(v, b1, x01);
            v = Vector256.Create(Unsafe.Add(ref a1, pa));
            x10 = Vector256.FusedMultiplyAdd(v, b0, x10); x11 = Vector256.FusedMultiplyAdd(v, b1, x11);
            v = Vector256.Create(Unsafe.Add(ref a2, pa));
            x20 = Vector256.FusedMultiplyAdd(v, b0, x20); x21 = Vector256.FusedMultiplyAdd(v, b1, x21);
            v = Vector256.Create(Unsafe.Add(ref a3, pa));
            x30 = Vector256.FusedMultiplyAdd(v, b0, x30); x31 = Vector256.FusedMultiplyAdd(v, b1, x31);
        }
        x00.StoreUnsafe(ref c0); x01.StoreUnsafe(ref c0, 8);
        x10.StoreUnsafe(ref c1); x11.StoreUnsafe(ref c1, 8);
        x20.StoreUnsafe(ref c2); x21.StoreUnsafe(ref c2, 8);
        x30.StoreUnsafe(ref c3); x31.StoreUnsafe(ref c3, 8);
    }

    /// <summary>e^x to about 1e-7, by halving the range and a polynomial; the same bits everywhere, which the platform's own is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        var p = Vector256.Create(1.9875691500e-4f);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.FusedMultiplyAdd(p, r * r, r + Vector256<float>.One);
        var scale = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23).AsSingle();
        return p * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>Sum of a row in a fixed order.</summary>
    public static float Sum(ReadOnlySpan<float> row)
    {
        ref var r = ref Unsafe.AsRef(in row[0]);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += 8) sum += Vector256.LoadUnsafe(ref r, (nuint)i);
        return Across(sum);
    }

    /// <summary>Adds the eight lanes in a fixed order.</summary>
    public static float Across(Vector256<float> v)
    {
        var four = v.GetLower() + v.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
