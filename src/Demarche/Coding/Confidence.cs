namespace Demarche.Coding;

/// <summary>How sure an act is: by the model the probability of trigger and source, not checked against counts; by patterns alone a rough rank.</summary>
internal static class Confidence
{
    public static double Of(Act act)
    {
        if (act.Chance is { } chance) return Math.Round(chance, 2);
        var basis = act.Match.Pattern.Kind == TriggerKind.Verb ? 0.6 : 0.5;
        if (act.Arguments.Targets.Count > 0) basis += 0.1;
        if (act.Match.Pattern.Specificity >= 6) basis += 0.1;
        return Math.Round(basis, 2);
    }
}
