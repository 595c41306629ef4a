namespace Demarche.Reconciliation;

/// <summary>Which codes may name one and the same act, and which acts have no direction.</summary>
internal static class ActFamily
{
    private static readonly HashSet<string> OfferWords = new(StringComparer.Ordinal) { "offer", "mediate", "mediation", "mediator", "broker" };

    /// <summary>Acts of one family may be one event; acts of two never are.</summary>
    /// <param name="cameo">Its code.</param>
    /// <param name="plover">Its type.</param>
    /// <param name="triggers">Lemmas of the words that decided the code.</param>
    public static string Of(string cameo, string plover, IReadOnlyCollection<string> triggers)
    {
        // "his offer", without what is offered beside it, is coded as a promise.
        if (cameo.StartsWith("039", StringComparison.Ordinal) || cameo == "030" && triggers.Any(OfferWords.Contains)) return "offer";
        if (cameo.StartsWith("087", StringComparison.Ordinal) || cameo.StartsWith("057", StringComparison.Ordinal) && plover is "RETREAT") return "truce";
        if (cameo.StartsWith("04", StringComparison.Ordinal) || plover == "CONSULT") return "contact";
        return plover switch
        {
            "AGREE" => "agree",
            "SUPPORT" or "COOPERATE" => "support",
            _ => plover,
        };
    }

    /// <summary>Calls, meetings, talks, signings and truces: whoever is named first, it is the same act.</summary>
    public static bool IsSymmetric(string cameo, string plover) =>
        cameo is "040" or "041" or "044" or "046" or "057" or "030" or "036" or "042" or "043"
        || cameo.StartsWith("087", StringComparison.Ordinal)
        || plover == "CONSULT" && cameo is not "045";

    /// <summary>The two digits of the root category.</summary>
    public static string Root(string cameo) => cameo.Length > 2 ? cameo[..2] : cameo;
}
