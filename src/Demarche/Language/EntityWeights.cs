namespace Demarche.Language;

/// <summary>What the tagger of names has learnt: a table of weights for hashed features, a small hidden layer over the numbers that the
/// parser has computed anyway, and the chain of labels.</summary>
internal sealed class EntityWeights
{
    private const int C = EntityLabels.Columns;
    private const string Section = "entities";

    public EntityWeights(int bits, int input, int hidden, ushort[] groups, uint parser)
    {
        if (bits is < 4 or > 22 || input is < 1 or > 1 << 16 || hidden is < 1 or > 1 << 12 || hidden % Kernels.Lane != 0) throw new ArgumentException("a size is out of bounds");
        (Bits, Input, Hidden, Groups, Parser) = (bits, input, hidden, groups, parser);
        Table = new float[C << bits];
        First = new float[input * hidden];
        FirstBias = new float[hidden];
        Second = new float[hidden * C];
        Bias = new float[C];
        Transitions = new float[C * C];
    }

    public int Bits { get; }

    /// <summary>Numbers that describe a word for the hidden layer.</summary>
    public int Input { get; }

    public int Hidden { get; }

    /// <summary>For each word vector the number of its group, from 1.</summary>
    public ushort[] Groups { get; }

    /// <summary>Fingerprint of the word vectors it was trained with.</summary>
    public uint Parser { get; }

    /// <summary>A row of weights for each hash.</summary>
    public float[] Table { get; }

    public float[] First { get; }

    public float[] FirstBias { get; }

    public float[] Second { get; }

    public float[] Bias { get; }

    public float[] Transitions { get; }

    public IEnumerable<float[]> Dense => [First, FirstBias, Second, Bias, Transitions];

    /// <summary>Where the weights of a feature begin in <see cref="Table"/>.</summary>
    public int RowOf(uint feature)
    {
        var h = feature;
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        return (int)((h ^ (h >> 16)) & ((1u << Bits) - 1)) * C;
    }

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(Bits);
        w.Write(Input);
        w.Write(Hidden);
        w.Write(Parser);
        w.Write(Groups.Length);
        foreach (var g in Groups) w.Write(g);
        // The columns past the last label are nothing and not stored.
        var packed = new float[EntityLabels.Count << Bits];
        for (var r = 0; r < 1 << Bits; r++) Table.AsSpan(r * C, EntityLabels.Count).CopyTo(packed.AsSpan(r * EntityLabels.Count));
        ModelFile.PutRows(w, packed, EntityLabels.Count << 4);
        foreach (var d in Dense) ModelFile.PutHalves(w, d);
    });

    public static EntityWeights Get(ModelFile file) => file.Get(Section, r =>
    {
        var (bits, input, hidden, parser) = (r.ReadInt32(), r.ReadInt32(), r.ReadInt32(), r.ReadUInt32());
        var groups = new ushort[r.ReadInt32()];
        for (var i = 0; i < groups.Length; i++) groups[i] = r.ReadUInt16();
        var weights = new EntityWeights(bits, input, hidden, groups, parser);
        var packed = ModelFile.GetRows(r);
        if (packed.Length != EntityLabels.Count << bits) throw new ArgumentException("the table has the wrong size");
        for (var i = 0; i < 1 << bits; i++) packed.AsSpan(i * EntityLabels.Count, EntityLabels.Count).CopyTo(weights.Table.AsSpan(i * C));
        foreach (var d in weights.Dense)
        {
            var values = ModelFile.GetHalves(r);
            if (values.Length != d.Length) throw new ArgumentException($"{values.Length} weights, expected {d.Length}");
            values.CopyTo(d, 0);
        }
        return weights;
    });
}
