namespace Demarche.Text;

/// <summary>Turns UTF-16 positions of one text into Unicode code points, as Python, R and the Web Annotation model count.</summary>
/// <remarks>A lone surrogate counts as one code point. A position inside a pair is that of the pair.</remarks>
public sealed class CodePoints
{
    private readonly int[]? _pairEnds;
    private readonly int _length;

    /// <summary>Reads <paramref name="text"/> once; look-ups are logarithmic in its surrogate pairs and constant without any.</summary>
    public CodePoints(string text)
    {
        _length = text.Length;
        List<int>? ends = null;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text[i], text[i + 1])) continue;
            (ends ??= []).Add(i + 1);
            i++;
        }
        _pairEnds = ends?.ToArray();
    }

    /// <summary>The UTF-16 position of each code point of a text, and of its end.</summary>
    internal static int[] Positions(string text)
    {
        var positions = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) positions.Add(i);
        positions.Add(text.Length);
        return [.. positions];
    }

    /// <summary>The number of code points before UTF-16 position <paramref name="utf16"/>.</summary>
    public int At(int utf16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16, _length);
        if (_pairEnds is null) return utf16;
        var before = Array.BinarySearch(_pairEnds, utf16);
        return utf16 - (before >= 0 ? before + 1 : ~before);
    }

    /// <summary>The same span counted in code points: start and exclusive end.</summary>
    public (int Start, int End) Of(TextSpan span) => (At(span.Start), At(span.End));
}
