using System.Collections.Immutable;
using Demarche.Actors;

namespace Demarche.Exports;

/// <summary>A CAMEO actor code taken apart as GDELT's columns want it, three letters at a time.</summary>
/// <param name="Country">The state, or null.</param>
/// <param name="KnownGroup">The organisation after a group code: "UNO" in "IGOUNO"; or null.</param>
/// <param name="Types">What it is: "GOV", "MIL", "IGO"; at most three.</param>
internal sealed record GdeltActor(string? Country, string? KnownGroup, ImmutableArray<string> Types)
{
    private const int Part = 3;
    private const int MostTypes = 3;

    /// <summary>CAMEO's codes for what belongs to no state.</summary>
    private static readonly string[] Groups = ["IGO", "IMG", "INT", "MNC", "NGM", "NGO", "UIS"];

    /// <summary>Takes an actor apart; one without a code has his sector only.</summary>
    public static GdeltActor? Of(Actor? actor, CodeBook book)
    {
        if (actor is null) return null;
        if (actor.Code is not { } code) return new GdeltActor(null, null, actor.Sector is { } sector ? [sector] : []);
        var parts = code.Chunk(Part).Select(c => new string(c)).ToList();
        if (!Groups.Contains(parts[0])) return new GdeltActor(book.CountryName(parts[0]) is null ? null : parts[0], null, [.. parts.Skip(1).Take(MostTypes)]);
        return new GdeltActor(null, parts.Count > 1 ? parts[1] : null, [parts[0], .. parts.Skip(2).Take(MostTypes - 1)]);
    }
}
