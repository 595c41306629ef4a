using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Decides whom the chunks of an article mean, names before descriptions.</summary>
internal sealed class ReferenceResolver
{
    // Tokens within which a person counts as mentioned just now: a sentence or two.
    private const int Recent = 40;

    private const int LongestAbbreviation = 5;

    private readonly Roster _roster;
    private readonly Owners _owners;
    private readonly Setting _setting;
    private readonly TaggedNames _tagged;
    private readonly NamedPersons _named;
    private readonly TitleMatcher _titles;
    private readonly Belonging _belonging;
    private readonly Dictionary<string, CastMember> _latestOfRole = new(StringComparer.Ordinal);
    private readonly List<Reference> _references = [];
    private readonly Dictionary<int, Chunk> _open = [];
    private CastMember? _rebels;
    private readonly ActorDictionary _dictionary;
    private readonly Analysis _analysis;
    private readonly Cast _cast;
    private readonly IReadOnlyList<List<Chunk>> _sentences;

    public ReferenceResolver(ActorDictionary dictionary, Analysis analysis, Cast cast, IReadOnlyList<List<Chunk>> sentences, Dateline dateline)
    {
        (_dictionary, _analysis, _cast, _sentences) = (dictionary, analysis, cast, sentences);
        _roster = new Roster(dictionary, cast);
        _owners = new Owners(dictionary, cast, _roster);
        _setting = new Setting(dictionary, sentences, dateline);
        _tagged = new TaggedNames(analysis);
        _named = new NamedPersons(dictionary, analysis, cast, _roster, _owners, _setting, _tagged, sentences);
        _setting.Count(c => _named[c] ?? (c is { Kind: ChunkKind.Name, Key: { } name } ? _roster.BySurname(name) : null));
        _titles = new TitleMatcher(dictionary, cast, _roster);
        _belonging = new Belonging(dictionary, analysis, _setting, _roster);
    }

    /// <summary>The persons of the article by their titles.</summary>
    public TitleMatcher Titles => _titles;

    /// <summary>What owners tell.</summary>
    public Owners Owners => _owners;

    /// <summary>The definite description of a person that begins at a token and has not been resolved; null if there is none.</summary>
    public Chunk? Open(int token) => _open.GetValueOrDefault(token);

    /// <summary>The persons of the article.</summary>
    public Roster Persons => _roster;

    /// <summary>The references of the article, in text order.</summary>
    public List<Reference> Resolve()
    {
        for (var s = 0; s < _sentences.Count; s++)
            foreach (var chunk in WithSurnames(_sentences[s], s))
                if (Refer(chunk, s) is { } reference)
                {
                    _references.Add(reference);
                    Note(reference);
                }
                else if (chunk is { Kind: ChunkKind.Description, Plural: false, Role.Kind: ActorKind.Person } && Descriptions.IsDefinite(_analysis, chunk)) _open[chunk.First] = chunk;
        return _references;
    }

    /// <summary>The chunks of a sentence, with a surname that opens it where the tagger saw no name.</summary>
    private IEnumerable<Chunk> WithSurnames(List<Chunk> chunks, int sentence)
    {
        var first = _analysis.Sentences[sentence].FirstToken;
        if (first < _analysis.Sentences[sentence].EndToken && _analysis.Tokens[first].Form is "\"" or "“" or "``") first++;
        if (first < _analysis.Sentences[sentence].EndToken && (chunks.Count == 0 || chunks[0].First > first)
            && _analysis.Tokens[first].Form is { Length: > 2 } form && char.IsUpper(form[0]) && _roster.BySurname(form) is { } person
            && NameFolding.Fold(person.Name).Split(' ').Contains(NameFolding.Fold(form)))
            return chunks.Prepend(new Chunk(ChunkKind.Name, first, first + 1) { Key = form, NameFirst = first });
        return chunks;
    }

    private void Note(Reference reference)
    {
        foreach (var m in reference.Members)
        {
            m.Mentions++;
            m.LastMention = reference.Chunk.First;
            if (m.IsPerson) _roster.Mention(m, reference.Chunk.First);
            else if (m is { Sector: "REB", Country: not null } && (m.Known is not null || _rebels?.Known is null)) _rebels = m;
        }
        if (reference is not { Members.Length: 1, Chunk: { Former: false, Role: { } role } }) return;
        _latestOfRole[role.Text] = reference.Members[0];
        // "Mutinous soldiers … The soldiers": the head alone is said of the same group.
        if (role is { Kind: ActorKind.Group or ActorKind.Organization, Phrase.Length: > 1 }) _latestOfRole[role.Phrase[^1]] = reference.Members[0];
    }

    private Reference? Refer(Chunk chunk, int sentence) => chunk.Kind switch
    {
        ChunkKind.State => One(chunk, sentence, MentionKind.Name, _cast.State(chunk.Key!)),
        ChunkKind.Adjective or ChunkKind.People when chunk.People is { } people => One(chunk, sentence, MentionKind.Demonym, _cast.People(chunk.Key!, people, people)),
        ChunkKind.Adjective or ChunkKind.People when IsLanguage(chunk) => null,
        ChunkKind.Adjective => One(chunk, sentence, MentionKind.Demonym, _cast.State(chunk.Key!)),
        ChunkKind.People => One(chunk, sentence, MentionKind.Demonym, _cast.People(chunk.Key!, Words(chunk), null)),
        ChunkKind.Metonym => chunk.Locative ? null : One(chunk, sentence, MentionKind.Metonym, _cast.Government(chunk.Key!)),
        ChunkKind.Place => chunk.Locative ? null : One(chunk, sentence, MentionKind.Metonym, _cast.State(chunk.Key!)),
        ChunkKind.Organisation => One(chunk, sentence, MentionKind.Name, _cast.Organisation(chunk.Key!)),
        ChunkKind.KnownPerson => One(chunk, sentence, MentionKind.Name, _named[chunk]!),
        ChunkKind.Name => Name(chunk, sentence) is { } person ? One(chunk, sentence, MentionKind.Name, person) with { Rule = _named.RuleOf(chunk) } : null,
        ChunkKind.Description => Describe(chunk, sentence),
        _ => null,
    };

    /// <summary>"read out in French".</summary>
    private bool IsLanguage(Chunk chunk) => chunk is { First: > 0, Definite: false, Plural: false } && chunk.End - chunk.First == 1 && _analysis.Tokens[chunk.First - 1].Form is "in" or "into"
        && (chunk.End >= _analysis.Tokens.Length || !NameHits.IsNominal(_analysis.Tokens[chunk.End]));

    private CastMember? Name(Chunk chunk, int sentence)
    {
        if (_named[chunk] is { } member) return member;
        var name = chunk.Key!;
        if (name.Contains(' ', StringComparison.Ordinal)) return Longer(chunk, name);
        var country = _owners.CountryOf(chunk.Owners);
        if (_roster.BySurname(name, m => country is null || m.Country is null || m.Country == country) is { } inArticle) return inArticle;
        if (chunk.Role is not null && _roster.Linked(name, chunk.Role, country) is { } linked) return linked;
        if (_roster.ByGivenName(name) is { } given) return given;
        return chunk.Role is { Title: true, Sector: not null } or { Kind: ActorKind.Person, Sector: not null }
            ? _named.Introduced(chunk, name, country, sentence)
            : IsAbbreviation(name) || NameWords.IsMonth(_analysis, chunk.First) || _tagged.IsOther(chunk.NameFirst, chunk.End) ? null : _roster.Prominent(name, _setting.Names);
    }

    /// <summary>"(CAI)": the initials of an agency are nobody's surname.</summary>
    private static bool IsAbbreviation(string name) => name.Length <= LongestAbbreviation && name.All(char.IsUpper);

    /// <summary>A name of several words that was not recognised in full: "Donald J. Trump", "Mr. bin Salman".</summary>
    private CastMember? Longer(Chunk chunk, string name)
    {
        if (_roster.BySurname(name) is { } whole) return whole;
        var words = name.Split(' ');
        return _roster.BySurname(words[^1], m => PersonNames.SurnameKey(m.Name.Split(' ')[0]) == PersonNames.SurnameKey(words[0]));
    }

    private Reference? Describe(Chunk chunk, int sentence)
    {
        if (_named.Apposed(chunk) is { } person) return One(chunk, sentence, MentionKind.Description, person) with { Rule = "beside the name" };
        var role = chunk.Role!;
        var sector = DescriptionSectors.Of(role, chunk.Modifiers, _owners.SectorOf(chunk.Owners));
        // "North Korea's ally" is another state; "South Korean allies" are South Korea.
        if (role.Text == "ally" && !chunk.Owners.IsEmpty && chunk.Owners.All(o => o.Kind is NameKind.State)) return null;
        var members = ImmutableArray.CreateBuilder<CastMember>();
        if (Named(chunk, sector) is { } bearer) return One(chunk, sentence, MentionKind.Description, bearer) with { Rule = "title of a person named before" };
        if (chunk.Owners.IsEmpty) return Unowned(chunk, sector, sentence) is var (member, rule) ? One(chunk, sentence, MentionKind.Description, member) with { Rule = rule } : null;
        if (chunk.Owners.Length > 1 && chunk.Owners.All(o => o.Kind is not (NameKind.Organisation or NameKind.Person)))
            foreach (var owner in chunk.Owners) members.Add(Owned(chunk, role, sector, owner.Key));
        else members.Add(Owned(chunk, role, sector, _owners.CountryOf(chunk.Owners)));
        var distinct = members.Distinct().ToImmutableArray();
        return distinct.IsEmpty ? null : new Reference(chunk, sentence, MentionKind.Description, distinct);
    }

    /// <summary>The person named before whom a single, definite description means: "the Greek minister", "the captain".</summary>
    private CastMember? Named(Chunk chunk, string? sector)
    {
        if (chunk.Plural || chunk.Role is not { Kind: ActorKind.Person or ActorKind.Group } role || Relations.IsRelational(role.Text) || !Descriptions.IsDefinite(_analysis, chunk)) return null;
        var country = _owners.CountryOf(chunk.Owners);
        // The article's own office-holder, of several the one it is about, goes by his own rule.
        if (country is null && !role.Offices.IsEmpty && chunk.Modifiers.IsEmpty && !chunk.Former) return null;
        return _titles.Bearer(chunk, country, sector, true);
    }

    /// <summary>Some countries of actors are groups of CAMEO ("IGO", "NGO") and no states.</summary>
    private bool IsState(string? country) => country is not null && _dictionary.States.ContainsKey(country);

    private CastMember Owned(Chunk chunk, RoleEntry role, string? sector, string? country)
    {
        if (chunk.Modifiers.IsEmpty && Holder(chunk, role, country) is { } holder) return holder;
        var ofState = chunk.Owners.All(o => o.People is null && o.Kind is NameKind.State or NameKind.Adjective or NameKind.People or NameKind.Metonym);
        if (role.Kind == ActorKind.State && ofState && IsState(country) && chunk.Modifiers.All(m => m.Kind == ActorKind.State)) return _cast.Government(country!);
        return Unnamed(chunk, role, sector ?? "GOV", country);
    }

    /// <summary>Who holds the office that the words name; of an article without a date, whom it names with such an office.</summary>
    private CastMember? Holder(Chunk chunk, RoleEntry role, string? country)
    {
        if (role.Offices.IsEmpty || chunk.Former || country is null || chunk.Owners.Any(o => o.People is not null) || chunk.Plural && chunk.Owners.Length < 2) return null;
        var offices = _roster.Offices(role, country);
        // Whom the article itself calls so, wherever it does, is surer than any list.
        if (_roster.All.FirstOrDefault(p => p is { Known: null, Former: false } && p.Country == country && p.Role is { } held && offices.Contains(held)) is { } own) return own;
        if (_cast.Day is { } day)
            return offices.Select(o => _dictionary.Holder(country, o, day)).FirstOrDefault(p => p is not null) is { } person ? _cast.Person(person.Name) : null;
        return _roster.All.FirstOrDefault(p => p.Known is not null && _dictionary.TermsOf(p.Name).Any(t => t.Country == country && offices.Contains(t.Office)));
    }

    /// <summary>"the president", "the rebels": whom the article last called so, or the one its country has; with the reason for the country, if it was given one.</summary>
    private (CastMember Member, string? Rule)? Unowned(Chunk chunk, string? sector, int sentence)
    {
        var role = chunk.Role!;
        if (!role.Offices.IsEmpty && !chunk.Plural && chunk.Modifiers.IsEmpty && OfficeHolderHere(chunk, role, sentence) is { } holder) return (holder, null);
        if (chunk.Definite && _latestOfRole.TryGetValue(role.Text, out var latest) && latest.Kind != ActorKind.State && !(chunk.Plural && latest.IsPerson)) return (latest, null);
        if (chunk.Modifiers.IsEmpty && (chunk.Definite || chunk.Plural) && sector == "REB" && role.Kind == ActorKind.Group && _rebels is { } rebels) return (rebels, null);
        if (OwnedByPronoun(chunk) is { } owner) return (Owned(chunk, role, sector ?? "GOV", owner), null);
        if (chunk.First > 0 && _analysis.Tokens[chunk.First - 1].Form.ToLowerInvariant() is "international" or "foreign" or "global" or "other" or "own" or "world") return null;
        if (!DescriptionSectors.StandsAlone(role, sector) || role.Title && !chunk.Definite) return null;
        var ground = _belonging.Of(chunk, sector, sentence, _references);
        if (role.Kind == ActorKind.State) return ground is { } g && IsState(g.Country) ? (_cast.Government(g.Country), g.Rule) : null;
        return role.Kind == ActorKind.Person && ground is null ? null : (Unnamed(chunk, role, sector, ground?.Country), ground?.Rule);
    }

    /// <summary>"his spokesman", "its own army": the country of the nearest person or body before it.</summary>
    private string? OwnedByPronoun(Chunk chunk)
    {
        var i = chunk.First - 1;
        while (i >= 0 && _analysis.Tokens[i].Upos == "ADJ") i--;
        if (i < 0 || _analysis.Tokens[i].Sentence != _analysis.Tokens[chunk.First].Sentence) return null;
        var word = _analysis.Tokens[i].Form.ToLowerInvariant();
        if (word is not ("his" or "her" or "its" or "their")) return null;
        for (var k = _references.Count - 1; k >= 0 && _analysis.Tokens[i].Sentence - _references[k].Sentence <= 1; k--)
            if (_references[k].Members is [{ Country: { } country } member] && member.IsPerson == (word is "his" or "her") && member.Gender != (word is "his" ? 'f' : word is "her" ? 'm' : '-')) return country;
        return null;
    }

    private CastMember? OfficeHolderHere(Chunk chunk, RoleEntry role, int sentence)
    {
        if (chunk.Former || !chunk.Definite || chunk.First > 0 && _analysis.Tokens[chunk.First - 1].Upos == "ADJ") return null;
        var offices = _roster.Offices(role, null);
        var named = _roster.All.Where(p => p is { LastMention: >= 0, Former: false } && Held(p, offices))
            .MaxBy(p => p.Mentions + (chunk.First - p.LastMention < Recent ? 3 : 0) + (p.AtHome ? 4 : 0));
        if (named is null && role.Offices is not ["leader"] && _setting.Home is { } home && Holder(chunk, role, home) is { } local) return local;
        named ??= _roster.All.Where(p => p is { Former: true, Known: null } && p.Country == _setting.Home && Held(p, offices)).MaxBy(p => p.Mentions);
        return named ?? (role.Offices is ["leader"] ? null : Holder(chunk, role, _setting.CountryAt(sentence, chunk.First)));
    }

    private bool Held(CastMember person, ImmutableArray<string> offices) => person.Known is null
        ? person.Role is { } r && offices.Any(o => r.EndsWith(o, StringComparison.Ordinal))
        : _dictionary.TermsOf(person.Name).Any(t => offices.Contains(t.Office) && (_cast.Day is not { } d || t.Holds(d)));

    private CastMember Unnamed(Chunk chunk, RoleEntry role, string? sector, string? country)
    {
        var owner = chunk.Owners.FirstOrDefault(o => o.Kind is NameKind.Organisation or NameKind.Person).Key ?? chunk.Owners.FirstOrDefault(o => o.People is not null).People;
        if (sector == "MIL" && chunk.Owners.Any(o => o.People is not null)) sector = "REB";
        var body = _owners.GroupCodeOf(chunk.Owners);
        if (sector == "GOV" && role.Offices.IsEmpty && body is not null) sector = _owners.SectorOf(chunk.Owners);
        if (role.Kind == ActorKind.Person && !chunk.Plural || role.Kind == ActorKind.Group && !chunk.Plural && chunk.Owners.Length > 0 && role.Sector is not "MIL")
        {
            var words = NamedPersons.RoleWords(chunk);
            var key = chunk.Definite ? $"{country}|{owner}|{words}" : $"{country}|{owner}|{words}|{chunk.First}";
            return _cast.Described(key, Descriptions.WithArticle(_analysis, chunk), ActorKind.Person, country, sector, words, body);
        }
        var kind = role.Kind is ActorKind.Organization or ActorKind.State ? ActorKind.Organization : ActorKind.Group;
        var what = sector is "MIL" or "COP" or "SPY" or "REB" or "OPP" && owner is null ? sector : role.Text;
        var group = country is null && owner is null ? $"|{role.Text}" : $"{country}|{owner}|{what}|{sector}";
        var name = country is not null && what == sector && _dictionary.States.TryGetValue(country, out var state) ? Descriptions.NameOf(state, sector!) : Words(chunk);
        return _cast.Described(group, name, kind, country, sector, null, body);
    }

    private string Words(Chunk chunk) => _analysis.Text[_analysis.Tokens[chunk.First].Span.Start.._analysis.Tokens[chunk.End - 1].Span.End];

    private static Reference One(Chunk chunk, int sentence, MentionKind kind, CastMember member) => new(chunk, sentence, kind, [member]);
}
