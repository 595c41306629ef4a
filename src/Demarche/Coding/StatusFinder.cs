using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Whether an act is told as done, going on, planned, possible or denied; with the rule that decided.</summary>
/// <remarks>
/// What the act's own words say goes first. Then the climb goes from the trigger up as long as the act is content of what stands
/// above it: through complements and light verbs, not out of relative and temporal clauses, whose acts are told as facts.
/// </remarks>
internal sealed class StatusFinder(Analysis analysis, ClauseGrammar grammar, PatternMatcher matcher, VerbClasses verbs)
{
    /// <summary>The rule of what somebody only wants or may do; such an act is the content of the wish and none of its own.</summary>
    public const string Wish = "wish";

    private const int MaxClimb = 8;

    /// <summary>The status of an act.</summary>
    public (Status Status, string Rule) Find(PatternMatch match)
    {
        var trigger = match.Trigger;
        var root = match.Pattern.Code[..2];
        var negationIsPart = match.Pattern.Elements.Any(e => e is { Slot: Slot.Negation, Forbidden: false });
        if (!negationIsPart && IsDenied(trigger, match)) return (Status.Denied, "negation");
        if (IsQuestion(trigger)) return (Status.Possible, "question");
        var found = Own(trigger) ?? Modified(trigger) ?? Governed(trigger, root) ?? Default(trigger);
        return IsSaying(root) && IsSaid(trigger, found) ? (Status.Occurred, "said") : found;
    }

    private (Status, string) Default(Token trigger) => IsProgressive(trigger) ? (Status.Ongoing, "progressive") : (Status.Occurred, "default");

    /// <summary>Appeals, offers, praise, blame, demands, refusals and threats are done by saying them.</summary>
    private static bool IsSaying(string root) => root is "02" or "03" or "05" or "10" or "11" or "12" or "13";

    /// <summary>"is urging", "would be willing to talk", "we want to thank": it is said, whatever the mood of its verb.</summary>
    private bool IsSaid(Token trigger, (Status Status, string Rule) found) => found.Rule switch
    {
        "progressive" => true,
        "future" or "future in reported speech" or "modal" => trigger.Upos == "ADJ" || (verbs.Readiness.Contains(PatternMatcher.Lemma(trigger)) && found.Status == Status.Planned) || IsPolite(trigger),
        "considering verb" or Wish => IsPolite(trigger),
        _ => false,
    };

    /// <summary>"I would urge", "we want to thank", "I must condemn".</summary>
    private bool IsPolite(Token verb) =>
        grammar.Subjects(verb).Any(s => s.Noun.Lemma.ToLowerInvariant() is "i" or "we") && analysis.Child(verb.Index, "advcl") is null;

    private bool IsDenied(Token trigger, PatternMatch match) =>
        matcher.IsNegated(trigger)
        || (trigger.Upos == "VERB" && analysis.Children(trigger.Index, "nsubj").Any(IsNobody))
        || match.Words.Any(w => w.Head == trigger.Index && w.BaseRelation is "obj" && matcher.IsNegated(w))
        || (trigger.Upos == "NOUN" && analysis.Head(trigger) is { Upos: "VERB" } verb && trigger.BaseRelation == "obj" && matcher.IsNegated(verb))
        || analysis.Children(trigger.Index, "mark", "case").Any(m => m.Form.ToLowerInvariant() is "without" or "instead" or "rather");

    /// <summary>"neither Greece nor Turkey", "no ship", "none of them".</summary>
    private bool IsNobody(Token subject) =>
        subject.Form.ToLowerInvariant() is "nobody" or "none" or "neither" || analysis.Children(subject.Index, "det", "cc").Any(d => d.Form.ToLowerInvariant() is "neither" or "no");

    /// <summary>Asked in the main clause. What is told beside a question, and what "why" and "when" ask about, is taken for granted.</summary>
    private bool IsQuestion(Token trigger)
    {
        var sentence = analysis.Sentences[trigger.Sentence];
        var last = sentence.EndToken - 1;
        while (last >= sentence.FirstToken && analysis.Tokens[last].Upos == "PUNCT" && analysis.Tokens[last].Form != "?") last--;
        if (last < sentence.FirstToken || analysis.Tokens[last].Form != "?") return false;
        if (analysis.Tokens[sentence.FirstToken].Form.ToLowerInvariant() is "why" or "how" or "when" or "where" or "who") return false;
        var token = trigger;
        for (; analysis.Head(token) is { } head; token = head)
            if (token.BaseRelation is not ("conj" or "xcomp" or "ccomp" or "parataxis" or "obj") || matcher.IsNegated(head)) return false;
        return true;
    }

    /// <summary>What the verb's own auxiliaries and marks say.</summary>
    private (Status, string)? Own(Token trigger)
    {
        if (trigger.BaseRelation == "ccomp" && IsConditional(trigger)) return (Status.Possible, "open question");
        if (IsInverted(trigger)) return (Status.Possible, "condition");
        foreach (var aux in analysis.Children(trigger.Index, "aux"))
        {
            switch (aux.Lemma.ToLowerInvariant())
            {
                case "would" or "'d" when IsReported(trigger): return (Status.Planned, "future in reported speech");
                case "will" or "shall" or "'ll" or "’ll": return (Status.Planned, "future");
                case "would" or "could" or "may" or "might" or "should" or "must" or "can" or "ought": return (Status.Possible, "modal");
            }
        }
        if (IsScheduled(trigger)) return (Status.Planned, "is to");
        if (analysis.Children(trigger.Index, "advmod").Any(a => verbs.Doubtful.Contains(a.Lemma.ToLowerInvariant()))) return (Status.Possible, "doubtful adverb");
        return IsConditional(trigger) ? (Status.Possible, "condition") : null;
    }

    /// <summary>"is to impose", "is due to arrive": a copula over an infinitive.</summary>
    private bool IsScheduled(Token verb) =>
        verb.Upos == "VERB" && analysis.Child(verb.Index, "nsubj:outer") is not null && analysis.Child(verb.Index, "cop") is { Xpos: "VBZ" or "VBP" }
        && analysis.Child(verb.Index, "mark") is not null;

    /// <summary>"the upcoming summit", "possible strikes", "the cancelled visit".</summary>
    private (Status, string)? Modified(Token trigger)
    {
        foreach (var a in analysis.Children(trigger.Index, "amod", "advmod"))
        {
            var lemma = PatternMatcher.Lemma(a);
            if (verbs.Coming.Contains(lemma)) return (Status.Planned, "adjective");
            if (verbs.Imagined.Contains(lemma)) return (Status.Possible, "adjective");
        }
        return null;
    }

    /// <summary>"said that it would …": what was "will" when it was said. Not with a condition beside it.</summary>
    private bool IsReported(Token verb)
    {
        if (analysis.Children(verb.Index, "advcl").Any(IsConditional)) return false;
        var at = verb;
        while (at.BaseRelation == "conj" && analysis.Head(at) is { } first) at = first;
        return at.BaseRelation == "ccomp" && analysis.Head(at) is { } head && (verbs.Report.Contains(PatternMatcher.Lemma(head)) || verbs.Planning.Contains(PatternMatcher.Lemma(head)));
    }

    private bool IsConditional(Token verb) =>
        verb.BaseRelation is "advcl" or "ccomp" && analysis.Children(verb.Index, "mark").Any(m => m.Lemma.ToLowerInvariant() is "if" or "unless" or "whether" or "should");

    /// <summary>"Had Britain supported …", "Should Serbia recognise …".</summary>
    private bool IsInverted(Token verb)
    {
        var subject = analysis.Child(verb.Index, "nsubj");
        return subject is not null && verb.Index > subject.Index && analysis.Children(verb.Index, "aux", "aux:pass", "cop")
            .Any(a => a.Index < subject.Index && a.Form.ToLowerInvariant() is "had" or "were" or "should");
    }

    /// <summary>"is fighting", "has been training".</summary>
    private bool IsProgressive(Token verb) =>
        verb.Xpos == "VBG" && analysis.Children(verb.Index, "aux").Any(a => a.Lemma == "be");

    /// <summary>What governs the trigger: plans, wishes, failures and denials above it.</summary>
    private (Status, string)? Governed(Token trigger, string root)
    {
        var below = trigger;
        for (var climb = 0; climb < MaxClimb && analysis.Head(below) is { } head; climb++, below = head)
        {
            var (found, goesOn) = below.BaseRelation switch
            {
                "xcomp" => (Complement(below, head), true),
                "ccomp" => Clause(below, head),
                "acl" when verbs.Hearsay.Contains(PatternMatcher.Lemma(head)) => ((Status.Possible, "rumour"), false),
                "csubj" => (OfPredicate(head), false),
                "acl" when below.Relation != "acl:relcl" => (OfNoun(below, head), true),
                "obj" when below.Upos is "NOUN" or "PROPN" => Thing(head),
                "nsubj" when below == trigger && below.Upos == "NOUN" => (Own(head) ?? OfVoid(head), false),
                "conj" => (Shared(below, head), IsBare(below)),
                "advcl" => (Adverbial(below, head, root), IsMarkedTo(below)),
                "nmod" or "obl" => (OfPhrase(below, head), false),
                _ => (null, false),
            };
            if (found is not null) return found;
            if (!goesOn) return null;
        }
        return null;
    }

    private (Status, string)? Complement(Token below, Token head)
    {
        var lemma = PatternMatcher.Lemma(head);
        if (verbs.Failing.Contains(lemma)) return (matcher.IsNegated(head) ? Status.Occurred : Status.Denied, "failing verb");
        if (verbs.Denying.Contains(lemma) && below.Xpos == "VBG") return (Status.Denied, "denying verb");
        if (lemma == "have" && analysis.Children(head.Index, "advmod").Any(a => a.Lemma == "yet")) return (Status.Denied, "yet to");
        if (matcher.IsNegated(head) && !verbs.Considering.Contains(lemma)) return (Status.Denied, "negated governor");
        if (IsMarkedTo(below) && verbs.Planning.Contains(lemma)) return (Status.Planned, "planning verb");
        if (IsMarkedTo(below) && lemma == "go" && head.Xpos == "VBG") return (Status.Planned, "going to");
        if (verbs.Considering.Contains(lemma) && (IsMarkedTo(below) || below.Xpos == "VBG"))
            return (Status.Possible, lemma is "consider" or "contemplate" or "debate" or "discuss" or "explore" or "mull" or "weigh" ? "considering verb" : Wish);
        if (lemma is "continue" or "keep" or "remain" && head.Xpos is "VBZ" or "VBP") return (Status.Ongoing, "continuing");
        return Own(head);
    }

    private ((Status, string)?, bool) Clause(Token below, Token head)
    {
        var lemma = PatternMatcher.Lemma(head);
        if (verbs.Denying.Contains(lemma)) return ((Status.Denied, "denying verb"), false);
        if (IsConditional(below)) return ((Status.Possible, "open question"), false);
        var irrealis = lemma is "suggest" or "propose" or "demand" or "hope" or "fear" or "wish" or "insist" or "urge" && below.Xpos == "VB";
        if (irrealis || lemma is "imagine" or "suppose" or "pretend") return ((Status.Possible, "irrealis complement"), false);
        return (null, below.Xpos is "VB" or "VBG");
    }

    /// <summary>The infinitive or the clause of a noun: "plans to attack", "no evidence that it attacked".</summary>
    private (Status, string)? OfNoun(Token below, Token noun)
    {
        var lemma = PatternMatcher.Lemma(noun);
        if (matcher.IsNegated(noun)) return (Status.Denied, "negated noun");
        if (analysis.Head(noun) is { } verb && noun.BaseRelation == "obj" && below.Xpos != "VBN"
            && (verbs.Denying.Contains(PatternMatcher.Lemma(verb)) || (IsMarkedTo(below) && (verbs.Failing.Contains(PatternMatcher.Lemma(verb)) || matcher.IsNegated(verb)))))
            return (Status.Denied, "denied noun");
        if (!IsMarkedTo(below)) return null;
        if (verbs.Plans.Contains(lemma)) return (Status.Planned, "plan");
        return verbs.Chances.Contains(lemma) ? (Status.Possible, Wish) : null;
    }

    /// <summary>The verb that a noun of action is the object of.</summary>
    private ((Status, string)?, bool) Thing(Token verb)
    {
        var lemma = PatternMatcher.Lemma(verb);
        if (verbs.Failing.Contains(lemma) || (lemma == "rule" && analysis.Child(verb.Index, "compound:prt") is { Lemma: "out" }))
            return ((matcher.IsNegated(verb) ? Status.Possible : Status.Denied, "failing verb"), false);
        if (verbs.Weighing.Contains(lemma)) return ((Status.Possible, "considering verb"), false);
        if (lemma is "plan" or "schedule" or "prepare" or "announce" && verb.Xpos != "VBN") return (lemma == "announce" ? null : (Status.Planned, "planning verb"), false);
        return (verbs.Light.Contains(lemma) ? Own(verb) : null, verbs.Light.Contains(lemma));
    }

    /// <summary>"the talks were cancelled".</summary>
    private (Status, string)? OfVoid(Token verb) =>
        verb.Lemma == "have" && analysis.Children(verb.Index, "advmod").Any(a => a.Lemma == "yet") ? (Status.Denied, "yet to") :
        grammar.IsPassive(verb) && PatternMatcher.Lemma(verb) is "cancel" or "scrap" or "avert" or "prevent" or "foil" or "thwart" or "avoid" ? (Status.Denied, "cancelled") : null;

    /// <summary>"It is not true that …", "It is possible that …".</summary>
    private (Status, string)? OfPredicate(Token predicate) => PatternMatcher.Lemma(predicate) switch
    {
        "true" or "correct" when matcher.IsNegated(predicate) => (Status.Denied, "not true"),
        "false" or "untrue" => (Status.Denied, "not true"),
        var lemma when verbs.Imagined.Contains(lemma) => (Status.Possible, "adjective"),
        _ => null,
    };

    private (Status, string)? Shared(Token below, Token head) =>
        IsBare(below) ? Own(head) : analysis.Child(below.Index, "nsubj") is null && IsConditional(head) ? (Status.Possible, "condition") : null;

    /// <summary>Without a tense of its own: what holds of the first verb holds of it.</summary>
    private bool IsBare(Token verb) =>
        verb.Upos is "NOUN" or "PROPN" or "ADJ" || (verb.Xpos is "VB" or "VBG" or "VBN" && analysis.Child(verb.Index, "nsubj", "aux", "mark") is null);

    private (Status, string)? Adverbial(Token below, Token head, string root)
    {
        if (IsConditional(below)) return (Status.Possible, "condition");
        if (StopsShort(below, head)) return (Status.Denied, "stopped short");
        if (below.Xpos == "VBG" && grammar.IsMarked(below, "from") && verbs.Failing.Contains(PatternMatcher.Lemma(head))) return (Status.Denied, "failing verb");
        var future = Own(head) is { } own ? own : ((Status, string)?)null;
        if (IsMarkedTo(below)) return future ?? (string.CompareOrdinal(root, "15") < 0 || verbs.Going.Contains(PatternMatcher.Lemma(head)) ? null : (Status.Possible, "purpose"));
        return below.Xpos == "VBG" && analysis.Child(below.Index, "mark") is null && future is { Item1: Status.Planned } ? future : null;
    }

    /// <summary>"stopped short of condemning", "pulled out of launching", "backed away from striking".</summary>
    private bool StopsShort(Token below, Token head) =>
        (grammar.IsMarked(below, "of") || grammar.IsMarked(below, "from"))
        && (head.Lemma is "short" or "pull" or "back" || analysis.Children(head.Index, "xcomp", "advmod").Any(s => s.Lemma == "short"));

    /// <summary>"the possibility of talks", "a plan for strikes", "the absence of attacks".</summary>
    private (Status, string)? OfPhrase(Token below, Token head)
    {
        var preposition = grammar.CaseOf(below);
        if (preposition is "without" or "instead of" or "rather than") return (Status.Denied, "without");
        if (preposition is not ("of" or "for") || head.Upos != "NOUN") return null;
        var lemma = PatternMatcher.Lemma(head);
        if (lemma is "absence" or "lack" or "end" or "halt") return lemma is "absence" or "lack" ? (Status.Denied, "absence") : null;
        if (verbs.Plans.Contains(lemma)) return (Status.Planned, "plan");
        return verbs.Chances.Contains(lemma) ? (Status.Possible, Wish) : null;
    }

    private bool IsMarkedTo(Token verb) => verb.Upos is "VERB" or "NOUN" or "ADJ" && grammar.IsMarked(verb, "to");
}
