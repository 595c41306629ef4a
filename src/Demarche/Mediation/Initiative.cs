using System.Collections.Immutable;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>What a step of a mediation is.</summary>
public enum StepKind
{
    /// <summary>Readiness to mediate, or to talk.</summary>
    Offer,

    /// <summary>A plan put on the table.</summary>
    Proposal,

    /// <summary>Somebody asks for mediation, talks or an end to fighting.</summary>
    Request,

    /// <summary>Yes.</summary>
    Accept,

    /// <summary>Not no.</summary>
    Open,

    /// <summary>No.</summary>
    Reject,

    /// <summary>Only if.</summary>
    Condition,

    /// <summary>A message carried for another.</summary>
    Relay,

    /// <summary>They talk.</summary>
    Talks,

    /// <summary>They agree.</summary>
    Agreement,

    /// <summary>An agreement or the talks are broken.</summary>
    Breach,
}

/// <summary>How far an initiative came, by its parties' word alone.</summary>
public enum InitiativeStatus
{
    /// <summary>Offered; no party's answer is reported, which is never a refusal.</summary>
    Offered,

    /// <summary>A party accepts.</summary>
    Accepted,

    /// <summary>A party refuses.</summary>
    Rejected,

    /// <summary>Talks or relays take place.</summary>
    UnderWay,

    /// <summary>The parties agree.</summary>
    Agreed,

    /// <summary>Broken off, or the agreement is broken.</summary>
    Failed,
}

/// <summary>In what capacity somebody takes a step.</summary>
public enum StepRole
{
    /// <summary>One of those in conflict.</summary>
    Party,

    /// <summary>Who offers or mediates.</summary>
    Mediator,

    /// <summary>Anybody else: whatever he answers does not close the initiative.</summary>
    Other,
}

/// <summary>One step.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">Who takes it.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="To">Towards whom; may be empty.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Events">The events it rests on; never empty.</param>
public sealed record MediationStep(StepKind Kind, Party By, StepRole Role, ImmutableArray<Party> To, Days? Date, ImmutableArray<EventId> Events)
{
    internal string? Mediator { get; init; }

    internal ImmutableArray<string> Parties { get; init; } = [];

    internal ImmutableArray<StepSighting> Sightings { get; init; } = [];
}

/// <summary>An outsider's attempt to settle a conflict, or direct talks of the parties.</summary>
/// <param name="Parties">Countries or groups in conflict, sorted.</param>
/// <param name="Mediator">Country of the outsider, or its name; null for direct talks.</param>
/// <param name="Status">How far it came.</param>
/// <param name="Steps">By first day (unknown last), then kind.</param>
/// <param name="Silent">Parties of whom no answer is reported.</param>
public sealed record Initiative(
    ImmutableArray<string> Parties, string? Mediator, InitiativeStatus Status, ImmutableArray<MediationStep> Steps, ImmutableArray<string> Silent)
{
    /// <summary>Derived from mediator, parties and events.</summary>
    public string Id { get; init; } = "";

    /// <summary>"NOR between CHL and PER", or "direct: CHL and PER".</summary>
    public string Label { get; init; } = "";

    /// <summary>Names of those who mediate; empty for direct talks.</summary>
    public ImmutableArray<string> Mediators { get; init; } = [];

    /// <summary>First day of a dated step, or null.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day of a dated step, or null.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Id of the earlier initiative of the same mediator between the same, or null.</summary>
    public string? Prior { get; init; }

    /// <summary>The finer status.</summary>
    public InitiativeStage Stage { get; init; } = InitiativeStage.Unknown;

    /// <summary>"offer_only", "process_ongoing", "ceasefire", "partial_agreement" or "unknown", as of <see cref="AsOf"/>.</summary>
    public string Outcome { get; init; } = "unknown";

    /// <summary>Day of the last report, or null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>In the order of the steps; none in direct talks.</summary>
    public ImmutableArray<Offer> Offers { get; init; } = [];

    /// <summary>In the order of the steps, then the silent parties.</summary>
    public ImmutableArray<Response> Responses { get; init; } = [];
}

/// <summary>How far an initiative came, finer.</summary>
public enum InitiativeStage
{
    /// <summary>Talked about by others than the mediator.</summary>
    Floated,

    /// <summary>Offered.</summary>
    Offered,

    /// <summary>A party accepts, and nothing more is reported.</summary>
    AcceptedInPrinciple,

    /// <summary>Talks or relays took place.</summary>
    TalksHeld,

    /// <summary>Broken off, or its fruit broken.</summary>
    Suspended,

    /// <summary>A party refuses.</summary>
    Refused,

    /// <summary>The parties agreed.</summary>
    Concluded,

    /// <summary>The reports do not tell.</summary>
    Unknown,
}
