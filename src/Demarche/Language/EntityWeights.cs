namespace Demarche.Language;

/// <summary>What the tagger of names has learnt besides <see cref="EntityTable"/>: a small hidden layer over word vectors, and the chain
/// of labels.</summary>
internal sealed class EntityWeights
{
    private const int C = EntityLabels.Columns;
    private const string Section = "entities";

    public EntityWeights(int input, int hidden, ushort[] groups, uint parser)
    {
        if (input is < 1 or > 1 << 16 || hidden is < 1 or > 1 << 12 || hidden % Kernels.Lane != 0) throw new ArgumentException("a size is out of bounds");
        (Input, Hidden, Groups, Parser) = (input, hidden, groups, parser);
        First = new float[input * hidden];
        FirstBias = new float[hidden];
        Second = new float[hidden * C];
        Bias = new float[C];
        Transitions = new float[C * C];
    }

    /// <summary>Numbers that describe a word for the hidden layer.</summary>
    public int Input { get; }

    public int Hidden { get; }

    /// <summary>For each word vector the number of its group, from 1.</summary>
    public ushort[] Groups { get; }

    /// <summary>Fingerprint of the word vectors it was trained with.</summary>
    public uint Parser { get; }

    public float[] First { get; }

    public float[] FirstBias { get; }

    public float[] Second { get; }

    public float[] Bias { get; }

    public float[] Transitions { get; }

    public IEnumerable<float[]> Dense => [First, FirstBias, Second, Bias, Transitions];

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(Input);
        w.Write(Hidden);
        w.Write(Parser);
        w.Write(Groups.Length);
        foreach (var g in Groups) w.Write(g);
        foreach (var d in Dense) ModelFile.PutHalves(w, d);
    });

    public static EntityWeights Get(ModelFile file) => file.Get(Section, r =>
    {
        var (input, hidden, parser) = (r.ReadInt32(), r.ReadInt32(), r.ReadUInt32());
        var groups = new ushort[r.ReadInt32()];
        for (var i = 0; i < groups.Length; i++) groups[i] = r.ReadUInt16();
        var weights = new EntityWeights(input, hidden, groups, parser);
        foreach (var d in weights.Dense)
        {
            var values = ModelFile.GetHalves(r);
            if (values.Length != d.Length) throw new ArgumentException($"{values.Length} weights, expected {d.Length}");
            values.CopyTo(d, 0);
        }
        return weights;
    });
}
