using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Reconciliation.Joins;

namespace Demarche.Reconciliation;

/// <summary>Joins observations that report one event.</summary>
/// <remarks>Average linkage over a fitted pair score; two observations that cannot be one act (<see cref="Likeness"/>) never meet in one event.
/// docs/decisions/0022-events-of-the-world.md.</remarks>
public sealed class Reconciler(ReconciliationOptions? options = null)
{
    private readonly ReconciliationOptions _options = options ?? new ReconciliationOptions();

    /// <summary>Joins the observations of articles that belong together.</summary>
    /// <param name="articles">In any order, from any number of outlets.</param>
    /// <param name="joins">What people said of which reports are one event; null for nothing.</param>
    /// <returns>By first day (undated last), then by place of the first report; each observation is in exactly one event.</returns>
    public ImmutableArray<Event> Reconcile(IReadOnlyList<CodedArticle> articles, JoinConstraints<ReportKey>? joins = null)
    {
        var sightings = Sighting.Of(articles);
        joins ??= new();
        var origins = new Origins(articles);
        var clusters = sightings.GroupBy(s => s.Family, StringComparer.Ordinal).SelectMany(family => Cluster([.. family], joins)).ToList();
        return Twins.Mark(InOrder(JoinsByHand.Apply(clusters, sightings, joins).Select(c => EventMaker.Make(c.Members, c.Score, origins))));
    }

    /// <summary>By first day (undated last), then by place of the first report.</summary>
    internal static ImmutableArray<Event> InOrder(IEnumerable<Event> events) =>
        [.. events.OrderBy(e => e.Date?.Start ?? DateOnly.MaxValue).ThenBy(e => e.Date?.End ?? DateOnly.MaxValue)
            .ThenBy(e => e.Reports[0].Article.Value, StringComparer.Ordinal).ThenBy(e => e.Reports[0].Span).ThenBy(e => e.Id.Value, StringComparer.Ordinal)];

    /// <summary>Groups with a mean high enough lie within one web of pairs that are each likely enough: only there is every pair looked at.</summary>
    private List<(List<Sighting> Members, double Score)> Cluster(List<Sighting> all, JoinConstraints<ReportKey> joins)
    {
        var found = new List<(List<int> Members, double Score)>();
        foreach (var web in Webs(all, joins))
        {
            var score = Matrix(all, web, joins);
            foreach (var group in Linkage.Group(score, _options.Threshold))
                found.Add(([.. group.Select(i => web[i])], Least(score, group)));
        }
        return [.. found.OrderBy(f => f.Members[0]).Select(f => (f.Members.Select(i => all[i]).ToList(), f.Score))];
    }

    private List<List<int>> Webs(List<Sighting> all, JoinConstraints<ReportKey> joins)
    {
        var home = Enumerable.Range(0, all.Count).ToArray();
        var tried = new HashSet<(int, int)>();
        foreach (var block in Blocks(all))
            for (var i = 0; i < block.Count; i++)
                for (var j = 0; j < i; j++)
                {
                    var (x, y) = (Root(home, block[i]), Root(home, block[j]));
                    if (x != y && tried.Add((block[i], block[j])) && Score(all[block[i]], all[block[j]], joins) >= _options.Threshold) home[Math.Max(x, y)] = Math.Min(x, y);
                }
        return [.. Enumerable.Range(0, all.Count).GroupBy(i => Root(home, i)).Select(g => g.ToList())];
    }

    private static int Root(int[] home, int i)
    {
        while (home[i] != i) i = home[i] = home[home[i]];
        return i;
    }

    /// <summary>Sightings that name a party alike: of no others can the sources be.</summary>
    private static List<List<int>> Blocks(List<Sighting> all)
    {
        var blocks = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
            foreach (var key in all[i].Sources.Concat(all[i].Targets).SelectMany(p => p.Keys()).Distinct(StringComparer.Ordinal))
                (blocks.TryGetValue(key, out var block) ? block : blocks[key] = []).Add(i);
        return [.. blocks.Values];
    }

    private double[][] Matrix(List<Sighting> all, List<int> web, JoinConstraints<ReportKey> joins)
    {
        var score = new double[web.Count][];
        for (var a = 0; a < web.Count; a++)
        {
            score[a] = new double[web.Count];
            for (var b = 0; b < a; b++) score[a][b] = score[b][a] = Score(all[web[a]], all[web[b]], joins);
        }
        return score;
    }

    /// <summary>Log-odds that two are one event; minus infinity where they cannot be.</summary>
    private double Score(Sighting a, Sighting b, JoinConstraints<ReportKey> joins) =>
        !joins.AreApart(a.Key, b.Key) && Likeness.Compare(a, b, _options.MaxDaysApart) is { } c ? PairScore.Of(c) : double.NegativeInfinity;

    private static double Least(double[][] score, List<int> members)
    {
        var least = double.PositiveInfinity;
        foreach (var a in members)
            foreach (var b in members)
                if (a != b) least = Math.Min(least, score[a][b]);
        return least;
    }
}
