using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>A relation that the tree implies and does not show, of Enhanced Universal Dependencies v2.</summary>
/// <param name="Head">Index of the governing token.</param>
/// <param name="Dependent">Index of the governed token.</param>
/// <param name="Relation">UD relation, such as "nsubj" or "nsubj:xsubj"; "ref" from an antecedent to its relative pronoun.</param>
public readonly record struct EnhancedEdge(int Head, int Dependent, string Relation);

/// <summary>What trees leave to the reader, by rule: conjuncts share governors, subjects and objects; open complements have the subject or
/// object of their governor as subject; a relative pronoun stands for its antecedent.</summary>
/// <remarks>Computed once for all sentences. Each rule looks at a token, its governor and its dependents, and what a token is lent it lends
/// on, governors first: linear in the tokens and in the edges found.</remarks>
public sealed class EnhancedGraph
{
    private static readonly string[] Closed =
    [
        "root", "parataxis", "list", "dep", "vocative", "discourse", "reparandum", "cc", "mark", "aux", "cop", "flat", "fixed", "goeswith", "orphan", "dislocated",
    ];

    private static readonly string[] NounsOfTime = ["time", "day", "way", "reason", "moment", "year", "place", "month", "week", "night"];

    private readonly Analysis _analysis;
    private readonly int[] _antecedents;
    private readonly List<EnhancedEdge> _edges = [];
    private readonly HashSet<EnhancedEdge> _known = [];
    private readonly ILookup<int, EnhancedEdge> _heads;
    private readonly ILookup<int, EnhancedEdge> _dependents;

    /// <summary>Finds the edges of all sentences.</summary>
    public EnhancedGraph(Analysis analysis)
    {
        _analysis = analysis;
        _antecedents = new int[analysis.Tokens.Length];
        Array.Fill(_antecedents, -1);
        var order = GovernorsFirst();
        FindRelativeClauses(order);
        LendSubjects(order);
        ShareGovernors();
        ShareObjects();
        AddConjuncts();
        _edges.Sort((a, b) => a.Dependent != b.Dependent ? a.Dependent.CompareTo(b.Dependent) : a.Head != b.Head ? a.Head.CompareTo(b.Head) : string.CompareOrdinal(a.Relation, b.Relation));
        _heads = _edges.ToLookup(e => e.Dependent);
        _dependents = _edges.ToLookup(e => e.Head);
    }

    /// <summary>The edges that are not in the tree, by dependent, then head.</summary>
    public IReadOnlyList<EnhancedEdge> Added => _edges;

    /// <summary>The token that a relative pronoun or adverb stands for, or null.</summary>
    public Token? Antecedent(Token relative) => _antecedents[relative.Index] is var a and >= 0 ? _analysis.Tokens[a] : null;

    /// <summary>The edges to the governors of a token that are not in the tree, in text order.</summary>
    public IEnumerable<EnhancedEdge> HeadsOf(int token) => _heads[token];

    /// <summary>The edges to dependents of a token that are not in the tree, in text order.</summary>
    public IEnumerable<EnhancedEdge> DependentsOf(int token) => _dependents[token];

    private List<int> GovernorsFirst()
    {
        var order = new List<int>(_analysis.Tokens.Length);
        foreach (var t in _analysis.Tokens)
            if (t.Head < 0) order.Add(t.Index);
        for (var i = 0; i < order.Count; i++)
            foreach (var c in _analysis.Children(order[i])) order.Add(c);
        return order;
    }

    /// <summary>Each relative clause has its first relative word, which stands for the noun; without one the noun is its object.</summary>
    private void FindRelativeClauses(List<int> order)
    {
        var clauses = new int[_antecedents.Length];
        Array.Fill(clauses, -1);
        foreach (var i in order)
        {
            var t = _analysis.Tokens[i];
            clauses[i] = t.Relation == "acl:relcl" ? i : t.Head < 0 ? -1 : clauses[t.Head];
        }
        var words = new Dictionary<int, Token>();
        foreach (var t in _analysis.Tokens)
            if (clauses[t.Index] is var c and >= 0 && t.Relation != "acl:relcl" && t.Feats.Contains("PronType=Rel", StringComparison.Ordinal)) words.TryAdd(c, t);
        foreach (var t in _analysis.Tokens)
        {
            if (t.Relation != "acl:relcl" || t.Head < 0) continue;
            if (words.TryGetValue(t.Index, out var word)) Refer(word, t.Head);
            else if (LacksObject(t) is { } verb) Add(verb.Index, t.Head, "obj");
        }
    }

    private void Refer(Token word, int antecedent)
    {
        if (word.Head == antecedent) return;
        _antecedents[word.Index] = antecedent;
        Add(antecedent, word.Index, "ref");
        Add(word.Head, antecedent, word.BaseRelation == "advmod" ? "obl" : word.Relation);
    }

    /// <summary>"the base they wanted to attack": the verb of a relative clause without a relative word that has room for an object.</summary>
    private Token? LacksObject(Token clause)
    {
        if (_analysis.Child(clause.Index, "nsubj") is null || _analysis.Child(clause.Index, "aux:pass", "mark") is not null) return null;
        if (NounsOfTime.Contains(_analysis.Tokens[clause.Head].Lemma, StringComparer.Ordinal)) return null;
        var verb = clause;
        for (var steps = 0; steps < 6 && _analysis.Child(verb.Index, "obj") is null && _analysis.Child(verb.Index, "xcomp") is { } open; steps++) verb = open;
        return verb.Upos == "VERB" && _analysis.Child(verb.Index, "obj", "ccomp") is null ? verb : null;
    }

    private void LendSubjects(List<int> order)
    {
        var subjects = new ImmutableArray<int>[_antecedents.Length];
        foreach (var i in order)
        {
            var t = _analysis.Tokens[i];
            subjects[i] = [.. _analysis.Children(i, "nsubj", "csubj").Select(s => Meant(s.Index))];
            if (!subjects[i].IsEmpty || t.Head < 0) continue;
            var open = t.BaseRelation == "xcomp";
            if (!open && !(t.BaseRelation == "conj" && IsPredicate(t))) continue;
            subjects[i] = open && Controlled(t.Head) is { } thing ? [thing] : subjects[t.Head];
            foreach (var s in subjects[i]) Add(i, s, open ? "nsubj:xsubj" : IsPassive(t) ? "nsubj:pass" : "nsubj");
        }
    }

    /// <summary>The object that is the subject of the open complement beside it ("urged them to leave"); "promise" lends its own subject.</summary>
    private int? Controlled(int governor)
    {
        if (_analysis.Tokens[governor].Lemma == "promise") return null;
        return (_analysis.Child(governor, "obj") ?? _analysis.Child(governor, "iobj")) is { } thing ? Meant(thing.Index) : null;
    }

    private int Meant(int token) => _antecedents[token] >= 0 ? _antecedents[token] : token;

    private bool IsPredicate(Token t) => t.Upos is "VERB" or "AUX" or "ADJ" || _analysis.Child(t.Index, "cop") is not null || _analysis.Child(t.Head, "cop") is not null;

    private bool IsPassive(Token t) => _analysis.Child(t.Index, "aux:pass") is not null
        || (t.Xpos == "VBN" && _analysis.Child(t.Index, "aux", "obj") is null && _analysis.Head(t) is { Xpos: "VBN" } head && _analysis.Child(head.Index, "aux:pass") is not null);

    /// <summary>A conjunct stands to the governor as the first of its conjuncts does.</summary>
    private void ShareGovernors()
    {
        foreach (var t in _analysis.Tokens)
        {
            if (t.BaseRelation != "conj" || _analysis.Head(t) is not { } first) continue;
            if (first.BaseRelation != "conj" && first.Head >= 0 && !Closed.Contains(first.BaseRelation, StringComparer.Ordinal)) Add(first.Head, t.Index, first.Relation);
        }
    }

    /// <summary>"shelled and took the town": an object after the second verb is that of both.</summary>
    private void ShareObjects()
    {
        foreach (var t in _analysis.Tokens)
        {
            if (t.BaseRelation != "conj" || t.Upos != "VERB" || _analysis.Head(t) is not { Upos: "VERB" } first || _analysis.Child(t.Index, "obj", "ccomp", "xcomp") is not null) continue;
            foreach (var o in _analysis.Children(first.Index, "obj"))
                if (o.Index > t.Index) Add(t.Index, o.Index, "obj");
        }
    }

    /// <summary>What is lent is lent with its conjuncts.</summary>
    private void AddConjuncts()
    {
        foreach (var e in _edges.ToArray())
        {
            if (!e.Relation.StartsWith("nsubj", StringComparison.Ordinal) && e.Relation != "obj") continue;
            foreach (var c in _analysis.Children(e.Dependent, "conj")) Add(e.Head, c.Index, e.Relation);
        }
    }

    private void Add(int head, int dependent, string relation)
    {
        var t = _analysis.Tokens[dependent];
        if (head == dependent || (t.Head == head && t.Relation == relation)) return;
        var edge = new EnhancedEdge(head, dependent, relation);
        if (_known.Add(edge)) _edges.Add(edge);
    }
}
