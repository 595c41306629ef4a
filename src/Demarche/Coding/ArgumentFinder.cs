using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>The actors on both sides of an act, each side with the rule that found it.</summary>
internal sealed record Arguments(List<ActorId> Sources, string SourceRule, List<ActorId> Targets, string TargetRule);

/// <summary>Finds who did it and to whom, for verbs, nouns and adjectives alike.</summary>
internal sealed class ArgumentFinder(
    Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs, AttributionFinder attributions)
{
    private const int ComplementDepth = 2;

    private static readonly string[] TargetPrepositions =
    [
        "to", "with", "against", "on", "at", "from", "toward", "towards", "upon", "over", "for", "into", "of", "onto", "alongside", "between",
        "among", "near", "about",
    ];

    /// <summary>Sources and targets of a match; either may be empty.</summary>
    public Arguments Find(PatternMatch match, bool symmetric)
    {
        if (match.Pattern.IsStance) return Stance(match.Trigger);
        var trigger = match.Trigger;
        var isNoun = match.Pattern.Kind == TriggerKind.Noun;
        var (sources, sourceRule) = isNoun ? NounSources(trigger, symmetric, match.IsIntent) : VerbSources(trigger);
        var others = new Others(mentions, sources);
        var (targets, targetRule) = (new List<ActorId>(), "none");
        if (match.Targets.Length > 0) (targets, targetRule) = (others.Of(match.Targets.SelectMany(r => Any(r.Noun))), match.Targets[0].Rule);
        if (targets.Count == 0) (targets, targetRule) = isNoun ? NounTargets(trigger, others) : VerbTargets(trigger, others, ComplementDepth);
        if (symmetric && targets.Count == 0) (targets, targetRule) = (others.Of(Obliques(trigger).SelectMany(Any)), "partner");
        if (symmetric && targets.Count == 0 && sources.Count > 1)
        {
            targets = sources.GetRange(1, sources.Count - 1);
            sources = sources.GetRange(0, 1);
            targetRule = "partner among the subjects";
        }
        if (targets.Count == 0 && sources.Count > 0 && (!isNoun || match.IsIntent)) (targets, targetRule) = Nearest(trigger, others);
        return new Arguments(sources, sourceRule, targets, targets.Count == 0 ? "none" : targetRule);
    }

    /// <summary>"Merkel said the raid was a mistake": she is the source, whoever the clause is about the target.</summary>
    private Arguments Stance(Token trigger)
    {
        var speakers = attributions.Find(trigger).Where(a => a.Actor is not null).Select(a => a.Actor!.Value).ToList();
        if (speakers.Count == 0) return new Arguments([], "no speaker", [], "none");
        var source = new List<ActorId> { speakers[^1] };
        if (mentions[source[0]].Country is null || mentions[source[0]].Sector == "MED") return new Arguments([], "no political speaker", [], "none");
        var others = new Others(mentions, source);
        var subjects = grammar.Subjects(trigger).Concat(grammar.Objects(trigger).Where(o => o.Rule == "passive subject")).Select(r => r.Noun).ToList();
        foreach (var s in subjects)
            if (others.OfOtherCountries(Any(s)) is { Count: > 0 } about) return new Arguments(source, "speaker", about, "subject of what is said");
        if (!subjects.TrueForAll(s => s.Upos is "PRON" or "DET")) return new Arguments(source, "speaker", [], "none");
        var (nearest, rule) = Nearest(trigger, others);
        return new Arguments(source, "speaker", nearest, rule);
    }

    private (List<ActorId>, string) VerbSources(Token verb)
    {
        foreach (var role in grammar.Agents(verb).GroupBy(r => r.Rule).Select(g => g.ToList()))
            if (Distinct(role.SelectMany(r => Any(r.Noun))) is { Count: > 0 } found) return (found, role[0].Rule);
        return ([], "none");
    }

    private (List<ActorId>, string) VerbTargets(Token verb, Others others, int depth)
    {
        var objects = grammar.Objects(verb).Select(o => o.Noun).ToList();
        var obliques = Obliques(verb).ToList();
        if (others.Of(objects.SelectMany(roles.Direct)) is { Count: > 0 } direct) return (direct, "object");
        if (objects.Count == 0 && others.Of(obliques.SelectMany(roles.Direct)) is { Count: > 0 } named) return (named, "oblique");
        foreach (var o in objects)
            if (roles.Carried(o, others) is { Count: > 0 } carried) return (carried, "actor within the object");
        if (others.Of(obliques.SelectMany(Any)) is { Count: > 0 } within) return (within, "oblique");
        foreach (var o in obliques)
            if (roles.Carried(o, others) is { Count: > 0 } carried) return (carried, "actor within the oblique");
        return depth == 0 ? ([], "none") : ComplementTargets(verb, objects, others, depth - 1);
    }

    private (List<ActorId>, string) ComplementTargets(Token verb, List<Token> objects, Others others, int depth)
    {
        foreach (var c in analysis.Children(verb.Index, "ccomp", "xcomp", "acl", "advcl"))
        {
            if (c.BaseRelation == "advcl" && !grammar.IsMarked(c, "to")) continue;
            if (c.BaseRelation == "ccomp" && others.Of(grammar.Dependents(c.Index, "nsubj").SelectMany(Any)) is { Count: > 0 } subject)
                return (subject, "subject of the complement");
            if (c.Upos == "VERB" && VerbTargets(c, others, depth) is { Item1.Count: > 0 } inner) return (inner.Item1, "within the complement");
        }
        foreach (var o in objects)
            foreach (var c in analysis.Children(o.Index, "acl"))
                if (c.Upos == "VERB" && VerbTargets(c, others, depth) is { Item1.Count: > 0 } inner) return (inner.Item1, "within the object's complement");
        return ([], "none");
    }

    private IEnumerable<Token> Obliques(Token verb) =>
        grammar.Dependents(verb.Index, "obl", "nmod").Where(o => TargetPrepositions.Contains(OwnOrShared(o)));

    /// <summary>The preposition of a noun, or of the noun it is coordinated with.</summary>
    private string OwnOrShared(Token noun) =>
        grammar.CaseOf(noun) is { Length: > 0 } own ? own
        : noun.BaseRelation == "conj" && analysis.Head(noun) is { } head ? grammar.CaseOf(head)
        : "";

    private (List<ActorId>, string) NounSources(Token noun, bool symmetric, bool intent = false)
    {
        if (Distinct(grammar.Dependents(noun.Index, "nmod:poss").SelectMany(Any)) is { Count: > 0 } owners) return (owners, "possessor");
        if (Distinct(Marked(noun, "by").SelectMany(Any)) is { Count: > 0 } agents) return (agents, "agent of a noun");
        if (symmetric && Distinct(Marked(noun, "between", "among").SelectMany(Any)) is { Count: > 0 } both) return (both, "between");
        if (Distinct(grammar.Dependents(noun.Index, "amod", "compound").SelectMany(roles.Direct)) is { Count: > 0 } nation) return (nation, "adjective of nationality");
        if (analysis.Head(noun) is not { } head) return ([], "none");
        if (head.Upos is "VERB" && (symmetric || (noun.BaseRelation is "obj" or "nsubj" && verbs.Light.Contains(PatternMatcher.Lemma(head)))))
            return VerbSources(head) is { Item1.Count: > 0 } subject ? (subject.Item1, "subject of the governing verb") : ([], "none");
        if (intent && head.Upos == "VERB" && noun.BaseRelation == "obj" && VerbSources(head) is { Item1.Count: > 0 } voiced) return (voiced.Item1, "subject of the governing verb");
        if (head.Upos is "NOUN" && symmetric && NounSources(head, false) is { Item1.Count: > 0 } ofHead) return ofHead;
        if (symmetric && Marked(noun, "with").Any() && Above(noun) is { Count: > 0 } partner) return (partner, "subject above");
        if (Distinct(Marked(noun, "from").SelectMany(roles.Direct)) is { Count: > 0 } origin) return (origin, "from");
        return ([], "none");
    }

    /// <summary>"… after a call with Macron": the caller is the subject of a clause above.</summary>
    private List<ActorId> Above(Token noun)
    {
        for (var at = analysis.Head(noun); at is not null; at = analysis.Head(at))
            if (at.Upos == "VERB" && VerbSources(at) is { Item1.Count: > 0 } found) return found.Item1;
        return [];
    }

    private (List<ActorId>, string) NounTargets(Token noun, Others others)
    {
        foreach (var n in Marked(noun, TargetPrepositions))
            if (others.Of(Any(n)) is { Count: > 0 } found) return (others.Of(Marked(noun, TargetPrepositions).SelectMany(Any)), "modifier of the noun");
        if (noun.BaseRelation is "obj" or "nsubj" && analysis.Head(noun) is { Upos: "VERB" } verb
            && others.Of(Obliques(verb).SelectMany(Any)) is { Count: > 0 } oblique) return (oblique, "oblique of the governing verb");
        return ([], "none");
    }

    /// <summary>Where grammar names nobody, the nearest actor of another country in the sentence, behind the trigger rather than before it.</summary>
    private (List<ActorId>, string) Nearest(Token trigger, Others others)
    {
        var sentence = analysis.Sentences[trigger.Sentence];
        for (var i = trigger.Index + 1; i < sentence.EndToken; i++)
            if (Foreign(i, others) is { Count: > 0 } after) return (after, "nearest other actor after");
        for (var i = trigger.Index - 1; i >= sentence.FirstToken; i--)
            if (Foreign(i, others) is { Count: > 0 } before) return (before, "nearest other actor before");
        return ([], "none");
    }

    private List<ActorId> Foreign(int token, Others others)
    {
        if (mentions.WithHead(token) is null) return [];
        var noun = analysis.Tokens[token];
        var named = grammar.WithConjuncts(noun).SelectMany(roles.Direct);
        return others.OfOtherCountries(IsReporter(noun) ? named.SelectMany(StateOf) : named);
    }

    /// <summary>Whoever tells it is not therefore the one it was done to; his state may be.</summary>
    private bool IsReporter(Token noun) =>
        noun.BaseRelation == "nsubj" && analysis.Head(noun) is { } head && verbs.Report.Contains(PatternMatcher.Lemma(head));

    private IEnumerable<ActorId> StateOf(ActorId id) =>
        mentions.Actors.Where(a => a.Kind == ActorKind.State && a.Country == mentions[id].Country).Select(a => a.Id).Take(1);

    private IEnumerable<Token> Marked(Token noun, params string[] prepositions) =>
        grammar.Dependents(noun.Index, "nmod").Where(n => prepositions.Contains(OwnOrShared(n)));

    private IReadOnlyList<ActorId> Any(Token noun) => roles.Any(noun);

    private static List<ActorId> Distinct(IEnumerable<ActorId> ids) => [.. ids.Distinct()];
}

/// <summary>Whom sources can act upon: others than themselves, and not the state they act for.</summary>
internal sealed class Others(ActorMentions mentions, List<ActorId> sources)
{
    /// <summary>Those of the ids that can be targets, each once.</summary>
    public List<ActorId> Of(IEnumerable<ActorId> ids) => [.. ids.Where(Can).Distinct()];

    /// <summary>Those that are of none of the sources' countries.</summary>
    public List<ActorId> OfOtherCountries(IEnumerable<ActorId> ids) =>
        [.. ids.Where(t => !sources.Exists(s => mentions[s].Country == mentions[t].Country)).Distinct()];

    private bool Can(ActorId id)
    {
        if (sources.Contains(id)) return false;
        var actor = mentions[id];
        return actor.Kind != ActorKind.State || sources.Count == 0
            || !sources.TrueForAll(s => mentions[s].Country == actor.Country && mentions[s].Sector is null or "GOV" or "MIL" or "LEG");
    }
}
