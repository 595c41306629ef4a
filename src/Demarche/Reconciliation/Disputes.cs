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
        var statements = Statement.Of(articles);
        foreach (var d in Contradictions.Of(statements).Concat(Denials.Of(statements)))
        {
            var home = Array.FindIndex(marked, e => d.Values.Any(v => v.Reports.Any(r => e.Reports.Any(x => x.Article == r.Article && x.Span.Overlaps(r.Span)))));
            if (home < 0) others.Add(d);
            else marked[home] = marked[home] with { Discrepancies = marked[home].Discrepancies.Add(d) };
        }
        return ([.. marked], [.. others]);
    }
}
