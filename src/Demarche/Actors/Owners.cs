using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>Which country and sector the owners of a description give it: "Syria's", "NATO", "Putin's".</summary>
internal sealed class Owners(ActorDictionary dictionary, Cast cast, Roster roster)
{
    /// <summary>The country of the first owner that has one, or null.</summary>
    public string? CountryOf(ImmutableArray<NameSense> owners)
    {
        foreach (var owner in owners)
        {
            var country = owner.Kind switch
            {
                NameKind.Organisation => dictionary.Organisations[owner.Key].Country,
                NameKind.Person => PersonOf(owner)?.Country,
                _ => owner.Key,
            };
            if (country is not null) return country;
        }
        return null;
    }

    /// <summary>What a chunk is as the owner of another: itself, or of a description what owns it.</summary>
    public static ImmutableArray<NameSense> Of(Chunk chunk) => chunk.Kind switch
    {
        ChunkKind.Organisation => [new NameSense(NameKind.Organisation, chunk.Key!)],
        ChunkKind.Name or ChunkKind.KnownPerson => [new NameSense(NameKind.Person, chunk.Key!)],
        ChunkKind.Description => chunk.Owners,
        ChunkKind.State or ChunkKind.Adjective or ChunkKind.People or ChunkKind.Metonym or ChunkKind.Place when !chunk.Locative => [new NameSense(NameKind.State, chunk.Key!, chunk.Sector, chunk.People)],
        _ => [],
    };

    /// <summary>The code of the international body among the owners, "IGOUNO", which those who act for it share; null for states and what is in them.</summary>
    public string? GroupCodeOf(ImmutableArray<NameSense> owners)
    {
        foreach (var owner in owners)
            if (owner.Kind == NameKind.Organisation && dictionary.Organisations[owner.Key] is { Country: { } country, Code: { } code }) return dictionary.States.ContainsKey(country) ? null : code;
        return null;
    }

    /// <summary>The sector that the owners give; GOV for a state.</summary>
    public string? SectorOf(ImmutableArray<NameSense> owners)
    {
        foreach (var owner in owners)
            if ((owner.Sector ?? (owner.Kind == NameKind.Organisation ? dictionary.Organisations[owner.Key].Sector : null)) is { } sector) return sector;
        return owners.IsEmpty ? null : "GOV";
    }

    /// <summary>The organisation among the owners, or null.</summary>
    public CastMember? OrganisationOf(ImmutableArray<NameSense> owners)
    {
        foreach (var owner in owners)
            if (owner.Kind == NameKind.Organisation) return cast.Organisation(owner.Key);
        return null;
    }

    /// <summary>The person that an owner names, or null.</summary>
    public CastMember? PersonOf(NameSense owner) =>
        owner.Kind != NameKind.Person ? null : dictionary.Persons.ContainsKey(owner.Key) ? cast.Person(owner.Key) : roster.BySurname(owner.Key.Split(' ')[^1]);
}
