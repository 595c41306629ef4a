using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Finds what the reports of one event differ in; what one merely leaves out is no difference.</summary>
internal static class Differences
{
    private static readonly string[] CallVerbs = ["call", "phone", "ring", "telephone", "dial"];

    public static ImmutableArray<Discrepancy> Of(List<Sighting> members)
    {
        if (members.Count < 2) return [];
        var found = new List<Discrepancy>();
        Add(found, DiscrepancyField.Date, members, s => s.Days?.ToString(), DaysDiffer(members));
        Add(found, DiscrepancyField.Actor, members, Caller, true);
        Add(found, DiscrepancyField.Actor, members, s => Names(s.Sources), CountriesDiffer(members, s => s.Sources));
        Add(found, DiscrepancyField.Actor, members, s => s.Targets.Length == 0 ? null : Names(s.Targets), CountriesDiffer(members, s => s.Targets));
        Add(found, DiscrepancyField.Status, members, s => Took(s)?.Word(), Denied(members));
        return [.. found];
    }

    /// <summary>Whether it took place; that it was planned once, or is possible, contradicts neither.</summary>
    private static Status? Took(Sighting s) => s.Observation.Status switch
    {
        Status.Occurred or Status.Ongoing => Status.Occurred,
        Status.Denied => Status.Denied,
        _ => null,
    };

    /// <summary>One article says that it took place and another that it did not.</summary>
    private static bool Denied(List<Sighting> members) =>
        members.Exists(a => Took(a) == Status.Denied && members.Exists(b => Took(b) == Status.Occurred && b.Coded != a.Coded));

    /// <summary>Groups reports by value; fewer than two values are no difference.</summary>
    public static void Add(List<Discrepancy> found, DiscrepancyField field, List<Sighting> members, Func<Sighting, string?> value, bool real)
    {
        if (!real) return;
        var values = members.Select(s => (Value: value(s), s.Report)).Where(x => x.Value is not null)
            .GroupBy(x => x.Value!, StringComparer.Ordinal)
            .Select(g => new DiscrepancyValue(g.Key, [.. g.Select(x => x.Report)])).ToImmutableArray();
        if (values.Length > 1) found.Add(new Discrepancy(field, values));
    }

    /// <summary>Two reports give days that have none in common.</summary>
    private static bool DaysDiffer(List<Sighting> members)
    {
        var days = members.Where(s => s.Days is not null).Select(s => s.Days!.Value).Distinct().ToList();
        return days.Exists(a => days.Exists(b => !a.Overlaps(b)));
    }

    /// <summary>For a telephone call that a verb of calling reports: who rang whom.</summary>
    private static string? Caller(Sighting s)
    {
        if (!s.Observation.Cameo.StartsWith("04", StringComparison.Ordinal) || s.Targets.Length == 0) return null;
        foreach (var span in s.Observation.Trigger)
        {
            var (first, end) = s.Coded.Analysis.TokensIn(span);
            for (var i = first; i < end; i++)
            {
                var t = s.Coded.Analysis.Tokens[i];
                if (t.Upos == "VERB" && CallVerbs.Contains(t.Lemma)) return Speakers(s.Sources) + " called " + Speakers(s.Targets);
            }
        }
        return null;
    }

    private static string Speakers(ImmutableArray<Party> parties) => string.Join(", ", parties.Select(p => p.Country ?? p.Name).Order(StringComparer.Ordinal));

    /// <summary>Two reports of which each names a country that the other does not; one that merely names fewer leaves out.</summary>
    private static bool CountriesDiffer(List<Sighting> members, Func<Sighting, ImmutableArray<Party>> side)
    {
        if (members.Exists(s => s.Symmetric)) return false;
        var sets = members.Select(s => side(s).Select(q => q.Country ?? q.Name).ToHashSet(StringComparer.Ordinal)).Where(s => s.Count > 0).ToList();
        return sets.Exists(a => sets.Exists(b => a.Except(b).Any() && b.Except(a).Any()));
    }

    private static string Names(ImmutableArray<Party> parties) =>
        string.Join(", ", parties.Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
