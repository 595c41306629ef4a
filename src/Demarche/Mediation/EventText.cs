using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>The words with which an event is reported.</summary>
internal sealed class EventText(IReadOnlyList<CodedArticle> articles)
{
    private readonly Dictionary<ArticleId, CodedArticle> _articles = articles.ToDictionary(a => a.Article.Id);

    /// <summary>Lemmas of all sentences that report the event, in lower case.</summary>
    public HashSet<string> Lemmas(Event e)
    {
        var lemmas = new HashSet<string>(StringComparer.Ordinal);
        foreach (var r in e.Reports)
        {
            var analysis = _articles[r.Article].Analysis;
            var (first, end) = analysis.TokensIn(r.Span);
            for (var i = first; i < end; i++) lemmas.Add(analysis.Tokens[i].Lemma.ToLowerInvariant());
        }
        return lemmas;
    }

    /// <summary>True if a sentence that reports the event has one of the lemmas.</summary>
    public bool Has(Event e, params string[] lemmas) => Lemmas(e).Overlaps(lemmas);
}
