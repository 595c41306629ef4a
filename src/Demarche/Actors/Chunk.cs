using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>What a stretch of tokens seems to name, before it is known whom.</summary>
internal enum ChunkKind
{
    /// <summary>A state by its name.</summary>
    State,

    /// <summary>An adjective of a state.</summary>
    Adjective,

    /// <summary>A noun of people.</summary>
    People,

    /// <summary>A capital or seat of power.</summary>
    Metonym,

    /// <summary>A city or region, or a capital that is only the place.</summary>
    Place,

    /// <summary>A person of the dictionary, by full name.</summary>
    KnownPerson,

    /// <summary>Capitalised words that may name a person: a surname alone, or a name that no dictionary has.</summary>
    Name,

    /// <summary>An organisation of the dictionary.</summary>
    Organisation,

    /// <summary>An organisation that only the text makes known.</summary>
    UnknownOrganisation,

    /// <summary>A role or a role with its country: "Russian soldiers", "the president".</summary>
    Description,
}

/// <summary>Tokens [First, End) of one sentence with what they seem to name.</summary>
internal sealed record Chunk(ChunkKind Kind, int First, int End)
{
    /// <summary>State code, person or organisation key, or the words of an unknown name.</summary>
    public string? Key { get; init; }

    /// <summary>Name of a people without a state of its own.</summary>
    public string? People { get; init; }

    /// <summary>Of a seat of power.</summary>
    public string? Sector { get; init; }

    /// <summary>The head role of a description, or the title before a name.</summary>
    public RoleEntry? Role { get; init; }

    /// <summary>Roles before the head: "defence ministry" in "defence ministry official".</summary>
    public ImmutableArray<RoleEntry> Modifiers { get; init; } = [];

    /// <summary>What gives the description or the titled name its country: states, organisations, persons.</summary>
    public ImmutableArray<NameSense> Owners { get; init; } = [];

    /// <summary>First token of the name proper, after titles.</summary>
    public int NameFirst { get; init; } = -1;

    /// <summary>True for plural descriptions.</summary>
    public bool Plural { get; init; }

    /// <summary>True after "the", a possessive, or in a headline without articles.</summary>
    public bool Definite { get; init; }

    /// <summary>True where the words name a place that something happened in, not an actor.</summary>
    public bool Locative { get; init; }

    /// <summary>"former", "late", "ex-" stands before it.</summary>
    public bool Former { get; init; }
}
