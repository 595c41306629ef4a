using Demarche.Figures;
using Demarche.Language;
using Demarche.Ontology;

namespace Demarche.Coding;

/// <summary>Finds the acts of one sentence by patterns alone: every trigger with its best pattern, then those that stand on their own.</summary>
internal sealed class SentenceCoder(EventOntology ontology, PatternSet patterns, Composition composition, Reading reading)
{
    /// <summary>What stands below another act is an act of its own if it is so sure.</summary>
    private const float SureOfContent = 0.5f;

    private readonly Analysis _analysis = reading.Analysis;

    /// <summary>The acts in the order of their triggers.</summary>
    public IEnumerable<Act> Code(Sentence sentence)
    {
        var matches = Matches(sentence);
        var acts = matches
            .Where(m => m.Stands)
            .Select(Complete)
            .OfType<Act>()
            .ToList();
        return Distinct(acts);
    }

    /// <summary>True of sentences about sport and the like, whose words of fighting mean none.</summary>
    public bool IsPlay(Sentence sentence) => reading.Verbs.OtherFields.IsPlay(_analysis, reading.Actors, sentence);

    /// <summary>The pattern that holds best at each word, composed where a word governs an act; in order of trigger.</summary>
    public List<PatternMatch> Matches(Sentence sentence)
    {
        var matches = new List<PatternMatch>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (Best(_analysis.Tokens[i]) is { } match) matches.Add(match);
        if (matches.Count == 0 || IsPlay(sentence)) return [];
        matches.RemoveAll(m => reading.Verbs.OtherFields.Has(m, _analysis, reading.Actors, reading.Grammar));
        var composed = new Composer(composition, _analysis, reading.Matcher, reading.Verbs).Compose(matches).ConvertAll(Bidden);
        return [.. composed.Select(m => m with { Stands = !IsWordOfAnother(m, composed) && !IsContentOfAnother(m, composed) })];
    }

    /// <summary>An act bidden in direct speech is a demand of that act.</summary>
    private PatternMatch Bidden(PatternMatch match) =>
        match.Inner is null && reading.Dialogues.IsBidding(match.Trigger) && composition.CodeOf("demand", match.Pattern.Code) is { } code
            ? match with { Pattern = match.Pattern with { Code = code, Text = $"bidding (demand) over {match.Pattern.Code} {match.Pattern.Text}" }, IsBidding = true }
            : match;

    private PatternMatch? Best(Token token)
    {
        if (Composition.KindOf(token) is not { } k || (k == TriggerKind.Verb && token.BaseRelation is "amod" or "compound")) return null;
        var candidates = patterns.For(k, PatternMatcher.Lemma(token));
        return candidates.IsEmpty ? null : reading.Matcher.First(candidates, token);
    }

    /// <summary>A trigger, or a word, that a more specific match has bound says nothing of its own.</summary>
    private static bool IsWordOfAnother(PatternMatch match, List<PatternMatch> all) =>
        all.Exists(m => m != match && (m.Words.Contains(match.Trigger)
            || (m.Pattern.Specificity > match.Pattern.Specificity && m.Words.Any(w => match.Words.Contains(w)))));

    /// <summary>What is demanded, offered, threatened, agreed on or complained of is the content of that act and none of its own.</summary>
    private bool IsContentOfAnother(PatternMatch match, List<PatternMatch> all)
    {
        var below = match.Trigger;
        while (_analysis.Head(below) is { } head)
        {
            var outer = all.Find(m => m.Trigger.Index == head.Index);
            if (outer is not null && IsContent(below, outer.Pattern.Code)) return true;
            if (below.BaseRelation is not ("xcomp" or "ccomp" or "acl" or "obj" or "conj" or "advcl" or "obl" or "nmod")) return false;
            if (below.BaseRelation is "nmod" or "obl" && reading.Grammar.CaseOf(below) is not ("of" or "for" or "to" or "")) return false;
            below = head;
        }
        return false;
    }

    private bool IsContent(Token complement, string code)
    {
        var irrealis = code[..2] is "02" or "03" or "05" or "10" or "12" or "13";
        return complement.BaseRelation switch
        {
            "xcomp" or "acl" => irrealis || code[..2] is "11" or "08",
            "ccomp" => irrealis && code[..2] is not "05",
            "advcl" or "obl" => complement.Upos == "VERB" && (code[..2] is "11" || (code[..2] is "03" && reading.Grammar.IsMarked(complement, "to"))),
            "obj" or "nmod" => irrealis && complement.Upos == "NOUN" && code[..2] is "02" or "03" or "10" or "13",
            _ => false,
        };
    }

    private Act? Complete(PatternMatch match)
    {
        var code = ontology[match.Pattern.Code];
        var arguments = reading.Arguments.Find(match, code.Symmetric);
        if (arguments.Sources.Count == 0 || IsAssessment(match.Trigger)) return null;
        if (match.Pattern.IsStance) return Stance(match, arguments);
        if (match.Pattern.Kind == TriggerKind.Noun && !match.IsIntent && arguments.Targets.Count == 0 && arguments.Sources.Count < 2) return null;
        if (arguments.Targets.Count == 0 && match.Pattern.Addresses) return null;
        var (status, rule) = reading.Statuses.Find(match);
        if (rule == StatusFinder.Wish) return null;
        return status == Status.Planned && Announced(match, arguments) is { } announced
            ? new Act(announced, arguments, Status.Occurred, "announced")
            : new Act(match, arguments, status, rule);
    }

    /// <summary>The acts that the model found, as far as they stand beside each other: neither the content of a surer act nor one told twice.</summary>
    public List<Act> Settled(IEnumerable<Act> found)
    {
        var acts = found.Where(a => !IsAssessment(a.Match.Trigger)).Select(Voiced).ToList();
        var matches = acts.ConvertAll(a => a.Match);
        return Distinct([.. acts.Where(a => (a.Chance >= SureOfContent || !IsContentOfAnother(a.Match, matches)) && !acts.Exists(o => IsPartOf(a, o)))]);
    }

    /// <summary>"accepted an offer": the offer that a pattern has bound is no second act of the same type.</summary>
    private bool IsPartOf(Act act, Act whole) =>
        whole != act && act.Match.IsLearned && whole.Match.Words.Contains(act.Match.Trigger)
        && ontology[whole.Match.Pattern.Code].Plover == ontology[act.Match.Pattern.Code].Plover;

    private Act Voiced(Act act) => act.Status == Status.Planned && Announced(act.Match, act.Arguments) is { } announced
        ? act with { Match = announced, Status = Status.Occurred, StatusRule = "announced" }
        : act;

    /// <summary>What an analyst thinks is kept with its author (<see cref="AssessmentFinder"/>) and is no event.</summary>
    private bool IsAssessment(Token trigger) => reading.Attributions.Find(trigger) is [.., { Kind: AttributionKind.Analyst }];

    /// <summary>Whoever says that he will help, yield or strike does so far no more than promise or threaten it (CAMEO 03 and 13).</summary>
    private PatternMatch? Announced(PatternMatch match, Arguments arguments)
    {
        var act = match.Pattern.Code;
        var governor = act[..2] is "05" or "06" or "07" or "08" ? "offer" : act[..2] is "18" or "19" or "20" && IsOwnWord(match, arguments) ? "hard" : null;
        return governor is not null && composition.CodeOf(governor, act) is { } code
            ? match with { Pattern = match.Pattern with { Code = code, Text = $"announced: {match.Pattern.Text}" } }
            : null;
    }

    private bool IsOwnWord(PatternMatch match, Arguments arguments) =>
        reading.Attributions.Find(match.Trigger).Any(a => a.Actor is { } speaker
            && arguments.Sources.Exists(s => reading.Actors[s].Country == reading.Actors[speaker].Country));

    /// <summary>Praise and blame are done by saying them: they occurred, unless what is said is itself denied or only imagined.</summary>
    private Act? Stance(PatternMatch match, Arguments arguments)
    {
        if (arguments.Targets.Count == 0) return null;
        var (status, _) = reading.Statuses.Find(match);
        var counts = status is Status.Occurred or Status.Ongoing || (status != Status.Denied && match.Pattern.Code.StartsWith("13", StringComparison.Ordinal));
        return counts ? new Act(match, arguments, Status.Occurred, "said") : null;
    }

    /// <summary>One act told twice in a sentence counts once: the fuller telling stays.</summary>
    public List<Act> Distinct(List<Act> acts)
    {
        var kept = new List<Act>();
        foreach (var act in acts)
        {
            var twin = kept.FindIndex(k => IsTwin(k, act));
            if (twin < 0) kept.Add(act);
            else if (Fullness(act) > Fullness(kept[twin])) kept[twin] = act;
        }
        return kept;
    }

    private bool IsTwin(Act a, Act b) =>
        ontology[a.Match.Pattern.Code].Plover == ontology[b.Match.Pattern.Code].Plover
        && Everyone(a).Overlaps(Everyone(b))
        && (a.Arguments.Sources.Intersect(b.Arguments.Sources).Any() || ontology[a.Match.Pattern.Code].Symmetric)
        && (a.Arguments.Targets.Count == 0 || b.Arguments.Targets.Count == 0 || Everyone(a).IsSupersetOf(Everyone(b)) || Everyone(b).IsSupersetOf(Everyone(a)));

    private static HashSet<Actors.ActorId> Everyone(Act act) => [.. act.Arguments.Sources, .. act.Arguments.Targets];

    private static int Fullness(Act act) => Everyone(act).Count * 10 + act.Match.Pattern.Specificity;
}
