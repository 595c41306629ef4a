using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Coding.Contacting;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads the mediation record off what each article reports: one initiative a mediator, and the parties' direct talks.</summary>
/// <remarks>
/// Steps are read off observations, not off joined events, for an offer repeated on another day is another step of one initiative. Talks and relays are
/// read off contacts.
/// </remarks>
public static class Initiatives
{
    /// <summary>Mediators' initiatives by number of steps, then direct talks; empty where nobody offers, asks, answers or talks.</summary>
    public static ImmutableArray<Initiative> Of(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles, ImmutableArray<Contact> contacts)
    {
        if (Conflict.Of(events) is not { } affair) return [];
        var steps = new List<MediationStep>();
        foreach (var group in Sightings(events, articles).GroupBy(s => (s.Article.Article.Id, s.Told.Sentence)))
            steps.AddRange(OnePerAnswerer([.. group.SelectMany(s => Steps(s, affair))]));
        steps.AddRange(contacts.SelectMany(c => FromContact(c, affair)));
        Breaches(events, articles, affair, steps);
        var record = new MediationRecord(articles);
        return [.. Merge(steps).GroupBy(s => (s.Mediator, Pair: string.Join('+', s.Parties))).SelectMany(g => Chain([.. g], record))
            .OrderBy(i => i.Mediator is null).ThenByDescending(i => i.Steps.Length).ThenBy(i => i.Mediator, StringComparer.Ordinal).ThenBy(i => string.Join('+', i.Parties), StringComparer.Ordinal)
            .ThenBy(i => i.First ?? DateOnly.MaxValue)];
    }

    /// <summary>The initiatives of one mediator between the same, each with the one before it.</summary>
    private static IEnumerable<Initiative> Chain(List<MediationStep> steps, MediationRecord record)
    {
        string? prior = null;
        foreach (var episode in MediationRecord.Episodes(steps))
        {
            if (!episode.Exists(IsOwn)) continue;
            var made = record.Fill(Make(episode[0].Parties, episode[0].Mediator ?? "", episode)) with { Prior = prior };
            prior = made.Id;
            yield return made;
        }
    }

    /// <summary>A step that makes an initiative; demands and conditions alone do not.</summary>
    private static bool IsOwn(MediationStep s) => s.Kind is not (StepKind.Request or StepKind.Condition or StepKind.Breach) || (s.Kind == StepKind.Request && s.Role != StepRole.Other);

    private static IEnumerable<StepSighting> Sightings(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles)
    {
        var known = events.SelectMany(e => e.Reports.Where(r => r.Observation is not null).Select(r => ((r.Article, r.Observation!.Value), e.Id)))
            .DistinctBy(x => x.Item1).ToDictionary(x => x.Item1, x => x.Id);
        foreach (var a in articles)
            foreach (var o in a.Observations)
                if (known.TryGetValue((a.Article.Id, o.Id), out var id)) yield return new StepSighting(o, a, id);
    }

    private static IEnumerable<MediationStep> Steps(StepSighting s, Affair affair)
    {
        if (!s.By.Any(IsOfficial) || StepRules.KindOf(s, affair.Place(s.By, s.To)) is not { } kind) yield break;
        // "The two envoys accepted …": what both sides accept together, they agree on.
        if (kind == StepKind.Accept && affair.Pairs.Any(p => p.All(Conflict.Keys(s.By).Contains))) kind = StepKind.Agreement;
        var mediator = Mediator(s, kind, affair);
        var parties = mediator is null ? affair.PairOf(s.Everybody) : affair.Parties;
        // Nobody but a party can accept: what an outsider agrees to is no answer to the offer.
        foreach (var by in Takers(s, kind, affair))
            if (kind != StepKind.Accept || RoleOf(by, parties, mediator) != StepRole.Other) yield return Step(s, kind, by, parties, mediator);
    }

    /// <summary>Business, press, crowds and citizens take no steps.</summary>
    private static bool IsOfficial(Party p) => (p.Code is not null || (p.Kind != ActorKind.Group && p.Name.Length > 0) || char.IsUpper(p.Name[0]) && p.Name.Contains(' ', StringComparison.Ordinal))
        && (p.Code is null || !p.Code.StartsWith("NGO", StringComparison.Ordinal)) && (p.Code is null || p.Code.Length <= 3 || p.Code[3..] is var sector
        && !sector.StartsWith("BUS", StringComparison.Ordinal) && !sector.StartsWith("MED", StringComparison.Ordinal)
        && !sector.StartsWith("CVL", StringComparison.Ordinal) && !sector.StartsWith("EDU", StringComparison.Ordinal) && !sector.StartsWith("NGO", StringComparison.Ordinal));

    /// <summary>The mediator an act concerns: himself, or whom it answers; null for what the parties do between themselves.</summary>
    private static string? Mediator(StepSighting s, StepKind kind, Affair affair)
    {
        if (affair.Mediators.Length == 0) return null;
        var acting = Conflict.Keys(s.By);
        if (kind is StepKind.Offer or StepKind.Proposal or StepKind.Talks && affair.Mediators.FirstOrDefault(acting.Contains) is { } himself) return himself;
        var all = s.Everybody;
        if (kind is StepKind.Agreement && affair.Parties.All(all.Contains)) return null;
        if (affair.Mediators.FirstOrDefault(all.Contains) is { } named) return named;
        return StepRules.IsOfMediation(s) ? affair.Mediators[0] : null;
    }

    /// <summary>Who mediates offers it; the parties named beside him do not.</summary>
    private static IEnumerable<Party> Takers(StepSighting s, StepKind kind, Affair affair)
    {
        if (kind != StepKind.Offer || affair.Mediators.Length == 0) return By(s, kind);
        var own = s.By.Where(p => affair.Mediators.Contains(Conflict.Key(p))).ToList();
        return own.Count > 0 ? own.Take(1) : !StepRules.IsOfMediation(s) ? By(s, kind) : s.By.All(p => affair.Parties.Contains(Conflict.Key(p))) ? [] : By(s, kind);
    }

    /// <summary>Talks and agreements are taken by all sides together and listed once, under the first; other steps by each who takes them.</summary>
    private static IEnumerable<Party> By(StepSighting s, StepKind kind) =>
        kind is StepKind.Talks or StepKind.Agreement || s.By.Length == 1 ? s.By.Take(1)
        : s.By.Where((p, i) => p.Kind == ActorKind.Person || !s.By.Where((_, j) => j != i).Any(p.SameCountry));

    private static MediationStep Step(StepSighting s, StepKind kind, Party by, ImmutableArray<string> parties, string? mediator)
    {
        var to = kind is StepKind.Talks or StepKind.Agreement ? s.By.Skip(1).Concat(s.To) : s.To;
        return new MediationStep(kind, by, RoleOf(by, parties, mediator), Party.Distinct(to), s.Date, [s.Event]) { Mediator = mediator, Parties = parties, Sightings = [s] };
    }

    private static StepRole RoleOf(Party by, ImmutableArray<string> parties, string? mediator) =>
        Conflict.Key(by) is var key && parties.Contains(key) ? StepRole.Party : key == mediator ? StepRole.Mediator : StepRole.Other;

    /// <summary>One sentence gives each actor one answer: "rejected the offer, telling him first to mend his own ways".</summary>
    private static IEnumerable<MediationStep> OnePerAnswerer(List<MediationStep> steps)
    {
        foreach (var s in steps)
            if (Rank(s.Kind) is not { } rank || !steps.Exists(o => o != s && o.By == s.By && Rank(o.Kind) is { } other && (other < rank || (other == rank && steps.IndexOf(o) < steps.IndexOf(s))))) yield return s;
    }

    private static int? Rank(StepKind kind) => kind switch
    {
        StepKind.Reject => 0,
        StepKind.Accept => 1,
        StepKind.Open => 2,
        StepKind.Condition => 3,
        StepKind.Request => 4,
        _ => null,
    };

    /// <summary>A message carried between the parties is a relay; parties in touch with each other talk.</summary>
    private static IEnumerable<MediationStep> FromContact(Contact c, Affair affair)
    {
        if (c.Events.Length == 0) yield break;
        if (c.Relay is { Carrier: { } carrier, Addressee: { } addressee })
        {
            var mediator = affair.Parties.Contains(Conflict.Key(carrier)) ? null : Conflict.Key(carrier);
            yield return new MediationStep(StepKind.Relay, carrier, mediator is null ? StepRole.Party : StepRole.Mediator, [addressee], c.Date, c.Events) { Mediator = mediator, Parties = affair.Parties };
            yield break;
        }
        var all = Conflict.Keys(c.Participants);
        if (c.Mode is ContactMode.Letter or ContactMode.Message || affair.Pairs.FirstOrDefault(p => p.All(all.Contains)) is not { IsDefault: false } pair) yield break;
        var by = c.Participants.First(p => pair.Contains(Conflict.Key(p)));
        yield return new MediationStep(StepKind.Talks, by, StepRole.Party, [.. c.Participants.Where(p => p != by)], c.Date, c.Events)
        {
            Mediator = affair.Mediators.FirstOrDefault(m => all.Contains(m) && !pair.Contains(m)),
            Parties = pair,
        };
    }

    /// <summary>Fighting between the parties on or after the day of their truce, within a month, breaks it.</summary>
    private static void Breaches(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles, Affair affair, List<MediationStep> steps)
    {
        var truces = steps.Where(s => s.Kind == StepKind.Agreement).ToList();
        if (truces.Count == 0) return;
        foreach (var s in Sightings(events, articles))
        {
            if (s.Told.Plover != "ASSAULT" || s.Told.Status is not (Status.Occurred or Status.Ongoing) || affair.Place(s.By, s.To) != StepPlace.Between) continue;
            var pair = affair.PairOf(s.Everybody);
            if (truces.Find(t => t.Parties.SequenceEqual(pair) && IsBroken(t, s)) is { } truce) steps.Add(Step(s, StepKind.Breach, s.By[0], pair, truce.Mediator));
        }
    }

    private static bool IsBroken(MediationStep truce, StepSighting s) =>
        truce.Date is { } t && s.Date is { } d ? d.Start >= t.Start && d.Start.DayNumber - t.Start.DayNumber <= 30
        : s.Sentence.Overlaps(["fresh", "again", "renew", "renewed", "despite", "violation", "violate", "break"]) && truce.Sightings.Any(o => o.Article.Article.Id == s.Article.Article.Id);

    private static Initiative Make(ImmutableArray<string> parties, string mediator, List<MediationStep> steps)
    {
        var ordered = steps.OrderBy(s => s.Date?.Start ?? DateOnly.MaxValue).ThenBy(s => s.Date?.End ?? DateOnly.MaxValue)
            .ThenBy(s => s.Kind).ThenBy(s => s.By.Name, StringComparer.Ordinal).ThenBy(s => s.Events[0].Value, StringComparer.Ordinal).ToImmutableArray();
        var answered = ordered.Where(s => s.Role == StepRole.Party && s.Kind is not (StepKind.Breach or StepKind.Talks)).Select(s => Conflict.Key(s.By))
            .Concat(ordered.Where(s => s.Kind == StepKind.Agreement).SelectMany(Everybody));
        return new Initiative(parties, mediator.Length == 0 ? null : mediator, StatusOf(ordered), ordered,
            [.. parties.Except(answered, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The same step by the same actor on the same days is one, resting on all its reports. An undated step joins a dated one of its kind
    /// and actor towards the same; talks and agreements whose days overlap are one.
    /// </summary>
    private static List<MediationStep> Merge(List<MediationStep> steps)
    {
        var merged = new List<MediationStep>();
        foreach (var s in steps.OrderBy(s => s.Date is null).ThenBy(s => s.Date?.Length ?? 0).ThenBy(s => s.Date?.Start ?? DateOnly.MaxValue)
            .ThenBy(s => s.Events[0].Value, StringComparer.Ordinal).ThenBy(s => s.Kind))
        {
            var i = merged.FindIndex(m => IsSame(m, s));
            if (i < 0) merged.Add(s);
            else merged[i] = merged[i] with { By = merged[i].By.Kind != ActorKind.Person && s.By.Kind == ActorKind.Person && s.By.SameCountry(merged[i].By) ? s.By : merged[i].By, Events = [.. merged[i].Events.Concat(s.Events).Distinct()], Sightings = [.. merged[i].Sightings, .. s.Sightings], To = Party.Distinct(merged[i].To.Concat(s.To)) };
        }
        return merged;
    }

    private static bool IsSame(MediationStep known, MediationStep other)
    {
        if (known.Kind != other.Kind || !known.Parties.SequenceEqual(other.Parties)) return false;
        var joint = known.Kind is StepKind.Talks or StepKind.Agreement;
        if (known.Date is { } a && other.Date is { } b)
            return joint ? a.Overlaps(b) && Everybody(known).Intersect(Everybody(other)).Any() : a == b && SameActor(known, other);
        if (IsPlaced(known) != IsPlaced(other)) return false;
        return SameActor(known, other) && (joint || known.To.Length == 0 || other.To.Length == 0 || known.To.Any(p => other.To.Any(q => p.Likeness(q) >= 0.6)));
    }

    // Of an article whose own day is not known, nothing says that its step is the one that others report.
    private static bool IsPlaced(MediationStep s) => s.Sightings.IsEmpty || s.Sightings.Any(o => o.IsPlaced);

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
