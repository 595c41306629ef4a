using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads the mediation record off a story's events: one initiative a mediator, and the parties' direct talks.</summary>
public static class Initiatives
{
    /// <summary>Mediators' initiatives by number of steps, then direct talks; empty where nobody offers, asks, answers or talks.</summary>
    public static ImmutableArray<Initiative> Of(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles)
    {
        if (Conflict.Parties(events) is not { } parties) return [];
        var rules = new StepRules(new EventText(articles));
        var mediators = Mediators(events, parties);
        var steps = new SortedDictionary<string, List<MediationStep>>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            if (!e.Sources.Any(IsOfficial)) continue;
            var place = Place(e, parties, mediators);
            if (rules.KindOf(e, place) is not { } kind) continue;
            var mediator = Mediator(e, mediators, place == StepPlace.Between || kind is StepKind.Agreement);
            if (!steps.TryGetValue(mediator, out var list)) steps.Add(mediator, list = []);
            foreach (var by in By(e, kind)) list.Add(Step(e, kind, by, parties, mediator));
        }
        Breaches(events, parties, steps);
        return [.. steps.Where(s => s.Value.Exists(IsOwn)).Select(s => Make(parties, s.Key, s.Value))
            .OrderBy(i => i.Mediator is null).ThenByDescending(i => i.Steps.Length).ThenBy(i => i.Mediator, StringComparer.Ordinal)];
    }

    /// <summary>A step that makes an initiative; demands and conditions alone do not.</summary>
    private static bool IsOwn(MediationStep s) => s.Kind is not (StepKind.Request or StepKind.Condition or StepKind.Breach);

    private static List<string> Mediators(ImmutableArray<Event> events, ImmutableArray<string> parties)
    {
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var e in events)
            if (e.Cameo is "039" or "045")
                foreach (var s in Conflict.Keys(e.Sources))
                    if (!parties.Contains(s)) weights[s] = weights.GetValueOrDefault(s) + e.Reports.Length;
        return [.. weights.OrderByDescending(w => w.Value).Select(w => w.Key)];
    }

    /// <summary>Business, press, crowds and citizens take no steps.</summary>
    private static bool IsOfficial(Party p) => p.Code is null || p.Code.Length <= 3 || p.Code[3..] is var sector
        && !sector.StartsWith("BUS", StringComparison.Ordinal) && !sector.StartsWith("MED", StringComparison.Ordinal)
        && !sector.StartsWith("CVL", StringComparison.Ordinal) && !sector.StartsWith("EDU", StringComparison.Ordinal);

    private static StepPlace Place(Event e, ImmutableArray<string> parties, List<string> mediators)
    {
        if (IsBetween(e, parties)) return StepPlace.Between;
        bool Concerned(string key) => parties.Contains(key) || mediators.Contains(key);
        if (Conflict.Keys(e.Sources).Exists(Concerned)) return StepPlace.Inside;
        return Conflict.Keys(e.Targets).Exists(Concerned) ? StepPlace.Onlooker : StepPlace.Outside;
    }

    private static bool IsBetween(Event e, ImmutableArray<string> parties)
    {
        var all = Conflict.Keys(e.Sources.Concat(e.Targets));
        return parties.All(all.Contains) && Conflict.Keys(e.Sources).Exists(parties.Contains);
    }

    /// <summary>The mediator an event concerns: named in it, else the first; "" for the parties' own talks.</summary>
    private static string Mediator(Event e, List<string> mediators, bool between)
    {
        var sources = Conflict.Keys(e.Sources);
        if (e.Cameo is "039" or "045" && mediators.Find(sources.Contains) is { } actor) return actor;
        var all = Conflict.Keys(e.Sources.Concat(e.Targets));
        return mediators.Find(all.Contains) ?? (between || mediators.Count == 0 ? "" : mediators[0]);
    }

    /// <summary>Talks and agreements are taken by all sides together and listed once, under the first; other steps by each who takes them.</summary>
    private static IEnumerable<Party> By(Event e, StepKind kind) =>
        kind is StepKind.Talks or StepKind.Agreement || e.Sources.Length == 1 ? e.Sources.Take(1)
        : e.Sources.Where((p, i) => p.Kind == ActorKind.Person || !e.Sources.Where((_, j) => j != i).Any(p.SameCountry));

    private static MediationStep Step(Event e, StepKind kind, Party by, ImmutableArray<string> parties, string mediator)
    {
        var key = Conflict.Key(by);
        var role = parties.Contains(key) ? StepRole.Party : key == mediator ? StepRole.Mediator : StepRole.Other;
        var to = kind is StepKind.Talks or StepKind.Agreement ? e.Sources.Skip(1).Concat(e.Targets) : e.Targets;
        return new MediationStep(kind, by, role, Party.Distinct(to), e.Date, [e.Id]);
    }

    /// <summary>Fighting between the parties on or after the day of their truce, within a month, breaks it.</summary>
    private static void Breaches(ImmutableArray<Event> events, ImmutableArray<string> parties, SortedDictionary<string, List<MediationStep>> steps)
    {
        foreach (var (mediator, list) in steps)
        {
            var truces = list.Where(s => s.Kind == StepKind.Agreement && s.Date is not null).Select(s => s.Date!.Value.Start).ToList();
            if (truces.Count == 0) continue;
            foreach (var e in events)
            {
                if (e.Plover != "ASSAULT" || e.Status is not (Status.Occurred or Status.Ongoing) || e.Date is not { } d || !IsBetween(e, parties)) continue;
                if (truces.Exists(t => d.Start >= t && d.Start.DayNumber - t.DayNumber <= 30)) list.Add(Step(e, StepKind.Breach, e.Sources[0], parties, mediator));
            }
        }
    }

    private static Initiative Make(ImmutableArray<string> parties, string mediator, List<MediationStep> steps)
    {
        var ordered = Merge(steps).OrderBy(s => s.Date?.Start ?? DateOnly.MaxValue).ThenBy(s => s.Date?.End ?? DateOnly.MaxValue)
            .ThenBy(s => s.Kind).ThenBy(s => s.By.Name, StringComparer.Ordinal).ThenBy(s => s.Events[0].Value, StringComparer.Ordinal).ToImmutableArray();
        var answered = ordered.Where(s => s.Role == StepRole.Party && s.Kind is not (StepKind.Breach or StepKind.Talks)).Select(s => Conflict.Key(s.By))
            .Concat(ordered.Where(s => s.Kind == StepKind.Agreement).SelectMany(Everybody));
        return new Initiative(parties, mediator.Length == 0 ? null : mediator, StatusOf(ordered), ordered,
            [.. parties.Except(answered, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The same step by the same actor on the same days is one, resting on all its events. An undated step joins the dated one of its kind
    /// and actor; talks and agreements whose days overlap are one.
    /// </summary>
    private static List<MediationStep> Merge(List<MediationStep> steps)
    {
        var merged = new List<MediationStep>();
        foreach (var s in steps.OrderBy(s => s.Date is null).ThenBy(s => s.Date?.Length ?? 0).ThenBy(s => s.Date?.Start ?? DateOnly.MaxValue)
            .ThenBy(s => s.Events[0].Value, StringComparer.Ordinal))
        {
            var i = merged.FindIndex(m => IsSame(m, s));
            if (i < 0) merged.Add(s);
            else merged[i] = merged[i] with { Events = [.. merged[i].Events.Concat(s.Events).Distinct()] };
        }
        return merged;
    }

    private static bool IsSame(MediationStep known, MediationStep other)
    {
        if (known.Kind != other.Kind) return false;
        if (known.Date is not { } a || other.Date is not { } b) return SameActor(known, other);
        if (known.Kind is StepKind.Talks or StepKind.Agreement) return a.Overlaps(b) && Everybody(known).Intersect(Everybody(other)).Any();
        return a == b && SameActor(known, other) && (known.To.Length == 0 || other.To.Length == 0 || known.To.Any(p => other.To.Any(q => p.Likeness(q) >= 0.6)));
    }

    private static bool SameActor(MediationStep a, MediationStep b) =>
        a.By.Likeness(b.By) >= 0.6 || a.Kind is StepKind.Talks or StepKind.Agreement && Everybody(a).Intersect(Everybody(b)).Any();

    private static IEnumerable<string> Everybody(MediationStep s) => s.To.Prepend(s.By).Select(Conflict.Key);

    private static InitiativeStatus StatusOf(ImmutableArray<MediationStep> steps)
    {
        var agreement = steps.LastOrDefault(s => s.Kind == StepKind.Agreement);
        if (steps.Any(s => s.Kind == StepKind.Breach && (agreement?.Date is not { } a || s.Date is not { } b || b.Start >= a.Start)))
            return InitiativeStatus.Failed;
        if (agreement is not null) return InitiativeStatus.Agreed;
        var answer = steps.LastOrDefault(s => s.Role == StepRole.Party && s.Kind is StepKind.Accept or StepKind.Reject);
        if (answer?.Kind == StepKind.Reject) return InitiativeStatus.Rejected;
        if (steps.Any(s => s.Kind is StepKind.Talks or StepKind.Relay)) return InitiativeStatus.UnderWay;
        return answer is not null ? InitiativeStatus.Accepted : InitiativeStatus.Offered;
    }
}
