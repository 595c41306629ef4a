using System.Collections.Immutable;
using Demarche.Articles;

namespace Demarche.Reconciliation;

/// <summary>Events that may be one act dated differently: the same people in the same kind of contact a few days apart, told by different articles.</summary>
/// <remarks>Both stay events of their own; the doubt is shown as a difference on the date under the earlier one.</remarks>
internal static class Twins
{
    private const int MaxDays = 7;

    /// <summary>The same events, the earlier of each doubtful pair with the difference added.</summary>
    public static ImmutableArray<Event> Mark(ImmutableArray<Event> events)
    {
        var marked = events.ToArray();
        for (var i = 0; i < marked.Length; i++)
        {
            var later = marked.Skip(i + 1).Where(e => IsTwin(events[i], e)).ToList();
            if (later.Count == 0) continue;
            var values = later.Prepend(events[i]).GroupBy(e => e.Date!.Value.ToString(), StringComparer.Ordinal)
                .Select(g => new DiscrepancyValue(g.Key, [.. g.SelectMany(e => e.Reports)])).ToImmutableArray();
            marked[i] = events[i] with { Discrepancies = events[i].Discrepancies.Add(new Discrepancy(DiscrepancyField.Date, values)) };
        }
        return [.. marked];
    }

    private static bool IsTwin(Event a, Event b)
    {
        if (a.Date is not { } x || b.Date is not { } y || x.Gap(y) is 0 or > MaxDays) return false;
        if (a.Cameo != b.Cameo || !ActFamily.IsSymmetric(a.Cameo, a.Plover)) return false;
        return SamePeople(a, b) && Articles(a).Except(Articles(b)).Any() && Articles(b).Except(Articles(a)).Any();
    }

    private static bool SamePeople(Event a, Event b)
    {
        Party[] left = [.. a.Sources, .. a.Targets], right = [.. b.Sources, .. b.Targets];
        return left.Length > 1 && left.Length == right.Length && Array.TrueForAll(left, p => Array.Exists(right, q => p.Likeness(q) >= 0.8));
    }

    private static IEnumerable<ArticleId> Articles(Event e) => e.Reports.Select(r => r.Article).Distinct();
}
