using System.Collections.Immutable;
using System.Security;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Reconciliation;

namespace Demarche.Exports;

/// <summary>The contacts of a dossier as GraphML (graphml.graphdrawing.org): a node for each participant, an edge for each two of a contact.</summary>
internal static class ContactGraph
{
    /// <summary>One file; nodes by name, edges by story and contact.</summary>
    public static ExportTable Of(Dossier dossier)
    {
        var people = Party.Distinct(dossier.Stories.SelectMany(s => s.Contacts).SelectMany(c => c.Participants)).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Kind).ToList();
        return ExportTable.OfLines("contacts.graphml", [.. Head, .. people.Select(Node), .. dossier.Stories.SelectMany(s => Edges(s, people)), "  </graph>", "</graphml>"]);
    }

    private static ImmutableArray<string> Head { get; } =
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
        .. new[] { "name", "kind", "code", "country" }.Select(k => Key(k, "node")),
        .. new[] { "story", "mode", "status", "date_start", "date_end", "events" }.Select(k => Key(k, "edge")),
        Key("reports", "edge", "int"),
        "  <graph edgedefault=\"undirected\">",
    ];

    private static string Key(string name, string of, string type = "string") => $"  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{type}\"/>";

    private static string Node(Party p, int i) =>
        $"    <node id=\"n{Cells.Whole(i)}\">{Data("name", p.Name)}{Data("kind", p.Kind.Word())}{Data("code", p.Code)}{Data("country", p.Country)}</node>";

    private static IEnumerable<string> Edges(DossierStory story, List<Party> people)
    {
        foreach (var c in story.Contacts)
        {
            var ends = c.Participants.Select(p => people.FindIndex(q => q.Kind == p.Kind && string.Equals(q.Name, p.Name, StringComparison.OrdinalIgnoreCase))).Distinct().Order().ToList();
            var data = Data("story", story.Story.Id.Value) + Data("mode", c.Mode.Word()) + Data("status", c.Status.Word()) + Data("date_start", Cells.Iso(c.Date?.Start))
                + Data("date_end", Cells.Iso(c.Date?.End)) + Data("events", Cells.List(c.Events.Select(e => e.Value))) + Data("reports", Cells.Whole(c.Reports.Length));
            for (var i = 0; i < ends.Count; i++)
                for (var j = i + 1; j < ends.Count; j++)
                    yield return $"    <edge source=\"n{Cells.Whole(ends[i])}\" target=\"n{Cells.Whole(ends[j])}\">{data}</edge>";
        }
    }

    private static string Data(string key, string? value) => value is null ? "" : $"<data key=\"{key}\">{SecurityElement.Escape(DossierPhrases.OneLine(value))}</data>";
}
