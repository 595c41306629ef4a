using Demarche.Text;

namespace Demarche.Coding;

/// <summary>How often an act like this one was right on the development reports, by the kind of trigger and what is known of it.</summary>
internal static class Confidence
{
    public static double Of(Act act)
    {
        var basis = act.Match.Pattern.Kind switch { TriggerKind.Verb => 0.6, TriggerKind.Adjective => 0.5, _ => 0.5 };
        if (act.Arguments.Targets.Count > 0) basis += 0.1;
        if (act.Match.Pattern.Specificity >= 6) basis += 0.1;
        return Math.Round(basis, 2);
    }
}
