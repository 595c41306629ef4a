using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Stories;

namespace Demarche.Dossiers;

/// <summary>Who reports what.</summary>
internal static class Coverage
{
    /// <summary>What to print for an article's outlet: its name, or the last part of the article's source.</summary>
    public static string Label(Article article) =>
        article.Outlet ?? article.Source[(article.Source.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Events that at least two outlets report, each with its first report in every outlet, or null where it has none; outlets in the order of the coverage.</summary>
    public static ImmutableArray<(Event Event, ImmutableArray<Report?> ByOutlet)> Matrix(DossierStory story, IEnumerable<Event> events)
    {
        var home = story.Outlets.SelectMany((o, i) => o.Articles.Select(a => (a, i))).ToDictionary(x => x.a, x => x.i);
        return [.. events.Where(e => e.Reports.Select(r => home[r.Article]).Distinct().Skip(1).Any())
            .Select(e => (e, story.Outlets.Select((_, i) => e.Reports.FirstOrDefault(r => home[r.Article] == i)).ToImmutableArray()))];
    }

    /// <summary>By label.</summary>
    public static ImmutableArray<OutletCoverage> Of(Story story, ImmutableArray<Event> events)
    {
        var label = story.Articles.ToDictionary(a => a.Article.Id, a => Label(a.Article));
        var published = story.Articles.ToDictionary(a => a.Article.Id, a => a.Article.Published.Date);
        var told = events.Select(e => (Event: e, By: e.Reports.Select(r => label[r.Article]).ToHashSet(StringComparer.OrdinalIgnoreCase))).ToList();
        return [.. story.Articles.GroupBy(a => Label(a.Article), StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new OutletCoverage(
                g.First().Article.Outlet,
                g.Key,
                [.. g.Select(a => a.Article.Id)],
                [.. told.Where(t => t.By.Count == 1 && t.By.Contains(g.Key)).Select(t => t.Event.Id)],
                [.. told.Where(t => t.By.Count >= 2 && !t.By.Contains(g.Key) && Could(t.Event, g, published)).Select(t => t.Event.Id)]))];
    }

    /// <summary>False if all of the outlet's articles were out before the first day on which anybody reported it.</summary>
    private static bool Could(Event e, IEnumerable<CodedArticle> articles, Dictionary<ArticleId, DateOnly?> published)
    {
        var first = e.Reports.Min(r => published[r.Article]);
        return first is null || articles.Any(a => a.Article.Published.Date is not { } day || day >= first);
    }
}
