namespace Demarche.Coding;

/// <summary>A rough rank of how sure an act is, by the kind of its trigger and by what is known of it. Not calibrated.</summary>
internal static class Confidence
{
    public static double Of(Act act)
    {
        var basis = act.Match.Pattern.Kind == TriggerKind.Verb ? 0.6 : 0.5;
        if (act.Arguments.Targets.Count > 0) basis += 0.1;
        if (act.Match.Pattern.Specificity >= 6) basis += 0.1;
        return Math.Round(basis, 2);
    }
}
