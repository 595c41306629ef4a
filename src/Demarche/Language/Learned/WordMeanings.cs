
namespace Demarche.Language.Learned;

/// <summary>The vectors of the language model: words that stand in the same places have like ones.</summary>
internal sealed class WordMeanings(Parser parser)
{
    private readonly int _tables = parser.Network.Weights.Shape.Tables;

    /// <summary>Numbers of a vector.</summary>
    public int Width { get; } = parser.Network.Weights.Shape.VectorWidth;

    /// <summary>Tells sets of vectors apart: trained weights fit one only.</summary>
    public uint Fingerprint => EntityInput.Fingerprint(parser.Network);

    /// <summary>Adds the vector of a word form, times a factor; unknown words add nothing.</summary>
    public void Add(string form, float factor, Span<float> to)
    {
        Span<int> rows = stackalloc int[_tables];
        var row = parser.Features.Describe(form, Standing.Inside, rows);
        if (row < 0) return;
        var vector = parser.Network.Vectors.AsSpan(row * Width, Width);
        for (var k = 0; k < Width; k++) to[k] += factor * vector[k];
    }
}
