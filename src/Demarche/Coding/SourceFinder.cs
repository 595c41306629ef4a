using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Finds who did it: for verbs and predicates the agent that grammar gives or lends them, for nouns owner, agent or partners.</summary>
internal sealed class SourceFinder(Analysis analysis, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs)
{
    /// <summary>Who acts by a verb or is what an adjective says, with the rule.</summary>
    public (List<ActorId> Sources, string Rule) OfVerb(Token verb)
    {
        foreach (var role in grammar.Agents(verb).GroupBy(r => r.Rule).Select(g => g.ToList()))
            if (Distinct(role.SelectMany(r => roles.Acting(r.Noun))) is { Count: > 0 } found) return (found, role[0].Rule);
        return ([], "none");
    }

    /// <summary>Whose act a noun names, with the rule.</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="symmetric">True if the act needs two sides: "talks".</param>
    /// <param name="intent">True if the noun says what somebody means to do: "his offer to mediate".</param>
    public (List<ActorId> Sources, string Rule) OfNoun(Token noun, bool symmetric, bool intent)
    {
        if (Distinct(grammar.Dependents(noun.Index, "nmod:poss").SelectMany(roles.Acting)) is { Count: > 0 } owners) return (owners, "possessor");
        if (Distinct(Marked(noun, "by").SelectMany(roles.Acting)) is { Count: > 0 } agents) return (agents, "agent of a noun");
        if (symmetric && Distinct(Marked(noun, "between", "among").SelectMany(roles.Any)) is { Count: > 0 } both) return (both, "between");
        if (Distinct(grammar.Dependents(noun.Index, "amod", "compound").SelectMany(roles.Direct)) is { Count: > 0 } nation) return (nation, "adjective of nationality");
        if (analysis.Head(noun) is not { } head) return ([], "none");
        var lemma = PatternMatcher.Lemma(head);
        if (head.Upos == "VERB" && noun.BaseRelation == "obj" && verbs.Receiving.Contains(lemma) && From(noun, head) is { Count: > 0 } sender) return (sender, "from");
        if (head.Upos is "VERB" && (symmetric || (noun.BaseRelation is "obj" or "nsubj" && verbs.Light.Contains(lemma)) || (intent && noun.BaseRelation == "obj")))
            return OfVerb(head) is { Sources.Count: > 0 } subject ? (subject.Sources, "subject of the governing verb") : ([], "none");
        if (head.Upos is "NOUN" && symmetric && OfNoun(head, false, false) is { Sources.Count: > 0 } ofHead) return ofHead;
        if (symmetric && Marked(noun, "with").Any() && Above(noun) is { Count: > 0 } partner) return (partner, "subject above");
        return Distinct(Marked(noun, "from").SelectMany(roles.Direct)) is { Count: > 0 } origin ? (origin, "from") : ([], "none");
    }

    /// <summary>Of a verb of receiving ("faced criticism from Chad"), whom its object comes from; empty for other verbs.</summary>
    public List<ActorId> Sender(Token verb) =>
        verbs.Receiving.Contains(PatternMatcher.Lemma(verb)) && analysis.Child(verb.Index, "obj") is { } noun ? From(noun, verb) : [];

    private List<ActorId> From(Token noun, Token verb) =>
        Distinct(Marked(noun, "from").Concat(grammar.Dependents(verb.Index, "obl").Where(o => grammar.CaseOf(o) == "from")).SelectMany(roles.Acting));

    /// <summary>"… after a call with Macron": the caller is the subject of a clause above.</summary>
    private List<ActorId> Above(Token noun)
    {
        for (var at = analysis.Head(noun); at is not null; at = analysis.Head(at))
            if (at.Upos == "VERB" && OfVerb(at) is { Sources.Count: > 0 } found) return found.Sources;
        return [];
    }

    private IEnumerable<Token> Marked(Token noun, params string[] prepositions) =>
        grammar.Dependents(noun.Index, "nmod").Where(n => prepositions.Contains(grammar.OwnOrSharedCase(n)));

    private static List<ActorId> Distinct(IEnumerable<ActorId> ids) => [.. ids.Distinct()];
}
