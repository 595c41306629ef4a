using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Decides whom the chunks of an article mean, names before descriptions.</summary>
internal sealed class ReferenceResolver(ActorDictionary dictionary, Analysis analysis, Cast cast)
{
    // Tokens within which a person counts as mentioned just now: a sentence or two.
    private const int Recent = 40;

    private readonly Roster _roster = new(dictionary, cast);
    private readonly Dictionary<string, CastMember> _latestOfRole = new(StringComparer.Ordinal);
    private readonly Dictionary<Chunk, CastMember> _named = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Chunk, CastMember> _apposed = new(ReferenceEqualityComparer.Instance);
    private readonly List<Reference> _references = [];
    private Setting _setting = null!;

    /// <summary>The references of the article, in text order.</summary>
    public List<Reference> Resolve(IReadOnlyList<List<Chunk>> sentences)
    {
        _setting = new Setting(sentences);
        for (var s = 0; s < sentences.Count; s++)
            for (var i = 0; i < sentences[s].Count; i++) NameInFull(sentences[s], i, s);
        for (var s = 0; s < sentences.Count; s++) Appositions(sentences[s]);
        for (var s = 0; s < sentences.Count; s++)
            foreach (var chunk in sentences[s])
                if (Refer(chunk, s) is { } reference)
                {
                    _references.Add(reference);
                    Note(reference);
                }
        return _references;
    }

    private void Note(Reference reference)
    {
        foreach (var m in reference.Members)
        {
            m.Mentions++;
            m.LastMention = reference.Chunk.First;
        }
        if (reference.Members.Length == 1 && reference.Chunk.Role is { } role) _latestOfRole[role.Text] = reference.Members[0];
    }

    /// <summary>Persons named in full, anywhere in the article, so that a surname in the headline finds its bearer.</summary>
    private void NameInFull(List<Chunk> chunks, int i, int sentence)
    {
        var chunk = chunks[i];
        if (chunk.Kind == ChunkKind.KnownPerson) Found(chunk, cast.Person(chunk.Key!));
        else if (chunk is { Kind: ChunkKind.Name, Key: { } name } && (name.Contains(' ', StringComparison.Ordinal) || chunk.Role is { Offices.IsEmpty: false }))
        {
            var country = CountryOf(chunk.Owners);
            if (_roster.Linked(name, chunk.Role, country) is { } known) Found(chunk, known);
            else if (name.Contains(' ', StringComparison.Ordinal) && IsPerson(chunk, name)) Found(chunk, Introduced(chunk, name, country, sentence));
        }
    }

    private void Found(Chunk chunk, CastMember member)
    {
        _named[chunk] = member;
        _roster.Add(member);
        if (chunk is not { Role: { Offices.IsEmpty: false } role }) return;
        if (chunk.Owners.IsEmpty) member.AtHome = true;
        // No term on the day, yet the text gives the office: the text is right.
        if (member is { Known: not null, Role: null } && !chunk.Former && role.Sector is not null)
        {
            member.Sector = role.Sector;
            member.Code = Codes.Of(member.Country, role.Sector);
        }
    }

    private CastMember Introduced(Chunk chunk, string name, string? country, int sentence)
    {
        if (chunk.Role is not { } role) return cast.Unknown(name, null, null, null);
        if (country is null && chunk.Owners.IsEmpty && role.Sector is not null) country = _setting.OnlyCountry(sentence);
        return cast.Unknown(name, country, DescriptionSectors.Of(role, chunk.Modifiers, SectorOf(chunk.Owners)), RoleWords(chunk));
    }

    /// <summary>What makes a run of capitalised words a person: a title, a given name, or an act of speech.</summary>
    private bool IsPerson(Chunk chunk, string name)
    {
        if (chunk.Role is { Kind: ActorKind.Person or ActorKind.Group }) return true;
        return dictionary.GenderOf(name) is not null || SpeechVerbs.HasSpeaker(analysis, chunk);
    }

    /// <summary>"Yury Ushakov, Putin's adviser," and "the foreign minister, Sergei Lavrov,": both name one person.</summary>
    private void Appositions(List<Chunk> chunks)
    {
        for (var i = 0; i + 1 < chunks.Count; i++)
        {
            if (Descriptions.Apposed(analysis, chunks, i) is not { } pair) continue;
            var (name, description) = pair;
            if (!_named.TryGetValue(name, out var person))
            {
                if (name.Key is not { } words || !words.Contains(' ', StringComparison.Ordinal)) continue;
                Found(name, person = _roster.Linked(words, description.Role, CountryOf(description.Owners)) ?? cast.Unknown(words, null, null, null));
            }
            _apposed[description] = person;
            Cast.Complete(person, CountryOf(description.Owners) ?? CountryOf(name.Owners),
                DescriptionSectors.Of(description.Role!, description.Modifiers, SectorOf(description.Owners)), RoleWords(description));
        }
    }

    private Reference? Refer(Chunk chunk, int sentence) => chunk.Kind switch
    {
        ChunkKind.State => One(chunk, sentence, MentionKind.Name, cast.State(chunk.Key!)),
        ChunkKind.Adjective or ChunkKind.People when chunk.People is { } people => One(chunk, sentence, MentionKind.Demonym, cast.People(chunk.Key!, people, people)),
        ChunkKind.Adjective => One(chunk, sentence, MentionKind.Demonym, cast.State(chunk.Key!)),
        ChunkKind.People => One(chunk, sentence, MentionKind.Demonym, cast.People(chunk.Key!, Words(chunk), null)),
        ChunkKind.Metonym => chunk.Locative ? null : One(chunk, sentence, MentionKind.Metonym, cast.Government(chunk.Key!)),
        ChunkKind.Place => chunk.Locative ? null : One(chunk, sentence, MentionKind.Metonym, cast.State(chunk.Key!)),
        ChunkKind.Organisation => One(chunk, sentence, MentionKind.Name, cast.Organisation(chunk.Key!)),
        ChunkKind.KnownPerson => One(chunk, sentence, MentionKind.Name, _named[chunk]),
        ChunkKind.Name => Name(chunk, sentence) is { } person ? One(chunk, sentence, MentionKind.Name, person) : null,
        ChunkKind.Description => Describe(chunk, sentence),
        _ => null,
    };

    private CastMember? Name(Chunk chunk, int sentence)
    {
        if (_named.TryGetValue(chunk, out var member)) return member;
        var name = chunk.Key!;
        if (name.Contains(' ', StringComparison.Ordinal)) return Longer(chunk, name);
        var country = CountryOf(chunk.Owners);
        if (_roster.BySurname(name, m => country is null || m.Country is null || m.Country == country) is { } inArticle) return inArticle;
        if (chunk.Role is not null && _roster.Linked(name, chunk.Role, country) is { } linked) return linked;
        if (_roster.ByGivenName(name) is { } given) return given;
        return chunk.Role is { Title: true, Sector: not null } or { Kind: ActorKind.Person, Sector: not null }
            ? Introduced(chunk, name, country, sentence)
            : NameWords.IsMonth(analysis, chunk.First) ? null : _roster.Prominent(name, _setting.Names);
    }

    /// <summary>A name of several words that was not recognised in full: "Donald J. Trump", "Mr. bin Salman".</summary>
    private CastMember? Longer(Chunk chunk, string name)
    {
        if (_roster.BySurname(name) is { } whole) return whole;
        var words = name.Split(' ');
        return _roster.BySurname(words[^1], m => PersonNames.SurnameKey(m.Name.Split(' ')[0]) == PersonNames.SurnameKey(words[0]));
    }

    private Reference? Describe(Chunk chunk, int sentence)
    {
        if (_apposed.TryGetValue(chunk, out var person)) return One(chunk, sentence, MentionKind.Description, person);
        var role = chunk.Role!;
        var sector = DescriptionSectors.Of(role, chunk.Modifiers, SectorOf(chunk.Owners));
        var members = ImmutableArray.CreateBuilder<CastMember>();
        if (chunk.Owners.IsEmpty)
        {
            if (Unowned(chunk, sector, sentence) is { } member) members.Add(member);
        }
        else if (chunk.Owners.Length > 1 && chunk.Owners.All(o => o.Kind is not (NameKind.Organisation or NameKind.Person)))
            foreach (var owner in chunk.Owners) members.Add(Owned(chunk, role, sector, owner.Key));
        else members.Add(Owned(chunk, role, sector, CountryOf(chunk.Owners)));
        var distinct = members.Distinct().ToImmutableArray();
        return distinct.IsEmpty ? null : new Reference(chunk, sentence, MentionKind.Description, distinct);
    }

    /// <summary>Some countries of actors are groups of CAMEO ("IGO", "NGO") and no states.</summary>
    private bool IsState(string? country) => country is not null && dictionary.States.ContainsKey(country);

    private CastMember Owned(Chunk chunk, RoleEntry role, string? sector, string? country)
    {
        if (chunk.Modifiers.IsEmpty && Holder(chunk, role, country) is { } holder) return holder;
        var ofState = chunk.Owners.All(o => o.People is null && o.Kind is NameKind.State or NameKind.Adjective or NameKind.People or NameKind.Metonym);
        if (role.Kind == ActorKind.State && ofState && IsState(country) && chunk.Modifiers.All(m => m.Kind == ActorKind.State)) return cast.Government(country!);
        return Unnamed(chunk, role, sector ?? "GOV", country);
    }

    /// <summary>Who holds the office that the words name; of an article without a date, whom it names with such an office.</summary>
    private CastMember? Holder(Chunk chunk, RoleEntry role, string? country)
    {
        if (role.Offices.IsEmpty || chunk.Former || country is null || chunk.Owners.Any(o => o.People is not null) || chunk.Plural && chunk.Owners.Length < 2) return null;
        var offices = _roster.Offices(role, country);
        if (cast.Day is { } day)
            return offices.Select(o => dictionary.Holder(country, o, day)).FirstOrDefault(p => p is not null) is { } person ? cast.Person(person.Name) : null;
        return _roster.All.FirstOrDefault(p => p.Known is not null && dictionary.TermsOf(p.Name).Any(t => t.Country == country && offices.Contains(t.Office)));
    }

    /// <summary>"the president", "the rebels": whom the article last called so, or the one its country has.</summary>
    private CastMember? Unowned(Chunk chunk, string? sector, int sentence)
    {
        var role = chunk.Role!;
        if (!role.Offices.IsEmpty && !chunk.Plural && chunk.Modifiers.IsEmpty && OfficeHolderHere(chunk, role, sentence) is { } holder) return holder;
        if (chunk.Definite && _latestOfRole.TryGetValue(role.Text, out var latest) && latest.Kind != ActorKind.State) return latest;
        if (OwnedByPronoun(chunk) is { } owner) return Owned(chunk, role, sector ?? "GOV", owner);
        if (chunk.First > 0 && analysis.Tokens[chunk.First - 1].Form.ToLowerInvariant() is "international" or "foreign" or "global" or "other" or "own" or "world") return null;
        if (!DescriptionSectors.StandsAlone(role, sector) || role.Title && !chunk.Definite) return null;
        // American usage: "the administration" without more is that of the United States.
        var country = role.Text == "administration" ? _setting.Names("USA") ? "USA" : null
            : role.Text == "regime" ? _setting.PlaceOf(sentence) : _setting.CountryAt(sentence, chunk.First);
        if (country is null && sector is "REB" or "OPP" or "CVL" or "REF") country = _setting.OnlyCountry(sentence);
        if (country is null && sector is "MIL" or "LEG" or "COP" or "JUD" or "SPY") country = HomeCountry();
        if (role.Kind == ActorKind.State) return IsState(country) ? cast.Government(country!) : null;
        return role.Kind == ActorKind.Person && country is null ? null : Unnamed(chunk, role, sector, country);
    }

    /// <summary>The country whose head the article calls "President Brandt" without saying of what: its readers' own.</summary>
    private string? HomeCountry() => _roster.All.Where(p => p.AtHome && p.Role is { } r && ActorDictionary.Rank(r) == 0).MaxBy(p => p.Mentions)?.Country;

    /// <summary>"his spokesman", "its own army": the country of the nearest person or body before it.</summary>
    private string? OwnedByPronoun(Chunk chunk)
    {
        var i = chunk.First - 1;
        while (i >= 0 && analysis.Tokens[i].Upos == "ADJ") i--;
        if (i < 0 || analysis.Tokens[i].Sentence != analysis.Tokens[chunk.First].Sentence) return null;
        var word = analysis.Tokens[i].Form.ToLowerInvariant();
        if (word is not ("his" or "her" or "its" or "their")) return null;
        for (var k = _references.Count - 1; k >= 0 && analysis.Tokens[i].Sentence - _references[k].Sentence <= 1; k--)
            if (_references[k].Members is [{ Country: { } country } member] && member.IsPerson == (word is "his" or "her")) return country;
        return null;
    }

    private CastMember? OfficeHolderHere(Chunk chunk, RoleEntry role, int sentence)
    {
        if (chunk.Former || !chunk.Definite || chunk.First > 0 && analysis.Tokens[chunk.First - 1].Upos == "ADJ") return null;
        var offices = _roster.Offices(role, null);
        var named = _roster.All.Where(p => p.LastMention >= 0 && Held(p, offices))
            .MaxBy(p => p.Mentions + (chunk.First - p.LastMention < Recent ? 3 : 0) + (p.AtHome ? 4 : 0));
        return named ?? (role.Offices is ["leader"] ? null : Holder(chunk, role, _setting.CountryAt(sentence, chunk.First)));
    }

    private bool Held(CastMember person, ImmutableArray<string> offices) => person.Known is null
        ? person.Role is { } r && offices.Any(o => r.EndsWith(o, StringComparison.Ordinal))
        : dictionary.TermsOf(person.Name).Any(t => offices.Contains(t.Office) && (cast.Day is not { } d || t.Holds(d)));

    private CastMember Unnamed(Chunk chunk, RoleEntry role, string? sector, string? country)
    {
        var owner = chunk.Owners.FirstOrDefault(o => o.Kind is NameKind.Organisation or NameKind.Person).Key ?? chunk.Owners.FirstOrDefault(o => o.People is not null).People;
        if (sector == "MIL" && chunk.Owners.Any(o => o.People is not null)) sector = "REB";
        if (role.Kind == ActorKind.Person && !chunk.Plural || role.Kind == ActorKind.Group && !chunk.Plural && chunk.Owners.Length > 0 && role.Sector is not "MIL")
        {
            var words = RoleWords(chunk);
            var key = chunk.Definite ? $"{country}|{owner}|{words}" : $"{country}|{owner}|{words}|{chunk.First}";
            return cast.Described(key, Descriptions.WithArticle(analysis, chunk), ActorKind.Person, country, sector, words);
        }
        var kind = role.Kind is ActorKind.Organization or ActorKind.State ? ActorKind.Organization : ActorKind.Group;
        var what = sector is "MIL" or "COP" or "SPY" or "REB" or "OPP" && owner is null ? sector : role.Text;
        var group = country is null && owner is null ? $"|{role.Text}" : $"{country}|{owner}|{what}|{sector}";
        var name = country is not null && what == sector && dictionary.States.TryGetValue(country, out var state) ? Descriptions.NameOf(state, sector!) : Words(chunk);
        return cast.Described(group, name, kind, country, sector, null);
    }

    private string? CountryOf(ImmutableArray<NameSense> owners)
    {
        foreach (var owner in owners)
        {
            var country = owner.Kind switch
            {
                NameKind.Organisation => dictionary.Organisations[owner.Key].Country,
                NameKind.Person => (dictionary.Persons.ContainsKey(owner.Key) ? cast.Person(owner.Key) : _roster.BySurname(owner.Key))?.Country,
                _ => owner.Key,
            };
            if (country is not null) return country;
        }
        return null;
    }

    private string? SectorOf(ImmutableArray<NameSense> owners)
    {
        foreach (var owner in owners)
            if (owner.Sector is { } sector || (owner.Kind == NameKind.Organisation && dictionary.Organisations[owner.Key].Sector is { } s && (sector = s) is not null)) return sector;
        return owners.IsEmpty ? null : "GOV";
    }

    private static string RoleWords(Chunk chunk) => string.Join(' ', chunk.Modifiers.Append(chunk.Role!).Select(r => r.Text));

    private string Words(Chunk chunk) => analysis.Text[analysis.Tokens[chunk.First].Span.Start..analysis.Tokens[chunk.End - 1].Span.End];

    private static Reference One(Chunk chunk, int sentence, MentionKind kind, CastMember member) => new(chunk, sentence, kind, [member]);
}
