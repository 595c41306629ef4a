using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads positions off the steps of mediation and off what actors say of each other.</summary>
public static class Positions
{
    /// <summary>By actor and issue; on the mediation every stance is listed, towards others only where it changes.</summary>
    public static ImmutableArray<Position> Of(ImmutableArray<Event> events, ImmutableArray<Initiative> initiatives)
    {
        var stances = new List<(Party Actor, string Issue, PositionEntry Entry, bool Always)>();
        foreach (var i in initiatives)
        {
            var issue = i.Mediator is null ? "talks between " + string.Join(" and ", i.Parties) : "mediation by " + i.Mediator;
            foreach (var s in i.Steps)
                if (s.Role != StepRole.Mediator && OnMediation(s.Kind) is { } stance) stances.Add((s.By, issue, new(s.Date, stance, s.Events), true));
        }
        foreach (var e in events)
        {
            if (Towards(e) is not { } stance) continue;
            foreach (var s in Speakers(e.Sources))
                foreach (var t in Speakers(e.Targets))
                    if (!s.SameCountry(t)) stances.Add((s, "towards " + Conflict.Key(t), new(e.Date, stance, [e.Id]), false));
        }
        return [.. stances.GroupBy(x => (x.Actor.Name, x.Issue))
            .OrderBy(g => !g.First().Always).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Issue, StringComparer.Ordinal)
            .Select(g => (Always: g.First().Always, Position: new Position(g.First().Actor, g.Key.Issue, Entries(g.Select(x => x.Entry)))))
            .Where(p => p.Always || p.Position.Changes).Select(p => p.Position)];
    }

    private static IEnumerable<Party> Speakers(ImmutableArray<Party> side) =>
        side.Where((p, i) => p.Kind == ActorKind.Person || !side.Where((_, j) => j != i).Any(q => q.Kind == ActorKind.Person && p.SameCountry(q)));

    private static Stance? OnMediation(StepKind kind) => kind switch
    {
        StepKind.Accept or StepKind.Agreement or StepKind.Request => Stance.For,
        StepKind.Open => Stance.Open,
        StepKind.Reject => Stance.Against,
        StepKind.Condition => Stance.Conditional,
        _ => null,
    };

    private static Stance? Towards(Event e) => e.Status is Status.Denied ? null : e.Plover switch
    {
        "SUPPORT" or "AID" or "COOPERATE" or "CONCEDE" => Stance.For,
        "AGREE" => e.Status is Status.Possible or Status.Planned ? Stance.Open : Stance.For,
        "ACCUSE" or "REJECT" or "THREATEN" or "PROTEST" or "SANCTION" or "COERCE" or "ASSAULT" => e.Status is Status.Possible ? Stance.Open : Stance.Against,
        _ => null,
    };

    private static ImmutableArray<PositionEntry> Entries(IEnumerable<PositionEntry> entries) =>
        [.. entries.GroupBy(e => (e.Date, e.Stance)).Select(g => g.First() with { Events = [.. g.SelectMany(e => e.Events).Distinct()] })
            .OrderBy(e => e.Date?.Start ?? DateOnly.MaxValue).ThenBy(e => e.Date?.End ?? DateOnly.MaxValue).ThenBy(e => e.Stance)];
}
