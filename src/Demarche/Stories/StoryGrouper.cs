using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>What makes articles one story.</summary>
public sealed class StoryOptions
{
    /// <summary>Least mean likeness of two groups of articles at which they are one story, 0 to 1.</summary>
    public double Threshold { get; init; } = 0.2;

    /// <summary>Greatest gap, in whole days, between the publication days of two groups of one story, 0 to 366.</summary>
    public int MaxDaysApart { get; init; } = 14;
}

/// <summary>Groups articles into stories: alike in words and actors, and close in time.</summary>
/// <remarks>Average linkage, the likest pair of groups first, ties by article id: the same groups in whatever order the articles come.</remarks>
public sealed class StoryGrouper(StoryOptions? options = null)
{
    private readonly StoryOptions _options = options ?? new StoryOptions();

    /// <summary>Groups the articles.</summary>
    /// <returns>The stories by first day (unknown last), then id; each article is in exactly one. And the pairs that are alike but apart in time.</returns>
    public (ImmutableArray<Story> Stories, ImmutableArray<StoryLink> Links) Group(IReadOnlyList<CodedArticle> articles)
    {
        var profiles = ArticleProfile.Of(articles);
        var likeness = Matrix(profiles);
        var groups = profiles.Select((_, i) => new List<int> { i }).ToList();
        while (Best(profiles, likeness, groups) is { } best)
        {
            groups[best.A].AddRange(groups[best.B]);
            groups.RemoveAt(best.B);
        }
        var stories = groups.Select(g => (Story: Make([.. g.Select(i => profiles[i])]), Members: g)).ToList();
        var links = from x in stories
                    from y in stories
                    where string.CompareOrdinal(x.Story.Id.Value, y.Story.Id.Value) < 0 && Mean(likeness, x.Members, y.Members) >= _options.Threshold
                    select new StoryLink(x.Story.Id, y.Story.Id, "the same actors and words at another time");
        return ([.. stories.Select(s => s.Story).OrderBy(s => s.Published?.Start ?? DateOnly.MaxValue).ThenBy(s => s.Id.Value, StringComparer.Ordinal)],
            [.. links.OrderBy(l => l.First.Value, StringComparer.Ordinal).ThenBy(l => l.Second.Value, StringComparer.Ordinal)]);
    }

    private (int A, int B)? Best(List<ArticleProfile> profiles, double[][] likeness, List<List<int>> groups)
    {
        (int A, int B)? best = null;
        var most = _options.Threshold;
        for (var a = 0; a < groups.Count; a++)
        {
            for (var b = a + 1; b < groups.Count; b++)
            {
                var mean = Mean(likeness, groups[a], groups[b]);
                if (mean < most || best is not null && mean <= most) continue;
                if (Gap(profiles, groups[a], groups[b]) > _options.MaxDaysApart) continue;
                (best, most) = ((a, b), mean);
            }
        }
        return best;
    }

    private static int Gap(List<ArticleProfile> profiles, List<int> a, List<int> b) =>
        Range(a.Select(i => profiles[i])) is { } x && Range(b.Select(i => profiles[i])) is { } y ? x.Gap(y) : 0;

    private static Days? Range(IEnumerable<ArticleProfile> profiles)
    {
        Days? range = null;
        foreach (var p in profiles)
            if (p.Day is { } d) range = range?.Union(new Days(d, d)) ?? new Days(d, d);
        return range;
    }

    private static double[][] Matrix(List<ArticleProfile> profiles) =>
        [.. profiles.Select(a => profiles.Select(b => a == b ? 1 : a.Likeness(b)).ToArray())];

    private static double Mean(double[][] likeness, List<int> a, List<int> b)
    {
        var sum = 0.0;
        foreach (var i in a)
            foreach (var j in b) sum += likeness[i][j];
        return sum / (a.Count * b.Count);
    }

    private static Story Make(List<ArticleProfile> members)
    {
        var articles = members.Select(p => p.Coded).OrderBy(c => c.Article.Published.Date ?? DateOnly.MaxValue)
            .ThenBy(c => c.Article.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        return new Story(new(StableId.Of("story-", articles.Select(a => a.Article.Id.Value).Order(StringComparer.Ordinal))), articles, Range(members));
    }
}
