using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Language;

/// <summary>A matrix of weights by name.</summary>
internal sealed record Weight(string Name, int Rows, int Columns, float[] Values)
{
    public Weight(string name, int rows, int columns)
        : this(name, rows, columns, new float[rows * columns])
    {
    }

    /// <summary>The matrix in bytes, once it changes no more; else null.</summary>
    public ByteMatrix? Bytes { get; private set; }

    /// <summary>The table in bytes, as it was read; then <see cref="Values"/> is empty.</summary>
    public ByteTable? Table { get; set; }

    /// <summary>Adds a row to numbers.</summary>
    public void AddRow(int row, Span<float> to)
    {
        if (Table is { } table) table.AddRow(row, to);
        else Kernels.Add(to, Values.AsSpan(row * Columns, Columns));
    }

    /// <summary>Says that the values change no more.</summary>
    public void Freeze() => Bytes ??= new ByteMatrix(Values, Rows, Columns);
}

/// <summary>All weights of the network, in a fixed order.</summary>
internal sealed class NetworkWeights
{
    private const string ShapeSection = "shape";

    /// <param name="shape">Sizes.</param>
    /// <param name="forReading">Whether the tables, by far the most of it, are to come from a file and to stay as they are.</param>
    public NetworkWeights(NetworkShape shape, bool forReading = false)
    {
        Shape = shape;
        const int d = NetworkShape.Width, h = NetworkShape.Hidden;
        Tables = new Weight[shape.Tables];
        for (var t = 0; t < Tables.Length; t++) Tables[t] = new Weight(Name("table", t), shape.RowsOf(t), d, forReading ? [] : new float[shape.RowsOf(t) * d]);
        Vectors = new Weight("vectors.in", shape.VectorWidth, d);
        Norm = new Weight("norm", 2, d);
        Convolution = new Weight("convolution", 3 * d, d);
        ConvolutionBias = new Weight("convolution.bias", 1, d);
        Recurrent = new Weight[shape.Layers];
        Gates = new Weight[shape.Layers];
        for (var l = 0; l < Recurrent.Length; l++)
        {
            Recurrent[l] = new Weight(Name("recurrent", l), InputOf(l), 2 * PartsOf(l) * h);
            Gates[l] = new Weight(Name("gates", l), 2, 4 * h);
        }
        Split = new Weight("split", 2 * h, SplitColumns);
        SplitBias = new Weight("split.bias", 1, SplitColumns);
        Tag = new Weight("tag", 2 * h, shape.TagColumns);
        TagBias = new Weight("tag.bias", 1, shape.TagColumns);
        Arc = new Weight("arc", NetworkShape.Arc, NetworkShape.Arc);
        ArcBias = new Weight("arc.bias", 1, NetworkShape.Arc);
        Root = new Weight("root", 1, NetworkShape.Arc + NetworkShape.Relation);
        Distance = new Weight("distance", 1, NetworkShape.Distances);
        Relation = new Weight("relation", NetworkShape.Relation, shape.RelationColumns);
        RelationBias = new Weight("relation.bias", 1, shape.RelationColumns);
    }

    /// <summary>Columns of <see cref="Split"/>: dependent and head for arcs, dependent and head for relations.</summary>
    public const int SplitColumns = 2 * (NetworkShape.Arc + NetworkShape.Relation);

    public NetworkShape Shape { get; }

    public Weight[] Tables { get; }

    public Weight Vectors { get; }

    /// <summary>Row 0 gain, row 1 bias of the normalised input.</summary>
    public Weight Norm { get; }

    public Weight Convolution { get; }

    public Weight ConvolutionBias { get; }

    /// <summary>Per direction the columns of candidate, forget gate, reset gate and, in the first layer, the highway.</summary>
    public Weight[] Recurrent { get; }

    /// <summary>Row per direction: weights of the old state in forget and reset gate, then both biases.</summary>
    public Weight[] Gates { get; }

    public Weight Split { get; }

    public Weight SplitBias { get; }

    public Weight Tag { get; }

    public Weight TagBias { get; }

    public Weight Arc { get; }

    public Weight ArcBias { get; }

    /// <summary>What stands for the root as a head: of arcs, then of relations.</summary>
    public Weight Root { get; }

    public Weight Distance { get; }

    public Weight Relation { get; }

    public Weight RelationBias { get; }

    public IEnumerable<Weight> Dense =>
        new[] { Vectors, Norm, Convolution, ConvolutionBias }.Concat(Recurrent).Concat(Gates)
            .Concat([Split, SplitBias, Tag, TagBias, Arc, ArcBias, Root, Distance, Relation, RelationBias]);

    public static int InputOf(int layer) => layer == 0 ? NetworkShape.Width : 2 * NetworkShape.Hidden;

    /// <summary>The first layer is narrower at its input and so needs a highway of its own.</summary>
    public static int PartsOf(int layer) => layer == 0 ? 4 : 3;

    /// <summary>Stores networks of the same shape.</summary>
    public static void Put(ModelFile file, IReadOnlyList<NetworkWeights> networks)
    {
        var shape = networks[0].Shape;
        file.Put(ShapeSection, w =>
        {
            w.Write(shape.Words);
            w.Write(shape.VectorWidth);
            w.Write(shape.Tags);
            w.Write(shape.Relations);
            w.Write(shape.Layers);
            w.Write(networks.Count);
        });
        for (var n = 0; n < networks.Count; n++)
        {
            foreach (var t in networks[n].Tables) file.Put(Section(n, t), w => ModelFile.PutRows(w, t.Values, t.Columns));
            foreach (var t in networks[n].Dense) file.Put(Section(n, t), w => ModelFile.PutHalves(w, t.Values));
        }
    }

    /// <summary>Restores networks, to be trained further or only to read with.</summary>
    public static ImmutableArray<NetworkWeights> Get(ModelFile file, bool forReading)
    {
        var (shape, count) = file.Get(ShapeSection, r => (new NetworkShape(r.ReadInt32(), r.ReadInt32(), r.ReadInt32(), r.ReadInt32(), r.ReadInt32()), r.ReadInt32()));
        return [.. Enumerable.Range(0, count).Select(n => Get(file, shape, n, forReading))];
    }

    private static NetworkWeights Get(ModelFile file, NetworkShape shape, int number, bool forReading)
    {
        var weights = new NetworkWeights(shape, forReading);
        foreach (var t in weights.Tables)
        {
            if (!forReading) Fill(t, file.Get(Section(number, t), ModelFile.GetRows));
            else if ((t.Table = file.Get(Section(number, t), ModelFile.GetTable)).Length != t.Rows * t.Columns) throw file.Bad($"{t.Name} has a wrong size");
        }
        foreach (var t in weights.Dense) Fill(t, file.Get(Section(number, t), ModelFile.GetHalves));
        return weights;
    }

    private static string Section(int number, Weight weight) => Name("net", number) + "." + weight.Name;

    /// <summary>Makes reading faster; nothing may be learnt afterwards.</summary>
    public void Freeze()
    {
        foreach (var w in new[] { Convolution, Split, Tag, Arc, Relation }.Concat(Recurrent)) w.Freeze();
    }

    private static void Fill(Weight weight, float[] values)
    {
        if (values.Length != weight.Values.Length) throw new ArgumentException($"{weight.Name} has {values.Length} numbers, expected {weight.Values.Length}");
        values.CopyTo(weight.Values, 0);
    }

    private static string Name(string stem, int i) => string.Create(CultureInfo.InvariantCulture, $"{stem}.{i}");
}
