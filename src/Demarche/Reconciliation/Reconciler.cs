using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Joins observations that report one event.</summary>
/// <remarks>Average linkage over a fitted pair score; two observations that cannot be one act (<see cref="Likeness"/>) never meet in one event.</remarks>
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
        var clusters = sightings.GroupBy(s => s.Family, StringComparer.Ordinal).SelectMany(family => Cluster([.. family], joins)).ToList();
        return Twins.Mark(InOrder(JoinsByHand.Apply(clusters, sightings, joins).Select(c => EventMaker.Make(c.Members, c.Score))));
    }

    /// <summary>By first day (undated last), then by place of the first report.</summary>
    internal static ImmutableArray<Event> InOrder(IEnumerable<Event> events) =>
        [.. events.OrderBy(e => e.Date?.Start ?? DateOnly.MaxValue).ThenBy(e => e.Date?.End ?? DateOnly.MaxValue)
            .ThenBy(e => e.Reports[0].Article.Value, StringComparer.Ordinal).ThenBy(e => e.Reports[0].Span).ThenBy(e => e.Id.Value, StringComparer.Ordinal)];

    private List<(List<Sighting> Members, double Score)> Cluster(List<Sighting> all, JoinConstraints<ReportKey> joins)
    {
        var score = PairScores(all, joins);
        var clusters = all.Select((_, i) => new List<int> { i }).ToList();
        var home = Enumerable.Range(0, all.Count).ToArray();
        var pairs = new List<(double Score, int A, int B)>();
        for (var a = 0; a < all.Count; a++)
            for (var b = a + 1; b < all.Count; b++)
                if (score[a][b] is var s && s >= _options.Threshold) pairs.Add((s, a, b));
        pairs.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach (var (_, a, b) in pairs)
        {
            if (home[a] == home[b] || Mean(score, clusters[home[a]], clusters[home[b]]) < _options.Threshold) continue;
            var (into, from) = (Math.Min(home[a], home[b]), Math.Max(home[a], home[b]));
            foreach (var i in clusters[from]) home[i] = into;
            clusters[into].AddRange(clusters[from]);
            clusters[from] = [];
        }
        return [.. clusters.Where(c => c.Count > 0).Select(c => (c.Order().Select(i => all[i]).ToList(), Inner(score, c)))];
    }

    /// <summary>Log-odds that two are one event; minus infinity where they cannot be.</summary>
    private double[][] PairScores(List<Sighting> all, JoinConstraints<ReportKey> joins)
    {
        var score = new double[all.Count][];
        for (var a = 0; a < all.Count; a++) score[a] = new double[all.Count];
        for (var a = 0; a < all.Count; a++)
            for (var b = a + 1; b < all.Count; b++)
                score[a][b] = score[b][a] = !joins.AreApart(all[a].Key, all[b].Key) && Likeness.Compare(all[a], all[b], _options.MaxDaysApart) is { } c ? PairScore.Of(c) : double.NegativeInfinity;
        return score;
    }

    private static double Mean(double[][] score, List<int> left, List<int> right)
    {
        var sum = 0.0;
        foreach (var a in left)
            foreach (var b in right) sum += score[a][b];
        return sum / (left.Count * right.Count);
    }

    private static double Inner(double[][] score, List<int> members)
    {
        var least = double.PositiveInfinity;
        foreach (var a in members)
            foreach (var b in members)
                if (a != b) least = Math.Min(least, score[a][b]);
        return least;
    }
}
