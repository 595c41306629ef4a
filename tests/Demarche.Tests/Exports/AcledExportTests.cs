using Demarche.Coding;

namespace Demarche.Tests.Exports;

public sealed class AcledExportTests
{
    private static Dictionary<string, string> Row(string cameo, string? from = null, string? to = null, Location? place = null)
    {
        var report = new WrittenReport { Place = place };
        string[] sources = [report.Actor("Blue Guard", "NORREB", "NOR", "REB"), report.Actor("Red Guard"), report.Actor("Green Guard")];
        return Rfc4180.Single(report.Says("They did it, \"twice\".", cameo, "ASSAULT", sources, [report.Actor("farmers", sector: "CVL")], from, to).Export("acled")["events.csv"]);
    }

    [Fact]
    public void One_row_has_the_first_actors_and_beside_them_the_others()
    {
        var row = Row("193");
        Assert.Equal(("Blue Guard", "Red Guard; Green Guard", "Rebel group"), (row["actor1"], row["assoc_actor_1"], row["inter1"]));
        Assert.Equal(("farmers", "", "Civilians"), (row["actor2"], row["assoc_actor_2"], row["inter2"]));
        Assert.Equal(("", "They did it, \"twice\"."), (row["fatalities"], row["notes"]));
    }

    [Theory]
    [InlineData("193", "Battles", "Armed clash")]
    [InlineData("1952", "Explosions/Remote violence", "Air/drone strike")]
    [InlineData("1411", "Protests", "Peaceful protest")]
    [InlineData("190", "", "")]
    public void Types_follow_from_the_code_as_far_as_it_goes(string cameo, string type, string sub)
    {
        var row = Row(cameo);
        Assert.Equal((type, sub), (row["event_type"], row["sub_event_type"]));
    }

    [Theory]
    [InlineData("041")]
    [InlineData("143")]
    [InlineData("163")]
    public void What_Acled_does_not_record_is_left_out(string cameo)
    {
        var report = new WrittenReport();
        var files = report.Says("So it was.", cameo, "CONSULT", [report.Actor("Norway")], []).Export("acled");
        Assert.Single(Rfc4180.Read(files["events.csv"]));
        Assert.Contains("\"events_left_out\": 1,", files["manifest.json"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2031-05-05", "2031-05-05", "1")]
    [InlineData("2031-05-05", "2031-05-11", "2")]
    [InlineData("2031-05-01", "2031-05-31", "3")]
    [InlineData("2031-05-01", "2031-06-01", "")]
    public void Precision_is_a_day_a_week_a_month_or_none(string from, string to, string precision)
    {
        var row = Row("193", from, to);
        Assert.Equal((precision, precision.Length == 0 ? "" : from, "2031"), (row["time_precision"], row["event_date"], row["year"]));
    }

    [Fact]
    public void A_place_has_the_name_of_its_country()
    {
        var row = Row("193", place: new Location("Iquique", "CHL"));
        Assert.Equal(("Iquique", "Chile", ""), (row["location"], row["country"], row["admin1"]));
    }
}
