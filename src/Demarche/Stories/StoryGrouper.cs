using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>Groups coded articles into stories, by what they say and when.</summary>
/// <remarks>
/// The articles are taken by id, whatever their order; none is weighed by what else is at hand, and one that joins no story changes none.
/// A story is one episode: its reports follow each other within <see cref="StoryOptions.EpisodeDays"/>.
/// </remarks>
public sealed class StoryGrouper(StoryOptions? options = null, StoryModel? model = null)
{
    private readonly StoryOptions _options = options ?? new StoryOptions();
    private readonly StoryModel _model = model ?? StoryModel.Shipped;

    /// <summary>Groups the articles.</summary>
    /// <param name="articles">In any order.</param>
    /// <param name="joins">What people said of which articles are one story; null for nothing.</param>
    /// <returns>The stories by first day (unknown last), then id; each article is in exactly one. And the pairs that are alike and yet apart.</returns>
    public (ImmutableArray<Story> Stories, ImmutableArray<StoryLink> Links) Group(
        IReadOnlyList<CodedArticle> articles, JoinConstraints<ArticleId>? joins = null)
    {
        var ordered = articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal).ToList();
        var scores = Compare(ordered);
        var told = Years(ordered, scores);
        var days = ordered.Select((a, i) => a.Article.Published.Date is { } day ? new Days(day, day) : told[i]?.Year).ToArray();
        var groups = Agglomeration.Group(ordered.Count, scores.Select(s => s with { Score = IsDoubtful(s.A, s.B) || IsDoubtful(s.B, s.A) ? s.Score - _options.Doubt : s.Score }), _options, days);
        if (joins is { IsEmpty: false }) groups = Obey(joins, groups, ordered);
        var members = groups.Select((g, i) => (Group: g, Article: i)).ToLookup(x => x.Group, x => x.Article);
        var stories = members.ToDictionary(m => m.Key, m => Make([.. m.Select(i => ordered[i])]));
        var linker = new EpisodeLinks(_options, stories, members.ToDictionary(m => m.Key, m => m.Select(i => days[i]).OfType<Days>().ToList()),
            members.ToDictionary(m => m.Key, m => m.Select(i => told[i]?.Evidence).OfType<string>().FirstOrDefault()));
        return ([.. stories.Values.OrderBy(s => s.Published?.Start ?? DateOnly.MaxValue).ThenBy(s => s.Id.Value, StringComparer.Ordinal)], linker.Of(scores, groups));

        bool IsDoubtful(int a, int b) => told[a] is not null && days[b] is null;
    }

    /// <summary>The groups as people want them, each by its least number.</summary>
    private static int[] Obey(JoinConstraints<ArticleId> joins, int[] groups, List<CodedArticle> ordered)
    {
        var obeyed = new int[groups.Length];
        var found = groups.Select((g, i) => (Group: g, Article: i)).GroupBy(x => x.Group, x => x.Article).Select(g => g.ToList()).ToList();
        foreach (var (members, _) in joins.Obey(found, i => ordered[i].Article.Id))
            foreach (var i in members) obeyed[i] = members.Min();
        return obeyed;
    }

    private List<(int A, int B, float Score)> Compare(List<CodedArticle> ordered)
    {
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
        return scores;
    }

    /// <summary>The years of articles without a day, as far as dated articles that are like them tell.</summary>
    private (Days Year, string Evidence)?[] Years(List<CodedArticle> ordered, List<(int A, int B, float Score)> scores)
    {
        var told = new (Days, string)?[ordered.Count];
        var like = new SortedDictionary<int, List<CodedArticle>>();
        foreach (var (a, b, score) in scores)
        {
            if (score < _options.Threshold) continue;
            Note(a, b);
            Note(b, a);
        }
        foreach (var (article, dated) in like) told[article] = ToldYear.Of(ordered[article], dated);
        return told;

        void Note(int article, int other)
        {
            if (ordered[article].Article.Published.Date is not null || ordered[other].Article.Published.Date is null) return;
            if (!like.TryGetValue(article, out var list)) like.Add(article, list = []);
            list.Add(ordered[other]);
        }
    }

    /// <summary>A story is named after its first article, so that later ones leave its name alone.</summary>
    private static Story Make(List<CodedArticle> members)
    {
        var articles = members.OrderBy(c => c.Article.Published.Date ?? DateOnly.MaxValue).ThenBy(c => c.Article.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        Days? published = null;
        foreach (var a in articles)
            if (a.Article.Published.Date is { } d) published = published?.Union(new Days(d, d)) ?? new Days(d, d);
        return new Story(new(StableId.Of("story-", [articles[0].Article.Id.Value])), articles, published);
    }
}
