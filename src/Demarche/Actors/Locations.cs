using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Tells a city that acts from a city in which something happens.</summary>
internal static class Locations
{
    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "in", "at", "near", "inside", "outside", "around", "across", "throughout", "within", "through", "via", "off", "into", "onto", "outside",
        "beyond", "along", "surrounding", "beneath", "above", "above", "over");

    private static readonly FrozenSet<string> Attacked = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "on", "against", "upon");

    /// <summary>True if the name stands where only a place can: after "in", or before the noun of a thing.</summary>
    public static bool IsLocative(Analysis analysis, NameHits hits, NameHit hit)
    {
        var before = Before(analysis, hit.First);
        if (hit.Sense.Kind == NameKind.State) return before is not null && Prepositions.Contains(before.Form);
        if (hit.Sense.Kind is not (NameKind.Metonym or NameKind.Place)) return false;
        if (before is not null && Prepositions.Contains(before.Form)) return true;
        if (hit.Sense is { Kind: NameKind.Metonym, Sector: not null }) return false;
        if (IsModifier(analysis, hit)) return true;
        return hit.Sense.Kind == NameKind.Place && !IsTarget(analysis, hit, before);
    }

    /// <summary>The word before, past an article and adjectives of direction.</summary>
    private static Token? Before(Analysis analysis, int i)
    {
        var first = analysis.Tokens[i].Sentence;
        for (i--; i >= 0 && analysis.Tokens[i].Sentence == first; i--)
            if (analysis.Tokens[i].Upos is not ("DET" or "ADJ" or "NUM") && analysis.Tokens[i].Relation is not ("amod" or "compound")) return analysis.Tokens[i];
        return null;
    }

    private static bool IsModifier(Analysis analysis, NameHit hit) =>
        hit.End < analysis.Tokens.Length && analysis.Tokens[hit.End] is { Upos: "NOUN" } next && next.Sentence == analysis.Tokens[hit.First].Sentence;

    /// <summary>A city that is shelled, struck or strikes stands for its state.</summary>
    private static bool IsTarget(Analysis analysis, NameHit hit, Token? before)
    {
        if (before is not null && Attacked.Contains(before.Form)) return true;
        for (var i = hit.First; i < hit.End; i++)
            if (analysis.Tokens[i].BaseRelation is "nsubj" or "obj") return true;
        return false;
    }
}
