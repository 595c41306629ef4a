using System.Collections.Immutable;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads positions off the answers that actors give in mediation.</summary>
/// <remarks>
/// To attack a country and to praise it are not two stances on one matter, so only initiatives are issues. A change is one from for or open to against, or back;
/// where there is none, only the stance that stands is listed, with all the days on which it was taken.
/// </remarks>
public static class Positions
{
    /// <summary>By actor and issue.</summary>
    public static ImmutableArray<Position> Of(ImmutableArray<Initiative> initiatives)
    {
        var stances = new List<(Party Actor, string Issue, PositionEntry Entry)>();
        foreach (var i in initiatives)
        {
            var issue = i.Mediator is null ? "talks between " + string.Join(" and ", i.Parties) : "mediation by " + i.Mediator;
            foreach (var s in i.Steps)
                if (s.Role != StepRole.Mediator && OnMediation(s.Kind) is { } stance) stances.Add((s.By, issue, new(s.Date, stance, s.Events)));
        }
        return [.. stances.GroupBy(x => (x.Actor.Name, x.Issue)).OrderBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Issue, StringComparer.Ordinal)
            .Select(g => Standing(new Position(g.First().Actor, g.Key.Issue, Entries(g.Select(x => x.Entry)))))];
    }

    private static Stance? OnMediation(StepKind kind) => kind switch
    {
        StepKind.Accept or StepKind.Agreement or StepKind.Request => Stance.For,
        StepKind.Open => Stance.Open,
        StepKind.Reject => Stance.Against,
        StepKind.Condition => Stance.Conditional,
        _ => null,
    };

    private static Position Standing(Position p)
    {
        if (p.Changes) return p with { Entries = [.. p.Entries.Where(e => e.Stance != Stance.Conditional)] };
        var last = p.Entries.LastOrDefault(e => e.Date is not null) ?? p.Entries[^1];
        return p with { Entries = [.. p.Entries.Where(e => e.Stance == last.Stance)] };
    }

    private static ImmutableArray<PositionEntry> Entries(IEnumerable<PositionEntry> entries) =>
        [.. entries.GroupBy(e => (e.Date, e.Stance)).Select(g => g.First() with { Events = [.. g.SelectMany(e => e.Events).Distinct()] })
            .OrderBy(e => e.Date?.Start ?? DateOnly.MaxValue).ThenBy(e => e.Date?.End ?? DateOnly.MaxValue).ThenBy(e => e.Stance)];
}
