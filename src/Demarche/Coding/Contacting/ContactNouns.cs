using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding.Contacting;

/// <summary>Contacts that a noun names: "a call with", "their meeting", "the talks between", "during a visit to".</summary>
internal sealed class ContactNouns(Reading reading, ContactWords words, Participants people)
{
    private const int MaxClimb = 8;

    private readonly Analysis _analysis = reading.Analysis;
    private readonly ClauseGrammar _grammar = reading.Grammar;

    /// <summary>None, one, or one with each of several.</summary>
    public IEnumerable<ContactDraft> Of(Token noun)
    {
        if (Mode(noun) is not var (mode, stated)) return [];
        var between = Marked(noun, "between", "among");
        if (!IsHeld(noun, between.Count > 1)) return [];
        if (between.Count == 0 && !words.Is("visits", noun)) between = Marked(noun, "of");
        if (between.Count > 1) return [new ContactDraft(noun, between, mode, stated)];
        var (owners, others) = (Owners(noun), Others(noun));
        if (others.Count == 0) return Mutual(noun, owners, mode, stated);
        if (owners.Count == 0) owners = Above(noun, others);
        owners.RemoveAll(others.Contains);
        if (owners.Count == 0) return [];
        if (words.Is("visits", noun) && (!owners.TrueForAll(people.IsPerson) || people.Same(owners[0], others[0]))) return [];
        var apart = others.Count > 1 && owners.Count == 1 && noun.Xpos is "NNS" or "NNPS";
        return apart ? others.Select(o => Draft(noun, [.. owners, o], mode, stated)) : [Draft(noun, [.. owners, .. others], mode, stated)];
    }

    private ContactDraft Draft(Token noun, List<ActorId> all, ContactMode mode, bool stated)
    {
        var caller = words.Is("calls", noun) ? Marked(noun, "from") : [];
        return new ContactDraft(noun, all, mode, stated) { Initiator = caller.Count == 1 ? caller[0] : null };
    }

    private (ContactMode, bool)? Mode(Token noun)
    {
        if (words.Is("visits", noun)) return (ContactMode.Visit, true);
        if (words.Is("calls", noun)) return IsAppeal(noun) ? null : (ContactMode.Phone, true);
        if (words.Is("meetings", noun)) return (ContactMode.Meeting, true);
        if (!words.Is("talks", noun)) return null;
        return _analysis.Children(noun.Index, "compound", "amod", "nmod").Any(c => words.Is("phone", c)) ? (ContactMode.Phone, true) : (ContactMode.Meeting, false);
    }

    /// <summary>"a call for talks", "their calls on him to stop".</summary>
    private bool IsAppeal(Token noun) => _grammar.Dependents(noun.Index, "nmod").Any(d => _grammar.CaseOf(d) == "for") || _analysis.Child(noun.Index, "acl") is { Xpos: "VB" };

    /// <summary>Both sides in the owner or the subject: "their meeting", "the two held talks", "told him during a call".</summary>
    private IEnumerable<ContactDraft> Mutual(Token noun, List<ActorId> owners, ContactMode mode, bool stated)
    {
        if (words.Is("visits", noun)) return [];
        var sides = owners.Count > 1 ? owners : IsTheirs(noun) && Before(noun) is { Count: 2 } both ? both : Compound(noun);
        if (sides.Count < 2 && IsBeside(noun) && owners.Count == 0 && _analysis.Head(noun) is { Upos: "VERB" } verb)
            sides = [.. people.Agents(verb).Take(1), .. people.Of(_grammar.Objects(verb).Select(r => r.Noun)).Where(people.IsPerson).Take(1)];
        if (sides.Count < 2 && Holder(noun) is { Count: > 1 } holders) sides = holders;
        return sides.Count < 2 || people.Same(sides[0], sides[1]) ? [] : [new ContactDraft(noun, sides, mode, stated)];
    }

    private bool IsTheirs(Token noun) => _analysis.Children(noun.Index, "nmod:poss").Any(p => p.Form.Equals("their", StringComparison.OrdinalIgnoreCase));

    /// <summary>The persons whom the sentence names before "their meeting".</summary>
    private List<ActorId> Before(Token noun)
    {
        var first = _analysis.Sentences[noun.Sentence].FirstToken;
        return [.. people.Of(_analysis.Tokens.Skip(first).Take(noun.Index - first).Where(t => t.BaseRelation is not ("flat" or "compound") && t.Upos is "NOUN" or "PROPN")).Where(people.IsPerson)];
    }

    private List<ActorId> Owners(Token noun) =>
        people.Of(_grammar.Dependents(noun.Index, "nmod:poss")) is { Count: > 0 } owners ? owners : Marked(noun, "by");

    private List<ActorId> Others(Token noun)
    {
        if (words.Is("visits", noun)) return Marked(noun, "to", "with");
        var found = Marked(noun, "with");
        if (found.Count == 0 && words.Is("calls", noun)) found = Marked(noun, "to", "from");
        if (found.Count == 0 && noun.BaseRelation == "obj" && _analysis.Head(noun) is { } getting && reading.Verbs.Receiving.Contains(PatternMatcher.Lemma(getting)))
            return [.. Marked(noun, "from").Concat(people.Of(_grammar.Dependents(getting.Index, "obl").Where(o => _grammar.OwnOrSharedCase(o) == "from"))).Distinct()];
        if (found.Count == 0 && noun.BaseRelation is "obj" && _analysis.Head(noun) is { } verb && IsLight(verb))
            found = people.Of(_grammar.Dependents(verb.Index, "obl").Where(o => _grammar.OwnOrSharedCase(o) == "with"));
        return found;
    }

    /// <summary>"US-Russian talks", "a Trump-Putin call".</summary>
    private List<ActorId> Compound(Token noun) => people.Of(_grammar.Dependents(noun.Index, "compound", "amod"));

    private List<ActorId> Holder(Token noun) => noun.BaseRelation == "obj" && _analysis.Head(noun) is { } verb && IsLight(verb) ? people.Agents(verb) : [];

    /// <summary>Who holds it: the subject of the light verb, or of the clauses above.</summary>
    private List<ActorId> Above(Token noun, List<ActorId> others)
    {
        var at = noun;
        for (var climb = 0; climb < MaxClimb && _analysis.Head(at) is { } head; climb++, at = head)
            if (head.Upos is "VERB" && at.BaseRelation is not "nsubj" && people.Agents(head).Where(a => !others.Exists(o => people.Same(a, o))).ToList() is { Count: > 0 } found)
                return found;
        return [];
    }

    /// <summary>False where the noun names a talk that is wanted, cancelled or to come, or only points at one.</summary>
    private bool IsHeld(Token noun, bool named)
    {
        if (_analysis.Head(noun) is not { } head) return true;
        switch (noun.BaseRelation)
        {
            case "obj":
                return !words.Is("void-verbs", head);
            case "nsubj":
                return !words.Is("void-verbs", head);
            case "obl" or "nmod":
                return Preposition(noun, head) is var preposition && (words.Has("beside", preposition) || (named && !words.Has("ahead", preposition)) || (preposition == "of" && words.Is("spans", head))
                    || noun.Relation.StartsWith("nmod:poss", StringComparison.Ordinal));
            case "conj" or "appos" or "root" or "parataxis" or "ccomp":
                return true;
            default:
                return false;
        }
    }

    // The parser takes "following" for a participle of its own at times.
    private string Preposition(Token noun, Token head) =>
        _grammar.OwnOrSharedCase(noun) is { Length: > 0 } own ? own
        : _analysis.Children(head.Index, "acl", "advcl").Any(c => c.Index < noun.Index && noun.Index - c.Index < 4 && c.Form == "following") ? "following" : "";

    private bool IsBeside(Token noun) => noun.BaseRelation is "obl" && words.Has("beside", _grammar.CaseOf(noun));

    private bool IsLight(Token verb) => reading.Verbs.Light.Contains(PatternMatcher.Lemma(verb));

    private List<ActorId> Marked(Token noun, params string[] prepositions) =>
        people.Of(_grammar.Dependents(noun.Index, "nmod").Where(n => prepositions.Contains(_grammar.OwnOrSharedCase(n))));
}
