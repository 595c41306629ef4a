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

    /// <summary>The kind of step, or null for an event that is none. Talks between the parties themselves count, others' calls do not.</summary>
    public StepKind? KindOf(Event e, bool betweenParties)
    {
        if (e.Status == Status.Denied) return null;
        return e.Cameo[..Math.Min(3, e.Cameo.Length)] switch
        {
            "039" => text.Has(e, PlanWords) ? StepKind.Proposal : StepKind.Offer,
            "038" or "035" => Answer(e),
            "036" or "037" => e.Status is Status.Possible ? StepKind.Open : StepKind.Accept,
            "030" or "031" or "032" or "033" or "034" => betweenParties ? Answer(e) : null,
            "027" or "028" or "026" or "106" or "108" => StepKind.Request,
            "107" or "105" or "025" or "022" or "101" or "102" or "103" or "104" or "020" or "021" or "023" or "024" or "100" => Request(e),
            "125" or "126" or "127" => text.Has(e, ConditionWords) && !text.Has(e, "reject", "refuse") ? StepKind.Condition : StepKind.Reject,
            "120" or "121" or "122" or "123" or "124" or "128" or "129" => betweenParties ? StepKind.Reject : null,
            "134" or "135" => StepKind.Condition,
            "164" or "165" => StepKind.Breach,
            "045" => text.Has(e, CarryWords) ? StepKind.Relay : StepKind.Talks,
            "046" => StepKind.Talks,
            "044" or "043" or "042" or "040" or "041" => betweenParties && e.Status != Status.Possible ? StepKind.Talks : null,
            "057" => StepKind.Agreement,
            "087" => StepKind.Agreement,
            _ => null,
        };
    }

    private StepKind Answer(Event e) =>
        e.Status is Status.Possible || text.Has(e, OpenWords) ? StepKind.Open
        : text.Has(e, "agree", "accept", "agreement") ? StepKind.Accept : StepKind.Offer;

    private StepKind? Request(Event e)
    {
        if (text.Has(e, ConditionWords) || text.Has(e, "first", "before", "after")) return StepKind.Condition;
        return text.Has(e, "talk", "negotiation", "negotiate", "mediate", "mediation", "ceasefire", "cease-fire", "truce", "settlement", "peace", "dialogue",
            "diplomacy", "de-escalation", "message", "restraint") ? StepKind.Request : null;
    }
}
