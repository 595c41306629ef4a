using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language;

/// <summary>Rows of numbers as bytes: each is (byte - 64) × the scale of its row.</summary>
/// <remarks>Seven bits, so that two products of bytes never overflow sixteen, whatever instructions a processor has.</remarks>
internal sealed class ByteRows
{
    /// <summary>The byte that stands for nought.</summary>
    public const int Nought = 64;

    private const float Most = 63f;

    public byte[] Values = [];
    public float[] Scales = [];

    public int Count { get; private set; }

    public int Width { get; private set; }

    /// <summary>Takes over rows of numbers.</summary>
    /// <param name="x">Row i begins at i × <paramref name="step"/>.</param>
    /// <param name="step">From row to row.</param>
    /// <param name="count">Rows.</param>
    /// <param name="width">Numbers of a row; a multiple of <see cref="Kernels.Lane"/>.</param>
    public void Fill(ReadOnlySpan<float> x, int step, int count, int width)
    {
        (Count, Width) = (count, width);
        if (Values.Length < count * width) Values = new byte[count * width * 3 / 2];
        if (Scales.Length < count) Scales = new float[count * 3 / 2];
        for (var i = 0; i < count; i++) FillRow(x.Slice(i * step, width), Values.AsSpan(i * width, width), out Scales[i]);
    }

    private static void FillRow(ReadOnlySpan<float> row, Span<byte> to, out float scale)
    {
        ref var from = ref Unsafe.AsRef(in row[0]);
        var most = Vector256<float>.Zero;
        for (nuint k = 0; k < (nuint)row.Length; k += 8) most = Vector256.Max(most, Vector256.Abs(Vector256.LoadUnsafe(ref from, k)));
        var reach = Math.Max(Kernels.Max(most), 1e-20f);
        scale = reach / Most;
        var inverse = Vector256.Create(Most / reach);
        var shift = Vector256.Create(Nought + 0.5f);
        for (nuint k = 0; k < (nuint)row.Length; k += 16)
        {
            var low = Vector256.ConvertToInt32((Vector256.LoadUnsafe(ref from, k) * inverse) + shift);
            var high = Vector256.ConvertToInt32((Vector256.LoadUnsafe(ref from, k + 8) * inverse) + shift);
            var shorts = Vector256.Narrow(low, high);
            Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).AsByte().StoreUnsafe(ref to[(int)k]);
        }
    }
}

/// <summary>A matrix of weights as signed bytes with a scale per column. Products are sums of whole numbers and thus exact: the
/// same bits on every processor, several times as fast as with floating point.</summary>
internal sealed class ByteMatrix
{
    /// <summary>Columns of a strip; the bytes of four rows of a strip adjoin, column by column.</summary>
    private const int Strip = 16;

    private const int RowsAtOnce = 6;

    private readonly int _rows;
    private readonly int _columns;
    private readonly sbyte[] _values;
    private readonly float[] _scales;
    private readonly int[] _shifts;

    /// <param name="values">Row-major.</param>
    /// <param name="rows">A multiple of four.</param>
    /// <param name="columns">A multiple of <see cref="Kernels.Lane"/>.</param>
    public ByteMatrix(ReadOnlySpan<float> values, int rows, int columns)
    {
        if (rows % 4 != 0 || columns % Strip != 0) throw new ArgumentException("the matrix has an odd size", nameof(rows));
        (_rows, _columns) = (rows, columns);
        _values = new sbyte[rows * columns];
        _scales = new float[columns];
        _shifts = new int[columns];
        for (var j = 0; j < columns; j++)
        {
            var most = 1e-20f;
            for (var p = 0; p < rows; p++) most = Math.Max(most, Math.Abs(values[(p * columns) + j]));
            _scales[j] = most / 127f;
            var sum = 0;
            for (var p = 0; p < rows; p++)
            {
                var q = (int)MathF.Round(values[(p * columns) + j] / _scales[j]);
                _values[At(p, j)] = (sbyte)q;
                sum += q;
            }
            _shifts[j] = ByteRows.Nought * sum;
        }
    }

    private int At(int p, int j) => (j / Strip * Strip * _rows) + (p / 4 * Strip * 4) + (j % Strip * 4) + (p % 4);

    /// <summary>C = A·B with a bias added to each row, C of as many columns as this matrix.</summary>
    public void Multiply(ByteRows a, ReadOnlySpan<float> bias, Span<float> c)
    {
        if (a.Width != _rows || bias.Length < _columns || c.Length < a.Count * _columns) throw new ArgumentException("the matrices do not fit", nameof(a));
        Span<int> sums = stackalloc int[RowsAtOnce * Strip];
        for (var i = 0; i < a.Count; i += RowsAtOnce)
        {
            var rows = Math.Min(RowsAtOnce, a.Count - i);
            for (var j = 0; j < _columns; j += Strip)
            {
                Block(ref a.Values[i * _rows], rows - 1, ref _values[j * _rows], _rows, ref sums[0]);
                Store(ref sums[0], rows, j, ref a.Scales[i], ref Unsafe.AsRef(in bias[j]), ref c[(i * _columns) + j]);
            }
        }
    }

    private void Store(ref int sums, int rows, int j, ref float rowScale, ref float bias, ref float to)
    {
        for (nuint k = 0; k < Strip; k += 8)
        {
            var shift = Vector256.LoadUnsafe(ref _shifts[j], k);
            var columnScale = Vector256.LoadUnsafe(ref _scales[j], k);
            var offset = Vector256.LoadUnsafe(ref bias, k);
            for (nint r = 0; r < rows; r++)
            {
                var whole = Vector256.LoadUnsafe(ref Unsafe.Add(ref sums, r * Strip), k) - shift;
                var scale = columnScale * Vector256.Create(Unsafe.Add(ref rowScale, r));
                ((Vector256.ConvertToSingle(whole) * scale) + offset).StoreUnsafe(ref Unsafe.Add(ref to, r * _columns), k);
            }
        }
    }

    /// <summary>Six rows by sixteen columns; rows past the last one repeat it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(ref byte a, int last, ref sbyte b, nint k, ref int sums)
    {
        ref var a1 = ref Unsafe.Add(ref a, Math.Min(1, last) * k);
        ref var a2 = ref Unsafe.Add(ref a, Math.Min(2, last) * k);
        ref var a3 = ref Unsafe.Add(ref a, Math.Min(3, last) * k);
        ref var a4 = ref Unsafe.Add(ref a, Math.Min(4, last) * k);
        ref var a5 = ref Unsafe.Add(ref a, Math.Min(5, last) * k);
        Vector256<int> x0, y0, x1, y1, x2, y2, x3, y3, x4, y4, x5, y5;
        x0 = y0 = x1 = y1 = x2 = y2 = x3 = y3 = x4 = y4 = x5 = y5 = Vector256<int>.Zero;
        for (nint p = 0; p < k; p += 4, b = ref Unsafe.Add(ref b, Strip * 4))
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 32);
            var v = Four(ref a, p);
            x0 = AddProducts(x0, v, b0);
            y0 = AddProducts(y0, v, b1);
            v = Four(ref a1, p);
            x1 = AddProducts(x1, v, b0);
            y1 = AddProducts(y1, v, b1);
            v = Four(ref a2, p);
            x2 = AddProducts(x2, v, b0);
            y2 = AddProducts(y2, v, b1);
            v = Four(ref a3, p);
            x3 = AddProducts(x3, v, b0);
            y3 = AddProducts(y3, v, b1);
            v = Four(ref a4, p);
            x4 = AddProducts(x4, v, b0);
            y4 = AddProducts(y4, v, b1);
            v = Four(ref a5, p);
            x5 = AddProducts(x5, v, b0);
            y5 = AddProducts(y5, v, b1);
        }
        x0.StoreUnsafe(ref sums);
        y0.StoreUnsafe(ref sums, 8);
        x1.StoreUnsafe(ref sums, 16);
        y1.StoreUnsafe(ref sums, 24);
        x2.StoreUnsafe(ref sums, 32);
        y2.StoreUnsafe(ref sums, 40);
        x3.StoreUnsafe(ref sums, 48);
        y3.StoreUnsafe(ref sums, 56);
        x4.StoreUnsafe(ref sums, 64);
        y4.StoreUnsafe(ref sums, 72);
        x5.StoreUnsafe(ref sums, 80);
        y5.StoreUnsafe(ref sums, 88);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(ref byte row, nint p) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref row, p))).AsByte();

    /// <summary>Adds to each of eight sums four products of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> AddProducts(Vector256<int> sums, Vector256<byte> a, Vector256<sbyte> b)
    {
        if (AvxVnni.IsSupported) return AvxVnni.MultiplyWideningAndAdd(sums, a, b);
        if (Avx2.IsSupported) return sums + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(a, b), Vector256<short>.One);
        return AddProductsPlainly(sums, a, b);
    }

    /// <summary>The same for processors of other makes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> AddProductsPlainly(Vector256<int> sums, Vector256<byte> a, Vector256<sbyte> b)
    {
        var (a0, a1) = Vector256.Widen(a);
        var (b0, b1) = Vector256.Widen(b);
        return sums + Vector256.Narrow(Fours(a0.AsInt16() * b0), Fours(a1.AsInt16() * b1));
    }

    /// <summary>Sums of four neighbours in the lower half of each lane.</summary>
    private static Vector256<long> Fours(Vector256<short> products)
    {
        var pairs = products.AsInt32();
        var twos = (((pairs << 16) >> 16) + (pairs >> 16)).AsInt64();
        return (twos.AsInt32() + (twos >>> 32).AsInt32()).AsInt64();
    }
}
