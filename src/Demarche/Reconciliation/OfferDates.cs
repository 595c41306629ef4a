using System.Collections.Immutable;
using Demarche.Actors;

namespace Demarche.Reconciliation;

/// <summary>Finds offers of one actor that reports date differently, a few days apart.</summary>
internal static class OfferDates
{
    private const int MaxDays = 4;

    private static readonly string[] Help = ["mediate", "mediation", "mediator", "broker", "truce", "ceasefire", "talks", "asylum", "inspection"];

    public static IEnumerable<Discrepancy> Of(List<Statement> statements)
    {
        var offers = statements.Select(Read).OfType<(Statement Statement, string By, Days Days)>().ToList();
        foreach (var by in offers.GroupBy(o => o.By, StringComparer.Ordinal))
        {
            var all = by.ToList();
            var doubtful = all.Where(a => all.Exists(b => a.Days.Gap(b.Days) is > 0 and <= MaxDays && a.Statement.Coded != b.Statement.Coded)).ToList();
            if (doubtful.Count == 0) continue;
            yield return new Discrepancy(DiscrepancyField.Date, [.. doubtful.GroupBy(o => o.Days).OrderBy(g => g.Key.Start).ThenBy(g => g.Key.End)
                .Select(g => new DiscrepancyValue(g.Key.ToString(), [.. g.Select(o => o.Statement.Report).Distinct()]))])
            { About = "offer: " + by.Key, Rule = "day of an offer" };
        }
    }

    private static (Statement Statement, string By, Days Days)? Read(Statement s)
    {
        var (analysis, actors) = (s.Coded.Analysis, s.Coded.Actors);
        var tokens = analysis.Tokens[s.Sentence.FirstToken..s.Sentence.EndToken];
        if (!tokens.Any(t => Help.Contains(t.Lemma, StringComparer.OrdinalIgnoreCase))) return null;
        foreach (var t in tokens)
        {
            if (t.Lemma != "offer" || t.Upos != "VERB" || analysis.Child(t.Index, "nsubj") is not { } subject) continue;
            if ((actors.WithHead(subject.Index) ?? actors.Covering(subject.Index)) is not { Actors: [var actor, ..] } || actors[actor].Kind == ActorKind.Group) continue;
            var near = s.Coded.Times.All.Where(x => x.Days is { } d && d.Start == d.End && s.Sentence.Span.Contains(x.Span)).OrderBy(x => Math.Abs(x.Head - t.Index)).FirstOrDefault();
            var coded = s.Coded.Observations.FirstOrDefault(o => o.Cameo.StartsWith("039", StringComparison.Ordinal) && o.Sentence.Overlaps(s.Sentence.Span) && o.Date is { } d && d.Start == d.End)?.Date;
            if (coded is not null) return (s, actors[actor].Country ?? actors[actor].Name, new Days(coded.Start, coded.End));
            if (near is not null) return (s, actors[actor].Country ?? actors[actor].Name, new Days(near.Days!.Value.Start, near.Days.Value.End));
        }
        return null;
    }
}
