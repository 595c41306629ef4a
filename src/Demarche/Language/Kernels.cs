using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>Dense arithmetic of the network. Every output is a chain of fused multiply-adds in a fixed order, and no width of
/// the machine's registers enters into it: the same numbers on every processor.</summary>
internal static class Kernels
{
    /// <summary>Numbers per cache-friendly column block; widths of matrices are multiples of <see cref="Lane"/>.</summary>
    public const int Lane = 16;

    private const int Wide = 32;

    /// <summary>A panel of the right-hand matrix, copied so that its rows adjoin: else they would crowd into few lines of the cache.</summary>
    [ThreadStatic]
    private static float[]? _panel;

    /// <summary>C = A·B or C += A·B with C m×n, B k×n (row-major), and A(i,p) at a[i * rowStep + p * columnStep]; n is a multiple of <see cref="Lane"/>.</summary>
    public static void Multiply(
        ReadOnlySpan<float> a, int rowStep, int columnStep, ReadOnlySpan<float> b, int bStep, Span<float> c, int cStep, int m, int n, int k, bool add)
    {
        if (m == 0 || n == 0) return;
        if (n % Lane != 0) throw new ArgumentException("the width is no multiple of the lane", nameof(n));
        if (a.Length < ((m - 1) * rowStep) + ((k - 1) * columnStep) + 1 || b.Length < ((k - 1) * bStep) + n || c.Length < ((m - 1) * cStep) + n)
            throw new ArgumentException("a matrix is too small");
        if (_panel is null || _panel.Length < k * Wide) _panel = new float[k * Wide];
        for (var j = 0; j < n;)
        {
            var width = Math.Min(Wide, n - j);
            for (var p = 0; p < k; p++) b.Slice((p * bStep) + j, width).CopyTo(_panel.AsSpan(p * width, width));
            Strip(ref Unsafe.AsRef(in a[0]), rowStep, columnStep, ref _panel[0], width, ref c[j], cStep, m, k, add);
            j += width;
        }
    }

    /// <summary>One strip of columns of a product.</summary>
    private static void Strip(ref float a, nint rowStep, nint columnStep, ref float panel, int width, ref float c, nint cStep, int m, int k, bool add)
    {
        for (var i = 0; i < m;)
        {
            ref var left = ref Unsafe.Add(ref a, i * rowStep);
            ref var to = ref Unsafe.Add(ref c, i * cStep);
            if (Vector512.IsHardwareAccelerated && width == Wide && m - i >= 8)
            {
                Block8(ref left, rowStep, columnStep, ref panel, ref to, cStep, k, add);
                i += 8;
                continue;
            }
            // Rows past the end repeat the last one: the same numbers are stored twice.
            for (var half = 0; half < width; half += Lane)
                Block4(ref left, rowStep, columnStep, ref Unsafe.Add(ref panel, half), width, ref Unsafe.Add(ref to, half), cStep, Math.Min(4, m - i) - 1, k, add);
            i += 4;
        }
    }

    /// <summary>C += or = A·B for plain row-major matrices.</summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k, bool add) =>
        Multiply(a, k, 1, b, n, c, n, m, n, k, add);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block8(ref float a, nint rs, nint cs, ref float b, ref float c, nint ls, int k, bool add)
    {
        ref var a1 = ref Unsafe.Add(ref a, 1 * rs);
        ref var a2 = ref Unsafe.Add(ref a, 2 * rs);
        ref var a3 = ref Unsafe.Add(ref a, 3 * rs);
        ref var a4 = ref Unsafe.Add(ref a, 4 * rs);
        ref var a5 = ref Unsafe.Add(ref a, 5 * rs);
        ref var a6 = ref Unsafe.Add(ref a, 6 * rs);
        ref var a7 = ref Unsafe.Add(ref a, 7 * rs);
        ref var c1 = ref Unsafe.Add(ref c, 1 * ls);
        ref var c2 = ref Unsafe.Add(ref c, 2 * ls);
        ref var c3 = ref Unsafe.Add(ref c, 3 * ls);
        ref var c4 = ref Unsafe.Add(ref c, 4 * ls);
        ref var c5 = ref Unsafe.Add(ref c, 5 * ls);
        ref var c6 = ref Unsafe.Add(ref c, 6 * ls);
        ref var c7 = ref Unsafe.Add(ref c, 7 * ls);
        Vector512<float> x0, y0, x1, y1, x2, y2, x3, y3, x4, y4, x5, y5, x6, y6, x7, y7;
        if (add)
        {
            x0 = Vector512.LoadUnsafe(ref c);
            y0 = Vector512.LoadUnsafe(ref c, 16);
            x1 = Vector512.LoadUnsafe(ref c1);
            y1 = Vector512.LoadUnsafe(ref c1, 16);
            x2 = Vector512.LoadUnsafe(ref c2);
            y2 = Vector512.LoadUnsafe(ref c2, 16);
            x3 = Vector512.LoadUnsafe(ref c3);
            y3 = Vector512.LoadUnsafe(ref c3, 16);
            x4 = Vector512.LoadUnsafe(ref c4);
            y4 = Vector512.LoadUnsafe(ref c4, 16);
            x5 = Vector512.LoadUnsafe(ref c5);
            y5 = Vector512.LoadUnsafe(ref c5, 16);
            x6 = Vector512.LoadUnsafe(ref c6);
            y6 = Vector512.LoadUnsafe(ref c6, 16);
            x7 = Vector512.LoadUnsafe(ref c7);
            y7 = Vector512.LoadUnsafe(ref c7, 16);
        }
        else
        {
            x0 = y0 = x1 = y1 = x2 = y2 = x3 = y3 = x4 = y4 = x5 = y5 = x6 = y6 = x7 = y7 = Vector512<float>.Zero;
        }
        for (nint p = 0, pa = 0; p < k; p++, pa += cs, b = ref Unsafe.Add(ref b, Wide))
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 16);
            var v = Vector512.Create(Unsafe.Add(ref a, pa));
            x0 = Vector512.FusedMultiplyAdd(v, b0, x0);
            y0 = Vector512.FusedMultiplyAdd(v, b1, y0);
            v = Vector512.Create(Unsafe.Add(ref a1, pa));
            x1 = Vector512.FusedMultiplyAdd(v, b0, x1);
            y1 = Vector512.FusedMultiplyAdd(v, b1, y1);
            v = Vector512.Create(Unsafe.Add(ref a2, pa));
            x2 = Vector512.FusedMultiplyAdd(v, b0, x2);
            y2 = Vector512.FusedMultiplyAdd(v, b1, y2);
            v = Vector512.Create(Unsafe.Add(ref a3, pa));
            x3 = Vector512.FusedMultiplyAdd(v, b0, x3);
            y3 = Vector512.FusedMultiplyAdd(v, b1, y3);
            v = Vector512.Create(Unsafe.Add(ref a4, pa));
            x4 = Vector512.FusedMultiplyAdd(v, b0, x4);
            y4 = Vector512.FusedMultiplyAdd(v, b1, y4);
            v = Vector512.Create(Unsafe.Add(ref a5, pa));
            x5 = Vector512.FusedMultiplyAdd(v, b0, x5);
            y5 = Vector512.FusedMultiplyAdd(v, b1, y5);
            v = Vector512.Create(Unsafe.Add(ref a6, pa));
            x6 = Vector512.FusedMultiplyAdd(v, b0, x6);
            y6 = Vector512.FusedMultiplyAdd(v, b1, y6);
            v = Vector512.Create(Unsafe.Add(ref a7, pa));
            x7 = Vector512.FusedMultiplyAdd(v, b0, x7);
            y7 = Vector512.FusedMultiplyAdd(v, b1, y7);
        }
        x0.StoreUnsafe(ref c);
        y0.StoreUnsafe(ref c, 16);
        x1.StoreUnsafe(ref c1);
        y1.StoreUnsafe(ref c1, 16);
        x2.StoreUnsafe(ref c2);
        y2.StoreUnsafe(ref c2, 16);
        x3.StoreUnsafe(ref c3);
        y3.StoreUnsafe(ref c3, 16);
        x4.StoreUnsafe(ref c4);
        y4.StoreUnsafe(ref c4, 16);
        x5.StoreUnsafe(ref c5);
        y5.StoreUnsafe(ref c5, 16);
        x6.StoreUnsafe(ref c6);
        y6.StoreUnsafe(ref c6, 16);
        x7.StoreUnsafe(ref c7);
        y7.StoreUnsafe(ref c7, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block4(ref float a, nint rs, nint cs, ref float b, nint bs, ref float c, nint ls, int last, int k, bool add)
    {
        ref var a1 = ref Unsafe.Add(ref a, Math.Min(1, last) * rs);
        ref var a2 = ref Unsafe.Add(ref a, Math.Min(2, last) * rs);
        ref var a3 = ref Unsafe.Add(ref a, Math.Min(3, last) * rs);
        ref var c1 = ref Unsafe.Add(ref c, Math.Min(1, last) * ls);
        ref var c2 = ref Unsafe.Add(ref c, Math.Min(2, last) * ls);
        ref var c3 = ref Unsafe.Add(ref c, Math.Min(3, last) * ls);
        Vector256<float> x0, y0, x1, y1, x2, y2, x3, y3;
        if (add)
        {
            x0 = Vector256.LoadUnsafe(ref c);
            y0 = Vector256.LoadUnsafe(ref c, 8);
            x1 = Vector256.LoadUnsafe(ref c1);
            y1 = Vector256.LoadUnsafe(ref c1, 8);
            x2 = Vector256.LoadUnsafe(ref c2);
            y2 = Vector256.LoadUnsafe(ref c2, 8);
            x3 = Vector256.LoadUnsafe(ref c3);
            y3 = Vector256.LoadUnsafe(ref c3, 8);
        }
        else
        {
            x0 = y0 = x1 = y1 = x2 = y2 = x3 = y3 = Vector256<float>.Zero;
        }
        for (nint p = 0, pa = 0; p < k; p++, pa += cs, b = ref Unsafe.Add(ref b, bs))
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 8);
            var v = Vector256.Create(Unsafe.Add(ref a, pa));
            x0 = Vector256.FusedMultiplyAdd(v, b0, x0);
            y0 = Vector256.FusedMultiplyAdd(v, b1, y0);
            v = Vector256.Create(Unsafe.Add(ref a1, pa));
            x1 = Vector256.FusedMultiplyAdd(v, b0, x1);
            y1 = Vector256.FusedMultiplyAdd(v, b1, y1);
            v = Vector256.Create(Unsafe.Add(ref a2, pa));
            x2 = Vector256.FusedMultiplyAdd(v, b0, x2);
            y2 = Vector256.FusedMultiplyAdd(v, b1, y2);
            v = Vector256.Create(Unsafe.Add(ref a3, pa));
            x3 = Vector256.FusedMultiplyAdd(v, b0, x3);
            y3 = Vector256.FusedMultiplyAdd(v, b1, y3);
        }
        x0.StoreUnsafe(ref c);
        y0.StoreUnsafe(ref c, 8);
        x1.StoreUnsafe(ref c1);
        y1.StoreUnsafe(ref c1, 8);
        x2.StoreUnsafe(ref c2);
        y2.StoreUnsafe(ref c2, 8);
        x3.StoreUnsafe(ref c3);
        y3.StoreUnsafe(ref c3, 8);
    }

    /// <summary>Turns a matrix round, tile by tile so that both sides stay in the cache.</summary>
    public static void Transpose(ReadOnlySpan<float> from, int rows, int columns, Span<float> to)
    {
        const int tile = 16;
        for (var r0 = 0; r0 < rows; r0 += tile)
            for (var c0 = 0; c0 < columns; c0 += tile)
                for (var c = c0; c < Math.Min(c0 + tile, columns); c++)
                    for (var r = r0; r < Math.Min(r0 + tile, rows); r++) to[(c * rows) + r] = from[(r * columns) + c];
    }

    /// <summary>e^x to about 1e-7, by halving the range and a polynomial; the same bits everywhere, which the platform's own is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r + Vector512<float>.One);
        var scale = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23).AsSingle();
        return p * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>Adds a row to another whose length is a multiple of eight.</summary>
    public static void Add(Span<float> to, ReadOnlySpan<float> row)
    {
        for (var k = 0; k < to.Length; k += 8)
            (Vector256.LoadUnsafe(ref to[k]) + Vector256.LoadUnsafe(ref Unsafe.AsRef(in row[k]))).StoreUnsafe(ref to[k]);
    }

    /// <summary>Sum of a row in a fixed order.</summary>
    public static float Sum(ReadOnlySpan<float> row)
    {
        ref var r = ref Unsafe.AsRef(in row[0]);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += 8) sum += Vector256.LoadUnsafe(ref r, (nuint)i);
        return Across(sum);
    }

    /// <summary>The greatest number of a row whose length is a multiple of eight.</summary>
    public static float Max(ReadOnlySpan<float> row)
    {
        ref var r = ref Unsafe.AsRef(in row[0]);
        var most = Vector256.LoadUnsafe(ref r);
        for (var i = 8; i < row.Length; i += 8) most = Vector256.Max(most, Vector256.LoadUnsafe(ref r, (nuint)i));
        return Max(most);
    }

    /// <summary>The greatest of eight numbers.</summary>
    public static float Max(Vector256<float> v)
    {
        var four = Vector128.Max(v.GetLower(), v.GetUpper());
        return Math.Max(Math.Max(four[0], four[2]), Math.Max(four[1], four[3]));
    }

    /// <summary>Adds the eight lanes in a fixed order.</summary>
    public static float Across(Vector256<float> v)
    {
        var four = v.GetLower() + v.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
