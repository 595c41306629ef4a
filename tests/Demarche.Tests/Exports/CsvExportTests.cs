using Demarche.Actors;
using Demarche.Coding;
using Demarche.Exports;

namespace Demarche.Tests.Exports;

public sealed class CsvExportTests
{
    private static Dictionary<string, string> Row(WrittenReport report, bool guard = true) =>
        Rfc4180.Single(report.Export("csv", new ExportSettings { Guard = guard })["events.csv"]);

    [Fact]
    public void Codes_keep_their_leading_zeros_and_are_named_as_text()
    {
        var report = new WrittenReport();
        report.Says("Norway visited Chile.", "042", "CONSULT", [report.Actor("Norway", "NOR", "NOR")], [report.Actor("Chile", "CHL", "CHL")]);
        Assert.Equal("042", Row(report)["cameo"]);
        var types = Rfc4180.Read(report.Export("csv")["events.types.csv"]).Skip(1).ToDictionary(r => r[0], r => r[1]);
        Assert.Equal(("text", "text", "number", "date"), (types["cameo"], types["source_codes"], types["goldstein"], types["date_start"]));
    }

    [Fact]
    public void The_types_file_names_every_column_in_its_order()
    {
        var files = new WrittenReport().Export("csv");
        Assert.Equal(Rfc4180.Read(files["events.csv"])[0], Rfc4180.Read(files["events.types.csv"]).Skip(1).Select(r => r[0]));
    }

    [Fact]
    public void Names_with_quotes_breaks_tabs_and_any_script_come_back_as_they_were()
    {
        const string odd = "The \"Blue\tGuard\", north\r\nwing";
        const string persian = "سپاه پاسداران";
        var report = new WrittenReport { Title = "خبر, \"فوری\"" };
        report.Says("They spoke.", "041", "CONSULT", [report.Actor(odd)], [report.Actor(persian)]);
        var row = Row(report);
        Assert.Equal((odd, persian, "خبر, \"فوری\""), (row["source_names"], row["target_names"], row["title"]));
    }

    [Fact]
    public void Lists_are_joined_by_a_bar_and_keep_their_positions()
    {
        var report = new WrittenReport();
        var sources = new[] { report.Actor("Norway", "NOR", "NOR", "GOV"), report.Actor("A|B front"), report.Actor("Chile", "CHL", "CHL") };
        var row = Row(report.Says("They met.", "040", "CONSULT", sources, []));
        Assert.Equal(("Norway|A¦B front|Chile", "NOR||CHL", "GOV||", ""), (row["source_names"], row["source_codes"], row["source_sectors"], row["target_names"]));
        Assert.Equal("diplomatic|military", row["plover_contexts"]);
    }

    [Fact]
    public void What_is_not_known_is_empty()
    {
        var report = new WrittenReport { Outlet = null, Url = null, Title = null, Published = null };
        var row = Row(report.Says("Somebody called.", "041", "CONSULT", [report.Actor("a caller")], []));
        Assert.All(new[] { "outlet", "url", "title", "published", "date_start", "date_end", "date_precision", "date_basis", "location", "source_codes", "target_codes", "attribution" },
            column => Assert.Equal("", row[column]));
        Assert.Equal("unknown", row["published_basis"]);
    }

    [Theory]
    [InlineData("2031-05-05", "2031-05-05", "day")]
    [InlineData("2031-05-01", "2031-05-31", "month")]
    [InlineData("2031-01-01", "2031-12-31", "year")]
    [InlineData("9999-01-01", "9999-12-31", "year")]
    [InlineData("9999-12-01", "9999-12-31", "month")]
    [InlineData("2031-05-03", "2031-06-03", "year")]
    public void The_precision_follows_from_the_stretch(string from, string to, string precision)
    {
        var report = new WrittenReport();
        var row = Row(report.Says("Norway called.", "041", "CONSULT", [report.Actor("Norway")], [], from, to));
        Assert.Equal((from, to, precision, "attached"), (row["date_start"], row["date_end"], row["date_precision"], row["date_basis"]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-x", "'-x")]
    [InlineData("@all", "'@all")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'=x", "''=x")]
    [InlineData("'tis", "'tis")]
    public void Text_that_a_spreadsheet_would_run_is_guarded_unless_told_not_to(string title, string guarded)
    {
        var report = new WrittenReport { Title = title };
        report.Says("Norway called.", "041", "CONSULT", [report.Actor("Norway")], []);
        Assert.Equal((guarded, title), (Row(report)["title"], Row(report, guard: false)["title"]));
    }

    [Fact]
    public void Negative_numbers_are_no_formulas()
    {
        var report = new WrittenReport();
        var row = Row(report.Says("Rebels fired.", "190", "ASSAULT", [report.Actor("rebels", null, null, "REB", ActorKind.Group)], []));
        Assert.Equal(("-10.0", "4"), (row["goldstein"], row["quad_class"]));
    }

    [Fact]
    public void Denied_and_planned_acts_are_there_with_their_status()
    {
        var report = new WrittenReport();
        var row = Row(report.Says("Norway denied a call.", "041", "CONSULT", [report.Actor("Norway")], [], status: Status.Denied, attribution: ["a diplomat", "Oslo radio"]));
        Assert.Equal(("denied", "false", "a diplomat|Oslo radio", "speaker|speaker", "|"),
            (row["status"], row["historical"], row["attribution"], row["attribution_kinds"], row["attribution_codes"]));
    }

    [Fact]
    public void Positions_count_code_points()
    {
        var report = new WrittenReport();
        var norway = report.Actor("Norway");
        report.Says("🕊🕊 Peace.", "040", "CONSULT", [norway], []).Says("Norway called.", "041", "CONSULT", [norway], []);
        var rows = Rfc4180.Read(report.Export("csv")["events.csv"]);
        var column = rows[0].IndexOf("sentence_start");
        Assert.Equal(("0", "10"), (rows[1][column], rows[2][column]));
    }
}
