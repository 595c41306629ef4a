using System.Globalization;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Reconciliation;

namespace Demarche.Tests.Reconciliation;

/// <summary>Reports of our own, read by the shipped pipeline.</summary>
internal static class Told
{
    public static CodedArticle By(string outlet, string published, string text)
    {
        var day = new PublicationDate(DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateBasis.Metadata);
        return Repository.Shipped.Code(new Article(new(outlet + "-" + published), outlet + ".txt", null, null, outlet, null, [], "en", day, text, []));
    }

    /// <summary>The differences of one story of these reports, with the words of each side.</summary>
    public static List<(Discrepancy Found, string Text)> Differences(params CodedArticle[] articles)
    {
        var (events, others) = Disputes.Add(new Reconciler().Reconcile(articles), articles, FigureSeries.Of(articles));
        var byId = articles.ToDictionary(a => a.Article.Id);
        return [.. events.SelectMany(e => e.Discrepancies).Concat(others).Select(d => (d,
            string.Join(" | ", d.Values.Select(v => v.Value + ": " + string.Join(" + ", v.Reports.Select(r => r.Span.Of(byId[r.Article].Article.Text)))))))];
    }
}
