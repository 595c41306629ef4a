using System.Text.Json;

namespace Demarche.SystemTests;

/// <summary>The README's commands on the shipped samples, through the real program.</summary>
public sealed class MainJobTests
{
    private static readonly Lazy<List<JsonElement>> Coded = new(() =>
    {
        var run = DemarcheProgram.Run("code", Samples.Folder, "--format", "jsonl");
        Assert.Equal(0, run.ExitCode);
        return [.. run.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    });

    [Fact]
    public void Each_event_of_the_samples_quotes_a_sentence_of_its_article_and_names_its_source()
    {
        var events = 0;
        foreach (var record in Coded.Value)
        {
            var text = record.GetProperty("article").GetProperty("text").GetString()!;
            var runes = text.EnumerateRunes().ToArray();
            var actors = record.GetProperty("actors").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ToHashSet();
            foreach (var e in record.GetProperty("events").EnumerateArray())
            {
                events++;
                var (start, end) = Span(e.GetProperty("sentence"));
                Assert.InRange(end, start + 1, runes.Length);
                Assert.All(e.GetProperty("trigger").EnumerateArray(), t => Assert.InRange(Span(t).Start, start, end - 1));
                Assert.NotEmpty(e.GetProperty("sources").EnumerateArray());
                Assert.All(e.GetProperty("sources").EnumerateArray(), s => Assert.Contains(s.GetString(), actors));
            }
        }
        Assert.True(events >= 20, $"only {events} events in the samples");
    }

    [Fact]
    public void A_spans_characters_are_counted_in_code_points()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("emoji.json", """{"title":null,"published":"2024-05-06","text":"\ud83d\ude00\ud83d\ude00 On Monday France condemned Germany over the raid."}""");
        var run = DemarcheProgram.Run("code", path);
        Assert.Equal(0, run.ExitCode);
        var date = JsonDocument.Parse(run.Text).RootElement.GetProperty("dates").EnumerateArray().Single();
        Assert.Equal((6, 12), Span(date.GetProperty("span")));
        Assert.Equal("2024-05-06", date.GetProperty("value").GetString());
    }

    [Fact]
    public void Explain_names_pattern_and_tree_of_an_event()
    {
        var withEvents = Coded.Value.First(r => r.GetProperty("events").GetArrayLength() > 0).GetProperty("article").GetProperty("id").GetString()!;
        var run = DemarcheProgram.Run("explain", Samples.Folder, "--article", withEvents, "--event", "e1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("data/patterns/", run.Text, StringComparison.Ordinal);
        Assert.Contains("┾", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_when_there_is_no_such_event()
    {
        using var folder = new TemporaryFolder();
        var run = DemarcheProgram.Run("explain", folder.Write("a.txt", "France condemned Germany on Monday over the raid on its embassy."), "--event", "e99");
        Assert.Equal(4, run.ExitCode);
        Assert.Single(run.ErrorLines);
    }

    [Theory]
    [InlineData("md", "# ")]
    [InlineData("html", "<!doctype html>")]
    [InlineData("json", "{")]
    public void The_dossier_comes_in_each_format(string format, string beginning)
    {
        var run = DemarcheProgram.Run("dossier", Samples.Folder, "--format", format);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(beginning, run.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_unknown_option_is_a_usage_error_without_a_stack_trace()
    {
        var run = DemarcheProgram.Run("code", Samples.Folder, "--formt", "jsonl");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private static (int Start, int End) Span(JsonElement span) => (span[0].GetInt32(), span[1].GetInt32());
}
