using System.Collections.Immutable;

namespace Demarche.Coding.Linting;

/// <summary>Whether one pattern holds whenever another does, read off their conditions alone.</summary>
/// <remarks>Sound and not complete: what grammar makes impossible is not seen.</remarks>
internal static class Implication
{
    /// <summary>True if, called by the same lemma, <paramref name="weak"/> holds wherever <paramref name="strong"/> does.</summary>
    public static bool Holds(EventPattern strong, EventPattern weak, string lemma) =>
        TriggerHolds(strong, weak, lemma) && weak.Elements.All(w => w.Optional || strong.Elements.Any(s => Holds(s, w)));

    /// <summary>A condition that the pattern's own exclusions rule out, or null.</summary>
    public static PatternElement? Impossible(EventPattern pattern) => pattern.Elements.FirstOrDefault(r =>
        r is { Forbidden: false, Optional: false } && pattern.Elements.Any(f => f.Forbidden && f.Slot == r.Slot && f.IsTarget == r.IsTarget
            && r.Prepositions.IsSubsetOf(f.Prepositions) && Covers(f.Words, r.Words)));

    /// <summary>True if every word of the second set is in the first; an empty set is anything.</summary>
    public static bool Covers(WordSet wide, WordSet narrow) => wide.IsEmpty || (!narrow.IsEmpty
        && narrow.Lemmas.IsSubsetOf(wide.Lemmas)
        && narrow.Compounds.All(c => wide.Lemmas.Contains(c.Head) || wide.Compounds.Contains(c))
        && narrow.Particles.All(p => wide.Lemmas.Contains(p.Verb) || wide.Particles.Contains(p)));

    private static bool TriggerHolds(EventPattern strong, EventPattern weak, string lemma)
    {
        if (weak.Triggers.Contains(lemma)) return true;
        var ofStrong = strong.Triggers.Where(t => PatternSet.Lemma(t) == lemma);
        return ofStrong.All(weak.Triggers.Contains);
    }

    private static bool Holds(PatternElement strong, PatternElement weak)
    {
        if (strong.Optional || strong.Slot != weak.Slot || strong.Forbidden != weak.Forbidden) return false;
        return weak.Forbidden ? Narrows(weak, strong) : Narrows(strong, weak);
    }

    /// <summary>True if all that fills the first fills the second.</summary>
    private static bool Narrows(PatternElement narrow, PatternElement wide) =>
        narrow.Prepositions.IsSubsetOf(wide.Prepositions)
        && (wide.IsTarget ? narrow.IsTarget : narrow.IsTarget ? wide.Words.IsEmpty : Covers(wide.Words, narrow.Words));
}
