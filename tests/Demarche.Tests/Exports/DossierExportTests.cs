using System.Text;
using System.Xml.Linq;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Exports;
using Demarche.Tests.Reconciliation;

namespace Demarche.Tests.Exports;

/// <summary>A dossier as tables: one row an observation, every id resolves, what a spreadsheet or a graph program would stumble over is guarded.</summary>
public sealed class DossierExportTests
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";

    private static readonly CodedArticle[] Articles =
    [
        new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Norway offered to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru", "2031-05-06")
            .Says("Ada Nordli called Pilar Quispe about the harbour.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-06")
            .Quotes("Ada Nordli", "The harbour stays open, whatever the weather may bring")
            .Counts("The ministry said 9 sailors died in the harbour.", 9, "PER", "ministry").Make(),
        new CodedReport("=cmd|'/c calc'!A1 & <Hail>", "2031-05-07")
            .Says("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Quotes("Ada Nordli", "Our harbour stays open whatever weather may bring")
            .Counts("The port said 11 sailors died in the harbour.", 11, "PER", "port").Make(),
    ];

    [Fact]
    public void Every_table_of_the_field_is_there() => Assert.Equal(
        ["events.csv", "reports.csv", "quotes.csv", "positions.csv", "contacts.csv", "mediation_steps.csv", "mediation_offers.csv", "mediation_responses.csv", "figures.csv", "discrepancies.csv", "actors.csv", "articles.csv", "contacts.graphml"],
        Format().Tables.Take(Format().EventTables).Select(t => t.File));

    [Fact]
    public void The_documentation_has_every_column_in_its_order()
    {
        var text = File.ReadAllText(Path.Join(Repository.Folder("docs"), "exports.md"));
        foreach (var table in Format().Tables.Where(t => !t.Columns.IsEmpty))
        {
            var row = text.Split('\n').Single(l => l.StartsWith($"| {table.File} |", StringComparison.Ordinal));
            Assert.Equal(table.Columns.Select(c => c.Name), row.Split('|')[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Trim('`')));
        }
    }

    [Fact]
    public void Each_report_belongs_to_an_event_and_an_article()
    {
        var events = Column("events.csv", "event_id").ToHashSet(StringComparer.Ordinal);
        var articles = Column("articles.csv", "article_id").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(4, Rows("reports.csv").Count);
        Assert.All(Column("reports.csv", "event_id"), id => Assert.Contains(id, events));
        Assert.All(Column("reports.csv", "article_id"), id => Assert.Contains(id, articles));
    }

    [Fact]
    public void Events_are_counted_and_not_reports()
    {
        Assert.Equal(3, Rows("events.csv").Count);
        Assert.Equal("2", Cell("events.csv", r => r["cameo"] == "194", "reports"));
        Assert.Equal("2", Cell("events.csv", r => r["cameo"] == "194", "outlets"));
    }

    [Fact]
    public void Codes_keep_their_leading_zeros_and_lists_their_bars()
    {
        Assert.Contains("039", Column("events.csv", "cameo"));
        Assert.Equal("Chile|Peru", Cell("events.csv", r => r["cameo"] == "039", "target_names"));
    }

    [Fact]
    public void Claims_stay_apart_by_claimant()
    {
        Assert.Equal(["9", "11"], Column("figures.csv", "value"));
        Assert.Equal(["ministry", "port"], Column("figures.csv", "claimants"));
    }

    [Fact]
    public void What_a_spreadsheet_would_run_is_guarded() =>
        Assert.Contains("'=cmd|'/c calc'!A1 & <Hail>", Column("articles.csv", "outlet"));

    [Fact]
    public void The_graph_is_well_formed_and_its_edges_join_its_nodes()
    {
        var graph = XDocument.Parse(Text("contacts.graphml"));
        var nodes = graph.Descendants(GraphMl + "node").Select(n => n.Attribute("id")!.Value).ToHashSet(StringComparer.Ordinal);
        var edge = Assert.Single(graph.Descendants(GraphMl + "edge"));
        Assert.Contains(edge.Attribute("source")!.Value, nodes);
        Assert.Contains(edge.Attribute("target")!.Value, nodes);
        Assert.Contains(graph.Descendants(GraphMl + "data"), d => d.Attribute("key")!.Value == "name" && d.Value == "Ada Nordli");
    }

    [Fact]
    public void The_order_of_the_articles_changes_no_byte()
    {
        foreach (var table in Format().Tables)
            Assert.Equal(Text(table.File), Text(table.File, [.. Articles.Reverse()]));
    }

    private static ExportFormat Format(CodedArticle[]? articles = null) => DossierExport.Of(DossierMaker.Make(articles ?? Articles), Repository.Data);

    private static string Text(string file, CodedArticle[]? articles = null)
    {
        using var stream = new MemoryStream();
        using (new TableWriter(Format(articles).Tables.First(t => t.File == file), stream)) return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = Text(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Csv).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<string> Column(string file, string column) => Rows(file).Select(r => r[column]);

    private static string Cell(string file, Func<Dictionary<string, string>, bool> row, string column) => Rows(file).First(row)[column];

    private static List<string> Csv(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) cells.Add("");
            else cells[^1] += c;
        }
        return cells;
    }
}
