using System.Collections.Immutable;
using Demarche.Stories;

namespace Demarche.Dossiers;

/// <summary>Tells which stories are episodes of one affair.</summary>
internal static class StoryLinks
{
    /// <summary>The other stories with the same mediator and parties, then those alike in words and actors; by id.</summary>
    public static ImmutableArray<(StoryId Story, string Reason)> Of(DossierStory story, List<DossierStory> all, ImmutableArray<StoryLink> alike)
    {
        var linked = new List<(StoryId Story, string Reason)>();
        foreach (var other in all)
        {
            if (other.Story.Id == story.Story.Id) continue;
            if (SameInitiative(story, other)) linked.Add((other.Story.Id, Reason(story, other)));
            else if (alike.FirstOrDefault(l => Joins(l, story.Story.Id, other.Story.Id)) is { } link) linked.Add((other.Story.Id, link.Reason));
        }
        return [.. linked.OrderBy(l => l.Story.Value, StringComparer.Ordinal)];
    }

    private static bool SameInitiative(DossierStory a, DossierStory b) =>
        a.Mediation.Any(x => x.Mediator is not null && b.Mediation.Any(y => x.Mediator == y.Mediator && x.Parties.SequenceEqual(y.Parties)));

    private static string Reason(DossierStory story, DossierStory other)
    {
        var when = story.Span is { } a && other.Span is { } b ? b.End < a.Start ? ", earlier offer" : b.Start > a.End ? ", later offer" : "" : "";
        return "same mediator, same parties" + when;
    }

    private static bool Joins(StoryLink link, StoryId a, StoryId b) =>
        link.First == a && link.Second == b || link.First == b && link.Second == a;
}
