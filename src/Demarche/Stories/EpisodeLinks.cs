using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>Links stories that are alike and yet apart: episodes of one affair.</summary>
/// <param name="options">From when on stories are alike.</param>
/// <param name="stories">By number.</param>
/// <param name="days">The days or years of each story's articles, as far as known.</param>
/// <param name="evidence">Of a story whose year was worked out: how; else null.</param>
internal sealed class EpisodeLinks(StoryOptions options, Dictionary<int, Story> stories, Dictionary<int, List<Days>> days, Dictionary<int, string?> evidence)
{
    private const int ActorsNamed = 3;

    /// <summary>The links, by ids.</summary>
    /// <param name="scores">Pairs of articles.</param>
    /// <param name="groups">The story of each article.</param>
    public ImmutableArray<StoryLink> Of(List<(int A, int B, float Score)> scores, int[] groups)
    {
        var across = new Dictionary<(int, int), (double Sum, int Pairs)>();
        foreach (var (a, b, score) in scores)
        {
            if (groups[a] == groups[b]) continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(across, (Math.Min(groups[a], groups[b]), Math.Max(groups[a], groups[b])), out _);
            sum = (sum.Sum + Math.Clamp(score, options.Unlike, options.Alike), sum.Pairs + 1);
        }
        return [.. across.Where(p => Mean(p.Key, p.Value) >= options.LinkThreshold).Select(p => Link(p.Key.Item1, p.Key.Item2))
            .OrderBy(l => l.First.Value, StringComparer.Ordinal).ThenBy(l => l.Second.Value, StringComparer.Ordinal)];
    }

    private double Mean((int A, int B) pair, (double Sum, int Pairs) found)
    {
        var all = stories[pair.A].Articles.Length * stories[pair.B].Articles.Length;
        return (found.Sum + (all - found.Pairs) * (double)options.Unlike) / all;
    }

    private StoryLink Link(int a, int b)
    {
        var (first, second) = string.CompareOrdinal(stories[a].Id.Value, stories[b].Id.Value) < 0 ? (a, b) : (b, a);
        var actors = Actors(stories[a]).Intersect(Actors(stories[b]), StringComparer.Ordinal).Take(ActorsNamed).ToList();
        var reason = actors.Count == 0 ? "the same names and words" : "the same actors (" + string.Join(", ", actors) + ")";
        var how = evidence[a] ?? evidence[b];
        if (Range(days[a]) is { } x && Range(days[b]) is { } y && x.Gap(y) is > 0 and var gap)
            reason += how is null ? string.Create(CultureInfo.InvariantCulture, $", {gap} days apart") : ", in another year: " + how;
        return new StoryLink(stories[first].Id, stories[second].Id, reason);
    }

    /// <summary>Those who act or are acted upon, the most frequent first.</summary>
    private static IEnumerable<string> Actors(Story story) =>
        story.Articles.SelectMany(c => c.Observations.SelectMany(o => o.Sources.Concat(o.Targets)).Select(a => c.Actors[a].Name)).Where(n => n.Length > 0)
            .CountBy(n => n, StringComparer.Ordinal).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key);

    private static Days? Range(List<Days> days)
    {
        Days? range = null;
        foreach (var d in days) range = range?.Union(d) ?? d;
        return range;
    }
}
