using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Sets denials against the sentences that say what they deny.</summary>
/// <remarks>
/// A sentence says what another denies if it has half of the telling words of the denial, by weight, three at least, and denies nothing itself.
/// A denial that has hardly a word of its own ("Ghana doesn't see it that way") answers the sentence before it.
/// </remarks>
internal static class Denials
{
    private const double MinCovered = 0.45;
    private const int MinShared = 3;
    private const int MaxReports = 6;

    public static IEnumerable<Discrepancy> Of(List<Statement> statements)
    {
        var found = new List<(string Standing, List<Statement> Claims, List<Statement> Denials)>();
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i].Stands.FirstOrDefault(x => x.Matter == Opposites.Denial) is not { } stand) continue;
            var claims = Claims(statements, i);
            if (claims.Count == 0) continue;
            var same = found.Find(f => f.Standing == stand.Standing && (f.Claims.Intersect(claims).Any() || f.Denials.Exists(d => d.Words.Cosine(statements[i].Words) >= 0.4)));
            if (same.Claims is null) found.Add((stand.Standing, claims, [statements[i]]));
            else
            {
                same.Denials.Add(statements[i]);
                same.Claims.AddRange(claims.Except(same.Claims));
            }
        }
        return found.Select(f => new Discrepancy(DiscrepancyField.Status,
        [
            new DiscrepancyValue("claimed", [.. f.Claims.Take(MaxReports).Select(s => s.Report)]),
            new DiscrepancyValue(f.Standing, [.. f.Denials.Take(MaxReports).Select(s => s.Report)]),
        ])
        { About = "what is " + f.Standing, Rule = "claim and denial" });
    }

    private static List<Statement> Claims(List<Statement> statements, int at)
    {
        var denial = statements[at];
        var claims = statements.Where(s => s != denial && !s.Stands.Any(x => x.Matter == Opposites.Denial)
            && denial.Words.Shared(s.Words) >= MinShared && denial.Words.CoveredBy(s.Words) >= MinCovered)
            .OrderByDescending(s => denial.Words.CoveredBy(s.Words)).Take(MaxReports).ToList();
        if (claims.Count == 0 && denial.Words.Count <= 3 && at > 0 && statements[at - 1].Coded == denial.Coded) claims.Add(statements[at - 1]);
        return claims;
    }
}
