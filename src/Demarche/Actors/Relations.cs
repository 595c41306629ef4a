using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Who is meant by another's side of a relation: "his Russian counterpart", "her host", "Kerry's guest".</summary>
internal sealed class Relations(ActorDictionary dictionary, Analysis analysis, Discourse discourse, Cast cast, ReferenceResolver names)
{
    private readonly Dictionary<string, CastMember> _latest = new(StringComparer.Ordinal);

    /// <summary>True for nouns that name a person by his relation to another.</summary>
    public static bool IsRelational(string role) => role is "counterpart" or "opposite number" or "homologue" or "host" or "guest" or "visitor" or "rival" or "predecessor" or "successor";

    /// <summary>The reference of the relational noun that begins at a token, or of the description <paramref name="here"/>; null if nobody can be told.</summary>
    public Reference? At(int token, Reference? here)
    {
        if (here is { Chunk.Kind: ChunkKind.Name or ChunkKind.KnownPerson } or { Members.Length: > 1 }) return null;
        if (Noun(token, here) is not var (noun, end)) return null;
        var chunk = here?.Chunk ?? new Chunk(ChunkKind.Description, token, end);
        var member = here is { Rule: not null, Members: [{ IsPerson: true } settled] } ? settled : Meant(noun, chunk, Owner(chunk));
        if (member is null) return null;
        _latest[noun] = member;
        return new Reference(chunk, analysis.Tokens[token].Sentence, MentionKind.Description, [member]) { Rule = here?.Rule ?? (IsOffice(noun) ? "same office, other country" : "the other person of the relation") };
    }

    private (string Noun, int End)? Noun(int token, Reference? here)
    {
        if (here is not null) return here.Chunk is { Plural: false, Role.Text: { } text } && IsRelational(text) ? (text, here.Chunk.End) : null;
        var form = analysis.Tokens[token].Form.ToLowerInvariant();
        if (form == "opposite" && token + 1 < analysis.Tokens.Length && analysis.Tokens[token + 1].Form == "number") return ("opposite number", token + 2);
        return IsRelational(form) && analysis.Tokens[token].Upos == "NOUN" && analysis.Tokens[token].BaseRelation is not ("compound" or "appos") ? (form, token + 1) : null;
    }

    private CastMember? Meant(string noun, Chunk chunk, CastMember? owner)
    {
        if (owner is null) return analysis.Tokens[Math.Max(0, chunk.First - 1)].Form.Equals("the", StringComparison.OrdinalIgnoreCase) ? _latest.GetValueOrDefault(noun) : null;
        var country = chunk.Owners is [{ Kind: not (NameKind.Person or NameKind.Organisation) } of] ? of.Key : null;
        if (IsOffice(noun)) return country is null ? SameOffice(owner) : OfficeIn(country, owner);
        if (noun is "predecessor" or "successor") return SameOffice(owner, owner.Country);
        return Other(owner, chunk);
    }

    private static bool IsOffice(string noun) => noun is "counterpart" or "opposite number" or "homologue";

    /// <summary>Whose: the possessive pronoun or name before the description.</summary>
    private CastMember? Owner(Chunk chunk)
    {
        foreach (var o in chunk.Owners)
            if (o.Kind == NameKind.Person) return names.Owners.PersonOf(o);
        var sentence = analysis.Tokens[chunk.First].Sentence;
        for (var i = chunk.First - 1; i >= 0 && chunk.First - i <= 4 && analysis.Tokens[i].Sentence == sentence; i--)
        {
            if (discourse.At(i) is { Members: [{ IsPerson: true } person] } && (analysis.Tokens[i].Relation == "nmod:poss" || PronounForms.Of(analysis.Tokens[i].Form) is not null || IsPossessive(i + 1))) return person;
            if (analysis.Tokens[i].Upos is not ("ADJ" or "PART" or "NOUN") && !IsPossessive(i)) return null;
        }
        return null;
    }

    private bool IsPossessive(int i) => analysis.Tokens[i].Form is "'s" or "’s" or "'" or "’";

    /// <summary>Who holds the owner's office in a country: a person of the article, else the office-holder of the day.</summary>
    private CastMember? OfficeIn(string country, CastMember owner)
    {
        var offices = names.Titles.RolesOf(owner).ToImmutableArray();
        foreach (var person in names.Persons.All)
            if (person != owner && person.Country == country && names.Titles.RolesOf(person).Any(r => offices.Any(o => SameOffice(o, r)))) return person;
        if (cast.Day is { } day)
            foreach (var office in offices.SelectMany(o => Likely(o, country)))
                if (dictionary.Holder(country, office, day) is { } holder) return cast.Person(holder.Name);
        return null;
    }

    /// <summary>The offices of a country that match another's: a secretary of state's counterpart is a foreign minister.</summary>
    private IEnumerable<string> Likely(string office, string country)
    {
        foreach (var family in Families)
            if (family.Any(f => SameWords(office, f)))
                foreach (var f in family) yield return f;
        if (Families[0].Any(f => SameWords(office, f)))
            foreach (var leader in dictionary.LeaderOffices(country)) yield return leader;
    }

    private static readonly string[][] Families =
    [
        ["president", "prime minister", "premier", "chancellor", "king", "emir", "supreme leader", "sultan"],
        ["foreign minister", "secretary of state", "foreign secretary", "external affairs minister", "minister of foreign affairs", "foreign affairs minister", "top diplomat"],
        ["defence minister", "secretary of defense", "defence secretary", "defense minister", "defense secretary"],
        ["interior minister", "home secretary", "home minister"],
        ["finance minister", "treasury secretary", "chancellor of the exchequer"],
        ["national security adviser", "security council secretary"],
    ];

    private static bool SameOffice(string a, string b) => SameWords(a, b) || Array.Exists(Families, f => f.Any(w => SameWords(a, w)) && f.Any(w => SameWords(b, w)));

    private static bool SameWords(string held, string office) => held == office || held.EndsWith(" " + office, StringComparison.Ordinal) && !held.Contains("vice", StringComparison.Ordinal) && !held.Contains("deputy", StringComparison.Ordinal);

    /// <summary>The one other person of the last sentences who holds such an office.</summary>
    private CastMember? SameOffice(CastMember owner, string? country = null)
    {
        var offices = names.Titles.RolesOf(owner).ToImmutableArray();
        return names.Persons.All.FirstOrDefault(p => p != owner && p.LastMention >= 0 && (country is null ? p.Country != owner.Country : p.Country == country)
            && names.Titles.RolesOf(p).Any(r => offices.Any(o => SameOffice(o, r))));
    }

    /// <summary>The one other person of this sentence and the two before it.</summary>
    private CastMember? Other(CastMember owner, Chunk chunk)
    {
        CastMember? only = null;
        foreach (var r in discourse.Back(analysis.Tokens[chunk.First].Sentence, 2))
            foreach (var m in r.Members)
            {
                if (!m.IsPerson || m == owner || m == only) continue;
                if (only is not null) return null;
                only = m;
            }
        return only;
    }
}
