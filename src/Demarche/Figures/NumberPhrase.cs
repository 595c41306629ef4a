namespace Demarche.Figures;

/// <summary>A number in the text.</summary>
/// <param name="First">Index of its first token, bounds not included.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Value">The number, the lower end of a range, or null for vague words ("hundreds of").</param>
internal readonly record struct NumberPhrase(int First, int End, long? Value)
{
    /// <summary>The upper end of a range, or null.</summary>
    public long? High { get; init; }

    /// <summary>The share of the figure before that it is ("half of them"), in hundredths; null of other numbers.</summary>
    public int? Percent { get; init; }

    /// <summary>What kind of words it is.</summary>
    public FigureBasis Basis { get; init; }
}
