using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Whether an act is told as done, going on, planned, possible or denied; with the rule that decided.</summary>
/// <remarks>The climb goes from the trigger to the root of the sentence; the strongest evidence on the way wins.</remarks>
internal sealed class StatusFinder(Analysis analysis, ClauseGrammar grammar, PatternMatcher matcher, VerbClasses verbs)
{
    private const int MaxClimb = 8;

    /// <summary>The status of an act.</summary>
    public (Status Status, string Rule) Find(PatternMatch match)
    {
        var trigger = match.Trigger;
        var negationIsPart = match.Pattern.Elements.Any(e => e is { Slot: Slot.Negation, Forbidden: false });
        if (!negationIsPart && IsDenied(trigger, match)) return (Status.Denied, "negation");
        if (IsQuestion(trigger)) return (Status.Possible, "question");
        if (Own(trigger) is { } own) return own;
        return Governed(trigger) ?? (IsProgressive(trigger) ? (Status.Ongoing, "progressive") : (Status.Occurred, "default"));
    }

    private bool IsDenied(Token trigger, PatternMatch match) =>
        matcher.IsNegated(trigger)
        || match.Words.Any(w => w.Head == trigger.Index && w.BaseRelation is "obj" && matcher.IsNegated(w))
        || (trigger.Upos == "NOUN" && analysis.Head(trigger) is { Upos: "VERB" } verb && trigger.BaseRelation == "obj" && matcher.IsNegated(verb));

    private bool IsQuestion(Token trigger)
    {
        var sentence = analysis.Sentences[trigger.Sentence];
        if (sentence.EndToken <= sentence.FirstToken) return false;
        for (var i = sentence.EndToken - 1; i >= sentence.FirstToken && analysis.Tokens[i].Upos == "PUNCT"; i--)
            if (analysis.Tokens[i].Form == "?") return Root(trigger) == trigger.Index || analysis.Tokens[Root(trigger)].BaseRelation == "root";
        return false;
    }

    private int Root(Token token)
    {
        while (analysis.Head(token) is { } head) token = head;
        return token.Index;
    }

    /// <summary>What the verb's own auxiliaries and marks say.</summary>
    private (Status, string)? Own(Token trigger)
    {
        foreach (var aux in analysis.Children(trigger.Index, "aux"))
        {
            switch (aux.Lemma.ToLowerInvariant())
            {
                case "would" or "'d" when IsReported(trigger): return (Status.Planned, "future in reported speech");
                case "will" or "shall" or "'ll" or "’ll": return (Status.Planned, "future");
                case "would" or "could" or "may" or "might" or "should" or "must" or "can" or "ought": return (Status.Possible, "modal");
            }
        }
        if (analysis.Children(trigger.Index, "advmod").Any(a => verbs.Doubtful.Contains(a.Lemma.ToLowerInvariant()))) return (Status.Possible, "doubtful adverb");
        return IsConditional(trigger) ? (Status.Possible, "condition") : null;
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
        verb.BaseRelation == "advcl" && analysis.Children(verb.Index, "mark").Any(m => m.Lemma.ToLowerInvariant() is "if" or "unless" or "whether" or "should");

    private bool IsProgressive(Token verb) =>
        verb.Xpos == "VBG" && analysis.Children(verb.Index, "aux").Any(a => a.Lemma == "be" && a.Xpos is "VBP" or "VBZ");

    /// <summary>What governs the trigger: plans, wishes, failures and denials above it.</summary>
    private (Status, string)? Governed(Token trigger)
    {
        var below = trigger;
        for (var climb = 0; climb < MaxClimb && analysis.Head(below) is { } head; climb++, below = head)
        {
            var lemma = PatternMatcher.Lemma(head);
            if (below.BaseRelation is not ("xcomp" or "ccomp" or "acl" or "obj" or "advcl" or "conj")) continue;
            var complement = below.BaseRelation is "xcomp" || (below.BaseRelation is "acl" && below.Relation != "acl:relcl");
            if (complement || below.BaseRelation == "obj")
            {
                if (verbs.Failing.Contains(lemma)) return (matcher.IsNegated(head) ? Status.Occurred : Status.Denied, "failing verb");
                if (complement && matcher.IsNegated(head) && !verbs.Considering.Contains(lemma)) return (Status.Denied, "negated governor");
                if (complement && IsInfinitive(below) && verbs.Planning.Contains(lemma)) return (Status.Planned, "planning verb");
                if (complement && IsInfinitive(below) && lemma == "go" && head.Xpos == "VBG") return (Status.Planned, "going to");
                if (verbs.Considering.Contains(lemma) && (below.Upos == "NOUN" ? lemma is "consider" or "weigh" or "mull" or "contemplate" or "propose" or "discuss" or "debate" or "threaten" or "want" or "seek" or "fear" or "suggest" : IsInfinitive(below) || below.Xpos == "VBG"))
                    return (Status.Possible, "considering verb");
            }
            if (below.BaseRelation == "ccomp" && verbs.Denying.Contains(lemma)) return (Status.Denied, "denying verb");
            if (below.BaseRelation == "ccomp" && lemma is "suggest" or "propose" or "demand" or "hope" or "fear" or "wish" or "insist" or "urge" && below.Xpos is "VB")
                return (Status.Possible, "irrealis complement");
            if (below.BaseRelation is "xcomp" or "conj" or "obj" && Own(head) is { } own) return own;
            if (below.BaseRelation is "advcl" && IsConditional(below)) return (Status.Possible, "condition");
            if (below.BaseRelation is "advcl" && IsInfinitive(below)) return (Status.Possible, "purpose");
        }
        return null;
    }

    private bool IsInfinitive(Token verb) => verb.Upos is "VERB" or "NOUN" or "ADJ" && grammar.IsMarked(verb, "to");
}
