using System.Collections.Immutable;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Mediation;

/// <summary>A condition in the words of a report.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Report">Where they stand: the span is that of the words.</param>
public sealed record Condition(string Text, Report Report);

/// <summary>One offer, proposal or readiness to mediate, or a party's request for it.</summary>
/// <param name="Mediator">Who offers, or who is asked.</param>
/// <param name="MediatorType">"state", "state_major_power" (permanent members of the Security Council), "intl_org", "ngo", "individual" or "unknown".</param>
/// <param name="AddressedTo">To whom; may hold somebody who is no party.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Channel">"call", "meeting", "letter", "interview", "social_media", "press_conference", "statement" or "unknown": only what a report says.</param>
/// <param name="Act">"offer", "reiterate", "conditional_offer", "proposal_tabled", "readiness_stated" or "request_by_party".</param>
/// <param name="Conditions">In the words of the reports.</param>
/// <param name="InitiatedBy">"mediator", "party_a", "party_b", "third_party" or "unknown"; the parties in the order of the initiative.</param>
/// <param name="Strategy">"communication_facilitation", "procedural", "directive_manipulation", "good_offices_relay" or "fact_finding" where a report says what is done; else "not_stated".</param>
/// <param name="Venue">Where, in the words of a report, or null.</param>
/// <param name="Reports">Never empty.</param>
public sealed record Offer(
    Party Mediator, string MediatorType, ImmutableArray<Party> AddressedTo, Days? Date, string Channel, string Act, ImmutableArray<Condition> Conditions,
    string InitiatedBy, string Strategy, string? Venue, ImmutableArray<Report> Reports);

/// <summary>What somebody answers to an initiative; or that no answer is reported, which is dated evidence and never a refusal.</summary>
/// <param name="Respondent">Who: his name, or the party's country where none is reported.</param>
/// <param name="Role">"party", "mediator_self", "igo", "non_state" or "other_state".</param>
/// <param name="Value">"accept", "accept_conditional", "open_to", "reject", "reject_counter", "welcome", "oppose" or "none_reported".</param>
/// <param name="Date">When; of an answer not reported, the day of the last report that has none.</param>
/// <param name="Supersedes">Index of the respondent's earlier answer, where this one differs; else null.</param>
/// <param name="Quote">The words of the answer between quotation marks, or null.</param>
/// <param name="Reports">Of an answer not reported, the sentences that say so, if any do; else never empty.</param>
public sealed record Response(string Respondent, string Role, string Value, Days? Date, int? Supersedes, (Articles.ArticleId Article, TextSpan Span)? Quote, ImmutableArray<Report> Reports);
