using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Quotes;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Mediation;

/// <summary>Fills an initiative's record from its steps: offers, responses, outcome; nothing from tone.</summary>
internal sealed class MediationRecord(IReadOnlyList<CodedArticle> articles)
{
    private const int GapDays = 60;

    private static readonly string[] MajorPowers = ["USA", "RUS", "CHN", "GBR", "FRA"];

    private readonly Silences _silences = new(articles);

    /// <summary>The steps cut where nothing is reported for two months: an offer renewed after that is another initiative.</summary>
    public static IEnumerable<List<MediationStep>> Episodes(List<MediationStep> steps)
    {
        var episode = new List<MediationStep>();
        DateOnly? last = null;
        foreach (var s in steps.Where(s => s.Date is not null).OrderBy(s => s.Date!.Value.Start).ThenBy(s => s.Kind))
        {
            if (last is { } day && s.Date!.Value.Start.DayNumber - day.DayNumber > GapDays)
            {
                yield return episode;
                episode = [];
            }
            episode.Add(s);
            if (last is null || s.Date!.Value.End > last) last = s.Date!.Value.End;
        }
        episode.AddRange(steps.Where(s => s.Date is null));
        if (episode.Count > 0) yield return episode;
    }

    public Initiative Fill(Initiative made)
    {
        var offers = Offers(made);
        var responses = Responses(made);
        var dated = made.Steps.Where(s => s.Date is { Length: <= 31 } && s.Kind != StepKind.Breach).ToList();
        return made with
        {
            Id = StableId.Of("in-", [made.Mediator ?? "", .. made.Parties, .. made.Steps.SelectMany(s => s.Events).Select(e => e.Value).Distinct().Order(StringComparer.Ordinal)]),
            Label = (made.Mediator is { } m ? $"{m} between " : "direct: ") + string.Join(" and ", made.Parties),
            Mediators = made.Mediator is null ? [] : [.. made.Steps.Where(s => s.Role == StepRole.Mediator).Select(s => s.By.Name).Distinct(StringComparer.Ordinal)],
            First = dated.Count == 0 ? null : dated.Min(s => s.Date!.Value.Start),
            Last = dated.Count == 0 ? null : dated.Max(s => s.Date!.Value.End),
            Offers = offers,
            Responses = responses,
            Stage = Stage(made, responses),
            Outcome = Outcome(made),
            AsOf = articles.Select(a => a.Article.Published.Date).Max(),
        };
    }

    private static ImmutableArray<Offer> Offers(Initiative i)
    {
        var offers = ImmutableArray.CreateBuilder<Offer>();
        if (i.Mediator is null) return [];
        foreach (var s in i.Steps)
        {
            var asked = s.Kind == StepKind.Request && s.Role == StepRole.Party && s.To.Any(p => Conflict.Key(p) == i.Mediator);
            if (!asked && (s.Kind is not (StepKind.Offer or StepKind.Proposal) || s.Role != StepRole.Mediator)) continue;
            var mediator = asked ? s.To.First(p => Conflict.Key(p) == i.Mediator) : s.By;
            var conditions = s.Sightings.SelectMany(Conditions.Of).DistinctBy(c => c.Text).ToImmutableArray();
            var act = asked ? "request_by_party" : s.Kind == StepKind.Proposal ? "proposal_tabled" : conditions.Length > 0 ? "conditional_offer"
                : s.Sightings.Any(o => o.Near.Overlaps(["reiterate", "repeat", "reaffirm", "repeatedly", "again"])) ? "reiterate"
                : s.Sightings.Any(o => o.Near.Overlaps(["readiness", "ready", "willing", "willingness", "prepared"])) ? "readiness_stated" : "offer";
            offers.Add(new Offer(mediator, TypeOf(mediator), asked ? [mediator] : s.To, s.Date, Channel(s), act, conditions,
                asked ? Conflict.Key(s.By) == i.Parties[0] ? "party_a" : "party_b" : "mediator", Strategy(s), Venue(s), [.. s.Sightings.Select(o => o.Report)]));
        }
        return [.. offers.Where(o => o.Reports.Length > 0)];
    }

    private static string TypeOf(Party p) =>
        p.IsCollective ? p.Country switch { "IGO" => "intl_org", "NGO" => "ngo", _ => "unknown" }
        : p.Country is null ? p.Kind == ActorKind.Person ? "individual" : "unknown"
        : MajorPowers.Contains(p.Country) ? "state_major_power" : "state";

    private static string Channel(MediationStep s)
    {
        bool Says(params string[] words) => s.Sightings.Any(o => o.Sentence.Overlaps(words));
        return Says("call", "phone", "telephone") ? "call" : Says("letter", "wrote") ? "letter" : Says("interview") ? "interview" : Says("tweet", "twitter", "telegram", "post") ? "social_media"
            : Says("meeting", "met", "summit", "visit") ? "meeting" : Says("reporter", "journalist", "press", "briefing") ? "press_conference" : Says("statement", "announce") ? "statement" : "unknown";
    }

    // Only what is done by the words of a report; offers as such state none.
    private static string Strategy(MediationStep s)
    {
        bool Says(params string[] words) => s.Sightings.Any(o => o.Near.Overlaps(words));
        return Says("convey", "relay", "channel", "intermediary", "go-between") ? "good_offices_relay" : Says("shuttle", "facilitate", "facilitation") ? "communication_facilitation"
            : Says("host", "chair", "convene", "venue", "agenda") ? "procedural" : Says("ultimatum", "guarantee", "incentive") ? "directive_manipulation" : Says("inspector", "observer", "fact-finding") ? "fact_finding" : "not_stated";
    }

    private static string? Venue(MediationStep s) =>
        s.Sightings.SelectMany(o => o.Article.Contacts.Where(c => c.Sentence == o.Told.Sentence).Select(c => c.Place)).FirstOrDefault(p => p is not null);

    private ImmutableArray<Response> Responses(Initiative i)
    {
        var responses = new List<Response>();
        foreach (var s in i.Steps)
        {
            if (ValueOf(s) is not { } value || s.Role == StepRole.Mediator || s.Sightings.IsEmpty) continue;
            var before = responses.FindLastIndex(r => r.Respondent == s.By.Name);
            responses.Add(new Response(s.By.Name, RoleOf(s), value, s.Date, before >= 0 && responses[before].Value != value ? before : null, Quoted(s), [.. s.Sightings.Select(o => o.Report)]));
        }
        if (i.Mediator is null) return [.. responses];
        foreach (var party in i.Silent) responses.Add(_silences.Of(party));
        return [.. responses];
    }

    private static string? ValueOf(MediationStep s) => s.Kind switch
    {
        StepKind.Accept => s.Sightings.Any(o => Conditions.Of(o).Any()) ? "accept_conditional" : "accept",
        StepKind.Open => "open_to",
        StepKind.Reject => "reject",
        StepKind.Condition => "reject_counter",
        _ => null,
    };

    private static string RoleOf(MediationStep s) =>
        s.Role == StepRole.Party ? "party" : s.By.Country == "IGO" ? "igo" : s.By.Country is null || s.By.IsCollective ? "non_state" : "other_state";

    private static (Articles.ArticleId, TextSpan)? Quoted(MediationStep s)
    {
        foreach (var o in s.Sightings)
            foreach (var q in o.Article.Quotes)
                if (q.Kind != QuoteKind.Indirect && q.Span.Overlaps(o.Told.Sentence) && q.Speaker is { } who && o.Told.Sources.Contains(who)) return (o.Article.Article.Id, q.Span);
        return null;
    }

    /// <summary>How far it came: a non-party's refusal does not close it, and silence is no refusal.</summary>
    private static InitiativeStage Stage(Initiative i, ImmutableArray<Response> responses) => i.Status switch
    {
        InitiativeStatus.Agreed => InitiativeStage.Concluded,
        InitiativeStatus.Failed => InitiativeStage.Suspended,
        InitiativeStatus.UnderWay => InitiativeStage.TalksHeld,
        InitiativeStatus.Rejected => InitiativeStage.Refused,
        InitiativeStatus.Accepted => InitiativeStage.AcceptedInPrinciple,
        _ => i.Steps.Any(s => s.Kind is StepKind.Offer or StepKind.Proposal && s.Sightings.Any(o => o.Told.Status == Status.Occurred)) ? InitiativeStage.Offered
            : responses.Length > 0 ? InitiativeStage.Floated : InitiativeStage.Unknown,
    };

    private static string Outcome(Initiative i)
    {
        var truce = i.Steps.Any(s => s.Kind == StepKind.Agreement && s.Sightings.Any(o => o.Told.Cameo.StartsWith("087", StringComparison.Ordinal)));
        return truce ? "ceasefire" : i.Steps.Any(s => s.Kind == StepKind.Agreement) ? "partial_agreement"
            : i.Steps.Any(s => s.Kind is StepKind.Talks or StepKind.Relay) ? "process_ongoing" : i.Steps.Any(s => s.Kind is StepKind.Offer or StepKind.Proposal) ? "offer_only" : "unknown";
    }
}
