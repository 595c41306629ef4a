namespace Demarche.Language;

/// <summary>What the first network of the parser knows of each word in its place, a signed byte a number: input for what is learnt on top.</summary>
internal sealed class WordContexts(int words)
{
    /// <summary>Numbers of a word.</summary>
    public const int Width = 2 * NetworkShape.Hidden;

    // Almost all numbers of the network lie between -4 and 4.
    private const float Step = 4f / sbyte.MaxValue;

    private readonly sbyte[] _numbers = new sbyte[words * Width];

    /// <summary>Takes over the numbers of a pass.</summary>
    public void Take(NetworkState state, int offset)
    {
        var to = _numbers.AsSpan(offset * Width, state.Count * Width);
        for (var k = 0; k < to.Length; k++) to[k] = (sbyte)MathF.Round(Math.Clamp(state.Encoded[k] / Step, -sbyte.MaxValue, sbyte.MaxValue));
    }

    /// <summary>Writes the numbers of a word.</summary>
    public void CopyTo(int word, Span<float> to)
    {
        var from = _numbers.AsSpan(word * Width, Width);
        for (var k = 0; k < Width; k++) to[k] = from[k] * Step;
    }
}
