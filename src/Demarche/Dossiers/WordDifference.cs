using System.Collections.Immutable;
using System.Text;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>Shows in what a rendering of a quotation differs from the others.</summary>
internal static class WordDifference
{
    /// <summary>The rendering, encoded, with the words that at least one other lacks set off.</summary>
    public static string Mark(Variant variant, ImmutableArray<Variant> all)
    {
        var others = all.Where(v => v != variant).Select(v => QuoteWords.Of(v.Words).ToHashSet(StringComparer.Ordinal)).ToList();
        var marked = new StringBuilder();
        foreach (var piece in DossierPhrases.OneLine(variant.Words).Split(' '))
        {
            if (marked.Length > 0) marked.Append(' ');
            var words = QuoteWords.Of(piece);
            var differs = words.Length > 0 && others.Exists(o => !words.All(o.Contains));
            marked.Append(differs ? "<b class=\"diff\">" + HtmlPage.Encode(piece) + "</b>" : HtmlPage.Encode(piece));
        }
        return marked.ToString();
    }
}
