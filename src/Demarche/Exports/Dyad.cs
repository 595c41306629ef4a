using Demarche.Times;

namespace Demarche.Exports;

/// <summary>One row of a record that knows pairs only: one actor towards one other.</summary>
/// <param name="Event">The event it is taken from.</param>
/// <param name="Number">From 1, within the event.</param>
/// <param name="Cameo">The event's code, or the same act seen from the other side ("043" for "042").</param>
/// <param name="Source">Who.</param>
/// <param name="Target">To whom, or null if the report names nobody.</param>
/// <param name="Date">When, or null.</param>
internal sealed record Dyad(ExportedEvent Event, int Number, string Cameo, ExportedActor Source, ExportedActor? Target, EventDate? Date)
{
    /// <summary>Names the row among those of all articles.</summary>
    public string Id => FormattableString.Invariant($"{Event.Id}.{Number}");

    /// <summary>Each source with each target; an act that binds both sides alike in both directions, as the dyadic coders write it.</summary>
    /// <remarks>Of a mutual act that names its participants as sources only, each takes part with each. Nobody is paired with himself.</remarks>
    public static IEnumerable<Dyad> Of(ExportedEvent e, CodeBook book, ExportSettings settings)
    {
        var cameo = e.Observation.Cameo;
        var mutual = book.Codes[cameo].Symmetric;
        var date = e.Observation.Date ?? (settings.StoryDates && e.Article.Published.Date is { } day ? new EventDate(day, day, null, EventDateBasis.Publication) : null);
        var number = 0;
        foreach (var (source, target) in Pairs(e, mutual))
        {
            yield return new Dyad(e, ++number, cameo, source, target, date);
            if (mutual && target is not null) yield return new Dyad(e, ++number, Mirrored(cameo), target, source, date);
        }
    }

    private static List<(ExportedActor Source, ExportedActor? Target)> Pairs(ExportedEvent e, bool mutual)
    {
        var pairs = new List<(ExportedActor Source, ExportedActor? Target)>();
        var seen = new HashSet<(string, string)>();
        var others = mutual && e.Targets.IsEmpty ? e.Sources : e.Targets;
        foreach (var source in e.Sources)
        {
            foreach (var target in others)
            {
                var (a, b) = (source.Actor.Id.Value, target.Actor.Id.Value);
                if (a == b || (mutual && seen.Contains((b, a)))) continue;
                seen.Add((a, b));
                pairs.Add((source, target));
            }
        }
        return pairs.Count > 0 ? pairs : [.. e.Sources.Select(s => (s, (ExportedActor?)null))];
    }

    /// <summary>Who pays a visit is received: the only mutual acts whose two sides have codes of their own.</summary>
    private static string Mirrored(string cameo) => cameo switch
    {
        "042" => "043",
        "043" => "042",
        _ => cameo,
    };
}
