using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads off a story's events who is in conflict with whom, and who stands between.</summary>
internal static class Conflict
{
    /// <summary>Least weight of a further pair against the heaviest.</summary>
    private const double Share = 0.25;

    /// <summary>What stands for a party in the record: its country, or the name of one without.</summary>
    public static string Key(Party p) => p.Country is { } c && !p.IsCollective ? c : p.Name;

    /// <summary>The affair; null if nobody is set against anybody.</summary>
    /// <remarks>An act of force, threat, sanction, demand or blame weighs up to one, a truce or offer of mediation to both, and talks between two, two.</remarks>
    public static Affair? Of(ImmutableArray<Event> events)
    {
        var mediators = Mediators(events);
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            var sources = Keys(e.Sources);
            var targets = Keys(e.Targets);
            if (Hostility(e) is var w and > 0)
                foreach (var s in sources)
                    foreach (var t in targets) Add(weights, s, t, w * e.Reports.Length);
            if (e.Cameo is "039" or "045" || e.Cameo.StartsWith("087", StringComparison.Ordinal))
                foreach (var s in targets)
                    foreach (var t in targets) Add(weights, s, t, e.Reports.Length);
        }
        if (weights.Count == 0) return null;
        var pairs = weights.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        var best = pairs[0];
        // The word of force decides: who mediates is no party, though he be blamed.
        if (mediators.Count > 0 && pairs.Find(p => !p.Key.Split('\n').Any(k => k == mediators[0])) is { Key: not null } other && other.Value >= Share * best.Value) best = other;
        var parties = best.Key.Split('\n').Order(StringComparer.Ordinal).ToImmutableArray();
        var near = pairs.Where(p => p.Key != best.Key && p.Value >= Share * best.Value && (mediators.Count == 0 || parties.Contains(mediators[0]) || !p.Key.Split('\n').Contains(mediators[0]))).Select(p => p.Key.Split('\n').Order(StringComparer.Ordinal).ToImmutableArray());
        return new Affair(parties, [parties, .. near], [.. mediators.Where(m => !parties.Contains(m))]);
    }

    /// <summary>Countries or groups, distinct.</summary>
    public static List<string> Keys(IEnumerable<Party> parties) =>
        [.. parties.Where(p => p.Kind != ActorKind.Organization || !p.IsCollective).Select(Key).Distinct(StringComparer.Ordinal)];

    private static List<string> Mediators(ImmutableArray<Event> events)
    {
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var e in events)
            if (e.Cameo is "039" or "045" && e.Status is not (Status.Denied or Status.Possible))
                foreach (var s in Keys(e.Sources)) weights[s] = weights.GetValueOrDefault(s) + e.Reports.Length;
        return [.. weights.OrderByDescending(w => w.Value).Select(w => w.Key)];
    }

    private static double Hostility(Event e) => e.Plover switch
    {
        "ASSAULT" or "COERCE" or "MOBILIZE" => 1,
        "THREATEN" or "SANCTION" => 0.7,
        "ACCUSE" or "REJECT" or "REQUEST" => 0.4,
        _ => e.Cameo.StartsWith("087", StringComparison.Ordinal) || e.Cameo is "046" or "057" ? 1 : 0,
    };

    private static void Add(SortedDictionary<string, double> weights, string a, string b, double weight)
    {
        var order = string.CompareOrdinal(a, b);
        if (order == 0) return;
        var key = order < 0 ? a + "\n" + b : b + "\n" + a;
        weights[key] = weights.GetValueOrDefault(key) + weight;
    }
}
