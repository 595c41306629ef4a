namespace Demarche.Reconciliation;

/// <summary>Which codes may name one and the same act, and which acts have no direction.</summary>
internal static class ActFamily
{
    /// <summary>Acts of one family may be one event; acts of two never are.</summary>
    public static string Of(string cameo, string plover)
    {
        if (cameo.StartsWith("039", StringComparison.Ordinal)) return "offer";
        if (cameo.StartsWith("087", StringComparison.Ordinal) || cameo.StartsWith("057", StringComparison.Ordinal) && plover is "RETREAT") return "truce";
        if (cameo.StartsWith("04", StringComparison.Ordinal) || plover == "CONSULT") return "contact";
        return plover switch
        {
            "AGREE" => "agree",
            "SUPPORT" or "COOPERATE" => "support",
            "REQUEST" or "REJECT" or "ACCUSE" or "THREATEN" or "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT"
                or "AID" or "CONCEDE" or "RETREAT" => plover,
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
