using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Corrections;

/// <summary>A text in which words are found again although it was cleaned otherwise: white space folded, marks and dashes made plain.</summary>
internal sealed class FoldedText
{
    private readonly string _folded;
    private readonly int[] _from;
    private readonly int _length;
    private readonly CodePoints _points;

    public FoldedText(string text)
    {
        _length = text.Length;
        _points = new CodePoints(text);
        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (Plain(text[i]) is not { } c || c == ' ' && (folded.Length == 0 || folded[^1] == ' ')) continue;
            folded.Append(c);
            from.Add(i);
        }
        _folded = folded.ToString();
        _from = [.. from];
    }

    /// <summary>The place of the words whose surroundings are likest to those of the anchor; of several as like the one nearest to where they stood.</summary>
    /// <param name="anchor">What is sought.</param>
    /// <param name="within">Where to seek; null for everywhere.</param>
    public TextSpan? Find(TextAnchor anchor, TextSpan? within = null)
    {
        var words = Fold(anchor.Quote.Exact).Trim();
        if (words.Length == 0) return null;
        var (before, after) = (Fold(anchor.Quote.Prefix), Fold(anchor.Quote.Suffix));
        (TextSpan Span, int Likeness, int Distance)? best = null;
        for (var at = _folded.IndexOf(words, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var span = Original(at, at + words.Length);
            if (within is { } range && !range.Contains(span)) continue;
            var likeness = CommonEnd(before.TrimEnd(), _folded.AsSpan(0, at).TrimEnd()) + CommonStart(after.TrimStart(), _folded.AsSpan(at + words.Length).TrimStart());
            var distance = Math.Abs(_points.At(span.Start) - anchor.Position.Start);
            if (best is not { } b || likeness > b.Likeness || likeness == b.Likeness && distance < b.Distance) best = (span, likeness, distance);
        }
        return best?.Span;
    }

    /// <summary>White space to single blanks, quotation marks and dashes to plain ones, characters that are not seen left out.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var raw in text)
            if (Plain(raw) is { } c && !(c == ' ' && folded.Length > 0 && folded[^1] == ' ')) folded.Append(c);
        return folded.ToString();
    }

    private TextSpan Original(int start, int end) => new(_from[start], end < _from.Length ? Math.Max(_from[end - 1] + 1, _from[start]) : Math.Min(_length, _from[^1] + 1));

    private static int CommonEnd(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[^(n + 1)] == b[^(n + 1)]) n++;
        return n;
    }

    private static int CommonStart(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.CommonPrefixLength(b);

    private static char? Plain(char c) => c switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '‛' or '‹' or '›' or '′' or '`' or '´' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ when char.IsWhiteSpace(c) => ' ',
        _ when char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format => null,
        _ => c,
    };
}
