using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>"both countries", "the two leaders", "the two sides", "the Koreas": several actors in one mention.</summary>
internal sealed class Plurals(ActorDictionary dictionary, Analysis analysis, Discourse discourse, Cast cast)
{
    private const int Window = 4;

    private static readonly FrozenSet<string> OfPersons = FrozenSet.Create(StringComparer.Ordinal,
        "leader", "president", "man", "minister", "prime minister", "head of state", "politician", "statesman", "diplomat", "foreign minister", "ruler", "king",
        "official", "rival", "counterpart", "envoy", "woman", "negotiator");

    private static readonly FrozenSet<string> OfStates = FrozenSet.Create(StringComparer.Ordinal,
        "country", "nation", "state", "government", "capital", "power", "superpower", "neighbour", "neighbor", "ally", "enemy", "adversary", "foe", "military", "army");

    private static readonly FrozenSet<string> OfEither = FrozenSet.Create(StringComparer.Ordinal, "side", "party", "camp", "opponent");

    private Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private ImmutableArray<CastMember> _leaders = [];

    /// <summary>Takes note of all names and descriptions of the article, for plurals that stand before the names.</summary>
    public void Survey(IReadOnlyList<Reference> article)
    {
        _countries = article.SelectMany(r => r.Members).Select(m => m.Country).Where(c => c is not null && dictionary.States.ContainsKey(c))
            .GroupBy(c => c!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        _leaders = [.. Leaders(article).OrderByDescending(m => m.Mentions).ThenBy(m => m.Name, StringComparer.Ordinal).Take(2)];
    }

    /// <summary>The reference of the plural phrase that starts at a token, or null.</summary>
    public Reference? At(int token, Reference? here)
    {
        if (Koreas(token) is { } koreas) return koreas;
        if (here is { Members.Length: > 1 } || here?.Chunk.Owners.Length > 0) return null;
        if (Phrase(token, here) is not var (end, noun)) return null;
        var members = noun is null || OfEither.Contains(noun) ? Either(token) : OfPersons.Contains(noun) ? Persons(token) : OfStates.Contains(noun) ? States(token) : [];
        var chunk = new Chunk(ChunkKind.Description, token, end) { Plural = true };
        return members.Length < 2 ? null : new Reference(chunk, analysis.Tokens[token].Sentence, MentionKind.Description, members);
    }

    /// <summary>"both", "the two", "both [adjective] NOUN", "the two NOUN", "the leaders"; with the noun in the singular, null without one.</summary>
    private (int End, string? Noun)? Phrase(int token, Reference? here)
    {
        var limit = analysis.Sentences[analysis.Tokens[token].Sentence].EndToken;
        var first = analysis.Tokens[token].Form.ToLowerInvariant();
        var two = first is "two" && token > 0 && analysis.Tokens[token - 1].Form.ToLowerInvariant() is "the" or "these" or "those" or "between";
        if (first is "leaders" or "presidents" or "men")
            return token > 0 && analysis.Tokens[token - 1].Form.ToLowerInvariant() is "the" or "both" && (token + 1 >= limit || analysis.Tokens[token + 1].Form != "of") && here is not { Chunk.Owners.Length: > 0 }
                ? (token + 1, "leader") : null;
        if (first is not "both" && !two) return null;
        var i = token + 1;
        if (first == "both" && i < limit && analysis.Tokens[i].Form.ToLowerInvariant() is "the" or "of") i++;
        while (i < limit && analysis.Tokens[i].Upos == "ADJ") i++;
        if (i < limit && analysis.Tokens[i].Upos is "NOUN" or "PROPN")
            return RoleLexicon.Singular(analysis.Tokens[i].Form) is var noun && (OfPersons.Contains(noun) || OfStates.Contains(noun) || OfEither.Contains(noun)) ? (i + 1, noun) : null;
        return i == token + 1 && analysis.Tokens[token].BaseRelation is "nsubj" or "obj" or "obl" or "nmod" && !IsCorrelative(token, limit) ? (token + 1, null) : null;
    }

    /// <summary>"both Russia and Iran" names them itself.</summary>
    private bool IsCorrelative(int token, int limit)
    {
        for (var i = token + 1; i < Math.Min(limit, token + 6); i++)
            if (analysis.Tokens[i].Form == "and") return true;
        return false;
    }

    private ImmutableArray<CastMember> Persons(int token)
    {
        var sentence = analysis.Tokens[token].Sentence;
        if (Pair(sentence, m => m.IsPerson) is { Length: 2 } pair) return pair;
        var here = Leaders(discourse.Back(sentence, 1)).ToList();
        if (here.Count != 2) here = [.. _leaders];
        return here.Count == 2 ? [.. here.OrderBy(m => m.Name, StringComparer.Ordinal)] : [];
    }

    private IEnumerable<CastMember> Leaders(IEnumerable<Reference> references) =>
        references.SelectMany(r => r.Members).Where(m => m is { IsPerson: true, Known: not null } && Leads(m)).Distinct();

    private bool Leads(CastMember m) => dictionary.TermsOf(m.Name).Any(t => ActorDictionary.Rank(t.Office) <= 1 && (cast.Day is not { } d || t.Holds(d)));

    private ImmutableArray<CastMember> States(int token)
    {
        var sentence = analysis.Tokens[token].Sentence;
        if (Pair(sentence, m => m.Kind == ActorKind.State) is { Length: 2 } pair) return pair;
        var near = discourse.Back(sentence, Window).SelectMany(r => r.Members).Select(m => m.Country)
            .Where(c => c is not null && _countries.ContainsKey(c)).Select(c => c!).Distinct(StringComparer.Ordinal).ToList();
        var best = (near.Count < 2 ? _countries.Keys : (IEnumerable<string>)near)
            .OrderByDescending(c => _countries[c]).ThenBy(c => c, StringComparer.Ordinal).Take(2).ToList();
        return best.Count == 2 ? [.. best.Order(StringComparer.Ordinal).Select(cast.State)] : [];
    }

    private ImmutableArray<CastMember> Either(int token)
    {
        var sentence = analysis.Tokens[token].Sentence;
        return Pair(sentence, m => !m.IsPerson) is { Length: 2 } pair ? pair : States(token);
    }

    /// <summary>The latest two that "and" joins.</summary>
    private ImmutableArray<CastMember> Pair(int sentence, Func<CastMember, bool> fits)
    {
        foreach (var r in discourse.Back(sentence, Window))
            if (discourse.Joined(r) is { Length: 2 } pair && pair.All(fits)) return pair;
        return [];
    }

    /// <summary>"the two Koreas"; "the North", "the South" in an article about Korea; "North" before "and South Korea".</summary>
    private Reference? Koreas(int token)
    {
        var form = analysis.Tokens[token].Form;
        ImmutableArray<CastMember> members = form switch
        {
            "Koreas" => [cast.State("PRK"), cast.State("KOR")],
            "North" when IsHalf(token) => [cast.State("PRK")],
            "South" when IsHalf(token) => [cast.State("KOR")],
            _ => [],
        };
        return members.IsEmpty ? null
            : new Reference(new Chunk(ChunkKind.State, token, token + 1) { Plural = members.Length > 1 }, analysis.Tokens[token].Sentence, MentionKind.Name, members);
    }

    private bool IsHalf(int token)
    {
        if (token + 3 < analysis.Tokens.Length && analysis.Tokens[token + 1].Form == "and" && analysis.Tokens[token + 3].Form is "Korea" or "Korean" or "Koreans") return true;
        return token > 0 && analysis.Tokens[token - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase)
            && (token + 1 >= analysis.Tokens.Length || !char.IsUpper(analysis.Tokens[token + 1].Form[0]))
            && _countries.ContainsKey("PRK");
    }
}
