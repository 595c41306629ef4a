using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>Groups coded articles into stories, by what they say and when.</summary>
/// <remarks>The articles are taken by id, whatever their order; no article is weighed by what else is at hand.</remarks>
public sealed class StoryGrouper(StoryOptions? options = null, StoryModel? model = null)
{
    private readonly StoryOptions _options = options ?? new StoryOptions();
    private readonly StoryModel _model = model ?? StoryModel.Shipped;

    /// <summary>Groups the articles.</summary>
    /// <returns>The stories by first day (unknown last), then id; each article is in exactly one. And the pairs that are alike but apart in time.</returns>
    public (ImmutableArray<Story> Stories, ImmutableArray<StoryLink> Links) Group(IReadOnlyList<CodedArticle> articles)
    {
        var ordered = articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal).ToList();
        var index = new ProfileIndex(_model, int.MaxValue);
        var scores = new List<(int A, int B, float Score)>();
        var likely = new List<(int Article, float Score)>();
        for (var i = 0; i < ordered.Count; i++)
        {
            var article = ordered[i].Article;
            likely.Clear();
            index.Add(ArticleProfile.Of(article.Title, article.Text, article.Published.Date, _model), likely, _options.Unlike);
            foreach (var (other, score) in likely) scores.Add((other, i, score));
        }
        if (Environment.GetEnvironmentVariable("DBG") is not null) foreach (var (a, b, s) in scores) Console.Error.WriteLine($"{ordered[a].Article.Source} {ordered[b].Article.Source} {s:0.00}");
        var groups = Agglomeration.Group(ordered.Count, scores, _options);
        var stories = groups.Select((g, i) => (Group: g, Coded: ordered[i])).GroupBy(x => x.Group).Select(g => Make([.. g.Select(x => x.Coded)])).ToList();
        return ([.. stories.OrderBy(s => s.Published?.Start ?? DateOnly.MaxValue).ThenBy(s => s.Id.Value, StringComparer.Ordinal)], []);
    }

    private static Story Make(List<CodedArticle> members)
    {
        var articles = members.OrderBy(c => c.Article.Published.Date ?? DateOnly.MaxValue).ThenBy(c => c.Article.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        Days? published = null;
        foreach (var a in articles)
            if (a.Article.Published.Date is { } d) published = published?.Union(new Days(d, d)) ?? new Days(d, d);
        return new Story(new(StableId.Of("story-", [articles[0].Article.Id.Value])), articles, published);
    }
}
