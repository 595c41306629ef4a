using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Which step of a mediation an event is, by its code and the words of its reports.</summary>
internal sealed class StepRules(EventText text)
{
    private static readonly string[] PlanWords = ["proposal", "propose", "plan", "initiative", "outline", "draft", "roadmap"];
    private static readonly string[] OpenWords = ["open", "ready", "willing", "willingness", "readiness", "consider", "possible"];
    private static readonly string[] ConditionWords = ["condition", "unless", "until", "only", "precondition", "provided"];
    private static readonly string[] CarryWords = ["message", "convey", "relay", "pass", "signal", "deliver"];

    private static readonly string[] TalkWords =
    [
        "talk", "negotiation", "negotiate", "negotiator", "mediate", "mediation", "mediator", "broker", "ceasefire", "cease-fire", "truce", "settlement",
        "peace", "dialogue", "diplomacy", "de-escalation", "deescalation", "de-escalate", "offer", "proposal", "plan", "deal", "agreement", "accord", "summit",
        "meeting", "meet", "message", "restraint", "compromise",
    ];

    /// <summary>The kind of step, or null for an event that is none.</summary>
    /// <param name="e">The event.</param>
    /// <param name="place">How its actors stand to the conflict.</param>
    public StepKind? KindOf(Event e, StepPlace place)
    {
        if (e.Status == Status.Denied || place == StepPlace.Outside) return null;
        if (e.Status == Status.Possible && text.Has(e, "clear", "unclear", "whether")) return null;    // no answer is reported: silence, not openness
        var kind = ByCode(e, place == StepPlace.Between);
        return place == StepPlace.Onlooker && kind is not (StepKind.Accept or StepKind.Open or StepKind.Reject or StepKind.Request or StepKind.Condition)
            ? null : kind;
    }

    /// <summary>Talks and agreements between the parties themselves count, others' calls do not.</summary>
    private StepKind? ByCode(Event e, bool between) => e.Cameo[..Math.Min(3, e.Cameo.Length)] switch
    {
        "039" => text.Has(e, PlanWords) && !text.Has(e, "mediate", "mediation", "mediator", "broker") ? StepKind.Proposal : StepKind.Offer,
        "038" or "035" => Answer(e),
        "036" or "037" => e.Status is Status.Possible ? StepKind.Open : StepKind.Accept,
        "030" or "031" or "032" or "033" or "034" => between && text.Has(e, TalkWords) ? Answer(e) : null,
        "026" or "027" or "028" or "106" or "108" => StepKind.Request,
        "107" or "105" or "025" or "022" or "101" or "102" or "103" or "104" or "020" or "021" or "023" or "024" or "100" => Request(e),
        "125" or "126" or "127" => Refusal(e),
        "120" or "121" or "122" or "123" or "124" or "128" or "129" => between && text.Has(e, TalkWords) ? Refusal(e) : null,
        "134" or "135" => StepKind.Condition,
        "164" or "165" => StepKind.Breach,
        "045" => text.Has(e, CarryWords) ? StepKind.Relay : StepKind.Talks,
        "046" => between ? StepKind.Talks : null,
        "040" or "041" or "042" or "043" or "044" => between && e.Status != Status.Possible ? StepKind.Talks : null,
        "057" => between ? StepKind.Agreement : null,
        "087" => StepKind.Agreement,
        _ => null,
    };

    private StepKind Refusal(Event e) =>
        text.Has(e, ConditionWords) && !text.Has(e, "reject", "refuse", "rebuff", "dismiss", "decline") ? StepKind.Condition : StepKind.Reject;

    private StepKind Answer(Event e) =>
        e.Status is Status.Possible || text.Has(e, OpenWords) ? StepKind.Open
        : text.Has(e, "agree", "accept", "agreement") ? StepKind.Accept : StepKind.Offer;

    private StepKind? Request(Event e)
    {
        if (!text.Has(e, TalkWords)) return null;
        return text.Has(e, ConditionWords) || text.Has(e, "first", "before", "after") ? StepKind.Condition : StepKind.Request;
    }
}

/// <summary>How the actors of an event stand to a conflict.</summary>
internal enum StepPlace
{
    /// <summary>Neither party nor mediator acts or is acted upon.</summary>
    Outside,

    /// <summary>A third acts towards a party or the mediator.</summary>
    Onlooker,

    /// <summary>A party or the mediator acts.</summary>
    Inside,

    /// <summary>The parties deal with each other.</summary>
    Between,
}
