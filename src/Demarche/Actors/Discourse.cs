using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>The references of an article as far as it has been read, with their places in the sentence.</summary>
internal sealed class Discourse
{
    // References looked back over at most: a list of a thousand names has no antecedents, and time must stay linear.
    private const int Farthest = 80;

    // Names that "and" joins at most.
    private const int Longest = 8;

    private readonly Analysis _analysis;
    private readonly List<Reference> _read = [];
    private readonly bool[] _quoted;
    private readonly int[] _told;
    private readonly Reference?[] _at;
    private readonly HashSet<CastMember> _members = new(ReferenceEqualityComparer.Instance);

    public Discourse(Analysis analysis)
    {
        _analysis = analysis;
        _quoted = Quoted(analysis);
        _at = new Reference?[analysis.Tokens.Length];
        _told = new int[analysis.Sentences.Length];
        for (var i = 0; i < _told.Length; i++)
        {
            var s = analysis.Sentences[i];
            var whole = s.EndToken > s.FirstToken && _quoted[s.FirstToken] && _quoted[(s.FirstToken + s.EndToken) / 2] && _quoted[Math.Max(s.FirstToken, s.EndToken - 2)];
            _told[i] = (i > 0 ? _told[i - 1] : 0) + (whole ? 0 : 1);
        }
    }

    /// <summary>How many sentences apart, those wholly within quotation marks not counted.</summary>
    public int Apart(int earlier, int later) => earlier == later ? 0 : Math.Max(1, _told[later] - _told[earlier]);

    /// <summary>In text order.</summary>
    public IReadOnlyList<Reference> Read => _read;

    public void Add(Reference reference)
    {
        _read.Add(reference);
        _members.UnionWith(reference.Members);
        for (var i = reference.Chunk.First; i < reference.Chunk.End; i++) _at[i] = reference;
    }

    /// <summary>True for an actor that has been read.</summary>
    public bool Has(CastMember member) => _members.Contains(member);

    /// <summary>The reference, read already, that covers a token; null if none does.</summary>
    public Reference? At(int token) => token >= 0 && token < _at.Length ? _at[token] : null;

    /// <summary>True between quotation marks.</summary>
    public bool IsQuoted(int token) => _quoted[token];

    /// <summary>References of a sentence and of those before it, the latest first, back to <paramref name="sentences"/> sentences.</summary>
    public IEnumerable<Reference> Back(int sentence, int sentences)
    {
        for (var i = _read.Count - 1; i >= Math.Max(0, _read.Count - Farthest) && sentence - _read[i].Sentence <= sentences; i--) yield return _read[i];
    }

    /// <summary>The persons of a sentence and of those before it, in the order of their last mention, the earliest first.</summary>
    public List<CastMember> PersonsBack(int sentence, int sentences)
    {
        var persons = new List<CastMember>();
        foreach (var r in Back(sentence, sentences))
            foreach (var m in r.Members)
                if (m.IsPerson && !persons.Contains(m)) persons.Add(m);
        persons.Reverse();
        return persons;
    }

    /// <summary>The token that governs a reference.</summary>
    public Token HeadOf(Reference r)
    {
        for (var i = r.Chunk.First; i < r.Chunk.End; i++)
        {
            var head = _analysis.Tokens[i].Head;
            if (head < r.Chunk.First || head >= r.Chunk.End) return _analysis.Tokens[i];
        }
        return _analysis.Tokens[r.Chunk.First];
    }

    /// <summary>True for subjects, also joined ones ("A and B said").</summary>
    public bool IsSubject(Reference r) => SubjectVerb(HeadOf(r)) is not null;

    /// <summary>The verb whose subject a token is, alone or joined to another; null if it is none.</summary>
    public Token? SubjectVerb(Token t)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            if (t.BaseRelation == "nsubj") return _analysis.Head(t);
            if (t.BaseRelation is not ("conj" or "appos") || _analysis.Head(t) is not { } head) return null;
            t = head;
        }
        return null;
    }

    /// <summary>Whoever does it to an object, an oblique or an indirect object, alone or joined to others: none of those whom the words mean.</summary>
    public IReadOnlyCollection<CastMember> SubjectsBeside(int token)
    {
        var t = _analysis.Tokens[token];
        while (t.BaseRelation is "conj" or "amod" or "nummod" or "det" or "compound" && _analysis.Head(t) is { } above && above.Sentence == t.Sentence) t = above;
        if (t.BaseRelation is not ("obj" or "iobj" or "obl") || _analysis.Head(t) is not { } verb) return [];
        var subjects = Back(t.Sentence, 0).Where(r => SubjectVerb(HeadOf(r)) == verb).SelectMany(r => r.Members).ToList();
        if (subjects.Count > 0 || verb.BaseRelation is not ("xcomp" or "advcl" or "conj" or "acl")) return subjects;
        // "with the envoy warning the minister": the participle hangs on its own subject, other clauses share the one above.
        return _analysis.Head(verb) is { } governor ? [.. Back(t.Sentence, 0).Where(r => SubjectVerb(HeadOf(r)) == governor || HeadOf(r) == governor).SelectMany(r => r.Members)] : [];
    }

    /// <summary>The members that "and" joins to a reference, itself first; only itself if nothing is joined.</summary>
    public ImmutableArray<CastMember> Joined(Reference r)
    {
        if (r.Members.Length > 1) return r.Members;
        var at = _read.Count - 1;
        while (at >= 0 && !ReferenceEquals(_read[at], r)) at--;
        var members = new List<CastMember>(r.Members);
        var and = false;
        for (var i = at - 1; i >= Math.Max(0, at - Longest) && Link(_read[i], _read[i + 1]) is { } link; and |= link, i--) members.InsertRange(0, _read[i].Members);
        for (var i = at + 1; i < Math.Min(_read.Count, at + Longest) && Link(_read[i - 1], _read[i]) is { } link; and |= link, i++) members.AddRange(_read[i].Members);
        return and ? [.. members.Distinct()] : r.Members;
    }

    /// <summary>
    /// "A and B", "A and his counterpart B": true if only a joining word stands between two references of one sentence; false for the
    /// bare comma of a list of states or persons ("A, B and C"); null if they are not joined.
    /// </summary>
    private bool? Link(Reference a, Reference b)
    {
        if (a.Sentence != b.Sentence || b.Chunk.First - a.Chunk.End is < 1 or > 4) return null;
        if (b.Chunk.First - a.Chunk.End == 1 && _analysis.Tokens[a.Chunk.End].Form == ",")
            return a is { Kind: MentionKind.Name, Members: [var x] } && b is { Kind: MentionKind.Name, Members: [var y] } && x.Kind == y.Kind && x != y ? false : null;
        var and = false;
        for (var i = a.Chunk.End; i < b.Chunk.First; i++)
        {
            var t = _analysis.Tokens[i];
            if (t.Form is "and" or "&" or "-" or "–") and = true;
            else if (t.Form != "," && t.Upos is not ("DET" or "ADJ" or "PRON")) return null;
        }
        return and ? true : null;
    }

    private static bool[] Quoted(Analysis analysis)
    {
        var quoted = new bool[analysis.Tokens.Length];
        var open = false;
        var paragraph = -1;
        foreach (var t in analysis.Tokens)
        {
            if (analysis.Sentences[t.Sentence].Paragraph is var p && p != paragraph) (paragraph, open) = (p, false);
            if (t.Form is "“" or "``") open = true;
            else if (t.Form is "”" or "''") open = false;
            else if (t.Form is "\"") open = !open;
            quoted[t.Index] = open;
        }
        return quoted;
    }
}
