using System.Collections.Immutable;
using Demarche.Actors;

namespace Demarche.Reconciliation;

/// <summary>An actor of an event in the world, the same across articles.</summary>
/// <param name="Name">Common English full name, or the words of the text for the unnamed.</param>
/// <param name="Kind">Person, state, organisation or group.</param>
/// <param name="Code">CAMEO actor code, or null.</param>
/// <param name="Country">ISO alpha-3 or CAMEO group code, or null.</param>
public sealed record Party(string Name, ActorKind Kind, string? Code, string? Country)
{
    /// <summary>The party that an article's actor stands for.</summary>
    public static Party Of(Actor actor) => new(actor.Name, actor.Kind, actor.Code, actor.Country);

    /// <summary>True for CAMEO's groups of states ("IGO", "NGO", "MUL"), under which unlike actors stand.</summary>
    public bool IsCollective => Country is "IGO" or "NGO" or "MUL" or "MNC" or "INT" or "NGM" or "EUR" or "MEA" or "AFR" or "ASA" or "LAM";

    /// <summary>True if both speak for one country, a person or ministry for its state included.</summary>
    public bool SameCountry(Party other) => Country is not null && Country == other.Country && !IsCollective;

    /// <summary>What this party has in common with every party that it is like: its country, or a word of its name.</summary>
    internal IEnumerable<string> Keys() => Country is null || IsCollective ? Words(Name) : [Country, .. Words(Name)];

    /// <summary>From 0, another actor, over 0.7, of one country, to 1, the same.</summary>
    public double Likeness(Party other)
    {
        if (string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase)) return 1;
        if (Kind == ActorKind.Person && other.Kind == ActorKind.Person)
            return SameName(Name, other.Name) ? 1 : SameCountry(other) && (IsUnnamed || other.IsUnnamed) ? 0.6 : 0;
        if (!SameCountry(other)) return SameName(Name, other.Name) ? 0.9 : 0;
        if (Kind == ActorKind.State && other.Kind == ActorKind.State) return 1;
        return Kind == ActorKind.State || other.Kind == ActorKind.State ? 0.8 : 0.5;
    }

    /// <summary>A person or group that the text describes and does not name.</summary>
    public bool IsUnnamed => Name.Length == 0 || char.IsLower(Name[0]) || Name.StartsWith("A ", StringComparison.Ordinal);

    /// <summary>One entry a name and kind, in order.</summary>
    public static ImmutableArray<Party> Distinct(IEnumerable<Party> parties)
    {
        var all = new List<Party>();
        foreach (var p in parties)
            if (!all.Exists(q => string.Equals(q.Name, p.Name, StringComparison.OrdinalIgnoreCase) && q.Kind == p.Kind)) all.Add(p);
        return [.. all];
    }

    /// <summary>Full names that agree: equal, or at least two words of one found in the other ("Mohamed bin Zayed").</summary>
    internal static bool SameName(string a, string b)
    {
        var left = Words(a);
        var right = Words(b);
        if (left.Count == 0 || right.Count == 0) return false;
        if (left.SetEquals(right)) return true;
        var common = left.Count(right.Contains);
        return common >= 2 && (common == left.Count || common == right.Count);
    }

    private static HashSet<string> Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w != "the")];
}
