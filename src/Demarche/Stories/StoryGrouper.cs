using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>What makes articles one story.</summary>
public sealed class StoryOptions
{
    /// <summary>Least mean likeness of two groups of articles at which they are one story, 0 to 1. 0.13: parts all development stories.</summary>
    public double Threshold { get; init; } = 0.13;

    /// <summary>Least mean likeness at which stories apart in time are thought episodes of one affair, 0 to 1.</summary>
    public double LinkThreshold { get; init; } = 0.3;

    /// <summary>Greatest gap, in whole days, between the publication days of two groups of one story, 0 to 366.</summary>
    public int MaxDaysApart { get; init; } = 14;
}

/// <summary>Groups articles into stories: alike in words and actors, and close in time.</summary>
/// <remarks>Average linkage, the likest pair of groups first, ties by article id: the same groups in whatever order the articles come.</remarks>
public sealed class StoryGrouper(StoryOptions? options = null)
{
    private readonly StoryOptions _options = options ?? new StoryOptions();

    /// <summary>Groups the articles.</summary>
    /// <param name="articles">In any order.</param>
    /// <param name="joins">What people said of which articles are one story; null for nothing.</param>
    /// <returns>The stories by first day (unknown last), then id; each article is in exactly one. And the pairs that are alike but apart in time.</returns>
    public (ImmutableArray<Story> Stories, ImmutableArray<StoryLink> Links) Group(
        IReadOnlyList<CodedArticle> articles, JoinConstraints<ArticleId>? joins = null)
    {
        var profiles = ArticleProfile.Of(articles);
        var likeness = Matrix(profiles);
        var groups = Join(profiles, likeness);
        if (joins is { IsEmpty: false }) groups = [.. joins.Obey(groups, i => profiles[i].Coded.Article.Id).Select(g => g.Members)];
        var stories = groups.Select(g => (Story: Make([.. g.Select(i => profiles[i])]), Members: g)).ToList();
        var links = from x in stories
                    from y in stories
                    where string.CompareOrdinal(x.Story.Id.Value, y.Story.Id.Value) < 0 && Mean(likeness, x.Members, y.Members) >= _options.LinkThreshold
                    select new StoryLink(x.Story.Id, y.Story.Id, "the same actors and words at another time");
        return ([.. stories.Select(s => s.Story).OrderBy(s => s.Published?.Start ?? DateOnly.MaxValue).ThenBy(s => s.Id.Value, StringComparer.Ordinal)],
            [.. links.OrderBy(l => l.First.Value, StringComparer.Ordinal).ThenBy(l => l.Second.Value, StringComparer.Ordinal)]);
    }

    /// <summary>Joins the likest pair of groups until none is alike enough; each group remembers its likest partner, so that joining stays quadratic.</summary>
    private List<List<int>> Join(List<ArticleProfile> profiles, double[][] likeness)
    {
        var groups = profiles.Select((p, i) => new Cluster([i], [.. likeness[i]], Range([p]))).ToList<Cluster?>();
        for (var i = 0; i < groups.Count; i++) Seek(groups, i);
        while (true)
        {
            var a = -1;
            for (var i = 0; i < groups.Count; i++)
                if (groups[i] is { Partner: >= 0 } g && (a < 0 || g.Best > groups[a]!.Best)) a = i;
            if (a < 0) break;
            var b = groups[a]!.Partner;
            groups[a]!.Take(groups[b]!, groups, b, a);
            groups[b] = null;
            for (var i = 0; i < groups.Count; i++)
            {
                if (groups[i] is not { } g) continue;
                if (i == a || g.Partner == a || g.Partner == b) Seek(groups, i);
                else if (i < a) Consider(groups, i, a);
            }
        }
        return [.. groups.Where(g => g is not null).Select(g => g!.Members)];
    }

    /// <summary>Finds the likest partner among the groups after <paramref name="i"/> that is alike enough and near enough in time.</summary>
    private void Seek(List<Cluster?> groups, int i)
    {
        var group = groups[i]!;
        (group.Partner, group.Best) = (-1, _options.Threshold);
        for (var j = i + 1; j < groups.Count; j++) Consider(groups, i, j);
    }

    /// <summary>Takes group <paramref name="j"/> as partner if it is likelier than the one known, or as like and before it.</summary>
    private void Consider(List<Cluster?> groups, int i, int j)
    {
        if (groups[i] is not { } group || groups[j] is not { } other) return;
        var mean = group.Sums[j] / (group.Members.Count * other.Members.Count);
        if (mean < group.Best || group.Partner >= 0 && mean == group.Best && group.Partner < j) return;
        if (group.Days is { } x && other.Days is { } y && x.Gap(y) > _options.MaxDaysApart) return;
        (group.Partner, group.Best) = (j, mean);
    }

    /// <summary>Articles joined so far, with the summed likeness to every other group.</summary>
    private sealed class Cluster(List<int> members, double[] sums, Days? days)
    {
        public List<int> Members { get; } = members;

        public double[] Sums { get; } = sums;

        public Days? Days { get; private set; } = days;

        public int Partner { get; set; } = -1;

        public double Best { get; set; }

        public void Take(Cluster other, List<Cluster?> all, int from, int into)
        {
            Members.AddRange(other.Members);
            Days = Days is { } x && other.Days is { } y ? x.Union(y) : Days ?? other.Days;
            for (var j = 0; j < Sums.Length; j++)
            {
                Sums[j] += other.Sums[j];
                if (all[j] is { } third && j != from && j != into) third.Sums[into] += third.Sums[from];
            }
        }
    }

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
