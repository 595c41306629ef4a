using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>Finds what reports contradict each other in beyond single events, and says under which event each is to be shown.</summary>
public static class Disputes
{
    private const int MaxDistance = 1000;

    /// <summary>The events, each with the differences that its reports take part in added.</summary>
    /// <returns>The events in their order, and the differences that no event's report takes part in.</returns>
    public static (ImmutableArray<Event> Events, ImmutableArray<Discrepancy> Others) Add(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles, ImmutableArray<FigureSeries> figures)
    {
        var marked = events.ToArray();
        var others = new List<Discrepancy>();
        var table = new WordTable(articles);
        var statements = Statement.Of(articles, table);
        foreach (var d in Contradictions.Of(statements).Concat(Denials.Of(statements, table)).Concat(CallDisputes.Of(statements)).Concat(OfferDates.Of(statements)).Concat(FigureDisputes.Of(figures)))
        {
            if (marked.Any(e => e.Discrepancies.Any(x => x.About is null && IsSame(x, d)))) continue;
            var home = Home(marked, d);
            if (home < 0) others.Add(d);
            else marked[home] = marked[home] with { Discrepancies = marked[home].Discrepancies.Add(d) };
        }
        return ([.. marked], [.. others]);
    }

    /// <summary>The event with a report among those of the difference; failing that, the one told next to them.</summary>
    private static int Home(Event[] events, Discrepancy d)
    {
        var (home, least) = (-1, MaxDistance);
        foreach (var r in d.Values.SelectMany(v => v.Reports))
        {
            for (var i = 0; i < events.Length; i++)
            {
                foreach (var x in events[i].Reports)
                    if (x.Article == r.Article && Distance(x.Span, r.Span) < least) (home, least) = (i, Distance(x.Span, r.Span));
            }
        }
        return home;
    }

    private static int Distance(TextSpan a, TextSpan b) => a.Overlaps(b) ? 0 : Math.Max(a.Start - b.End, b.Start - a.End) + 1;

    /// <summary>The same field, and two values of the one that share reports with two of the other.</summary>
    private static bool IsSame(Discrepancy a, Discrepancy b) =>
        a.Field == b.Field && a.Values.Count(v => b.Values.Any(w => v.Reports.Any(r => w.Reports.Any(q => q.Article == r.Article && q.Span.Overlaps(r.Span))))) > 1;
}
