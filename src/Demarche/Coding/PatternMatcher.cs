using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Learned;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>A pattern that holds at a trigger.</summary>
/// <param name="Pattern">Which.</param>
/// <param name="Trigger">The verb, noun or adjective that called it.</param>
/// <param name="Words">Further tokens that its words bound, in text order.</param>
/// <param name="Targets">Nouns that its {target} bound.</param>
internal sealed record PatternMatch(EventPattern Pattern, Token Trigger, ImmutableArray<Token> Words, ImmutableArray<Role> Targets)
{
    /// <summary>Of a code composed of a governing word and the act below it, the match of that act; else null.</summary>
    public PatternMatch? Inner { get; init; }

    /// <summary>True if the code was composed of a governing word and the act below it.</summary>
    public bool IsComposed => Inner is not null;

    /// <summary>False if its words, or the act they name, belong to a match that says more.</summary>
    public bool Stands { get; init; } = true;

    /// <summary>True if what a pattern knows as an act is bidden in direct speech: "Let's talk first".</summary>
    public bool IsBidding { get; init; }

    /// <summary>True if no pattern was written for it: the model alone knows the word for a trigger.</summary>
    public bool IsLearned => Pattern.File == EventModel.Name;

    /// <summary>A match without a pattern, for a trigger that the model found.</summary>
    public static PatternMatch Learned(Token trigger, string code)
    {
        var lemma = PatternMatcher.Lemma(trigger);
        return new PatternMatch(new EventPattern(code, $"learned: {lemma}", EventModel.Name, 0, Composition.KindOf(trigger) ?? TriggerKind.Verb, [lemma], [], [], []), trigger, [], []);
    }

    /// <summary>True if a noun says, with its complement, what somebody means to do: "his offer to mediate". It needs no partner in its own phrase.</summary>
    public bool IsIntent => Pattern.Kind == TriggerKind.Noun && (IsComposed || Pattern.Elements.Any(e => e is { Slot: Slot.OpenComplement, Forbidden: false }));
}

/// <summary>Tries patterns against the dependents of a trigger.</summary>
internal sealed class PatternMatcher(Analysis analysis, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs)
{
    /// <summary>The first pattern that holds, or null.</summary>
    /// <remarks>A pattern counts by the trigger that calls it here: one of "fly" and "fly+in" is no more specific where nothing flies in.</remarks>
    public PatternMatch? First(IEnumerable<EventPattern> patterns, Token trigger)
    {
        PatternMatch? best = null;
        var most = int.MinValue;
        foreach (var p in patterns)
        {
            if (p.GreatestSpecificity <= most || TriggerOf(p, trigger) is not { } called || p.SpecificityAt(called) <= most || Match(p, trigger) is not { } match) continue;
            (best, most) = (match, p.SpecificityAt(called));
        }
        return best;
    }

    /// <summary>The match of one pattern at a trigger, or null.</summary>
    public PatternMatch? Match(EventPattern pattern, Token trigger)
    {
        var words = new SortedSet<int>();
        var targets = new List<Role>();
        if (TriggerOf(pattern, trigger, words) is null) return null;
        foreach (var e in pattern.Elements)
            if (Holds(e, trigger, words, targets) == e.Forbidden && !e.Optional) return null;
        return new PatternMatch(pattern, trigger, [.. words.Select(i => analysis.Tokens[i])], [.. targets]);
    }

    /// <summary>Each part of a pattern at a trigger whose lemma called it, the trigger first.</summary>
    public IEnumerable<Condition> Try(EventPattern pattern, Token trigger)
    {
        var words = new SortedSet<int> { trigger.Index };
        var called = TriggerOf(pattern, trigger, words);
        yield return new Condition(called ?? pattern.Text.Split(' ')[0], called is not null, [.. words]);
        foreach (var e in pattern.Elements) yield return Try(e, trigger);
    }

    /// <summary>True if a negator depends on the token.</summary>
    public bool IsNegated(Token token)
    {
        foreach (var c in analysis.Children(token.Index))
        {
            var child = analysis.Tokens[c];
            if (child.BaseRelation is "advmod" or "det" or "cc" or "mark" or "case" && verbs.Negators.Contains(child.Form.ToLowerInvariant()) && !IsNotOnly(child)) return true;
        }
        return false;
    }

    /// <summary>"not only condemned it": it did.</summary>
    private bool IsNotOnly(Token negator) =>
        negator.Index + 1 < analysis.Tokens.Length && analysis.Tokens[negator.Index + 1].Lemma.ToLowerInvariant() is "only" or "just" or "merely" or "simply";

    /// <summary>A word that says something of its subject: a verb with a subject, a noun or an adjective with a copula or as an object complement.</summary>
    private bool IsPredicate(Token trigger) =>
        trigger.Upos == "VERB" || analysis.Child(trigger.Index, "cop") is not null || trigger.BaseRelation == "xcomp";

    /// <summary>Which of a pattern's triggers a token is, as written; null if it lacks the particle.</summary>
    public string? TriggerOf(EventPattern pattern, Token trigger) => TriggerOf(pattern, trigger, []);

    private string? TriggerOf(EventPattern pattern, Token trigger, SortedSet<int> words)
    {
        var lemma = Lemma(trigger);
        foreach (var t in pattern.Triggers)
        {
            var plus = t.IndexOf('+', StringComparison.Ordinal);
            if (plus < 0 && t == lemma) return t;
            if (plus < 0 || !t.AsSpan(0, plus).SequenceEqual(lemma)) continue;
            if (Particle(trigger, t[(plus + 1)..]) is not { } particle) continue;
            words.Add(particle.Index);
            return t;
        }
        return null;
    }

    private Condition Try(PatternElement element, Token trigger)
    {
        var words = new SortedSet<int>();
        var targets = new List<Role>();
        var holds = Holds(element, trigger, words, targets);
        words.UnionWith(targets.Select(t => t.Noun.Index));
        return new Condition(element.Written, element.Optional || holds != element.Forbidden, element.Forbidden && !holds ? [] : [.. words]);
    }

    /// <summary>The particle of a verb, also where the parser took it for an adverb.</summary>
    private Token? Particle(Token verb, string particle) =>
        analysis.Children(verb.Index, "compound:prt", "advmod", "obl").FirstOrDefault(c => c.Upos is "ADP" or "ADV" && Lemma(c) == particle)
        ?? analysis.Children(verb.Index, "obl").Where(o => o.Index > verb.Index && !IsWhen(o)).Select(o => analysis.Child(o.Index, "case")).FirstOrDefault(c => c is not null && Lemma(c) == particle);

    /// <summary>"on Tuesday", "in the morning": when it was, and no part of what was done.</summary>
    private static bool IsWhen(Token noun) => NameWords.IsCalendarWord(noun.Form) || noun.Relation is "obl:tmod" or "obl:unmarked"
        || Lemma(noun) is "day" or "week" or "weekend" or "month" or "year" or "morning" or "afternoon" or "evening" or "night" or "today" or "yesterday" or "occasion" or "eve" or "anniversary";

    /// <summary>"called off the summit", read by the parser as called (off the summit): the noun is the object.</summary>
    private IEnumerable<Role> ParticleObjects(Token verb) =>
        analysis.Children(verb.Index, "obl").Where(o => grammar.CaseOf(o) is "off" or "up" or "down").SelectMany(grammar.WithConjuncts).Select(o => new Role(o, "object"));

    private bool Holds(PatternElement element, Token trigger, SortedSet<int> words, List<Role> targets)
    {
        if (element.Slot == Slot.Speaker) return IsPredicate(trigger);
        if (element.Slot == Slot.Negation) return IsNegated(trigger);
        var found = false;
        foreach (var role in element is { IsTarget: true, Slot: Slot.Clause } ? Addressed(trigger) : Candidates(element, trigger))
        {
            if (element.IsTarget)
            {
                if (!roles.Names(role.Noun)) continue;
                if (!element.Forbidden) targets.Add(role);
            }
            else if (!WordHolds(element.Words, role.Noun, words)) continue;
            found = true;
        }
        return found;
    }

    private IEnumerable<Role> Candidates(PatternElement element, Token trigger) => element.Slot switch
    {
        Slot.Object => grammar.Objects(trigger).Concat(ParticleObjects(trigger)).SelectMany(Through),
        Slot.Oblique => element.Words.IsEmpty ? Obliques(trigger, element.Prepositions).Where(r => !IsWhen(r.Noun)) : Obliques(trigger, element.Prepositions),
        Slot.OpenComplement => Complements(trigger, "xcomp", "acl", "advcl", "ccomp"),
        Slot.Clause => Clauses(trigger).SelectMany(c => analysis.Children(c.Noun.Index, "aux").Select(a => new Role(a, "modal")).Prepend(c)),
        _ => analysis.Children(trigger.Index, "amod", "advmod", "aux", "compound", "nmod", "obl", "det", "obj", "xcomp").Select(t => new Role(t, "dependent")),
    };

    /// <summary>A noun and, where it only measures ("a series of strikes", "part of the aid"), what it measures.</summary>
    private IEnumerable<Role> Through(Role role)
    {
        yield return role;
        if (!verbs.Measures.Contains(Lemma(role.Noun))) yield break;
        foreach (var of in analysis.Children(role.Noun.Index, "nmod").Where(n => grammar.CaseOf(n) == "of")) yield return role with { Noun = of };
    }

    /// <summary>Who is to do what a clause says ought to be done: "said that Iran must withdraw".</summary>
    private IEnumerable<Role> Addressed(Token trigger) =>
        Clauses(trigger).SelectMany(c => grammar.Dependents(c.Noun.Index, "nsubj")).Select(s => new Role(s, "subject of the clause"));

    private IEnumerable<Role> Clauses(Token trigger)
    {
        foreach (var c in Complements(trigger, "ccomp", "acl", "advcl", "parataxis")) yield return c;
        if (trigger.BaseRelation == "parataxis" && analysis.Head(trigger) is { Upos: "VERB" } quoted) yield return new(quoted, "quoted clause");
    }

    /// <summary>Nouns with one of the prepositions, hung on the trigger or (an attachment parsers often miss) on its object.</summary>
    private IEnumerable<Role> Obliques(Token trigger, ImmutableHashSet<string> prepositions)
    {
        foreach (var o in analysis.Children(trigger.Index, "obl", "nmod").Concat(grammar.Objects(trigger).SelectMany(r => analysis.Children(r.Noun.Index, "nmod"))))
        {
            if (!prepositions.Contains(grammar.CaseOf(o))) continue;
            foreach (var noun in grammar.WithConjuncts(o)) yield return new(noun, "oblique");
        }
        foreach (var c in analysis.Children(trigger.Index, "advcl", "acl", "obl"))
            if (analysis.Child(c.Index, "mark") is { } mark && prepositions.Contains(mark.Form.ToLowerInvariant())) yield return new(c, "gerund");
    }

    private IEnumerable<Role> Complements(Token trigger, params string[] relations)
    {
        var hosts = grammar.Objects(trigger).Where(r => r.Rule == "object").Select(r => r.Noun).Prepend(trigger);
        foreach (var host in hosts)
            foreach (var c in analysis.Children(host.Index, relations))
            {
                if (c.Relation == "acl:relcl" || (c.BaseRelation == "advcl" && !grammar.IsMarked(c, "to") && !grammar.IsMarked(c, "of"))) continue;
                yield return new(c, "complement");
                foreach (var more in analysis.Children(c.Index, "conj")) yield return new(more, "complement");
                if (!verbs.PassingOn.Contains(Lemma(c))) continue;
                foreach (var inner in analysis.Children(c.Index, "xcomp", "ccomp")) yield return new(inner, "complement passed on");
            }
    }

    private bool WordHolds(WordSet set, Token token, SortedSet<int> words)
    {
        if (set.IsEmpty) return true;
        var lemma = Lemma(token);
        if (set.Lemmas.Contains(lemma))
        {
            words.Add(token.Index);
            return true;
        }
        foreach (var (verb, particle) in set.Particles)
        {
            if (verb != lemma || Particle(token, particle) is not { } found) continue;
            words.Add(token.Index);
            words.Add(found.Index);
            return true;
        }
        foreach (var (modifier, head) in set.Compounds)
        {
            if (head != lemma) continue;
            var dependent = analysis.Children(token.Index, "amod", "compound", "nmod", "flat", "nummod").FirstOrDefault(d => Lemma(d) == modifier);
            if (dependent is null) continue;
            words.Add(token.Index);
            words.Add(dependent.Index);
            return true;
        }
        return false;
    }

    /// <summary>The lemma as patterns write it: lower case.</summary>
    public static string Lemma(Token token) => token.Lemma.ToLowerInvariant();
}
