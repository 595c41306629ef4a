using Demarche.Language;

namespace Demarche.Times;

/// <summary>The date of an act from the time expressions around its trigger.</summary>
public sealed class EventDating
{
    private const int MaxClimb = 3;

    /// <summary>The date of the act whose trigger is a token, or null if the text gives none.</summary>
    public EventDate? For(Analysis analysis, TimeExpressions times, int triggerToken)
    {
        var token = analysis.Tokens[triggerToken];
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            foreach (var t in times.All)
            {
                if (t.Days is not { } days || t.Head < 0 || analysis.Tokens[t.Head].Head != token.Index) continue;
                return new EventDate(days.Start, days.End, t.Span);
            }
            if (token.BaseRelation is not ("obj" or "obl" or "nmod" or "xcomp" or "acl" or "conj") || analysis.Head(token) is not { } head) break;
            token = head;
        }
        return null;
    }
}
