using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Finds what reports contradict each other in beyond single events, and says under which event each is to be shown.</summary>
public static class Disputes
{
    /// <summary>The events, each with the differences that its reports take part in added.</summary>
    /// <returns>The events in their order, and the differences that no event's report takes part in.</returns>
    public static (ImmutableArray<Event> Events, ImmutableArray<Discrepancy> Others) Add(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles)
    {
        var marked = events.ToArray();
        var others = new List<Discrepancy>();
        var table = new WordTable(articles);
        var statements = Statement.Of(articles, table);
        foreach (var d in Contradictions.Of(statements).Concat(Denials.Of(statements, table)).Concat(CallDisputes.Of(statements)).Concat(OfferDates.Of(statements)))
        {
            if (marked.Any(e => e.Discrepancies.Any(x => x.About is null && IsSame(x, d)))) continue;
            var home = Array.FindIndex(marked, e => d.Values.Any(v => v.Reports.Any(r => e.Reports.Any(x => x.Article == r.Article && x.Span.Overlaps(r.Span)))));
            if (home < 0) others.Add(d);
            else marked[home] = marked[home] with { Discrepancies = marked[home].Discrepancies.Add(d) };
        }
        return ([.. marked], [.. others]);
    }

    /// <summary>The same field, and two values of the one that share reports with two of the other.</summary>
    private static bool IsSame(Discrepancy a, Discrepancy b) =>
        a.Field == b.Field && a.Values.Count(v => b.Values.Any(w => v.Reports.Any(r => w.Reports.Any(q => q.Article == r.Article && q.Span.Overlaps(r.Span))))) > 1;
}
