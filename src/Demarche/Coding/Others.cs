using Demarche.Actors;

namespace Demarche.Coding;

/// <summary>Whom sources can act upon: others than themselves, and not the state they act for; in marches and retreats, not their own troops either.</summary>
internal sealed class Others(ActorMentions mentions, List<ActorId> sources, bool ownTroopsMarch)
{
    /// <summary>Those of the ids that can be targets, each once.</summary>
    public List<ActorId> Of(IEnumerable<ActorId> ids) => [.. ids.Where(Can).Distinct()];

    /// <summary>Those that are of none of the sources' countries.</summary>
    public List<ActorId> OfOtherCountries(IEnumerable<ActorId> ids) =>
        [.. ids.Where(t => !sources.Exists(s => mentions[s].Country == mentions[t].Country)).Distinct()];

    private bool Can(ActorId id)
    {
        if (sources.Contains(id)) return false;
        var actor = mentions[id];
        if (sources.Count == 0 || (actor.Kind != ActorKind.State && (!ownTroopsMarch || actor.Sector != "MIL" || actor.Kind == ActorKind.Person))) return true;
        return !sources.TrueForAll(s => mentions[s].Country == actor.Country && mentions[s].Sector is null or "GOV" or "MIL" or "LEG");
    }
}
