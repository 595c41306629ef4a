using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Finds matters of which some sentences say one thing and others the opposite, within one report or over many.</summary>
/// <remarks>The words that say where a matter stands are in data/coding/opposites.txt; two sentences are on one matter if the cosine of their telling words is 0.1, or three are the same.</remarks>
internal static class Contradictions
{
    private const double MinCosine = 0.1;
    private const int MinShared = 3;
    private const int MaxReports = 6;

    /// <summary>By matter, then by what it is about.</summary>
    public static IEnumerable<Discrepancy> Of(List<Statement> statements)
    {
        var stands = from s in statements
                     from x in s.Stands
                     where x.Matter != Opposites.Denial
                     select (Statement: s, Stand: x);
        foreach (var matter in stands.GroupBy(x => (x.Stand.Matter, x.Stand.About)).OrderBy(g => g.Key.Matter, StringComparer.Ordinal).ThenBy(g => g.Key.About, StringComparer.Ordinal))
        {
            var sides = matter.GroupBy(x => x.Stand.Standing, StringComparer.Ordinal).Select(g => (Standing: g.Key, All: g.Select(x => x.Statement).ToList())).ToList();
            if (sides.Count < 2) continue;
            var kept = sides.Select(side => (side.Standing, All: side.All.Where(s => sides.Exists(o => o.Standing != side.Standing && o.All.Exists(t => t != s && AreOnOneMatter(s, t))))
                .Take(MaxReports).ToList())).Where(side => side.All.Count > 0).OrderBy(side => side.Standing, StringComparer.Ordinal).ToList();
            if (kept.Count < 2) continue;
            var told = kept.Exists(a => kept.Exists(b => a.Standing != b.Standing && a.All.Intersect(b.All).Any()));
            yield return new Discrepancy(DiscrepancyField.Status, [.. kept.Select(k => new DiscrepancyValue(k.Standing, [.. k.All.Select(s => s.Report)]))])
            {
                About = matter.Key.Matter + ": " + matter.Key.About,
                State = told ? DiscrepancyState.Explained : Statement.StateOf(kept[0].All, kept[1].All),
                Rule = "opposite standings",
            };
        }
    }

    private static bool AreOnOneMatter(Statement a, Statement b) => a.Words.Cosine(b.Words) >= MinCosine || a.Words.Shared(b.Words) >= MinShared;
}
