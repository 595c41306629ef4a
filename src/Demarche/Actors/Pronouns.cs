using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Third-person pronouns: grammar first, then agreement, then the most salient of those left; in doubt none.</summary>
internal sealed class Pronouns
{
    // Two candidates nearer to one another than this are level: neither is taken.
    private const double Level = 0.05;

    private readonly Analysis _analysis;
    private readonly Discourse _discourse;
    private readonly Binding _binding;
    private readonly Salience _salience;
    private readonly ThingPronouns _things;
    private readonly PluralPronouns _plurals;
    private readonly Reference?[] _names;

    /// <param name="analysis">The article.</param>
    /// <param name="discourse">What has been read of it.</param>
    /// <param name="names">Names and descriptions of the whole article, for "After his return, Putin …".</param>
    public Pronouns(Analysis analysis, Discourse discourse, IReadOnlyList<Reference> names)
    {
        (_analysis, _discourse) = (analysis, discourse);
        _binding = new Binding(analysis, discourse);
        _salience = new Salience(analysis, discourse, _binding);
        _things = new ThingPronouns(analysis, discourse, _binding, _salience);
        _plurals = new PluralPronouns(analysis, discourse, _binding, _salience);
        _names = new Reference?[analysis.Tokens.Length];
        foreach (var r in names)
            for (var i = r.Chunk.First; i < r.Chunk.End; i++) _names[i] = r;
    }

    /// <summary>The reference of the pronoun at a token, or null.</summary>
    public Reference? At(int token)
    {
        var t = _analysis.Tokens[token];
        if (PronounForms.Of(t.Form) is not { } agreement) return null;
        var (members, rule) = agreement switch
        {
            Agreement.Thing => One(_things.Meant(t)),
            Agreement.Several => _plurals.Meant(t),
            _ => One(Person(t, agreement == Agreement.Female ? 'f' : 'm')),
        };
        return members.IsEmpty ? null : new Reference(new Chunk(ChunkKind.Name, token, token + 1), t.Sentence, MentionKind.Pronoun, members) { Rule = rule };
    }

    private static (ImmutableArray<CastMember> Members, string Rule) One((CastMember Member, string Rule)? meant) =>
        meant is var (member, rule) ? ([member], rule) : ([], "");

    private (CastMember Member, string Rule)? Person(Token pronoun, char gender)
    {
        if (PronounForms.IsReflexive(pronoun.Form) && _binding.OwnSubject(pronoun) is { Members: [{ IsPerson: true } own] } && Fits(own, gender)) return (own, "reflexive: the subject of its clause");
        if (Ahead(pronoun, gender) is { } ahead) return (ahead, "named in the clause that follows");
        var barred = _binding.Barred(pronoun);
        var best = new Ranking();
        foreach (var r in _discourse.Back(pronoun.Sentence, 8))
        {
            if (_discourse.Apart(r.Sentence, pronoun.Sentence) > 3) break;
            if (r.Members is not [{ IsPerson: true } member] || !Fits(member, gender) || barred.Contains(member) || _binding.IsSpeaker(pronoun, r)) continue;
            best.Add(member, _salience.Of(pronoun, r) + (member.Gender == gender ? 1 : gender == 'f' ? -3 : 0));
        }
        if (best.IsEmpty) return OnlyOne(gender, barred) is { } only ? (only, "the only person of this gender so far") : null;
        if (best.Winner(0, Level) is not { } meant) return null;
        if (meant is { Gender: null, Known: null }) meant.Gender = gender;
        return (meant, best.IsOnly ? "the only person it agrees with" : "the most salient person it agrees with");
    }

    /// <summary>The only person read so far whose gender is known to be this one.</summary>
    private CastMember? OnlyOne(char gender, ImmutableArray<CastMember> barred)
    {
        CastMember? only = null;
        foreach (var r in _discourse.Back(int.MaxValue / 2, int.MaxValue / 2))
        {
            if (r.Members is not [{ IsPerson: true } member] || member.Gender != gender || member == only || barred.Contains(member)) continue;
            if (only is not null) return null;
            only = member;
        }
        return only;
    }

    private static bool Fits(CastMember person, char gender) => person.Gender is not { } g || g == gender;

    /// <summary>A pronoun in an opening phrase means the subject that follows: "In his speech, Putin said".</summary>
    private CastMember? Ahead(Token pronoun, char gender)
    {
        if (_discourse.IsQuoted(pronoun.Index) || _binding.SubjectAhead(pronoun) is not { } subject) return null;
        if (_names[subject.Index] is not { Members: [{ IsPerson: true } member] } || !Fits(member, gender)) return null;
        return _discourse.Back(pronoun.Sentence, 0).Any(r => r.Members is [{ IsPerson: true } other] && other != member && Fits(other, gender)) ? null : member;
    }
}

/// <summary>Candidates with their best scores.</summary>
internal sealed class Ranking
{
    private CastMember? _best;
    private double _bestScore;
    private double _second = double.NegativeInfinity;

    /// <summary>True if there was none.</summary>
    public bool IsEmpty => _best is null;

    /// <summary>True if there was one candidate only.</summary>
    public bool IsOnly => double.IsNegativeInfinity(_second);

    /// <summary>Takes note of a candidate; the same may come several times.</summary>
    public void Add(CastMember member, double score)
    {
        if (_best is null) (_best, _bestScore) = (member, score);
        else if (member == _best) _bestScore = Math.Max(_bestScore, score);
        else if (score > _bestScore) (_best, _bestScore, _second) = (member, score, _bestScore);
        else _second = Math.Max(_second, score);
    }

    /// <summary>The best candidate if it reaches the floor and leads by the margin; else null.</summary>
    public CastMember? Winner(double floor, double margin) => _bestScore > floor && _bestScore - _second > margin ? _best : null;
}
