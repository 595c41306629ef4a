using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>A line of states.txt.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Name">Common English name.</param>
/// <param name="OtherNames">Official, older and abbreviated names.</param>
/// <param name="Adjectives">"Russian".</param>
/// <param name="People">"Russians", "Russian".</param>
/// <param name="Metonyms">Capital and seats of power; a sector only for seats.</param>
/// <param name="Places">Cities and regions.</param>
/// <param name="LeaderOffices">Which offices "the leader" means, in order.</param>
internal sealed record StateEntry(
    string Code,
    string Name,
    ImmutableArray<string> OtherNames,
    ImmutableArray<string> Adjectives,
    ImmutableArray<string> People,
    ImmutableArray<(string Name, string? Sector)> Metonyms,
    ImmutableArray<string> Places,
    ImmutableArray<string> LeaderOffices);

/// <summary>A line of offices.txt: who held an office from when to when, both days included.</summary>
internal sealed record OfficeTerm(string Country, string Office, string Sector, string Person, DateOnly From, DateOnly? To, int Line)
{
    /// <summary>True if the office was held on that day.</summary>
    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A person of offices.txt or people.txt.</summary>
/// <param name="Name">Common English full name, the key.</param>
/// <param name="OtherNames">Other spellings and short names that stand alone.</param>
/// <param name="Country">ISO code or group code, or null.</param>
/// <param name="Sector">Usual sector, or null.</param>
/// <param name="Role">Usual role, or null.</param>
internal sealed record PersonEntry(string Name, ImmutableArray<string> OtherNames, string? Country, string? Sector, string? Role);

/// <summary>A line of organisations.txt or media.txt.</summary>
/// <param name="Name">Common English name, the key.</param>
/// <param name="OtherNames">Other names and abbreviations.</param>
/// <param name="Kind">Organisation or group.</param>
/// <param name="Country">ISO code or group code, or null.</param>
/// <param name="Code">CAMEO actor code, or null.</param>
/// <param name="Sector">Sector, or null.</param>
internal sealed record OrganisationEntry(
    string Name, ImmutableArray<string> OtherNames, ActorKind Kind, string? Country, string? Code, string? Sector);

/// <summary>A line of roles.txt.</summary>
/// <param name="Phrase">Lower-case singular words.</param>
/// <param name="Sector">Sector, or null if the words around decide.</param>
/// <param name="Kind">Person, group or organisation; <see cref="ActorKind.State"/> for words that mean the government itself.</param>
/// <param name="Offices">Offices of offices.txt that the phrase can name, best first; "leader" means those of the state.</param>
/// <param name="Title">True if it can stand before a name without more: "General Smith".</param>
/// <param name="Country">Of words that, written large, belong to one country's politics ("Republicans"); null for all others.</param>
internal sealed record RoleEntry(
    ImmutableArray<string> Phrase, string? Sector, ActorKind Kind, ImmutableArray<string> Offices, bool Title, string? Country = null)
{
    /// <summary>The phrase with spaces.</summary>
    public string Text { get; } = string.Join(' ', Phrase);
}

/// <summary>A line of peoples.txt.</summary>
internal sealed record PeopleEntry(string Name, ImmutableArray<string> Words, ImmutableArray<string> Homes);

/// <summary>A line of labels.txt.</summary>
/// <param name="Name">The key of a state, person or organisation: its English name.</param>
/// <param name="Labels">Its names, one for each of <see cref="ActorLabels.Languages"/>; null where none is surely known.</param>
/// <param name="Wikidata">Its item, "Q159"; null where it is not surely known.</param>
/// <param name="Line">From 1.</param>
internal sealed record LabelEntry(string Name, ImmutableArray<string?> Labels, string? Wikidata, int Line);

/// <summary>What a name in the dictionary can mean.</summary>
internal enum NameKind
{
    State,
    Adjective,
    People,
    Metonym,
    Place,
    Person,
    Organisation,
}

/// <summary>One meaning of a name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Code of the state, or name of the person or organisation.</param>
/// <param name="Sector">Of a seat of power; null otherwise.</param>
/// <param name="People">Of a people without a state of its own, whose key is the state it is met in; null otherwise.</param>
internal readonly record struct NameSense(NameKind Kind, string Key, string? Sector = null, string? People = null);
