namespace Demarche.Reconciliation;

/// <summary>What people said of which reports are one event goes before what was worked out.</summary>
internal static class JoinsByHand
{
    /// <summary>The reason of an event whose reports somebody joined.</summary>
    public const string Reason = "joined by a correction";

    /// <summary>The clusters after the corrections; a joined one has no score.</summary>
    /// <param name="clusters">As worked out.</param>
    /// <param name="order">All sightings in their order.</param>
    /// <param name="joins">What was said.</param>
    public static List<(List<Sighting> Members, double Score)> Apply(
        List<(List<Sighting> Members, double Score)> clusters, List<Sighting> order, JoinConstraints<ReportKey> joins)
    {
        if (joins.IsEmpty) return clusters;
        var place = order.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        var scores = clusters.SelectMany(c => c.Members.Select(m => (place[m], c.Score))).ToDictionary(x => x.Item1, x => x.Score);
        return [.. joins.Obey(clusters.Select(c => c.Members.Select(m => place[m]).ToList()), i => order[i].Key)
            .Select(g => (g.Members.Select(i => order[i]).ToList(), g.Joined ? double.NaN : scores[g.Members[0]]))];
    }
}
