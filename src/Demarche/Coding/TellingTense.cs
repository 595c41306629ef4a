using Demarche.Language;

namespace Demarche.Coding;

/// <summary>The tense of the clause that tells an act.</summary>
internal enum Tense
{
    /// <summary>No finite verb tells it.</summary>
    None,

    /// <summary>"said", "was condemned".</summary>
    Past,

    /// <summary>"says", "is urging".</summary>
    Present,

    /// <summary>"has condemned".</summary>
    Perfect,

    /// <summary>"had condemned".</summary>
    Pluperfect,

    /// <summary>"will meet", "would meet".</summary>
    Future,
}

/// <summary>How an act is told.</summary>
/// <param name="Own">Tense of its own clause.</param>
/// <param name="Cue">The verb of saying whose words it is or stands in, or null.</param>
/// <param name="Saying">Tense of that verb.</param>
/// <param name="IsAside">True if the saying only follows what is told: "troops seized the town, the ministry said".</param>
internal readonly record struct Telling(Tense Own, Token? Cue, Tense Saying, bool IsAside = false);

/// <summary>Reads off the trees in which tense an act is told, and by which verb of saying.</summary>
internal sealed class TellingTense(Analysis analysis, VerbClasses verbs)
{
    private const int MaxClimb = 8;

    /// <summary>The telling of an act.</summary>
    public Telling Of(Token trigger)
    {
        var own = Tense.None;
        var token = trigger;
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            if (own == Tense.None) own = TenseOf(token);
            if (Beside(token) is { } beside) return new(own, beside, TenseAround(beside), true);
            if (analysis.Head(token) is not { } head) break;
            if (token.BaseRelation is "ccomp" or "parataxis" && verbs.Report.Contains(PatternMatcher.Lemma(head))) return new(own, head, TenseAround(head), head.Index > token.Index && analysis.Child(token.Index, "mark") is null);
            if (own != Tense.None && token.BaseRelation is "acl" or "advcl") break;
            token = head;
        }
        return new(own, null, Tense.None);
    }

    /// <summary>"…, the ministry said": the saying hangs below what is said.</summary>
    private Token? Beside(Token verb)
    {
        foreach (var p in analysis.Children(verb.Index, "parataxis"))
            if (verbs.Report.Contains(PatternMatcher.Lemma(p)) && analysis.Child(p.Index, "ccomp", "obj") is null) return p;
        return null;
    }

    /// <summary>The tense of a verb, or of the nearest one above it if it has none: "issued a statement, saying", "briefing reporters on Friday, he said".</summary>
    public Tense TenseAround(Token verb)
    {
        var token = verb;
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            if (TenseOf(token) is not Tense.None and var tense) return tense;
            if (token.BaseRelation is not ("advcl" or "acl" or "xcomp" or "conj" or "obj" or "obl") || token.Relation == "acl:relcl" || analysis.Head(token) is not { } head) break;
            token = head;
        }
        return Tense.None;
    }

    /// <summary>The tense of a verb or of the copula or auxiliary below a word.</summary>
    public Tense TenseOf(Token token)
    {
        Token? first = null;
        foreach (var aux in analysis.Children(token.Index, "aux", "cop"))
            if (first is null || aux.Index < first.Index) first = aux;
        if (first is null) return Shared(token) == Tense.Pluperfect ? Tense.Pluperfect : IsTaggedAmiss(token) ? Tense.Past : Finite(token);
        if (first.Xpos == "MD") return Tense.Future;
        var perfect = first.Lemma == "have";
        return Finite(first) switch
        {
            Tense.Past => perfect ? Tense.Pluperfect : Tense.Past,
            Tense.Present => perfect ? Tense.Perfect : Tense.Present,
            _ => Tense.None,
        };
    }

    // "had travelled there and even met them": the auxiliary of the first verb holds for the second.
    private Tense Shared(Token verb) =>
        Finite(verb) == Tense.Past && verb.BaseRelation == "conj" && analysis.Head(verb) is { } head && analysis.Child(verb.Index, "nsubj") is null && analysis.Child(head.Index, "aux") is { Lemma: "have", Xpos: "VBD" }
            ? Tense.Pluperfect
            : Tense.None;

    // "Peru proposed talks" with the tag of a participle: it has a subject and no auxiliary.
    private bool IsTaggedAmiss(Token verb) => verb.Xpos == "VBN" && verb.BaseRelation is "root" or "conj" or "parataxis" or "ccomp" && analysis.Child(verb.Index, "nsubj") is { Relation: "nsubj" };

    private static Tense Finite(Token token) => token.Xpos switch
    {
        "VBD" => Tense.Past,
        "VBZ" or "VBP" => Tense.Present,
        _ => Tense.None,
    };
}
