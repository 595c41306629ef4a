using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Reads an article again in order and adds the pronouns and plurals that refer back to its actors.</summary>
internal sealed class Anaphora
{
    private readonly Analysis _analysis;
    private readonly Discourse _discourse;
    private readonly Pronouns _pronouns;
    private readonly Plurals _plurals;

    public Anaphora(ActorDictionary dictionary, Analysis analysis, Cast cast)
    {
        _analysis = analysis;
        _discourse = new Discourse(analysis);
        _pronouns = new Pronouns(analysis, _discourse);
        _plurals = new Plurals(dictionary, analysis, _discourse, cast);
    }

    /// <summary>The references given and those found, in text order, without overlap.</summary>
    public IReadOnlyList<Reference> Resolve(List<Reference> references)
    {
        _plurals.Survey(references);
        var next = 0;
        for (var i = 0; i < _analysis.Tokens.Length; i++)
        {
            var here = next < references.Count && references[next].Chunk.First == i ? references[next] : null;
            if (_plurals.At(i, here) is { } plural)
            {
                _discourse.Add(plural);
                i = plural.Chunk.End - 1;
                while (next < references.Count && references[next].Chunk.First < plural.Chunk.End) next++;
            }
            else if (here is not null)
            {
                _discourse.Add(here);
                i = here.Chunk.End - 1;
                next++;
            }
            else if (_pronouns.At(i, next < references.Count ? references[next] : null) is { } pronoun) _discourse.Add(pronoun);
        }
        return _discourse.Read;
    }
}

/// <summary>Third-person pronouns by number, gender, place in the sentence and distance; in doubt none.</summary>
internal sealed class Pronouns(Analysis analysis, Discourse discourse)
{
    private static readonly FrozenDictionary<string, char> Words = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["he"] = 'm',
        ["him"] = 'm',
        ["his"] = 'm',
        ["himself"] = 'm',
        ["she"] = 'f',
        ["her"] = 'f',
        ["hers"] = 'f',
        ["herself"] = 'f',
        ["it"] = 'n',
        ["its"] = 'n',
        ["itself"] = 'n',
        ["they"] = 'p',
        ["them"] = 'p',
        ["their"] = 'p',
        ["theirs"] = 'p',
        ["themselves"] = 'p',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The reference of the pronoun at a token, or null.</summary>
    /// <param name="token">Index of the token.</param>
    /// <param name="following">The next name after the pronoun, for "In his speech, Putin …".</param>
    public Reference? At(int token, Reference? following)
    {
        var t = analysis.Tokens[token];
        if (t.Form.Length > 10 || !Words.TryGetValue(t.Form.ToLowerInvariant(), out var kind)) return null;
        var members = kind switch
        {
            'm' or 'f' => Person(t, kind, following) is { } person ? [person] : [],
            'n' => Thing(t) is { } thing ? [thing] : [],
            _ => Several(t),
        };
        return members.IsEmpty ? null : new Reference(new Chunk(ChunkKind.Name, token, token + 1), t.Sentence, MentionKind.Pronoun, members);
    }

    private CastMember? Person(Token pronoun, char gender, Reference? following)
    {
        if (Ahead(pronoun, gender, following) is { } ahead) return ahead;
        CastMember? best = null;
        var bestScore = 0.0;
        foreach (var r in discourse.Back(pronoun.Sentence, 8))
        {
            if (discourse.Apart(r.Sentence, pronoun.Sentence) > 3) break;
            if (r.Members is not [{ IsPerson: true } member] || (member.Gender is { } g && g != gender) || IsBarred(pronoun, r)) continue;
            var score = Score(pronoun, r) + (member.Gender == gender ? 1 : gender == 'f' ? -3 : 0);
            if (score <= bestScore) continue;
            (best, bestScore) = (member, score);
        }
        if (best is { Gender: null, Known: null }) best.Gender = gender;
        return best;
    }

    /// <summary>A pronoun in an opening phrase means the subject that follows: "In his speech, Putin said".</summary>
    private CastMember? Ahead(Token pronoun, char gender, Reference? following)
    {
        if (following is not { Members: [{ IsPerson: true } member] } || following.Sentence != pronoun.Sentence || (member.Gender is { } g && g != gender)) return null;
        if (discourse.IsQuoted(pronoun.Index) || discourse.Back(pronoun.Sentence, 0).Any(r => r.Members.Any(m => m.IsPerson))) return null;
        var head = discourse.HeadOf(following);
        if (head.BaseRelation != "nsubj" || analysis.Head(head) is not { } verb) return null;
        for (var (t, steps) = (pronoun, 0); steps < 8 && analysis.Head(t) is { } h; (t, steps) = (h, steps + 1))
            if (h.Index == verb.Index) return t.BaseRelation is "obl" or "advcl" && t.Index < head.Index ? member : null;
        return null;
    }

    /// <summary>What grammar forbids: an object that is its own subject, and a speaker who speaks of himself as of another.</summary>
    private bool IsBarred(Token pronoun, Reference r)
    {
        if (r.Sentence != pronoun.Sentence) return discourse.IsQuoted(pronoun.Index) && !discourse.IsQuoted(r.Chunk.First) && r.Sentence == pronoun.Sentence;
        var head = discourse.HeadOf(r);
        var verb = discourse.SubjectVerb(head);
        if (discourse.IsQuoted(pronoun.Index) && !discourse.IsQuoted(head.Index) && verb is not null && SpeechVerbs.Contains(verb.Lemma)) return true;
        return pronoun.BaseRelation is "obj" or "iobj" or "obl" && verb is not null && verb.Index == pronoun.Head && !pronoun.Form.EndsWith("self", StringComparison.Ordinal);
    }

    private double Score(Token pronoun, Reference r)
    {
        var score = discourse.Apart(r.Sentence, pronoun.Sentence) switch { 0 => 10.0, 1 => 8.5, 2 => 5, _ => 3 };
        var subject = discourse.IsSubject(r);
        if (subject) score += 3;
        if (subject && pronoun.BaseRelation == "nsubj") score += 1;
        if (Speaks(pronoun) && subject && discourse.SubjectVerb(discourse.HeadOf(r)) is { } verb && SpeechVerbs.Contains(verb.Lemma)) score += 2;
        if (discourse.IsQuoted(r.Chunk.First) && !discourse.IsQuoted(pronoun.Index)) score -= 4;
        if (discourse.HeadOf(r).Relation == "nmod:poss" && r.Kind != MentionKind.Pronoun) score -= 1;
        if (r.Kind == MentionKind.Pronoun) score += 0.5;
        return score + Math.Min(r.Members[0].Mentions, 6) * 0.3;
    }

    private bool Speaks(Token pronoun) => pronoun.BaseRelation == "nsubj" && analysis.Head(pronoun) is { } verb && SpeechVerbs.Contains(verb.Lemma);

    private CastMember? Thing(Token pronoun)
    {
        if (pronoun.BaseRelation == "expl" || (discourse.IsQuoted(pronoun.Index) && pronoun.Form.Equals("it", StringComparison.OrdinalIgnoreCase))) return null;
        var possessive = pronoun.Relation == "nmod:poss";
        if (!possessive && !IsActing(pronoun)) return null;
        CastMember? best = null;
        var bestScore = 10.0;
        foreach (var r in discourse.Back(pronoun.Sentence, 1))
        {
            if (r.Members is not [{ IsPerson: false } member] || IsBarred(pronoun, r) || r.Chunk.Plural || member.Kind == ActorKind.Group && member.Known is null) continue;
            if (r.Kind == MentionKind.Demonym || (!possessive && !discourse.IsSubject(r))) continue;
            var score = Score(pronoun, r) + (possessive && r.Sentence == pronoun.Sentence ? 3 : 0);
            if (score <= bestScore) continue;
            (best, bestScore) = (member, score);
        }
        return best;
    }

    /// <summary>"It" does something, rather than is or seems.</summary>
    private bool IsActing(Token pronoun) =>
        pronoun.BaseRelation == "nsubj" && analysis.Head(pronoun) is { Upos: "VERB" } verb && !Impersonal.Contains(verb.Lemma) && pronoun.Relation != "nsubj:pass";

    private static readonly FrozenSet<string> Impersonal = FrozenSet.Create(StringComparer.Ordinal,
        "be", "seem", "appear", "happen", "take", "rain", "look", "remain", "mean", "come", "turn", "become", "matter", "depend", "help", "make", "follow", "include", "involve");

    private ImmutableArray<CastMember> Several(Token pronoun)
    {
        ImmutableArray<CastMember> best = [];
        var bestScore = 8.0;
        var quoted = discourse.IsQuoted(pronoun.Index);
        foreach (var r in discourse.Back(pronoun.Sentence, 1))
        {
            if (IsBarred(pronoun, r) || (quoted && !discourse.IsQuoted(r.Chunk.First))) continue;
            var members = discourse.Joined(r);
            var plural = members.Length > 1 || r.Chunk.Plural || (r.Kind == MentionKind.Pronoun && r.Members.Length > 1) || r.Members[0].Kind == ActorKind.Group;
            if (!plural || members.Length > 4) continue;
            var score = Score(pronoun, r) + (discourse.IsSubject(r) ? 0 : -2);
            if (score > bestScore) (best, bestScore) = (members, score);
        }
        return best;
    }
}
