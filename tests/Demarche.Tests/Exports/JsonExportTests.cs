using System.Text.Json;

namespace Demarche.Tests.Exports;

public sealed class JsonExportTests
{
    private static JsonElement Event(string format, WrittenReport report) =>
        JsonDocument.Parse(Assert.Single(report.Export(format)["events.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;

    private static WrittenReport Talks(string cameo, bool mutual)
    {
        var report = new WrittenReport();
        var (norway, chile) = (report.Actor("Norway", "NORGOV", "NOR", "GOV"), report.Actor("“Chile”\n\tسانتياغو", "CHL", "CHL"));
        return report.Says("Norway held talks.", cameo, "CONSULT", mutual ? [norway, chile] : [norway], mutual ? [] : [chile], "2031-05-01", "2031-05-31", trigger: "talks");
    }

    [Fact]
    public void Plover_records_have_the_fields_of_the_gold_records()
    {
        var record = Event("plover", Talks("046", mutual: true));
        foreach (var field in new[] { "id", "text", "event", "sources", "targets", "compound", "reciprocal", "event_text", "comment" })
            Assert.True(record.TryGetProperty(field, out _), field);
        Assert.True(record.GetProperty("reciprocal").GetBoolean());
        Assert.Equal("talks", record.GetProperty("event_text").GetString());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("date").ValueKind);
        var actor = record.GetProperty("sources")[1];
        Assert.Equal(JsonValueKind.Null, actor.GetProperty("text").ValueKind);
        Assert.Equal(("“Chile”\n\tسانتياغو", "CHL"), (actor.GetProperty("name").GetString(), actor.GetProperty("code").GetString()));
    }

    [Fact]
    public void An_act_with_a_target_is_not_reciprocal() => Assert.False(Event("plover", Talks("112", mutual: false)).GetProperty("reciprocal").GetBoolean());

    [Fact]
    public void Each_line_of_jsonl_has_its_article_and_its_words()
    {
        var record = Event("jsonl", Talks("046", mutual: false));
        Assert.Equal(("0a1b-e1", "Nordlys Wire", "046"),
            (record.GetProperty("id").GetString(), record.GetProperty("article").GetProperty("outlet").GetString(), record.GetProperty("cameo").GetString()));
        Assert.False(record.GetProperty("article").TryGetProperty("text", out _));
        Assert.Equal(("month", 1, "talks"), (record.GetProperty("date").GetProperty("precision").GetString(),
            record.GetProperty("sentence").GetProperty("number").GetInt32(), record.GetProperty("trigger")[0].GetProperty("words").GetString()));
    }

    [Fact]
    public void Two_copies_of_one_article_have_events_of_their_own()
    {
        var coded = Talks("046", mutual: true).Make();
        var lines = WrittenReport.Export("jsonl", null, coded, coded)["events.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["0a1b-e1", "0a1b-2-e1"], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()));
    }
}
