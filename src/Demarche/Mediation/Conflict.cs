using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads off a story's events who is in conflict with whom, and who stands between.</summary>
internal static class Conflict
{
    /// <summary>What stands for a party in the record: its country, or the name of one without.</summary>
    public static string Key(Party p) => p.Country is { } c && !p.IsCollective ? c : p.Name;

    /// <summary>The two that most events set against each other or that offers are made to; null if none do.</summary>
    /// <remarks>An act of force, threat, sanction, demand or blame weighs one, a truce or offer of mediation to both two.</remarks>
    public static ImmutableArray<string>? Parties(ImmutableArray<Event> events)
    {
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
        var best = weights.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).First().Key;
        return [.. best.Split('\n').Order(StringComparer.Ordinal)];
    }

    /// <summary>Countries or groups, distinct.</summary>
    public static List<string> Keys(IEnumerable<Party> parties) =>
        [.. parties.Where(p => p.Kind != ActorKind.Organization || !p.IsCollective).Select(Key).Distinct(StringComparer.Ordinal)];

    private static double Hostility(Event e) => e.Plover switch
    {
        "ASSAULT" or "COERCE" or "MOBILIZE" => 1,
        "THREATEN" or "SANCTION" => 0.7,
        "ACCUSE" or "REJECT" or "REQUEST" => 0.4,
        _ => e.Cameo.StartsWith("087", StringComparison.Ordinal) || e.Cameo is "046" or "057" ? 0.5 : 0,
    };

    private static void Add(SortedDictionary<string, double> weights, string a, string b, double weight)
    {
        var order = string.CompareOrdinal(a, b);
        if (order == 0) return;
        var key = order < 0 ? a + "\n" + b : b + "\n" + a;
        weights[key] = weights.GetValueOrDefault(key) + weight;
    }
}
