using Demarche.Coding;
using Demarche.Exports;

namespace Demarche.Tests.Exports;

/// <summary>CAMEO, GDELT and ICEWS: tab-separated dyads.</summary>
public sealed class TabbedExportTests
{
    private static WrittenReport Call(out string norway)
    {
        var report = new WrittenReport();
        norway = report.Actor("Norway", "NORGOV", "NOR", "GOV");
        return report.Says("Norway called the United Nations.", "041", "CONSULT", [norway], [report.Actor("United Nations", "IGOUNO", "IGO", "IGO")], "2031-02-18", trigger: "called");
    }

    [Theory]
    [InlineData("cameo")]
    [InlineData("gdelt")]
    [InlineData("icews")]
    public void Names_with_tabs_quotes_and_breaks_leave_the_table_whole(string format)
    {
        var report = new WrittenReport { Outlet = "The\t\"Odd\"\r\nPost", Title = null };
        report.Says("So it was.", "112", "ACCUSE", [report.Actor("\"Blue\tGuard\"", "NORMIL")], [report.Actor("حرس\u2028وطني", "CHLMIL")]);
        var row = Assert.Single(report.Rows(format));
        Assert.DoesNotContain(row.Values, v => v.Contains('"', StringComparison.Ordinal));
        if (format == "icews") Assert.Equal(("'Blue Guard'", "حرس وطني", "The 'Odd'  Post"), (row["Source Name"], row["Target Name"], row["Publisher"]));
    }

    [Theory]
    [InlineData("cameo", "code")]
    [InlineData("gdelt", "EventCode")]
    [InlineData("icews", "CAMEO Code")]
    public void Codes_keep_their_zeros(string format, string column) => Assert.All(Call(out _).Rows(format), r => Assert.Equal("041", r[column]));

    [Theory]
    [InlineData(Status.Occurred, false, 1)]
    [InlineData(Status.Ongoing, false, 1)]
    [InlineData(Status.Planned, false, 0)]
    [InlineData(Status.Possible, false, 0)]
    [InlineData(Status.Denied, false, 0)]
    [InlineData(Status.Occurred, true, 0)]
    public void What_did_not_take_place_or_is_background_is_left_out_and_counted(Status status, bool historical, int rows)
    {
        foreach (var format in new[] { "cameo", "gdelt", "icews" })
        {
            var report = new WrittenReport();
            report.Says("So it was.", "112", "ACCUSE", [report.Actor("Norway")], [], status: status, historical: historical);
            Assert.Equal(rows, report.Rows(format).Count);
            Assert.Contains($"\"events_left_out\": {1 - rows},", report.Export(format)["manifest.json"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_actor_of_no_known_country_has_three_dashes_before_his_sector()
    {
        var report = new WrittenReport();
        report.Says("So it was.", "112", "ACCUSE", [report.Actor("rebels", sector: "REB")], [report.Actor("somebody")]);
        var row = Assert.Single(report.Rows("cameo"));
        Assert.Equal(("---REB", ""), (row["source"], row["target"]));
    }

    [Theory]
    [InlineData("2031-05-05", "2031-05-05", "20310505", "203105", "2031", "2031.3425")]
    [InlineData("2031-05-05", "2031-05-09", "", "203105", "2031", "")]
    [InlineData("2031-05-30", "2031-06-02", "", "", "2031", "")]
    [InlineData("2030-12-30", "2031-01-02", "", "", "", "")]
    [InlineData("2015-02-18", "2015-02-18", "20150218", "201502", "2015", "2015.1315")]
    public void Days_months_and_years_are_filled_as_far_as_they_are_known(string from, string to, string day, string month, string year, string fraction)
    {
        var report = new WrittenReport();
        var row = Assert.Single(report.Says("So it was.", "112", "ACCUSE", [report.Actor("Norway")], [], from, to).Rows("gdelt"));
        Assert.Equal((day, month, year, fraction), (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]));
    }

    [Theory]
    [InlineData("cameo", "date", "20310506")]
    [InlineData("gdelt", "SQLDATE", "20310506")]
    [InlineData("icews", "Event Date", "2031-05-06")]
    public void The_articles_day_stands_in_only_if_asked_for_and_only_where_nothing_is_known(string format, string column, string published)
    {
        var report = new WrittenReport();
        var norway = report.Actor("Norway");
        report.Says("It blamed them.", "112", "ACCUSE", [norway], []).Says("It did so often.", "112", "ACCUSE", [norway], [], "2031-04-01", "2031-04-30");
        Assert.Equal(["", ""], report.Rows(format).Select(r => r[column]));
        Assert.Equal([published, ""], report.Rows(format, settings: new ExportSettings { StoryDates = true }).Select(r => r[column]));
    }

    [Fact]
    public void Gdelt_has_sixty_one_columns_and_takes_actor_codes_apart()
    {
        var row = Call(out _).Rows("gdelt")[0];
        Assert.Equal(61, row.Count);
        Assert.Equal(("NORGOV", "NOR", "", "GOV"), (row["Actor1Code"], row["Actor1CountryCode"], row["Actor1KnownGroupCode"], row["Actor1Type1Code"]));
        Assert.Equal(("IGOUNO", "", "UNO", "IGO"), (row["Actor2Code"], row["Actor2CountryCode"], row["Actor2KnownGroupCode"], row["Actor2Type1Code"]));
        Assert.Equal(("041", "041", "04", "1", "1.0"), (row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"], row["GoldsteinScale"]));
    }

    [Fact]
    public void Events_and_mentions_of_gdelt_belong_together_and_lead_back()
    {
        var report = Call(out var norway).Says("It denied nothing, said Norway.", "112", "ACCUSE", [norway], []);
        var (events, mentions) = (report.Rows("gdelt"), report.Rows("gdelt", "mentions"));
        Assert.Equal(events.Select(r => r["GLOBALEVENTID"]), mentions.Select(r => r["GLOBALEVENTID"]));
        Assert.Equal(3, events.Select(r => r["GLOBALEVENTID"]).Distinct().Count());
        Assert.All(events, r => Assert.True(long.Parse(r["GLOBALEVENTID"], System.Globalization.CultureInfo.InvariantCulture) > 0));
        Assert.Equal(("1", "1", "0"), (events[0]["IsRootEvent"], events[1]["IsRootEvent"], events[2]["IsRootEvent"]));
        var first = mentions[0];
        Assert.Equal((16, "1", "0", "18", "7", "50"), (first.Count, first["SentenceID"], first["Actor1CharOffset"], first["Actor2CharOffset"], first["ActionCharOffset"], first["Confidence"]));
        Assert.Equal("event=0a1b-e1;published=2031-05-06", first["Extras"]);
    }

    [Fact]
    public void A_report_without_address_is_cited()
    {
        var report = new WrittenReport { Url = null };
        var row = Assert.Single(report.Says("So it was.", "112", "ACCUSE", [report.Actor("Norway")], []).Rows("gdelt", "mentions"));
        Assert.Equal(("2", "Nordlys Wire: A day of calls"), (row["MentionType"], row["MentionIdentifier"]));
    }

    [Fact]
    public void Icews_rows_have_ids_of_their_own_and_names_of_countries()
    {
        var rows = Call(out _).Rows("icews");
        Assert.Equal(["0a1b-e1.1", "0a1b-e1.2"], rows.Select(r => r["Event ID"]));
        Assert.Equal(("Norway", "", "2031-02-18", "1.0"), (rows[0]["Source Country"], rows[0]["Target Country"], rows[0]["Event Date"], rows[0]["Intensity"]));
    }
}
