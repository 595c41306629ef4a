using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Who is in conflict with whom in a story, and who stands between them.</summary>
/// <param name="Parties">The two most set against each other, sorted.</param>
/// <param name="Pairs">All that are set against each other nearly as much, each sorted; the first are the parties.</param>
/// <param name="Mediators">Countries or bodies that offer to mediate or do, by number of reports.</param>
internal sealed record Affair(ImmutableArray<string> Parties, ImmutableArray<ImmutableArray<string>> Pairs, ImmutableArray<string> Mediators)
{
    /// <summary>Where an act stands.</summary>
    public StepPlace Place(ImmutableArray<Party> by, ImmutableArray<Party> to)
    {
        var acting = Conflict.Keys(by);
        var met = Conflict.Keys(to);
        var all = acting.Concat(met).ToList();
        if (Pairs.Any(p => p.All(all.Contains) && acting.Exists(p.Contains))) return StepPlace.Between;
        if (to.Length > 0 && to.All(t => by.Any(t.SameCountry))) return StepPlace.Outside;
        if (acting.Exists(IsConcerned)) return StepPlace.Inside;
        return met.Exists(IsConcerned) ? StepPlace.Onlooker : StepPlace.Outside;
    }

    /// <summary>The pair that an act is between; else the first to which its actors belong; else the parties.</summary>
    public ImmutableArray<string> PairOf(List<string> everybody) =>
        Pairs.Where(p => p.All(everybody.Contains)).Concat(Pairs.Where(p => p.Any(everybody.Contains))).DefaultIfEmpty(Parties).First();

    private bool IsConcerned(string key) => Mediators.Contains(key) || Pairs.Any(p => p.Contains(key));
}
