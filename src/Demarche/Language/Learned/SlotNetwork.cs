using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Demarche.Text;

namespace Demarche.Language.Learned;

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
    public void Judge(ReadOnlySpan<float> slots, int width, ReadOnlySpan<uint> features, Span<float> probabilities) =>
        Judge(FirstBias, 0, slots, width, features, probabilities);

    /// <summary>Begins judgements whose first inputs are the same: what they come to in the hidden layer.</summary>
    /// <param name="shared">The first numbers of the input.</param>
    /// <param name="hidden">Receives <see cref="Hidden"/> numbers.</param>
    public void Begin(ReadOnlySpan<float> shared, Span<float> hidden)
    {
        FirstBias.CopyTo(hidden);
        AddProduct(shared, First.AsSpan(0, shared.Length * Hidden), hidden);
    }

    /// <summary>Ends a judgement that was begun.</summary>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="from">How many of the first numbers it was given.</param>
    /// <param name="slots">All numbers of the input.</param>
    /// <param name="width">Numbers of one slot.</param>
    /// <param name="features">Hashed features.</param>
    /// <param name="probabilities">Receives <see cref="Columns"/> numbers; those past <see cref="Outcomes"/> are zero.</param>
    public void Judge(ReadOnlySpan<float> begun, int from, ReadOnlySpan<float> slots, int width, ReadOnlySpan<uint> features, Span<float> probabilities)
    {
        Span<float> hidden = stackalloc float[Hidden];
        begun.CopyTo(hidden);
        for (var s = from; s < Inputs; s += width)
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

    /// <summary>Adds a row times a matrix to a row, whose sums stay in registers, a strip of columns at a time.</summary>
    private static void AddProduct(ReadOnlySpan<float> row, ReadOnlySpan<float> matrix, Span<float> to)
    {
        var k = 0;
        for (; k + 64 <= to.Length; k += 64)
        {
            ref var sums = ref to[k];
            var (a, b, c, d) = (Vector512.LoadUnsafe(ref sums), Vector512.LoadUnsafe(ref sums, 16), Vector512.LoadUnsafe(ref sums, 32), Vector512.LoadUnsafe(ref sums, 48));
            ref readonly var weights = ref matrix[k];
            foreach (var x in row)
            {
                var factor = Vector512.Create(x);
                a = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(in weights), a);
                b = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(in weights, 16), b);
                c = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(in weights, 32), c);
                d = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(in weights, 48), d);
                weights = ref Unsafe.Add(ref Unsafe.AsRef(in weights), to.Length);
            }
            a.StoreUnsafe(ref sums);
            b.StoreUnsafe(ref sums, 16);
            c.StoreUnsafe(ref sums, 32);
            d.StoreUnsafe(ref sums, 48);
        }
        for (; k < to.Length; k += Kernels.Lane)
        {
            var sum = Vector512.LoadUnsafe(ref to[k]);
            ref readonly var weights = ref matrix[k];
            foreach (var x in row)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(x), Vector512.LoadUnsafe(in weights), sum);
                weights = ref Unsafe.Add(ref Unsafe.AsRef(in weights), to.Length);
            }
            sum.StoreUnsafe(ref to[k]);
        }
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Normalise(Span<float> scores, int outcomes)
    {
        scores[outcomes..].Fill(float.NegativeInfinity);
        var most = Vector512.Create(Kernels.Max(scores));
        for (var k = 0; k < scores.Length; k += Kernels.Lane) Kernels.Exp(Vector512.LoadUnsafe(ref scores[k]) - most).StoreUnsafe(ref scores[k]);
        scores[outcomes..].Clear();
        var sum = 0f;
        foreach (var s in scores[..outcomes]) sum += s;
        for (var k = 0; k < outcomes; k++) scores[k] /= sum;
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
