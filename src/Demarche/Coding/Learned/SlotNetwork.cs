using System.Runtime.Intrinsics;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Coding.Learned;

/// <summary>A small network over what stands in the slots around a word: vectors of the words in them and hashed features, one hidden
/// layer, a probability for each outcome. Only reads its weights: safe on any number of threads.</summary>
/// <remarks>The same input gives the same bits everywhere: sums run in a fixed order (docs/decisions/0008-learned-coding.md).</remarks>
internal sealed class SlotNetwork
{
    private readonly ByteTable? _rows;

    public SlotNetwork(int inputs, int hidden, int outcomes, int rowBits, ByteTable? rows = null)
    {
        if (inputs < 1 || hidden < 1 || hidden % Kernels.Lane != 0 || outcomes < 1 || rowBits is < 1 or > 24) throw new ArgumentException("a size is out of bounds");
        (Inputs, Hidden, Outcomes, RowBits, _rows) = (inputs, hidden, outcomes, rowBits, rows);
        Columns = NetworkShape.Pad(outcomes);
        First = new float[inputs * hidden];
        FirstBias = new float[hidden];
        Second = new float[hidden * Columns];
        SecondBias = new float[Columns];
    }

    /// <summary>Numbers of the dense input.</summary>
    public int Inputs { get; }

    public int Hidden { get; }

    public int Outcomes { get; }

    /// <summary>Outcomes with padding.</summary>
    public int Columns { get; }

    /// <summary>The table of hashed features has 2 to this power rows.</summary>
    public int RowBits { get; }

    public float[] First { get; }

    public float[] FirstBias { get; }

    public float[] Second { get; }

    public float[] SecondBias { get; }

    public IEnumerable<float[]> Dense => [First, FirstBias, Second, SecondBias];

    /// <summary>The row of a hashed feature.</summary>
    public static int RowOf(uint feature, int bits) => (int)((feature * 0x9E3779B1u) >> (32 - bits));

    /// <summary>Probabilities of the outcomes.</summary>
    /// <param name="slots">Slot by slot the sum of vectors, <see cref="Inputs"/> numbers; slots of zeros cost nothing.</param>
    /// <param name="width">Numbers of one slot.</param>
    /// <param name="features">Hashed features.</param>
    /// <param name="probabilities">Receives <see cref="Columns"/> numbers; those past <see cref="Outcomes"/> are zero.</param>
    public void Judge(ReadOnlySpan<float> slots, int width, ReadOnlySpan<uint> features, Span<float> probabilities)
    {
        Span<float> hidden = stackalloc float[Hidden];
        FirstBias.CopyTo(hidden);
        for (var s = 0; s < Inputs; s += width)
        {
            var slot = slots.Slice(s, Math.Min(width, Inputs - s));
            if (slot.IndexOfAnyExcept(0f) < 0) continue;
            AddProduct(slot, First.AsSpan(s * Hidden, slot.Length * Hidden), hidden);
        }
        foreach (var f in features) _rows!.AddRow(RowOf(f, RowBits), hidden);
        for (var k = 0; k < Hidden; k++) hidden[k] = Math.Max(0f, hidden[k]);
        SecondBias.CopyTo(probabilities);
        AddProduct(hidden, Second, probabilities);
        Normalise(probabilities, Outcomes);
    }

    /// <summary>Adds a row times a matrix to a row; zeros of the first are passed over.</summary>
    private static void AddProduct(ReadOnlySpan<float> row, ReadOnlySpan<float> matrix, Span<float> to)
    {
        for (var p = 0; p < row.Length; p++)
        {
            if (row[p] == 0f) continue;
            var factor = Vector256.Create(row[p]);
            var weights = matrix.Slice(p * to.Length, to.Length);
            for (var k = 0; k < to.Length; k += 8)
                Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(in weights[k]), Vector256.LoadUnsafe(ref to[k])).StoreUnsafe(ref to[k]);
        }
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Normalise(Span<float> scores, int outcomes)
    {
        var most = float.NegativeInfinity;
        foreach (var s in scores[..outcomes]) most = Math.Max(most, s);
        var sum = 0.0;
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = k < outcomes ? Kernels.Exp(Vector512.Create(scores[k] - most)).ToScalar() : 0f;
            sum += scores[k];
        }
        for (var k = 0; k < outcomes; k++) scores[k] = (float)(scores[k] / sum);
    }

    public void Put(ModelFile file, string section, ReadOnlySpan<float> rows)
    {
        var table = rows.ToArray();
        file.Put(section, w =>
        {
            w.Write(Inputs);
            w.Write(Hidden);
            w.Write(Outcomes);
            w.Write(RowBits);
            foreach (var d in Dense) ModelFile.PutHalves(w, d);
            ModelFile.PutRows(w, table, Hidden);
        });
    }

    /// <exception cref="DataException">The section is missing or damaged.</exception>
    public static SlotNetwork Get(ModelFile file, string section) => file.Get(section, r =>
    {
        var (inputs, hidden, outcomes, bits) = (r.ReadInt32(), r.ReadInt32(), r.ReadInt32(), r.ReadInt32());
        var dense = Enumerable.Range(0, 4).Select(_ => ModelFile.GetHalves(r)).ToList();
        var network = new SlotNetwork(inputs, hidden, outcomes, bits, ModelFile.GetTable(r));
        foreach (var (to, from) in network.Dense.Zip(dense))
        {
            if (to.Length != from.Length) throw new ArgumentException($"{from.Length} weights, expected {to.Length}");
            from.CopyTo(to, 0);
        }
        return network._rows!.Length == hidden << bits ? network : throw new ArgumentException("the table of features has a wrong size");
    });
}
