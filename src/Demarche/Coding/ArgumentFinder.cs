using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>The actors on both sides of an act, each side with the rule that found it.</summary>
internal sealed record Arguments(List<ActorId> Sources, string SourceRule, List<ActorId> Targets, string TargetRule);

/// <summary>Finds who did it and to whom, for verbs, nouns and adjectives alike.</summary>
internal sealed class ArgumentFinder(
    Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs, AttributionFinder attributions, Dialogues dialogues)
{
    private readonly SourceFinder _sources = new(analysis, grammar, roles, verbs);
    private readonly TargetFinder _targets = new(analysis, grammar, roles, verbs);
    private readonly NearestActor _nearest = new(analysis, mentions, grammar, roles, verbs);

    /// <summary>Sources and targets of a match; either may be empty.</summary>
    public Arguments Find(PatternMatch match, bool symmetric) =>
        match.IsBidding && Bidding(match.Trigger) is { } bidding ? bidding : match.Pattern.IsStance ? Stance(match.Trigger) : Find(match.Trigger, match.Pattern.Code, match.Pattern.Kind == TriggerKind.Noun, symmetric, match.IsIntent, match.Targets);

    /// <summary>"in Geneva": where it happened, unless the act strikes the place.</summary>
    public bool IsPlace(Token noun) => _nearest.IsPlace(noun);

    /// <summary>Sources and targets of any verb, noun or adjective that names an act.</summary>
    /// <param name="trigger">The word.</param>
    /// <param name="code">The CAMEO code of the act.</param>
    /// <param name="isNoun">True to read it as a noun with owners and modifiers, false as a predicate with subject and objects.</param>
    /// <param name="symmetric">True if the act needs two sides who do the same.</param>
    /// <param name="intent">True if a noun says what somebody means to do.</param>
    /// <param name="bound">Nouns that are known to be targets.</param>
    public Arguments Find(Token trigger, string code, bool isNoun, bool symmetric, bool intent, ImmutableArray<Role> bound)
    {
        if (!isNoun && _sources.Sender(trigger) is { Count: > 0 } sender && Received(trigger, sender) is { } received) return received;
        var (sources, sourceRule) = isNoun ? _sources.OfNoun(trigger, symmetric, intent) : _sources.OfVerb(trigger);
        var others = new Others(mentions, sources, AreMeans(code));
        var (targets, targetRule) = (new List<ActorId>(), "none");
        if (bound.Length > 0) (targets, targetRule) = (others.Of(bound.SelectMany(r => roles.Any(r.Noun))), bound[0].Rule);
        var mutual = symmetric && targets.Count == 0 && AreSides(sources);
        if (mutual) (targets, targetRule) = (_targets.Partners(trigger, others), "partner");
        if (targets.Count == 0 && !mutual) (targets, targetRule) = isNoun ? _targets.OfNoun(trigger, others) : _targets.OfVerb(trigger, others);
        if (targets.Count == 0 && symmetric && !mutual) (targets, targetRule) = (_targets.Oblique(trigger, others), "partner");
        if (targets.Count == 0 && sources.Count > 1 && symmetric)
        {
            targets = sources.GetRange(1, sources.Count - 1);
            sources = sources.GetRange(0, 1);
            targetRule = "partner among the subjects";
        }
        if (targets.Count == 0 && sources.Count > 0 && (!isNoun || intent)) (targets, targetRule) = _nearest.Of(trigger, others, string.CompareOrdinal(code, "14") >= 0);
        return new Arguments(sources, sourceRule, targets, targets.Count == 0 ? "none" : targetRule);
    }

    /// <summary>"Vladimir, let's …": the speaker is the source, whom he speaks to the target; null if nobody of the record speaks.</summary>
    private Arguments? Bidding(Token trigger) =>
        dialogues.Around(trigger)?.Speaker is { } speaker && roles.IsPolitical(speaker)
            ? new Arguments([speaker], "speaker", dialogues.Addressee(trigger) is { } addressee ? [addressee] : [], "whom the words are said to")
            : null;

    /// <summary>Troops are the means, not the target, where they withdraw or march.</summary>
    private static bool AreMeans(string code) => code[..2] is "08" or "15";

    /// <summary>"faces criticism from Chad": the subject is the target, whom it comes from the source.</summary>
    private Arguments? Received(Token verb, List<ActorId> sender)
    {
        var others = new Others(mentions, sender, false);
        return others.Of(_sources.OfVerb(verb).Sources) is { Count: > 0 } receiver ? new Arguments(sender, "from", receiver, "receiver") : null;
    }

    /// <summary>True if two or more countries act together: they can be each other's partners.</summary>
    private bool AreSides(List<ActorId> sources) =>
        sources.Count > 1 && sources.Select(s => mentions[s].Country).Distinct().Count() > 1;

    /// <summary>"Merkel said the raid was a mistake": she is the source, whoever the clause is about the target.</summary>
    private Arguments Stance(Token trigger)
    {
        var speakers = attributions.Find(trigger).Where(a => a.Actor is not null).Select(a => a.Actor!.Value).ToList();
        if (speakers.Count == 0) return new Arguments([], "no speaker", [], "none");
        var source = new List<ActorId> { speakers[^1] };
        if (mentions[source[0]].Country is null || mentions[source[0]].Sector == "MED") return new Arguments([], "no political speaker", [], "none");
        var others = new Others(mentions, source, false);
        var subjects = grammar.Subjects(trigger).Concat(grammar.Objects(trigger).Where(o => o.Rule == "passive subject")).Select(r => r.Noun).ToList();
        foreach (var s in subjects)
            if (others.OfOtherCountries(roles.Any(s)) is { Count: > 0 } about) return new Arguments(source, "speaker", about, "subject of what is said");
        if (!subjects.TrueForAll(s => s.Upos is "PRON" or "DET")) return new Arguments(source, "speaker", [], "none");
        var (nearest, rule) = _nearest.Of(trigger, others, false);
        return new Arguments(source, "speaker", nearest, rule);
    }
}
