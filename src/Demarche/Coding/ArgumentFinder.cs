using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>The actors on both sides of an act, each side with the rule that found it.</summary>
internal sealed record Arguments(List<ActorId> Sources, string SourceRule, List<ActorId> Targets, string TargetRule);

/// <summary>Finds who did it and to whom, for verbs, nouns and adjectives alike.</summary>
internal sealed class ArgumentFinder(
    Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs)
{
    private static readonly string[] TargetPrepositions =
        ["to", "with", "against", "on", "at", "from", "toward", "towards", "upon", "over", "for", "into", "of", "onto", "alongside", "between", "among", "near"];

    /// <summary>Sources and targets of a match; either may be empty.</summary>
    public Arguments Find(PatternMatch match, bool symmetric)
    {
        var trigger = match.Trigger;
        var (sources, sourceRule) = match.Pattern.Kind == TriggerKind.Noun ? NounSources(trigger, symmetric) : VerbSources(trigger);
        var (targets, targetRule) = match.Targets.Length > 0
            ? (ActorsOf(match.Targets), match.Targets[0].Rule)
            : match.Pattern.Kind == TriggerKind.Noun ? NounTargets(trigger) : VerbTargets(trigger, 2);
        if (symmetric) Share(trigger, ref sources, ref targets, ref targetRule);
        targets.RemoveAll(t => sources.Contains(t) || IsOwnState(t, sources));
        return new Arguments(sources, sourceRule, targets, targetRule);
    }

    private (List<ActorId>, string) VerbSources(Token verb)
    {
        foreach (var role in Grouped(grammar.Agents(verb)))
            if (ActorsOf(role) is { Count: > 0 } found) return (found, role[0].Rule);
        return ([], "none");
    }

    /// <summary>Conjuncts share one role: "Russia and China condemned".</summary>
    private static IEnumerable<List<Role>> Grouped(IEnumerable<Role> all) => all.GroupBy(r => r.Rule).Select(g => g.ToList());

    private (List<ActorId>, string) VerbTargets(Token verb, int depth)
    {
        var objects = grammar.Objects(verb).ToList();
        if (Collect(objects.SelectMany(o => roles.Direct(o.Noun))) is { Count: > 0 } direct) return (direct, "object");
        var obliques = Obliques(verb).ToList();
        if (Collect(obliques.SelectMany(o => roles.Direct(o))) is { Count: > 0 } named && objects.Count == 0) return (named, "oblique");
        if (Collect(objects.SelectMany(o => roles.Carried(o.Noun))) is { Count: > 0 } carried) return (carried, "actor within the object");
        if (Collect(obliques.SelectMany(o => roles.Any(o))) is { Count: > 0 } within) return (within, "oblique");
        if (depth == 0) return ([], "none");
        foreach (var c in analysis.Children(verb.Index, "ccomp", "xcomp", "acl"))
        {
            if (c.BaseRelation == "ccomp" && Collect(analysis.Children(c.Index, "nsubj").SelectMany(s => roles.Any(s))) is { Count: > 0 } subject)
                return (subject, "subject of the complement");
            if (c.Upos == "VERB" && VerbTargets(c, depth - 1) is { Item1.Count: > 0 } inner) return (inner.Item1, "within the complement");
        }
        foreach (var o in objects)
            foreach (var c in analysis.Children(o.Noun.Index, "acl"))
                if (c.Upos == "VERB" && VerbTargets(c, depth - 1) is { Item1.Count: > 0 } inner) return (inner.Item1, "within the object's complement");
        return ([], "none");
    }

    private IEnumerable<Token> Obliques(Token verb) =>
        grammar.Dependents(verb.Index, "obl", "nmod").Where(o => TargetPrepositions.Contains(OwnOrShared(o)));

    /// <summary>The preposition of a noun, or of the noun it is coordinated with.</summary>
    private string OwnOrShared(Token noun) =>
        grammar.CaseOf(noun) is { Length: > 0 } own ? own
        : noun.BaseRelation == "conj" && analysis.Head(noun) is { } head ? grammar.CaseOf(head)
        : "";

    private (List<ActorId>, string) NounSources(Token noun, bool symmetric)
    {
        if (Collect(grammar.Dependents(noun.Index, "nmod:poss").SelectMany(p => roles.Any(p))) is { Count: > 0 } owners) return (owners, "possessor");
        if (Collect(Marked(noun, "by").SelectMany(p => roles.Any(p))) is { Count: > 0 } agents) return (agents, "agent of a noun");
        if (symmetric && Collect(Marked(noun, "between", "among").SelectMany(p => roles.Any(p))) is { Count: > 0 } both) return (both, "between");
        if (Collect(grammar.Dependents(noun.Index, "amod", "compound").SelectMany(p => roles.Direct(p))) is { Count: > 0 } nation) return (nation, "adjective of nationality");
        if (analysis.Head(noun) is not { } head) return ([], "none");
        if (head.Upos is "VERB" && (symmetric || (noun.BaseRelation is "obj" or "nsubj" && verbs.Light.Contains(PatternMatcher.Lemma(head)))))
            return VerbSources(head) is { Item1.Count: > 0 } subject ? (subject.Item1, "subject of the governing verb") : ([], "none");
        if (head.Upos is "NOUN" && symmetric) return NounSources(head, false);
        if (Collect(Marked(noun, "from").SelectMany(p => roles.Direct(p))) is { Count: > 0 } origin) return (origin, "from");
        return ([], "none");
    }

    private (List<ActorId>, string) NounTargets(Token noun)
    {
        if (Collect(Marked(noun, TargetPrepositions).SelectMany(p => roles.Any(p))) is { Count: > 0 } found) return (found, "modifier of the noun");
        if (analysis.Head(noun) is { Upos: "VERB" } verb && noun.BaseRelation is "obj" or "nsubj"
            && Collect(Obliques(analysis.Tokens[noun.Head]).SelectMany(p => roles.Any(p))) is { Count: > 0 } oblique)
            return (oblique, "oblique of the governing verb");
        return ([], "none");
    }

    private IEnumerable<Token> Marked(Token noun, params string[] prepositions) =>
        grammar.Dependents(noun.Index, "nmod").Where(n => prepositions.Contains(OwnOrShared(n)));

    /// <summary>A mutual act told with a plural subject has its partners among the sources: the first stays, the rest become targets.</summary>
    private void Share(Token trigger, ref List<ActorId> sources, ref List<ActorId> targets, ref string rule)
    {
        if (targets.Count == 0 && Collect(Obliques(trigger).SelectMany(o => roles.Any(o))) is { Count: > 0 } partners && !partners.SequenceEqual(sources))
        {
            targets = partners;
            rule = "partner";
        }
        if (sources.Count < 2 || targets.Except(sources).Any()) return;
        targets = sources.GetRange(1, sources.Count - 1);
        sources = sources.GetRange(0, 1);
        rule = "partner among the subjects";
    }

    /// <summary>"Putin said Russia would …": the state of all its sources is no target of theirs.</summary>
    private bool IsOwnState(ActorId target, List<ActorId> sources)
    {
        var t = mentions[target];
        return t.Kind == ActorKind.State && sources.Count > 0
            && sources.TrueForAll(s => mentions[s].Country == t.Country && mentions[s].Sector is null or "GOV" or "MIL" or "LEG");
    }

    private List<ActorId> ActorsOf(IEnumerable<Role> found) => Collect(found.SelectMany(r => roles.Any(r.Noun)));

    private static List<ActorId> Collect(IEnumerable<ActorId> ids) => [.. ids.Distinct()];
}
