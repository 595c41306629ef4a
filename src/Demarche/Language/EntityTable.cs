using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>The weights of hashed features as signed bytes with one scale: small enough to stay in the cache, summed as integers.</summary>
internal sealed class EntityTable
{
    private const int C = EntityLabels.Columns;
    private const string Section = "entity.table";

    private readonly sbyte[] _rows;
    private readonly float _scale;
    private readonly uint _mask;

    private EntityTable(sbyte[] rows, float scale)
    {
        (_rows, _scale) = (rows, scale);
        _mask = (uint)(rows.Length / C) - 1;
    }

    /// <summary>Rounds weights; those beyond the reach of a byte are cut.</summary>
    /// <param name="weights">Rows of <see cref="EntityLabels.Columns"/>, a power of two of them.</param>
    /// <param name="reach">Greatest weight that is kept as it is.</param>
    public static EntityTable Of(ReadOnlySpan<float> weights, float reach)
    {
        var rows = new sbyte[weights.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = (sbyte)MathF.Round(Math.Clamp(weights[i] / reach, -1f, 1f) * 127f);
        return new EntityTable(rows, reach / 127f);
    }

    /// <summary>Adds the weights of some features to the scores of a word.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        var sum = Vector256<short>.Zero;
        foreach (var f in features) sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref rows, (nuint)(RowOf(f, _mask) * C)).ToVector256Unsafe());
        var (low, high) = Vector256.Widen(sum);
        ref var to = ref scores[..C][0];
        (Vector256.LoadUnsafe(ref to) + (Vector256.ConvertToSingle(low) * _scale)).StoreUnsafe(ref to);
        (Vector256.LoadUnsafe(ref to, 8) + (Vector256.ConvertToSingle(high) * _scale)).StoreUnsafe(ref to, 8);
    }

    /// <summary>The row of a feature in a table of <paramref name="mask"/> + 1 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RowOf(uint feature, uint mask)
    {
        var h = feature;
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        return (int)((h ^ (h >> 16)) & mask);
    }

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(_scale);
        w.Write(_rows.Length / C);
        // The columns past the last label are nothing and not stored.
        for (var r = 0; r < _rows.Length; r += C) w.Write(MemoryMarshal.AsBytes(_rows.AsSpan(r, EntityLabels.Count)));
    });

    public static EntityTable Get(ModelFile file) => file.Get(Section, r =>
    {
        var scale = r.ReadSingle();
        var count = r.ReadInt32();
        if (count is < 1 or > 1 << 22 || (count & (count - 1)) != 0) throw new ArgumentException("the number of rows is no power of two");
        var rows = new sbyte[count * C];
        for (var i = 0; i < count; i++) r.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan(i * C, EntityLabels.Count)));
        return new EntityTable(rows, scale);
    });
}
