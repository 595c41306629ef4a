using Demarche.Language;

namespace Demarche.Coding;

/// <summary>A noun that fills a role, with the name of the rule that found it.</summary>
internal readonly record struct Role(Token Noun, string Rule);

/// <summary>Who does what in a clause, read off a basic Universal Dependencies tree.</summary>
/// <remarks>Works with the relations of UD v2 only: passives, control, raising, conjunction, relative and participial clauses.</remarks>
internal sealed class ClauseGrammar(Analysis analysis, VerbClasses verbs)
{
    private const int MaxClimb = 6;

    /// <summary>True if the verb stands in the passive: its grammatical subject is acted upon.</summary>
    public bool IsPassive(Token verb) =>
        analysis.Child(verb.Index, "nsubj:pass", "aux:pass", "csubj:pass") is not null
        || (verb.Relation == "acl" && verb.Xpos == "VBN")
        || (verb.BaseRelation is "acl" or "advcl" && verb.Xpos == "VBN" && analysis.Child(verb.Index, "aux", "nsubj", "obj") is null)
        || (verb.BaseRelation == "conj" && verb.Xpos == "VBN" && analysis.Child(verb.Index, "nsubj", "aux", "obj") is null
            && analysis.Head(verb) is { Upos: "VERB" } head && IsPassive(head));

    /// <summary>The preposition(s) that mark a noun: "with", "because of"; empty without one.</summary>
    public string CaseOf(Token noun) => analysis.CaseOf(noun);

    /// <summary>The preposition of a noun, or of the noun it is coordinated with.</summary>
    public string OwnOrSharedCase(Token noun) =>
        CaseOf(noun) is { Length: > 0 } own ? own
        : noun.BaseRelation == "conj" && analysis.Head(noun) is { } head ? CaseOf(head)
        : "";

    /// <summary>True if a clause is introduced by a word, such as "to" or "if".</summary>
    public bool IsMarked(Token verb, string word) =>
        analysis.Children(verb.Index, "mark").Any(m => m.Form.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>All nouns with one of the relations below a token, each followed by those coordinated with it.</summary>
    public IEnumerable<Token> Dependents(int token, params string[] relations) =>
        analysis.Children(token, relations).SelectMany(WithConjuncts);

    /// <summary>A noun and the nouns coordinated with it.</summary>
    public IEnumerable<Token> WithConjuncts(Token noun)
    {
        var all = new List<Token> { noun };
        for (var i = 0; i < all.Count; i++)
            foreach (var c in analysis.Children(all[i].Index, "conj"))
                if (c.Upos is "NOUN" or "PROPN" or "PRON" or "NUM" or "ADJ" or "DET") all.Add(c);
        return all;
    }

    /// <summary>What a verb acts upon: its object, or its subject in the passive, or the noun that its passive participle modifies.</summary>
    public IEnumerable<Role> Objects(Token verb)
    {
        if (verb.BaseRelation == "xcomp" && analysis.Head(verb) is { } causer && IsCausative(verb, causer))
        {
            foreach (var o in Dependents(causer.Index, "obj")) yield return new(o, "object of a causative");
            yield break;
        }
        var objects = Dependents(verb.Index, "obj").ToList();
        if (objects.Count == 0) objects = [.. SharedObjects(verb)];
        foreach (var o in objects.Count > 0 ? objects : Stranded(verb)) yield return new(o, "object");
        foreach (var o in Dependents(verb.Index, "iobj"))
        {
            yield return new(o, "indirect object");
            // "gave them a week": what is given is read as a time without a preposition.
            foreach (var time in objects.Count > 0 ? [] : Dependents(verb.Index, "obl:unmarked")) yield return new(time, "object");
        }
        if (!IsPassive(verb))
        {
            foreach (var o in RelativeObject(verb)) yield return o;
            yield break;
        }
        var own = false;
        foreach (var o in Dependents(verb.Index, "nsubj:pass"))
        {
            own = true;
            yield return new(Antecedent(verb, o) ?? o, "passive subject");
        }
        if (own) yield break;
        if (verb.BaseRelation == "acl" && analysis.Head(verb) is { } noun) yield return new(noun, "noun of a passive participle");
        else if (verb.BaseRelation is "conj" or "xcomp" or "advcl")
            foreach (var s in Subjects(verb, MaxClimb)) yield return s with { Rule = "shared passive " + s.Rule };
    }

    /// <summary>"had the envoy expelled": who has it done is said to do it, to the object between.</summary>
    private bool IsCausative(Token verb, Token head) =>
        head.Lemma is "have" or "get" && verb.Xpos is "VBN" or "VBD" && analysis.Child(head.Index, "obj") is { } thing && thing.Index < verb.Index;

    /// <summary>"shelled and took the town": an object behind the second verb is that of both, wherever the tree has it.</summary>
    private IEnumerable<Token> SharedObjects(Token verb)
    {
        if (verb.Upos != "VERB" || analysis.Child(verb.Index, "ccomp", "xcomp", "obl", "nsubj:pass", "aux:pass") is not null) yield break;
        foreach (var c in analysis.Children(verb.Index, "conj"))
        {
            if (c.Upos != "VERB" || c.Xpos != verb.Xpos || analysis.Child(c.Index, "nsubj", "nsubj:pass", "aux", "advmod") is not null || c.Index - verb.Index > 3) continue;
            foreach (var o in Dependents(c.Index, "obj")) yield return o;
        }
    }

    /// <summary>"accepted on Thursday an offer": a noun with its article and without a preposition is an object that the parser took for an adverbial.</summary>
    private IEnumerable<Token> Stranded(Token verb) =>
        analysis.Children(verb.Index, "obl").Where(o => o.Upos == "NOUN" && o.Index > verb.Index && CaseOf(o).Length == 0
            && analysis.Children(o.Index, "det").Any(d => d.Lemma is "a" or "an"));

    /// <summary>Who acts: agent of the passive, subject, or whoever the construction lends to the verb as its subject.</summary>
    public IEnumerable<Role> Agents(Token verb)
    {
        if (!IsPassive(verb)) return Subjects(verb, MaxClimb);
        var agents = Dependents(verb.Index, "obl").Where(o => o.Relation == "obl:agent" || CaseOf(o) == "by").Select(o => new Role(o, "passive agent")).ToList();
        return agents.Count > 0 || !verbs.Stative.Contains(verb.Lemma) ? agents
            : Dependents(verb.Index, "nsubj:pass").Select(s => new Role(Antecedent(verb, s) ?? s, "subject of a state"));
    }

    /// <summary>The grammatical subject, own or lent.</summary>
    public IEnumerable<Role> Subjects(Token verb, int climb = MaxClimb)
    {
        var own = Dependents(verb.Index, "nsubj").ToList();
        if (own.Count > 0)
            return own.Select(s => Antecedent(verb, s) is { } noun ? new Role(noun, "relative clause") : new Role(s, "subject"));
        if (climb == 0 || analysis.Head(verb) is not { } head) return [];
        return verb.BaseRelation switch
        {
            "conj" when head.Upos is "VERB" or "AUX" or "ADJ" or "NOUN" => Lent(head, climb, "conjunction"),
            "xcomp" => IsCausative(verb, head) ? Lent(head, climb, "causative") : Controller(head, climb),
            "advcl" => Punished(verb, head) is { Count: > 0 } punished ? punished : Lent(head, climb, "adverbial clause"),
            "ccomp" when verb.Xpos is "VBG" or "VB" => Lent(head, climb, "complement"),
            "parataxis" when verb.Xpos is "VBG" => Lent(head, climb, "parataxis"),
            "acl" when verb.Relation == "acl:relcl" => head.Upos is "NOUN" or "PROPN" or "PRON" ? [new Role(head, "relative clause")] : [],
            "acl" when verb.Xpos == "VBG" => [new Role(head, "participle")],
            "acl" => NounSource(head, climb),
            _ => [],
        };
    }

    /// <summary>"punished Iran for meddling", "armed rebels to fight": the object of the one verb does the other.</summary>
    private List<Role> Punished(Token verb, Token head)
    {
        var does = head.Upos == "VERB" && (IsMarked(verb, "for") || IsMarked(verb, "of") || IsMarked(verb, "from") || IsMarked(verb, "with")
            || (IsMarked(verb, "to") && (verbs.ObjectControl.Contains(head.Lemma) || verbs.Arming.Contains(head.Lemma))));
        return does ? [.. Dependents(head.Index, "obj", "nsubj:pass").Select(o => new Role(Antecedent(head, o) ?? o, "object control"))] : [];
    }

    /// <summary>The verb, adjective or noun whose subject a bare complement shares ("refused to accept", "ready to talk").</summary>
    private IEnumerable<Role> Controller(Token head, int climb)
    {
        if (head.Upos == "VERB" && verbs.ObjectControl.Contains(head.Lemma))
        {
            var objects = Dependents(head.Index, "obj", "iobj").Select(o => new Role(o, "object control")).ToList();
            if (objects.Count > 0) return objects;
        }
        return IsPassive(head)
            ? Dependents(head.Index, "nsubj:pass").Select(s => new Role(Antecedent(head, s) ?? s, "control"))
            : Lent(head, climb, "control");
    }

    private IEnumerable<Role> Lent(Token head, int climb, string rule)
    {
        var subjects = Subjects(head, climb - 1).ToList();
        if (subjects.Count == 0 && analysis.Child(head.Index, "nsubj:pass") is { } passive)
            subjects.Add(new Role(Antecedent(head, passive) ?? passive, "passive subject"));
        return subjects.Select(s => s with { Rule = rule });
    }

    /// <summary>Whose act a noun names, for a complement of it: "Qatar's readiness to mediate", "made an offer to mediate".</summary>
    private IEnumerable<Role> NounSource(Token noun, int climb)
    {
        var owners = Dependents(noun.Index, "nmod:poss").Select(o => new Role(o, "possessor")).ToList();
        if (owners.Count > 0) return owners;
        return analysis.Head(noun) is { Upos: "VERB" } verb ? Lent(verb, climb, "control through a noun") : [];
    }

    /// <summary>The noun that a relative pronoun stands for, or null if the word is no relative pronoun of this verb's clause.</summary>
    private Token? Antecedent(Token verb, Token subject)
    {
        if (subject.Upos is not ("PRON" or "DET") || subject.Lemma is not ("who" or "which" or "that" or "whom")) return null;
        for (var v = verb; v is not null; v = analysis.Head(v))
        {
            if (v.Relation == "acl:relcl") return analysis.Head(v) is { Upos: "NOUN" or "PROPN" or "PRON" } noun ? Nearer(noun, subject, v) : null;
            if (v.BaseRelation is not ("conj" or "xcomp")) return null;
        }
        return null;
    }

    /// <summary>"between Chad and Norway, which has accused …": a singular verb speaks of the last noun alone.</summary>
    private Token Nearer(Token noun, Token pronoun, Token verb)
    {
        var singular = verb.Xpos == "VBZ" || analysis.Children(verb.Index, "aux", "cop").Any(a => a.Xpos == "VBZ" || a.Form.Equals("was", StringComparison.OrdinalIgnoreCase));
        return singular ? WithConjuncts(noun).Last(n => n == noun || n.Index < pronoun.Index) : noun;
    }

    /// <summary>"the base that Iran attacked", "the base Iran attacked": the modified noun is the object.</summary>
    private IEnumerable<Role> RelativeObject(Token verb)
    {
        if (verb.Relation != "acl:relcl" || analysis.Head(verb) is not { Upos: "NOUN" or "PROPN" } noun) yield break;
        var subject = analysis.Child(verb.Index, "nsubj");
        if (subject is null || Antecedent(verb, subject) is not null) yield break;
        var objects = analysis.Children(verb.Index, "obj").ToList();
        if (objects.Count == 0 || objects.All(o => Antecedent(verb, o) is not null)) yield return new(noun, "object of a relative clause");
    }
}
