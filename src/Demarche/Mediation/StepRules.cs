using Demarche.Coding;

namespace Demarche.Mediation;

/// <summary>Which step of a mediation an observation is, by its code and the words of its act.</summary>
internal static class StepRules
{
    private static readonly string[] MediationWords = ["mediate", "mediation", "mediator", "broker", "intermediary", "go-between", "peacemaker", "peacemaking", "facilitator", "facilitate", "intercede"];
    private static readonly string[] PlanWords = ["proposal", "plan", "initiative", "draft", "roadmap", "blueprint", "formula", "step"];
    private static readonly string[] PuttingWords = ["share", "present", "submit", "table", "put", "unveil", "float", "outline", "propose", "revive", "circulate", "offer", "announce"];
    private static readonly string[] OpenWords = ["open", "ready", "willing", "willingness", "readiness", "consider", "possible", "prepared", "openness"];
    private static readonly string[] ConditionWords = ["condition", "unless", "until", "precondition", "provided", "first"];
    private static readonly string[] TruceWords = ["ceasefire", "cease-fire", "truce", "armistice"];
    private static readonly string[] TalkWords =
        ["talk", "negotiation", "negotiate", "dialogue", "diplomacy", "summit", "meeting", "meet", "discussion", "discuss", "conversation", "contact", "negotiated", "table", "solution", "settlement"];
    private static readonly string[] PactWords = ["agreement", "deal", "accord", "pact", "treaty"];
    private static readonly string[] OfferWords = ["offer", "invite", "propose", "pledge", "promise", "vow"];
    private static readonly string[] WillingWords = ["readiness", "willingness", "ready", "willing"];
    private static readonly string[] LeavingWords = ["withdraw", "pull", "quit", "leave", "abandon", "scrap", "tear"];
    private static readonly string[] CarryWords = ["message", "convey", "relay", "pass", "signal", "deliver"];
    private static readonly string[] UnclearWords = ["unclear", "clear", "whether"];

    /// <summary>The kind of step, or null for an observation that is none.</summary>
    /// <param name="s">The observation.</param>
    /// <param name="place">How its actors stand to the conflict.</param>
    public static StepKind? KindOf(StepSighting s, StepPlace place)
    {
        if (s.Told.Status == Status.Denied || place == StepPlace.Outside) return null;
        if (s.Told.Status == Status.Possible && s.Sentence.Overlaps(UnclearWords)) return null;    // no answer is reported: silence, not openness
        var kind = ByCode(s, place == StepPlace.Between);
        return place == StepPlace.Onlooker && kind is not (StepKind.Accept or StepKind.Open or StepKind.Reject or StepKind.Request or StepKind.Condition or StepKind.Offer or StepKind.Proposal)
            ? null : kind;
    }

    /// <summary>True if the act speaks of mediation by somebody.</summary>
    public static bool IsOfMediation(StepSighting s) => s.Near.Overlaps(MediationWords) || s.Told.Cameo is "039" or "028" or "108" or "126" or "038";

    private static StepKind? ByCode(StepSighting s, bool between)
    {
        var talk = s.Near.Overlaps(TalkWords) || s.Near.Overlaps(MediationWords) || s.Near.Overlaps(TruceWords) || s.Near.Contains("peace");
        var pact = s.Near.Overlaps(PactWords);
        switch (s.Code[..Math.Min(3, s.Code.Length)])
        {
            case "039":
                return Has(s, MediationWords) ? s.Near.Contains("open") ? StepKind.Open : StepKind.Offer : Has(s, PlanWords) ? StepKind.Proposal : StepKind.Offer;
            case "038":
                return Has(s, OpenWords) || s.Told.Status == Status.Possible ? StepKind.Open : StepKind.Accept;
            case "036" or "037":
                return !talk && !between ? null : s.Told.Status == Status.Possible || Has(s, OpenWords) ? StepKind.Open
                    : Agrees(s) && (between || s.To.Length > 0) ? StepKind.Accept : s.Near.Overlaps(OfferWords) && between ? StepKind.Offer : null;
            case "030" or "031" or "032" or "033" or "034" or "035":
                return Promise(s, between, talk);
            case "026" or "027" or "028" or "106" or "107" or "108":
                return !talk && s.Code[..3] is not "028" and not "108" and not "027" ? null : Has(s, ConditionWords) ? StepKind.Condition : StepKind.Request;
            case "025" or "105":
                return Has(s, TruceWords) ? StepKind.Request : null;
            case "020" or "022" or "100" or "102":
                return !talk ? null : Has(s, ConditionWords) ? StepKind.Condition : StepKind.Request;
            case "125" or "126" or "127":
                return talk || s.Near.Overlaps(["offer", "proposal", "plan"]) ? StepKind.Reject : null;
            case "120" or "121" or "122" or "123" or "124" or "129":
                if (s.Near.Overlaps(WillingWords) && Has(s, MediationWords)) return StepKind.Offer;
                if (pact && s.Near.Overlaps(LeavingWords)) return StepKind.Breach;
                return talk && between ? Has(s, ConditionWords) ? StepKind.Condition : StepKind.Reject : null;
            case "128":
                return pact || Has(s, TruceWords) ? StepKind.Breach : null;
            case "160" or "161" or "164" or "165":
                return pact ? StepKind.Breach : talk ? StepKind.Reject : null;
            case "130" or "131" or "134" or "135":
                return talk ? StepKind.Condition : null;
            case "045":
                return s.Told.Status is Status.Occurred or Status.Ongoing && s.To.Any(t => !t.IsUnnamed) && !s.Near.Overlaps(CarryWords) ? StepKind.Talks : null;
            case "057":
                return between ? StepKind.Agreement : null;
            case "087":
                return between || Has(s, TruceWords) ? s.Told.Status == Status.Possible ? null : StepKind.Agreement : null;
            case "040" or "064":
                return Has(s, PlanWords) && Has(s, PuttingWords) && s.To.Length > 0 ? StepKind.Proposal : null;
            default:
                return null;
        }
    }

    /// <summary>What is promised: mediation, a plan, or, between the parties, to yield.</summary>
    private static StepKind? Promise(StepSighting s, bool between, bool talk)
    {
        if (Has(s, MediationWords)) return s.Near.Contains("open") ? StepKind.Open : StepKind.Offer;
        if (Has(s, PlanWords) && Has(s, PuttingWords)) return StepKind.Proposal;
        if (talk && Has(s, OpenWords)) return StepKind.Open;
        if (s.Told.Status == Status.Possible) return null;
        var yields = s.Code.StartsWith("034", StringComparison.Ordinal) || s.Code.StartsWith("035", StringComparison.Ordinal);
        if (Agrees(s)) return between || s.To.Length == 0 || Has(s, TruceWords) || Has(s, PactWords) ? StepKind.Accept : null;
        return between || (yields && s.To.Length == 0) ? StepKind.Offer : null;
    }

    private static bool Agrees(StepSighting s) => s.Near.Overlaps(["agree", "accept", "agreement"]);

    private static bool Has(StepSighting s, string[] words) => s.Near.Overlaps(words);
}

/// <summary>How the actors of an act stand to a conflict.</summary>
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
