using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>One actor of an article while it is being read.</summary>
internal sealed class CastMember(string key, string name, ActorKind kind)
{
    private const int MaxRoles = 8;

    private readonly List<string> _roles = [];

    public string Key { get; } = key;

    public string Name { get; } = name;

    public ActorKind Kind { get; } = kind;

    public string? Country { get; set; }

    public string? Sector { get; set; }

    public string? Code { get; set; }

    public string? Role { get; set; }

    /// <summary>The code of the international body for which it acts, "IGOUNO"; null for all others.</summary>
    public string? Body { get; set; }

    public string? Known { get; init; }

    public char? Gender { get; set; }

    /// <summary>The token of its latest mention so far; -1 before the first.</summary>
    public int LastMention { get; set; } = -1;

    /// <summary>True for an office-holder whom the article calls so without naming the country: "President Brandt", "the Brandt administration".</summary>
    public bool AtHome { get; set; }

    /// <summary>How often it was mentioned so far.</summary>
    public int Mentions { get; set; }

    public bool IsPerson => Kind == ActorKind.Person;

    /// <summary>True for a person introduced as "former": his title is then that of the past.</summary>
    public bool Former { get; set; }

    /// <summary>The titles and descriptions that the article gives a person, each once.</summary>
    public IReadOnlyList<string> Roles => _roles;

    /// <summary>The body or group that a person speaks for or leads, or null.</summary>
    public CastMember? Side { get; set; }

    /// <summary>Takes note of a title or description of the text.</summary>
    public void Called(string role)
    {
        if (_roles.Count < MaxRoles && !_roles.Contains(role)) _roles.Add(role);
    }
}

/// <summary>The actors of one article, one for each entity of the world.</summary>
internal sealed class Cast(ActorDictionary dictionary, DateOnly? day)
{
    private readonly Dictionary<string, CastMember> _members = new(StringComparer.Ordinal);

    /// <summary>The article's day, or null.</summary>
    public DateOnly? Day => day;

    public CastMember State(string code) => Get("state:" + code, key =>
    {
        var state = dictionary.States[code];
        return new CastMember(key, state.Name, ActorKind.State) { Country = code, Sector = "GOV", Code = code, Known = key };
    });

    /// <summary>A state where the words mean its government: a capital, a seat of power, "the Russian authorities".</summary>
    public CastMember Government(string code)
    {
        var state = State(code);
        state.Code = code + "GOV";
        return state;
    }

    /// <summary>The people of a state, or one without a state of its own that is met there.</summary>
    public CastMember People(string code, string words, string? people) => Get("people:" + code + people, key =>
        new CastMember(key, words, ActorKind.Group) { Country = code, Sector = code == "PSE" ? null : "CVL", Code = code == "PSE" ? code : code + "CVL" });

    public CastMember Organisation(string name) => Get("organisation:" + name, key =>
    {
        var o = dictionary.Organisations[name];
        return new CastMember(key, o.Name, o.Kind) { Country = o.Country, Sector = o.Sector, Code = o.Code ?? Codes.Of(o.Country, o.Sector), Known = key };
    });

    public CastMember Person(string name) => Get("person:" + name, key =>
    {
        var p = dictionary.Persons[name];
        var office = dictionary.OfficeOf(name, day);
        var country = office?.Country ?? p.Country;
        var sector = office?.Sector ?? p.Sector;
        var body = country == "IGO" ? dictionary.BodyCodeOf(office?.Office ?? p.Role) : null;
        return new CastMember(key, name, ActorKind.Person)
        {
            Country = country,
            Sector = sector,
            Code = Codes.Of(country, sector, body),
            Body = body,
            Role = office?.Office ?? (day is null ? p.Role : null),
            Known = key,
            Gender = dictionary.GenderOf(name),
        };
    });

    /// <summary>A person whom only the text makes known.</summary>
    public CastMember Unknown(string name, string? country, string? sector, string? role, string? body)
    {
        var member = Get("unknown:" + NameFolding.Fold(name), key => new CastMember(key, name, ActorKind.Person) { Gender = dictionary.GenderOf(name) });
        Complete(member, country, sector, role, body);
        return member;
    }

    /// <summary>Somebody described and not named; the same key is the same actor.</summary>
    public CastMember Described(string key, string name, ActorKind kind, string? country, string? sector, string? role, string? body) =>
        Get("described:" + key, k => new CastMember(k, name, kind) { Country = country, Sector = sector, Role = role, Body = body, Code = Codes.Of(country, sector, body) });

    /// <summary>Adds what a later mention tells of an actor that no dictionary has.</summary>
    public static void Complete(CastMember member, string? country, string? sector, string? role, string? body)
    {
        if (member.Known is not null) return;
        member.Country ??= country;
        member.Sector ??= sector;
        member.Role ??= role;
        if (member.Country is { } own && body is not null && body.StartsWith(own, StringComparison.Ordinal)) member.Body ??= body;
        member.Code = Codes.Of(member.Country, member.Sector, member.Body);
    }

    private CastMember Get(string key, Func<string, CastMember> make)
    {
        if (!_members.TryGetValue(key, out var member)) _members.Add(key, member = make(key));
        return member;
    }
}

/// <summary>CAMEO actor codes: country or group, then sector.</summary>
internal static class Codes
{
    public static string? Of(string? country, string? sector) => country is null ? null : sector is null || sector == country ? country : country + sector;

    /// <summary>Of those who act for an international body its own code, with what sector they are if it is another than the body's.</summary>
    public static string? Of(string? country, string? sector, string? body) =>
        country is null || body is null ? Of(country, sector) : sector is null || sector == country || body.EndsWith(sector, StringComparison.Ordinal) ? body : body + sector;
}

/// <summary>A chunk with the actors it means.</summary>
internal sealed record Reference(Chunk Chunk, int Sentence, MentionKind Kind, ImmutableArray<CastMember> Members)
{
    /// <summary>The rule that resolved it, for people to read; null where a name names itself.</summary>
    public string? Rule { get; init; }
}
