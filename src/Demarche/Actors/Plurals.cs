using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>"both countries", "the two leaders", "the two sides", "the Koreas": several actors in one mention.</summary>
internal sealed class Plurals(ActorDictionary dictionary, Analysis analysis, Discourse discourse, Cast cast, ReferenceResolver names)
{
    private const int Window = 2;

    // Sentences back in which countries count as named just now.
    private const int NearWindow = 4;

    private static readonly FrozenSet<string> OfPersons = FrozenSet.Create(StringComparer.Ordinal,
        "leader", "president", "man", "minister", "prime minister", "head of state", "politician", "statesman", "diplomat", "foreign minister", "ruler", "king",
        "official", "rival", "counterpart", "envoy", "mediator", "commander", "general", "premier", "politician", "woman", "negotiator");

    private static readonly FrozenSet<string> OfStates = FrozenSet.Create(StringComparer.Ordinal,
        "country", "nation", "state", "government", "capital", "power", "superpower", "neighbour", "neighbor", "ally", "enemy", "adversary", "foe", "military", "army");

    private static readonly FrozenSet<string> OfEither = FrozenSet.Create(StringComparer.Ordinal, "side", "party", "camp", "opponent");

    private const int FarWindow = 10;

    private const int MaxPersons = 40;

    // How many mentions it is worth to be named in the lead.
    private const int InLead = 3;

    // How many mentions it is worth to have been named in the last sentences.
    private const int Nearness = 2;

    private Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private ImmutableArray<CastMember> _leaders = [];
    private ImmutableArray<CastMember> _parties = [];

    /// <summary>Takes note of all names and descriptions of the article, for plurals that stand before the names.</summary>
    public void Survey(IReadOnlyList<Reference> article)
    {
        // A state counts for more than a person of it.
        _countries = article.Where(r => !IsPlace(r)).SelectMany(r => r.Members).Where(m => m.Country is { } c && dictionary.States.ContainsKey(c))
            .GroupBy(m => m.Country!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => m.IsPerson ? 1 : 2), StringComparer.Ordinal);
        foreach (var r in article.TakeWhile(r => r.Sentence <= 1).Where(r => !IsPlace(r)))
            foreach (var m in r.Members)
                if (m.Country is { } c && _countries.ContainsKey(c) && !m.IsPerson) _countries[c] += InLead;
        _parties = Parties(article);
        _leaders = [.. Leaders(article).OrderByDescending(m => m.Mentions).ThenBy(m => m.Name, StringComparer.Ordinal).Take(2)];
    }

    /// <summary>True for a plural noun that names states, persons or sides.</summary>
    public static bool NamesActors(string form) => RoleLexicon.Singular(form) is var noun && (OfPersons.Contains(noun) || OfStates.Contains(noun) || OfEither.Contains(noun));

    /// <summary>The reference of the plural phrase that starts at a token, or null.</summary>
    public Reference? At(int token, Reference? here)
    {
        if (Koreas(token) is { } koreas) return koreas;
        if (here is { Members.Length: > 1 } or { Chunk.Kind: ChunkKind.Name or ChunkKind.KnownPerson } || here?.Chunk.Owners.Length > 0) return null;
        if (Envoys(token, here) is { } bearers) return bearers;
        if (Phrase(token, here) is not var (end, noun)) return null;
        var members = noun is null ? Together(token) : noun is "the side" ? Sides(token) : OfEither.Contains(noun) ? Either(token) : OfPersons.Contains(noun) ? Persons(token, end - 1, noun) : OfStates.Contains(noun) ? States(token) : [];
        var chunk = new Chunk(ChunkKind.Description, token, end) { Plural = true };
        return members.Length < 2 ? null : new Reference(chunk, analysis.Tokens[token].Sentence, MentionKind.Description, members) { Rule = "the latest two joined, else the two most mentioned" };
    }

    /// <summary>"the envoys": those whom the article has called so, if there are several.</summary>
    private Reference? Envoys(int token, Reference? here)
    {
        var t = analysis.Tokens[token];
        if (here is not null && (here.Chunk.End > token + 1 || here.Members is [{ IsPerson: true }])) return null;
        if (t.Xpos != "NNS" || token == 0 || !analysis.Tokens[token - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase)) return null;
        var noun = RoleLexicon.Singular(t.Form);
        if (!OfPersons.Contains(noun) || noun is "leader" or "man" or "woman" || Bearers(noun) is not { Length: 2 or 3 } bearers) return null;
        return new Reference(new Chunk(ChunkKind.Description, token, token + 1) { Plural = true }, t.Sentence, MentionKind.Description, bearers) { Rule = "those whom the article calls so" };
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
        if (first is "parties" or "sides" && analysis.Tokens[token].Xpos == "NNS" && token > 0 && analysis.Tokens[token - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase)
            && (token + 1 >= limit || analysis.Tokens[token + 1].Form is not ("of" or "to" or "in"))) return (token + 1, "the side");
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
        {
            if (analysis.Tokens[i].Upos is "VERB" or "AUX") return false;
            if (analysis.Tokens[i].Form == "and") return true;
        }
        return false;
    }

    /// <summary>The persons mentioned so far whom the article calls so: "the two envoys".</summary>
    private ImmutableArray<CastMember> Bearers(string noun) =>
        [.. names.Persons.All.Take(MaxPersons).Where(p => discourse.Has(p) && names.Titles.RolesOf(p).Any(r => r == noun || r.EndsWith(" " + noun, StringComparison.Ordinal)))];

    /// <summary>Those whom the whole article calls so.</summary>
    private ImmutableArray<CastMember> AllBearers(string noun, ImmutableArray<CastMember> but) =>
        [.. names.Persons.All.Take(MaxPersons).Where(p => !p.Former && !but.Contains(p) && names.Titles.RolesOf(p).Any(r => r == noun || noun is "general" or "envoy" or "ambassador" && r.EndsWith(" " + noun, StringComparison.Ordinal)))];

    private ImmutableArray<CastMember> Persons(int token, int last, string? noun)
    {
        var sentence = analysis.Tokens[token].Sentence;
        var subject = Subject(last);
        if (Pair(sentence, m => m.IsPerson && !subject.Contains(m), NearWindow) is { Length: 2 } pair) return pair;
        if (noun is not null && Bearers(noun).RemoveRange(subject) is { Length: 2 } bearers) return bearers;
        if (noun is "president" or "prime minister" or "foreign minister" or "general" or "envoy" or "ambassador" && AllBearers(noun, subject) is { Length: 2 } named) return named;
        var near = discourse.PersonsBack(sentence, 1).Where(m => !subject.Contains(m)).ToList();
        for (var back = 2; back <= 3 && near.Count < 2; back++) near = [.. discourse.PersonsBack(sentence, back).Where(m => !subject.Contains(m))];
        var leading = names.Persons.All.Take(MaxPersons).Where(p => discourse.Has(p) && !p.Former && Leads(p) && !subject.Contains(p) && _parties.Any(s => s.Country == p.Country)).ToList();
        if (noun is "leader" or "president" && leading.Count == 2 && !(near.Count == 2 && near.All(Leads))) return Ordered(leading);
        if (near.Count == 2) return Ordered(near);
        var here = Leaders(discourse.Back(sentence, 1)).ToList();
        return here.Count == 2 ? Ordered(here) : leading.Count == 2 ? Ordered(leading) : _leaders.Length == 2 ? Ordered(_leaders) : [];
    }

    private static ImmutableArray<CastMember> Ordered(IEnumerable<CastMember> members) => [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>Who does it to "both": the subject of the same verb is none of them.</summary>
    private ImmutableArray<CastMember> Subject(int token)
    {
        var t = analysis.Tokens[token];
        if (t.BaseRelation is not ("obj" or "iobj" or "obl") || analysis.Head(t) is not { } verb || analysis.Child(verb.Index, "nsubj") is not { } subject) return [];
        return discourse.At(subject.Index)?.Members ?? [];
    }

    private IEnumerable<CastMember> Leaders(IEnumerable<Reference> references) =>
        references.SelectMany(r => r.Members).Where(m => m is { IsPerson: true, Former: false } && Leads(m)).Distinct();

    private bool Leads(CastMember m) => names.Titles.RolesOf(m).Any(IsLeading);

    private static bool IsLeading(string role) => role.Split(' ')[^1] is "president" or "leader" or "minister" or "premier" or "chancellor" or "king" or "emir" or "chief";

    private ImmutableArray<CastMember> States(int token)
    {
        var sentence = analysis.Tokens[token].Sentence;
        var subjects = discourse.SubjectsBeside(token);
        bool Fits(CastMember m) => m.Kind == ActorKind.State && !subjects.Any(s => s.Country == m.Country);
        if (!IsCapital(token) && Pair(sentence, Fits, Window) is { Length: 2 } pair) return pair;
        for (var back = 0; back <= 1; back++)
            if (StatesBack(sentence, back) is { Length: 2 } two && two.All(Fits) && two.RemoveRange(Subject(token)).Length == 2) return Ordered(two);
        if (_parties.Length == 2 && _parties.All(Fits)) return _parties;
        if (Pair(sentence, Fits) is { Length: 2 } far) return far;
        var near = discourse.Back(sentence, NearWindow).SelectMany(r => r.Members).Select(m => m.Country)
            .Where(c => c is not null && _countries.ContainsKey(c)).Select(c => c!).Distinct(StringComparer.Ordinal).ToList();
        var best = (near.Count < 2 ? _countries.Keys : _countries.Where(c => c.Value > 2).Select(c => c.Key).Union(near, StringComparer.Ordinal))
            .OrderByDescending(c => _countries[c] + (near.Contains(c) ? Nearness : 0)).ThenBy(c => c, StringComparer.Ordinal).Take(2).ToList();
        return best.Count == 2 ? [.. best.Order(StringComparer.Ordinal).Select(cast.State)] : [];
    }

    /// <summary>"both capitals" are those of the parties.</summary>
    private bool IsCapital(int token)
    {
        while (analysis.Tokens[token].Upos is not "NOUN" && token + 1 < analysis.Tokens.Length) token++;
        return analysis.Tokens[token].Lemma == "capital";
    }

    private ImmutableArray<CastMember> Either(int token) => Sides(token) is { Length: 2 } sides ? sides
        : States(token) is { Length: 2 } states ? states : Persons(token, token, null);

    /// <summary>The parties of the article, or the latest two of it that were joined.</summary>
    private ImmutableArray<CastMember> Sides(int token)
    {
        var sentence = analysis.Tokens[token].Sentence;
        // Of one country the sides are persons: "the President and Colonel Doe".
        if (Pair(sentence, m => m.IsPerson, NearWindow) is { Length: 2 } rivals && rivals[0].Country is { } country && rivals[1].Country == country && dictionary.States.ContainsKey(country)) return rivals;
        return _parties.Length == 2 ? _parties : Pair(sentence, m => !m.IsPerson);
    }

    /// <summary>The states named in a sentence and those before it.</summary>
    private ImmutableArray<CastMember> StatesBack(int sentence, int sentences) =>
        [.. discourse.Back(sentence, sentences).Where(r => r.Kind != MentionKind.Demonym && !IsPlace(r)).SelectMany(r => r.Members).Where(m => !m.IsPerson && m.Country is { } c && dictionary.States.ContainsKey(c))
            .Select(m => cast.State(m.Country!)).Distinct()];

    /// <summary>"in Singapore": where it happens, not who is meant.</summary>
    private bool IsPlace(Reference r) => r.Chunk.First > 0 && analysis.Tokens[r.Chunk.First - 1].Form is "in" or "In" or "at" or "near";

    /// <summary>The two that the article is about: states, and armed or opposition bodies; empty if a third is as much in it.</summary>
    private ImmutableArray<CastMember> Parties(IReadOnlyList<Reference> article)
    {
        var weights = new Dictionary<CastMember, int>(ReferenceEqualityComparer.Instance);
        foreach (var r in article.Where(r => !IsPlace(r)))
            foreach (var m in r.Members)
            {
                var party = m.Kind == ActorKind.State ? m : m is { IsPerson: false, Known: not null, Sector: "REB" or "OPP" or "SEP" } ? m
                    : m is { IsPerson: true, Country: { } c } && dictionary.States.ContainsKey(c) ? cast.State(c) : null;
                if (party is not null) weights[party] = weights.GetValueOrDefault(party) + (m.IsPerson ? 1 : 2) + (r.Sentence <= 1 && !m.IsPerson ? InLead : 0);
            }
        var ranked = weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key.Name, StringComparer.Ordinal).Take(3).ToList();
        return ranked.Count >= 2 && (ranked.Count == 2 || ranked[1].Value > ranked[2].Value) ? [ranked[0].Key, ranked[1].Key] : [];
    }

    /// <summary>"both" alone: the latest two that were mentioned together, else two states.</summary>
    private ImmutableArray<CastMember> Together(int token)
    {
        foreach (var r in discourse.Back(analysis.Tokens[token].Sentence, 2))
            if (discourse.Joined(r) is { Length: 2 } joined && joined.All(m => m.IsPerson) | joined.All(m => !m.IsPerson)) return joined;
        for (var back = 0; back <= 1; back++)
            if (StatesBack(analysis.Tokens[token].Sentence, back) is { Length: 2 } states) return states;
        return discourse.PersonsBack(analysis.Tokens[token].Sentence, 0) is { Count: 2 } persons ? Ordered(persons) : Either(token);
    }

    /// <summary>The latest two that "and" joins.</summary>
    private ImmutableArray<CastMember> Pair(int sentence, Func<CastMember, bool> fits, int window = FarWindow)
    {
        foreach (var r in discourse.Back(sentence, window))
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
