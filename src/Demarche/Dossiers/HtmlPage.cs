using System.Text;
using Demarche.Articles;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers;

/// <summary>Writes HTML in which no text of an article can become markup, and remembers every place that a cell points to.</summary>
internal sealed class HtmlPage(TextWriter writer, Dossier dossier)
{
    private readonly Dictionary<ArticleId, int> _numbers = dossier.Articles.Select((a, i) => (a.Article.Id, i)).ToDictionary(x => x.Id, x => x.i + 1);
    private readonly SortedDictionary<(int Article, TextSpan Span, string Observation), Report> _proofs = [];

    /// <summary>Every place linked to so far, by article and place.</summary>
    public IEnumerable<(string Anchor, Report Report)> Proofs => _proofs.Values.Select(r => (Anchor(r), r));

    /// <summary>Markup of our own making.</summary>
    public void Raw(string markup) => writer.Write(markup);

    /// <summary>An element with text.</summary>
    public void Element(string name, string text, string attributes = "") =>
        writer.Write($"<{name}{(attributes.Length > 0 ? " " + attributes : "")}>{Encode(text)}</{name}>\n");

    /// <summary>A cell of a table whose text leads to the words that prove it.</summary>
    public void Cell(string text, Report? proof, string attributes = "") =>
        writer.Write($"<td{(attributes.Length > 0 ? " " + attributes : "")}>{Link(Isolated(text), proof)}</td>\n");

    /// <summary>Markup as a link to the words that prove it.</summary>
    public string Link(string markup, Report? proof)
    {
        if (proof is null) return markup;
        _proofs[(_numbers[proof.Article], proof.Span, proof.Observation?.Value ?? "")] = proof;
        return $"<a href=\"#{Anchor(proof)}\">{markup}</a>";
    }

    /// <summary>Text of unknown writing direction, encoded and kept from disturbing its surroundings.</summary>
    public static string Isolated(string text) => $"<bdi>{Encode(text)}</bdi>";

    /// <summary>Text for content and quoted attributes.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) encoded.Append(c).Append(text[++i]);
                else encoded.Append('\uFFFD');
                continue;
            }
            encoded.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' or '\t' => " ",
                >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => "",
                _ => char.IsControl(c) ? "" : c.ToString(),
            });
        }
        return encoded.ToString();
    }

    private string Anchor(Report r) =>
        $"a{_numbers[r.Article]}-{r.Span.Start}-{r.Span.End}" + (r.Observation is { } o ? "-" + Encode(o.Value) : "");
}
