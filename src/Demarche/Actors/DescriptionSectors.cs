using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>Which sector a description belongs to, and whether it can stand without a country.</summary>
internal static class DescriptionSectors
{
    private static readonly FrozenSet<string> Telling = FrozenSet.Create(StringComparer.Ordinal, "REB", "OPP", "COP", "SPY", "JUD", "LEG", "MED", "CRM", "SEP", "REL");

    private static readonly FrozenSet<string> OfTheState = FrozenSet.Create(StringComparer.Ordinal, "GOV", "MIL", "COP", "SPY", "REB", "OPP", "LEG", "JUD", "REF", "CRM");

    /// <summary>Crowds that act without a country named.</summary>
    private static readonly FrozenSet<string> Crowds = FrozenSet.Create(StringComparer.Ordinal,
        "protester", "protestor", "demonstrator", "rioter", "settler", "activist", "civilian", "striker", "dissident", "villager", "refugee", "migrant", "asylum seeker", "evacuee", "hostage");

    /// <summary>Words of the state's sectors that are mostly things or parts of other bodies.</summary>
    private static readonly FrozenSet<string> NeverAlone = FrozenSet.Create(StringComparer.Ordinal,
        "unit", "force", "crew", "division", "fleet", "tank", "jet", "drone", "aircraft", "helicopter", "warship", "warplane", "fighter jet", "bomber",
        "submarine", "destroyer", "frigate", "aircraft carrier", "fighter plane", "military plane", "military aircraft", "gunship", "gunboat", "artillery",
        "guard", "marine", "officer", "agent", "operative", "partisan", "radical", "proxy", "resistance", "gang", "mob", "hacker", "robber", "looter",
        "side", "office", "mission", "customs", "treasury", "elite", "minister", "mayor", "governor", "secretary", "prince", "princess", "sheikh", "consul",
        "court", "judge", "justice", "prosecutor", "administrator", "mediator", "facilitator", "negotiator", "exile", "intelligence", "pilot", "brigade",
        "battalion", "regiment", "garrison", "invader", "occupier", "bandit", "pirate", "smuggler", "cartel", "mafia", "criminal", "trafficker", "detective",
        "investigator", "constable", "jurist", "ombudsman", "bomber", "saboteur", "attacker", "assailant", "general", "commander", "speaker", "senator", "house member",
        "warship", "naval vessel", "patrol boat", "first lady", "envoy", "ambassador", "diplomat", "special envoy", "special representative", "king", "queen",
        "emperor", "monarch", "ruler", "strongman", "autocrat", "dictator", "regent", "leader", "municipality", "local government", "city council", "embassy",
        "consulate", "ministry", "presidency", "delegation", "commando", "sniper", "sailor", "general staff", "statesman", "bureaucrat", "civil servant", "politician");

    /// <summary>The sector of a chain of roles: the head's own, unless a word before it tells more.</summary>
    public static string? Of(RoleEntry head, ImmutableArray<RoleEntry> modifiers, string? ownerSector)
    {
        var general = head.Sector is null;
        for (var i = modifiers.Length - 1; i >= 0; i--)
            if (modifiers[i].Sector is { } s && (general || (Telling.Contains(s) && head.Sector is "MIL" or "GOV" or "CVL"))) return s;
        return general || IsOf(head, ownerSector) ? ownerSector ?? head.Sector : head.Sector;
    }

    /// <summary>The commander of an armed group is of the group, the officer of a secret service of the service; ministers and governments are what they are.</summary>
    private static bool IsOf(RoleEntry head, string? ownerSector) =>
        ownerSector is "REB" or "SPY" or "COP" or "CRM" && head is { Sector: "MIL" or "GOV", Kind: ActorKind.Person or ActorKind.Group } && (head.Offices.IsEmpty || head.Offices is ["leader"])
        && !head.Text.EndsWith("minister", StringComparison.Ordinal);

    /// <summary>True for crowds that act: protesters, villagers.</summary>
    public static bool IsCrowd(RoleEntry role) => Crowds.Contains(role.Text);

    /// <summary>True if the words mean an actor even where no country is given.</summary>
    public static bool StandsAlone(RoleEntry head, string? sector) =>
        Crowds.Contains(head.Text) || (sector is not null && OfTheState.Contains(sector) && !NeverAlone.Contains(head.Text) && head.Sector is not null);
}
