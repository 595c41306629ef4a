using System.Text.Json;

namespace Demarche.SystemTests;

/// <summary>Days of reports and of events through the real program.</summary>
public sealed class DatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private JsonElement Code(string report)
    {
        var run = DemarcheProgram.Run("code", _folder.Write("report.json", report));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using var record = JsonDocument.Parse(run.Output);
        return record.RootElement.Clone();
    }

    [Fact]
    public void A_moment_in_utc_gives_the_outlets_own_day_with_its_zone()
    {
        var published = Code("""{"outlet":"ABC News","published":"2031-05-06T01:30:00Z","text":"Norway condemned Chile on Sunday."}""").GetProperty("article").GetProperty("published");
        Assert.Equal(("2031-05-05", "metadata", "2031-05-06T01:30:00+00:00", "America/New_York"), (published.GetProperty("date").GetString(),
            published.GetProperty("basis").GetString(), published.GetProperty("instant").GetString(), published.GetProperty("zone").GetString()));
    }

    [Fact]
    public void A_dateline_dates_the_report_and_the_report_its_events()
    {
        const string Text = "OSLO, May 5, 2031 (Agency) - Norway condemned Chile on Sunday.";
        var record = Code($$"""{"text":"{{Text}}"}""");
        var published = record.GetProperty("article").GetProperty("published");
        Assert.Equal(("2031-05-05", "text"), (published.GetProperty("date").GetString(), published.GetProperty("basis").GetString()));
        var text = record.GetProperty("article").GetProperty("text").GetString()!;
        Assert.Equal("May 5, 2031", text[published.GetProperty("span")[0].GetInt32()..published.GetProperty("span")[1].GetInt32()]);
        var date = record.GetProperty("events")[0].GetProperty("date");
        Assert.Equal(("2031-05-04", "attached", "day", 1, 1), (date.GetProperty("start").GetString(), date.GetProperty("basis").GetString(),
            date.GetProperty("precision").GetString(), date.GetProperty("time_precision").GetInt32(), date.GetProperty("date_prec").GetInt32()));
    }

    [Fact]
    public void An_event_has_a_basis_if_and_only_if_it_has_a_day()
    {
        var record = Code("""{"published":"2031-05-05","text":"Peru met Cuba on Sunday.\n\nNorway condemned Chile. Norway has accused Chile of piracy. Chile will meet Peru."}""");
        foreach (var e in record.GetProperty("events").EnumerateArray())
            if (e.GetProperty("date") is { ValueKind: JsonValueKind.Object } date)
                Assert.Contains(date.GetProperty("basis").GetString(), new[] { "attached", "discourse", "narrative", "same_act", "publication" });
        Assert.Contains(record.GetProperty("events").EnumerateArray(), e => e.GetProperty("date") is { ValueKind: JsonValueKind.Object } d && d.GetProperty("basis").GetString() == "narrative");
    }
}
