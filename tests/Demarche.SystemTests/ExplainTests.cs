using System.Text.Json;

namespace Demarche.SystemTests;

/// <summary>`demarche explain` as its users run it.</summary>
public sealed class ExplainTests
{
    private const string Report = "Ukraine asked Turkey to mediate. Chancellor Merkel condemned the Syrian raid on Friday, according to a ministry statement. Chess is a quiet game.";

    [Fact]
    public void The_text_shows_tree_pattern_words_actors_status_speaker_and_rivals_without_escapes()
    {
        using var folder = new TemporaryFolder();
        var run = DemarcheProgram.Run("explain", folder.Write("a.txt", Report), "--published", "2015-03-07");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.DoesNotContain('\u001B', run.Text);
        Assert.All(
            ["e1  028 Appeal: mediation", "┾ asked", "trigger", ">@verb_mediate ← mediate", "less specific", "data/actors/offices.txt:", "chancellor of DEU from", "Said by", "statement", "2015-03-06", "rule: "],
            part => Assert.Contains(part, run.Text, StringComparison.Ordinal));
        Assert.All(run.Text.Split('\n'), line => Assert.InRange(line.Length, 0, 130));
    }

    [Fact]
    public void The_JSON_holds_one_event_a_line_with_the_same_parts()
    {
        using var folder = new TemporaryFolder();
        var run = DemarcheProgram.Run("explain", folder.Write("a.txt", Report), "e1", "--json");
        Assert.Equal(0, run.ExitCode);
        var e = JsonDocument.Parse(Assert.Single(run.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal("028", e.GetProperty("cameo").GetString());
        Assert.Equal("mediate", e.GetProperty("pattern").GetProperty("conditions")[1].GetProperty("words").GetString());
        Assert.StartsWith("subject; learned (", e.GetProperty("sources").GetProperty("rule").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("data/actors/states.txt:", e.GetProperty("targets").GetProperty("actors")[0].GetProperty("origins")[0].GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.True(e.GetProperty("rivals")[0].GetProperty("held").GetBoolean());
        Assert.Equal("asked", e.GetProperty("tree")[e.GetProperty("pattern").GetProperty("trigger").GetInt32()].GetProperty("form").GetString());
        Assert.NotEqual(0, e.GetProperty("learned").GetArrayLength());
    }

    [Fact]
    public void A_sentence_on_the_command_line_is_explained_also_where_it_has_no_event()
    {
        var run = DemarcheProgram.Run("explain", "--text", Report);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("nothing coded", run.Text, StringComparison.Ordinal);
        Assert.Contains("no word of it calls a pattern", run.Text, StringComparison.Ordinal);
        var json = DemarcheProgram.Run("explain", "--json", "--text", "Chess is a quiet game.");
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(json.Text).RootElement.GetProperty("event").ValueKind);
    }

    [Fact]
    public void Its_exit_codes_are_those_of_all_commands()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.txt", Report);
        Assert.Equal(4, DemarcheProgram.Run("explain", file, "e77").ExitCode);
        Assert.Equal(4, DemarcheProgram.Run("explain", file + ".none").ExitCode);
        Assert.Equal(2, DemarcheProgram.Run("explain").ExitCode);
        Assert.Equal(2, DemarcheProgram.Run("explain", file, "--text", Report).ExitCode);
    }
}
