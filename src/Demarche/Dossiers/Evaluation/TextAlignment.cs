using System.Text;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>Finds stretches of one text in another that was cleaned, by their characters; of several places the one with the likest surroundings.</summary>
internal sealed class TextAlignment
{
    private const int Surroundings = 200;

    private readonly string _from;
    private readonly string _to;
    private readonly List<int> _places;
    private readonly bool _same;

    public TextAlignment(string from, string to)
    {
        _from = from;
        _same = from == to;
        (_to, _places) = Fold(to);
    }

    /// <summary>The same characters in the other text, or null.</summary>
    public TextSpan? Find(TextSpan span)
    {
        if (_same) return span;
        var before = Fold(_from[..span.Start]).Text.TrimEnd();
        var what = Fold(_from[span.Start..span.End]).Text.Trim();
        var after = Fold(_from[span.End..]).Text.TrimStart();
        if (what.Length == 0) return null;
        (int Near, int Start)? best = null;
        for (var i = _to.IndexOf(what, StringComparison.Ordinal); i >= 0; i = _to.IndexOf(what, i + 1, StringComparison.Ordinal))
        {
            var near = CommonEnd(before, _to[..i].TrimEnd()) + CommonStart(after, _to[(i + what.Length)..].TrimStart());
            if (best is null || near > best.Value.Near) best = (near, i);
        }
        return best is { } b ? new TextSpan(_places[b.Start], _places[b.Start + what.Length - 1] + 1) : null;
    }

    /// <summary>White space folded, quotation marks and dashes plain; with the place of each character.</summary>
    public static (string Text, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = Plain(text[i]);
            if (c == '\0' || c == ' ' && folded.Length > 0 && folded[^1] == ' ') continue;
            folded.Append(c);
            places.Add(i);
        }
        return (folded.ToString(), places);
    }

    private static char Plain(char c) => c switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' => '"',
        '‘' or '’' or '‚' or '‛' or '‹' or '›' => '\'',
        >= '‐' and <= '—' or '−' => '-',
        '\u00ad' or (>= '\u200b' and <= '\u200d') or '\u2060' or '\ufeff' => '\0',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };

    private static int CommonStart(string a, string b)
    {
        var n = Math.Min(Math.Min(a.Length, b.Length), Surroundings);
        for (var i = 0; i < n; i++)
            if (a[i] != b[i]) return i;
        return n;
    }

    private static int CommonEnd(string a, string b)
    {
        var n = Math.Min(Math.Min(a.Length, b.Length), Surroundings);
        for (var i = 0; i < n; i++)
            if (a[^(i + 1)] != b[^(i + 1)]) return i;
        return n;
    }
}
