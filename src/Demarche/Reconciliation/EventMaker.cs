using System.Collections.Immutable;
using System.Globalization;
using Demarche.Actors;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Makes one event of the sightings that were joined: its canonical values, each by a named rule, and what they differ in.</summary>
internal static class EventMaker
{
    private static readonly Status[] Firmness = [Status.Occurred, Status.Ongoing, Status.Planned, Status.Denied, Status.Possible];

    /// <summary>By number of reports, then by what says more.</summary>
    public static Event Make(List<Sighting> members, double score, Origins origins)
    {
        // "030, not specified" says no other thing than "039, mediation", only less of it.
        var precise = members.FindAll(s => !s.Observation.Cameo.EndsWith('0'));
        var code = MostReported(precise.Count > 0 ? precise : members, s => s.Observation.Cameo, (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : string.CompareOrdinal(a, b));
        var first = members.First(s => s.Observation.Cameo == code).Observation;
        var flipped = Flips(members);
        var reports = members.Select(s => s.Report).ToImmutableArray();
        return new Event(
            Id(members),
            code,
            first.Plover,
            first.Mode ?? members.Select(s => s.Observation.Mode).FirstOrDefault(m => m is not null),
            MostReported(members, s => s.Observation.Status, (a, b) => Array.IndexOf(Firmness, a).CompareTo(Array.IndexOf(Firmness, b))),
            Date(members),
            Side(members, (s, i) => flipped[i] ? s.Targets : s.Sources),
            Side(members, (s, i) => flipped[i] ? s.Sources : s.Targets),
            reports,
            Outlets(members),
            Differences.Of(members),
            members.Count < 2 ? null : double.IsNaN(score) ? JoinsByHand.Reason : JoinReason.Of(members, score))
        {
            IndependentSources = origins.Independent(members),
        };
    }

    /// <summary>From the place of the earliest report: the article, and the first of the words that tell of the act. More reports leave it as it is if they are later ones, and so does another code.</summary>
    private static EventId Id(List<Sighting> members)
    {
        var first = members.OrderBy(s => s.Coded.Article.Published.Date ?? DateOnly.MaxValue).ThenBy(s => s.Coded.Article.Id.Value, StringComparer.Ordinal)
            .ThenBy(s => s.Place).ThenBy(s => s.Twin).First();
        return new(StableId.Of("ev-", [first.Coded.Article.Id.Value, Text(first.Place), Text(first.Twin)]));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Distinct outlets; an article whose outlet is not known counts as one of its own.</summary>
    internal static int Outlets(IEnumerable<Sighting> members) =>
        members.Select(s => s.Coded.Article.Outlet ?? "article " + s.Coded.Article.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static T MostReported<T>(List<Sighting> members, Func<Sighting, T> value, Comparison<T> tie) where T : notnull
    {
        var counted = members.GroupBy(value).Select(g => (g.Key, Count: g.Select(s => s.Coded.Article.Id).Distinct().Count(), All: g.Count())).ToList();
        counted.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.All != b.All ? b.All.CompareTo(a.All) : tie(a.Key, b.Key));
        return counted[0].Key;
    }

    private static Days? Date(List<Sighting> members)
    {
        var dated = members.Where(s => s.Days is not null).ToList();
        return dated.Count == 0 ? null
            : MostReported(dated, s => s.Days!.Value, (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.Start.CompareTo(b.Start));
    }

    /// <summary>Which members name the sides of an act without direction the other way round from the first.</summary>
    private static bool[] Flips(List<Sighting> members)
    {
        var first = members[0];
        return [.. members.Select(s => s.Symmetric && first.Targets.Length > 0 && s.Targets.Length > 0
            && Match(s.Sources, first.Targets) + Match(s.Targets, first.Sources) > Match(s.Sources, first.Sources) + Match(s.Targets, first.Targets))];
    }

    private static double Match(ImmutableArray<Party> a, ImmutableArray<Party> b) => a.Max(p => b.Max(p.Likeness));

    /// <summary>The parties that at least half of the reports name on a side; a state and its spokesman are one, under the person's name.</summary>
    private static ImmutableArray<Party> Side(List<Sighting> members, Func<Sighting, int, ImmutableArray<Party>> side)
    {
        var groups = new List<(List<Party> Parties, HashSet<int> Members)>();
        var named = members.SelectMany((s, i) => side(s, i).Select(p => (Party: p, Member: i)))
            .OrderBy(x => x.Party.Kind).ThenBy(x => x.Member).ToList();
        foreach (var (party, member) in named)
        {
            var group = groups.FirstOrDefault(g => g.Parties.Exists(q => q.Likeness(party) >= 0.6));
            if (group.Parties is null) groups.Add(group = ([], []));
            group.Parties.Add(party);
            group.Members.Add(member);
        }
        if (groups.Count == 0) return [];
        var most = groups.Max(g => g.Members.Count);
        return [.. groups.Where(g => g.Members.Count == most || g.Members.Count * 2 >= members.Count).Select(g => BestName(g.Parties))];
    }

    private static Party BestName(List<Party> parties) =>
        parties.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.First().Kind != ActorKind.Person || g.First().IsUnnamed).ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).First().First();
}
