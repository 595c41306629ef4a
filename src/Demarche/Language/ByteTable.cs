using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>Rows of numbers as signed bytes, each row with its own scale: an embedding table as the model file holds it.</summary>
internal sealed class ByteTable(sbyte[] values, float[] scales)
{
    private readonly int _width = values.Length / Math.Max(1, scales.Length);

    /// <summary>How many numbers the table has.</summary>
    public int Length => values.Length;

    /// <summary>Adds a row to numbers, whose count is a multiple of eight.</summary>
    public void AddRow(int row, Span<float> to)
    {
        var scale = Vector256.Create(scales[row]);
        ref var from = ref values[row * _width];
        var k = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            // The same sums, sixteen at a time.
            var wide = Vector512.Create(scales[row]);
            for (; k + 16 <= to.Length; k += 16)
            {
                var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, k)).ToVector256Unsafe()));
                (Vector512.LoadUnsafe(ref to[k]) + (Vector512.ConvertToSingle(Vector512.Create(low, high)) * wide)).StoreUnsafe(ref to[k]);
            }
        }
        for (; k < to.Length; k += 8)
        {
            var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref from, k)))).AsSByte()));
            (Vector256.LoadUnsafe(ref to[k]) + (Vector256.ConvertToSingle(Vector256.Create(low, high)) * scale)).StoreUnsafe(ref to[k]);
        }
    }
}
