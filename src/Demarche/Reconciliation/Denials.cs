using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Sets denials against the sentences that say what they deny.</summary>
/// <remarks>
/// What is denied are the words that hang on the denial ("denied that …", "… was denied"). A sentence says it if it has 40 % of these words by
/// weight, two at least, and denies nothing itself; 20 % and one if it blames who denies. A denial of hardly a word ("Ghana denies it") answers the sentence before it.
/// </remarks>
internal static class Denials
{
    private const double MinCovered = 0.4;
    private const double MinDoubted = 0.5;
    private const double Blame = 0.2;
    private const double NearBest = 0.7;
    private const int MaxReports = 6;

    public static IEnumerable<Discrepancy> Of(List<Statement> statements, WordTable table)
    {
        var found = new List<(string Standing, string? Denier, List<Statement> Claims, List<Statement> Denials)>();
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i].Stands.FirstOrDefault(x => x.Matter == Opposites.Denial) is not { } stand) continue;
            var claims = Claims(statements, i, stand, table);
            if (claims.Count == 0) continue;
            var denier = Denier(statements[i], stand);
            var same = found.Find(f => f.Standing == stand.Standing && (f.Claims.Intersect(claims).Any() || f.Denier == denier && f.Denials.Exists(d => d.Words.Shared(statements[i].Words) > 0)));
            if (same.Claims is null) found.Add((stand.Standing, denier, claims, [statements[i]]));
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
        { Rule = "claim and denial" });
    }

    private static List<Statement> Claims(List<Statement> statements, int at, Stand stand, WordTable table)
    {
        var denial = statements[at];
        var denied = Denied(denial, stand, table);
        var denier = Denier(denial, stand);
        var scored = new List<(Statement Claim, double Score)>();
        foreach (var s in statements)
        {
            if (s == denial || s.Stands.Any(x => x.Matter == Opposites.Denial)) continue;
            var blamed = denier is not null && stand.Standing == "denied" && Blames(s, denier);
            var covered = denied.CoveredBy(s.Words) + (blamed ? Blame : 0);
            if (covered >= (stand.Standing == "denied" ? MinCovered : MinDoubted) && denied.Shared(s.Words) >= (blamed ? 1 : stand.Standing == "denied" ? 2 : 3)) scored.Add((s, covered));
        }
        var claims = scored.OrderByDescending(x => x.Score).Where(x => x.Score >= scored.Max(y => y.Score) * NearBest).Take(MaxReports).Select(x => x.Claim).ToList();
        if (claims.Count == 0 && denial.Words.Count <= 3 && at > 0 && statements[at - 1].Coded == denial.Coded) claims.Add(statements[at - 1]);
        return claims;
    }

    /// <summary>The country of who denies: of the last actor named before the denial.</summary>
    private static string? Denier(Statement denial, Stand stand)
    {
        var actors = denial.Coded.Actors;
        var before = actors.Mentions.LastOrDefault(m => denial.Sentence.Span.Contains(m.Span) && m.Span.End <= stand.Words.Start);
        return before is null ? null : before.Actors.Select(a => actors[a].Country).FirstOrDefault(c => c is not null);
    }

    /// <summary>True if the sentence reports an attack or coercion by that country, or an accusation of it.</summary>
    private static bool Blames(Statement s, string country) =>
        s.Coded.Observations.Any(o => o.Sentence.Overlaps(s.Sentence.Span)
            && (o.Plover is "ASSAULT" or "COERCE" && o.Sources.Any(a => s.Coded.Actors[a].Country == country)
                || o.Plover is "ACCUSE" && o.Targets.Any(a => s.Coded.Actors[a].Country == country)));

    /// <summary>The words that hang on the denial: its clause or object, or the subject of a passive; of other denials all of the sentence.</summary>
    private static SentenceWords Denied(Statement denial, Stand stand, WordTable table)
    {
        var analysis = denial.Coded.Analysis;
        var (first, end) = analysis.TokensIn(stand.Words);
        for (var i = first; i < end; i++)
        {
            if (analysis.Child(i, "ccomp", "xcomp", "nsubj:pass", "obj", "csubj", "acl", "nmod") is not { } content) continue;
            var words = table.Of(denial.Coded, analysis.SubtreeSpan(content.Index));
            if (words.Count > 1) return words;
        }
        return denial.Words;
    }
}
