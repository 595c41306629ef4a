using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Finds to whom it was done: objects and obliques of verbs, modifiers of nouns, and what lies within their complements.</summary>
internal sealed class TargetFinder(Analysis analysis, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs)
{
    private const int ComplementDepth = 2;

    private static readonly string[] Prepositions =
    [
        "to", "with", "against", "on", "at", "from", "toward", "towards", "upon", "over", "for", "into", "of", "onto", "alongside", "between",
        "among", "near", "about",
    ];

    private static readonly string[] WithPartner = ["with", "alongside", "against"];

    /// <summary>Upon whom a verb acts, or whom an adjective concerns, with the rule.</summary>
    public (List<ActorId> Targets, string Rule) OfVerb(Token verb, Others others) => OfVerb(verb, others, ComplementDepth);

    /// <summary>Upon whom the act acts that a noun names, with the rule.</summary>
    public (List<ActorId> Targets, string Rule) OfNoun(Token noun, Others others)
    {
        if (others.Of(Marked(noun, Prepositions).SelectMany(roles.Any)) is { Count: > 0 } found) return (found, "modifier of the noun");
        if (analysis.Head(noun) is { Upos: "VERB" } verb && noun.BaseRelation is "obj" or "nsubj")
        {
            var receives = noun.BaseRelation == "obj" && verbs.Receiving.Contains(PatternMatcher.Lemma(verb));
            if (receives && others.Of(grammar.Agents(verb).SelectMany(r => roles.Any(r.Noun))) is { Count: > 0 } receiver) return (receiver, "receiver");
            if (others.Of(Obliques(verb).SelectMany(roles.Any)) is { Count: > 0 } oblique) return (oblique, "oblique of the governing verb");
            if (others.Of(grammar.Dependents(verb.Index, "iobj").SelectMany(roles.Any)) is { Count: > 0 } given) return (given, "indirect object of the governing verb");
        }
        return others.Of(Marked(noun, "in").Where(n => roles.Direct(n).Count == 0).SelectMany(roles.Any)) is { Count: > 0 } within ? (within, "within the modifier of the noun") : ([], "none");
    }

    /// <summary>Those whom a verb or noun names as partners: "with", "against".</summary>
    public List<ActorId> Partners(Token trigger, Others others) =>
        others.Of(grammar.Dependents(trigger.Index, "obl", "nmod").Where(o => WithPartner.Contains(grammar.OwnOrSharedCase(o))).SelectMany(roles.Any));

    /// <summary>Whoever stands behind any of the prepositions that can mark a target.</summary>
    public List<ActorId> Oblique(Token trigger, Others others) => others.Of(Obliques(trigger).SelectMany(roles.Any));

    private (List<ActorId>, string) OfVerb(Token verb, Others others, int depth)
    {
        var objects = grammar.Objects(verb).Select(o => o.Noun).ToList();
        var obliques = Obliques(verb).ToList();
        if (others.Of(objects.SelectMany(roles.Named)) is { Count: > 0 } direct) return (direct, "object");
        if (objects.Count == 0 && others.Of(obliques.SelectMany(roles.Named)) is { Count: > 0 } named) return (named, "oblique");
        foreach (var o in objects)
            if (roles.Carried(o, others) is { Count: > 0 } carried) return (carried, "actor within the object");
        if (others.Of(obliques.SelectMany(roles.Any)) is { Count: > 0 } within) return (within, "oblique");
        foreach (var o in obliques)
            if (roles.Carried(o, others) is { Count: > 0 } carried) return (carried, "actor within the oblique");
        return depth == 0 ? ([], "none") : OfComplement(verb, objects, others, depth - 1);
    }

    private (List<ActorId>, string) OfComplement(Token verb, List<Token> objects, Others others, int depth)
    {
        foreach (var c in analysis.Children(verb.Index, "ccomp", "xcomp", "acl", "advcl"))
        {
            if (c.BaseRelation == "advcl" && !grammar.IsMarked(c, "to")) continue;
            if (c.BaseRelation == "ccomp" && others.Of(grammar.Dependents(c.Index, "nsubj").SelectMany(roles.Any)) is { Count: > 0 } subject)
                return (subject, "subject of the complement");
            if (c.Upos == "VERB" && OfVerb(c, others, depth) is { Item1.Count: > 0 } inner) return (inner.Item1, "within the complement");
        }
        foreach (var o in objects)
            foreach (var c in analysis.Children(o.Index, "acl"))
                if (c.Upos == "VERB" && OfVerb(c, others, depth) is { Item1.Count: > 0 } inner) return (inner.Item1, "within the object's complement");
        return ([], "none");
    }

    private IEnumerable<Token> Obliques(Token verb) =>
        grammar.Dependents(verb.Index, "obl", "nmod").Where(o => Prepositions.Contains(grammar.OwnOrSharedCase(o)));

    private IEnumerable<Token> Marked(Token noun, params string[] prepositions) =>
        grammar.Dependents(noun.Index, "nmod").Where(n => prepositions.Contains(grammar.OwnOrSharedCase(n)));
}
