using Demarche.Actors;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>Finds the dated mention of an act that a report tells more than once.</summary>
internal sealed class SameActs(Reading reading)
{
    private const int MaxPrecision = 2;

    /// <summary>The day of the other mentions of an act, if all that are dated have one and the same.</summary>
    public EventDate? DayOf(int at, IReadOnlyList<Act> acts, EventDate?[] dates)
    {
        EventDate? found = null;
        for (var i = 0; i < acts.Count; i++)
        {
            if (i == at || dates[i] is not { Basis: EventDateBasis.Attached } date || date.Precision.DatePrec > MaxPrecision || acts[i].Status != acts[at].Status || !IsSame(acts[at], acts[i])) continue;
            if (found is not null && (found.Start != date.Start || found.End != date.End)) return null;
            found ??= date;
        }
        return found is null ? null : found with { Basis = EventDateBasis.SameAct };
    }

    /// <summary>True if who did the one act, or a compatriot, had a part in the other.</summary>
    public static bool IsByOneOf(Reading reading, Act act, Act other) =>
        act.Arguments.Sources.Exists(s => other.Arguments.Sources.Concat(other.Arguments.Targets).Any(t => IsOne(reading, s, t)));

    private bool IsSame(Act a, Act b) =>
        Kind(a) == Kind(b)
        && a.Arguments.Sources.Exists(s => b.Arguments.Sources.Exists(t => IsOne(reading, s, t)))
        && a.Arguments.Targets.Count > 0 && a.Arguments.Targets.Exists(s => b.Arguments.Targets.Exists(t => IsOne(reading, s, t)));

    // Of words the three digits of their code: to offer talks is not to offer mediation. Attacks and meetings go by many names.
    private static string Kind(Act act)
    {
        var code = act.Match.Pattern.Code;
        return code[..2] is "02" or "03" or "10" or "11" or "12" or "13" ? code[..Math.Min(3, code.Length)] : code[..2];
    }

    private static bool IsOne(Reading reading, ActorId a, ActorId b) => a == b || reading.Actors[a].Country is { } country && country == reading.Actors[b].Country;
}
