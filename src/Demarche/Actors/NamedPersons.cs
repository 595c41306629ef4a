using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>The persons whom an article names in full or with a title, gathered before anything else is resolved.</summary>
internal sealed class NamedPersons
{
    private static readonly FrozenSet<string> EndingsOfBodies = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "party", "group", "front", "army", "university", "street", "river", "province", "square", "bank", "company", "council", "union", "league", "movement",
        "agency", "institute", "centre", "center", "foundation", "times", "post", "news", "airport", "palace", "sea", "ocean", "gulf", "island", "islands",
        "mountain", "mountains", "valley", "court", "church", "war", "agreement", "accords", "treaty", "act", "hotel", "hospital", "school", "bridge", "road",
        "district", "county", "city", "state", "states", "republic", "brigade", "forces", "force", "committee", "association", "organization", "organisation",
        "ministry", "department", "office", "house", "hall", "park", "lake", "bay", "cape", "strait", "port", "dam", "camp", "summit", "day", "cup", "games");

    private readonly ActorDictionary _dictionary;
    private readonly Analysis _analysis;
    private readonly Cast _cast;
    private readonly Roster _roster;
    private readonly Owners _owners;
    private readonly Setting _setting;
    private readonly Dictionary<Chunk, CastMember> _named = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Chunk, CastMember> _apposed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Chunk, string> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _short;
    private readonly TaggedNames _tagged;
    private readonly Homelands _homelands;

    public NamedPersons(ActorDictionary dictionary, Analysis analysis, Cast cast, Roster roster, Owners owners, Setting setting, TaggedNames tagged, IReadOnlyList<List<Chunk>> sentences)
    {
        (_dictionary, _analysis, _cast, _roster, _owners, _setting, _tagged) = (dictionary, analysis, cast, roster, owners, setting, tagged);
        _short = [.. sentences.SelectMany(s => s).Where(c => c is { Kind: ChunkKind.Name, Key: not null } && !c.Key.Contains(' ', StringComparison.Ordinal)).Select(c => c.Key!)];
        _homelands = new Homelands(dictionary, analysis, cast, roster, owners, setting, sentences);
        for (var s = 0; s < sentences.Count; s++)
            for (var i = 0; i < sentences[s].Count; i++) NameInFull(sentences[s], i);
        foreach (var chunks in sentences) Appositions(chunks);
        foreach (var (description, person) in new Forerunners(dictionary, analysis, cast, owners, setting, _homelands, sentences).Of(_named, _apposed))
        {
            _apposed[description] = person;
            var owned = _homelands.WithPossessor(description);
            Tell(person, owned, _owners.CountryOf(owned.Owners) ?? _setting.NearestBefore(_analysis.Tokens[description.First].Sentence, description.First));
        }
        foreach (var chunk in sentences.SelectMany(s => s).Where(c => c.Former))
            if ((_named.GetValueOrDefault(chunk) ?? _apposed.GetValueOrDefault(chunk)) is { } past) Tell(past, chunk, _owners.CountryOf(chunk.Owners));
        for (var s = 0; s < sentences.Count; s++)
            foreach (var chunk in sentences[s])
                if ((_named.GetValueOrDefault(chunk) ?? _apposed.GetValueOrDefault(chunk)) is { Known: null, Country: null } person && Inferred(chunk, s) is { } country) Tell(person, chunk, country);
        foreach (var person in roster.All) roster.Rename(person);
        foreach (var chunk in sentences.SelectMany(s => s))
            if (chunk is { Kind: ChunkKind.Name, Role: { } title, Key: { } surname } && Honorific(title.Text) is { } gender && roster.BySurname(surname) is { Gender: null } person) person.Gender = gender;
    }

    /// <summary>The person named in full by a chunk, or null.</summary>
    public CastMember? this[Chunk chunk] => _named.GetValueOrDefault(chunk);

    /// <summary>The person whom a description stands beside, or null.</summary>
    public CastMember? Apposed(Chunk description) => _apposed.GetValueOrDefault(description);

    /// <summary>A person whom only the text makes known, with what his title tells.</summary>
    public CastMember Introduced(Chunk chunk, string name, string? country, int sentence)
    {
        var member = _cast.Unknown(name, null, null, null, null);
        Tell(member, chunk, country ?? Inferred(chunk, sentence));
        return member;
    }

    /// <summary>Adds what a title or description tells of a person; of a country without a sector, that.</summary>
    private void Tell(CastMember person, Chunk chunk, string? country)
    {
        if (chunk.Role is null) Cast.Complete(person, country, null, null, null);
        else Cast.Complete(person, country, SectorOf(chunk), RoleWords(chunk), _owners.GroupCodeOf(chunk.Owners));
    }

    /// <summary>Why a name was given its country, if its own words do not tell it; else null.</summary>
    public string? RuleOf(Chunk chunk) => _rules.GetValueOrDefault(chunk);

    /// <summary>The country of a title that names none, "President Doe", where the text has a reason for one.</summary>
    private string? Inferred(Chunk chunk, int sentence)
    {
        if (chunk is not { Owners.IsEmpty: true, Role: { } role } || SectorOf(chunk) is null || IsOfSomething(chunk)) return null;
        if (role.Country is not null || _homelands.Of(chunk, sentence) is not { } ground) return role.Country;
        _rules[chunk] = ground.Rule;
        return ground.Country;
    }

    /// <summary>"the president and owner of a shop", "the head of the choir": whose, the text tells in words that no list has.</summary>
    private bool IsOfSomething(Chunk chunk) => chunk.Kind == ChunkKind.Description && chunk.End < _analysis.Tokens.Length && _analysis.Tokens[chunk.End].Form is "of" or "and" or "at" or "for" or "&";

    /// <summary>The sector of a title or description; who acts for an international body without heading it has the body's.</summary>
    private string? SectorOf(Chunk chunk)
    {
        var owners = _owners.SectorOf(chunk.Owners);
        var sector = DescriptionSectors.Of(chunk.Role!, chunk.Modifiers, owners);
        return sector == "GOV" && chunk.Role!.Offices.IsEmpty && _owners.GroupCodeOf(chunk.Owners) is not null ? owners : sector;
    }

    /// <summary>The roles of a chunk as one phrase.</summary>
    public static string RoleWords(Chunk chunk) => string.Join(' ', chunk.Modifiers.Append(chunk.Role!).Select(r => r.Text));

    private void NameInFull(List<Chunk> chunks, int at)
    {
        var chunk = chunks[at];
        if (chunk.Kind == ChunkKind.KnownPerson) Found(chunk, _cast.Person(chunk.Key!));
        else if (chunk is { Kind: ChunkKind.Name, Key: { } name } && (name.Contains(' ', StringComparison.Ordinal) || chunk.Role is { Offices.IsEmpty: false }))
        {
            var country = _owners.CountryOf(chunk.Owners);
            if (_roster.Linked(name, chunk.Role, country) is { } known) Found(chunk, known);
            else if (name.Contains(' ', StringComparison.Ordinal) && IsPerson(chunk, name))
            {
                var person = _roster.ByDoubleSurname(name) ?? _cast.Unknown(name, null, null, null, null);
                // A past office tells less than a present one that may come later.
                if (!chunk.Former) Tell(person, chunk, country);
                _homelands.Affiliate(person, chunks, at);
                Found(chunk, person);
            }
        }
    }

    private void Found(Chunk chunk, CastMember member)
    {
        _named[chunk] = member;
        _roster.Add(member);
        Entitle(member, chunk);
        if (chunk is not { Role: { Offices.IsEmpty: false } role }) return;
        if (chunk.Owners.IsEmpty) member.AtHome = true;
        // No term on the day, yet the text gives the office: the text is right.
        if (member is { Known: not null, Role: null } && !chunk.Former && role.Sector is not null)
        {
            member.Sector = role.Sector;
            member.Code = Codes.Of(member.Country, role.Sector);
        }
    }

    /// <summary>Takes note of the title that a chunk gives a person, and for whom he speaks.</summary>
    private void Entitle(CastMember person, Chunk chunk)
    {
        if (chunk.Role is null) return;
        person.Called(RoleWords(chunk));
        person.Former |= chunk.Former;
        person.Side ??= _owners.OrganisationOf(chunk.Owners);
        person.Gender ??= GenderOf(chunk.Role.Text);
    }

    private static char? Honorific(string title) => title.TrimEnd('.') switch
    {
        "mr" or "sir" or "lord" => 'm',
        "mrs" or "ms" or "miss" or "madam" or "lady" or "dame" => 'f',
        _ => null,
    };

    private static char? GenderOf(string role) => role.Split(' ')[^1] switch
    {
        "spokeswoman" or "chairwoman" or "congresswoman" or "businesswoman" or "queen" or "princess" or "mother" or "grandmother" or "widow" or "lady" or "baroness" or "waitress" => 'f',
        "spokesman" or "chairman" or "congressman" or "businessman" or "king" or "prince" or "father" or "grandfather" or "emir" or "sultan" or "sheikh" or "cardinal" or "pope"
            or "imam" or "ayatollah" or "fisherman" => 'm',
        _ => null,
    };

    /// <summary>What makes a run of capitalised words a person: a title, the tagger of names, a given name, an act of speech, "who", or the surname alone elsewhere.</summary>
    private bool IsPerson(Chunk chunk, string name)
    {
        if (chunk.Role is { Kind: ActorKind.Person or ActorKind.Group }) return true;
        if (_tagged.IsOther(chunk.NameFirst, chunk.End)) return false;
        if (_tagged.IsPerson(chunk.NameFirst, chunk.End)) return true;
        if (_dictionary.GenderOf(name) is not null || SpeechVerbs.HasSpeaker(_analysis, chunk)) return true;
        var last = name[(name.LastIndexOf(' ') + 1)..];
        if (EndingsOfBodies.Contains(last) || chunk.First > 0 && _analysis.Tokens[chunk.First - 1].Upos == "DET") return false;
        return _short.Contains(last) || IsFollowedByWho(chunk.End);
    }

    private bool IsFollowedByWho(int end)
    {
        if (end < _analysis.Tokens.Length && _analysis.Tokens[end].Form == ",") end++;
        return end < _analysis.Tokens.Length && _analysis.Tokens[end].Form is "who" or "whose" or "whom";
    }

    /// <summary>"Yury Ushakov, Putin's adviser," and "the foreign minister, Sergei Lavrov,": both name one person.</summary>
    private void Appositions(List<Chunk> chunks)
    {
        for (var i = 0; i + 1 < chunks.Count; i++)
        {
            if (Descriptions.Apposed(_analysis, chunks, i) is not { } pair) continue;
            var (name, description) = (pair.Name, _homelands.WithPossessor(pair.Description));
            var country = _owners.CountryOf(description.Owners);
            if (!_named.TryGetValue(name, out var person))
            {
                if (name.Key is not { } words || !words.Contains(' ', StringComparison.Ordinal)) continue;
                Found(name, person = _roster.Linked(words, description.Role, country) ?? _cast.Unknown(words, null, null, null, null));
            }
            _apposed[pair.Description] = person;
            Entitle(person, description);
            if (description.Former) continue;
            Tell(person, description, country ?? (name.Former ? null : _owners.CountryOf(name.Owners)));
        }
    }
}
