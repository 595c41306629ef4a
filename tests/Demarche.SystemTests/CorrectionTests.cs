using System.Text.Json;

namespace Demarche.SystemTests;

/// <summary>Corrections and the state of knowledge on a day, through the real program.</summary>
public sealed class CorrectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Log => Path.Combine(_folder.Path, "corrections.jsonl");

    private string Reports
    {
        get
        {
            var reports = Path.Combine(_folder.Path, "reports");
            if (Directory.Exists(reports)) return reports;
            Directory.CreateDirectory(reports);
            foreach (var file in Directory.GetFiles(Samples.Folder).Where(Samples.IsReport)) File.Copy(file, Path.Combine(reports, Path.GetFileName(file)));
            return reports;
        }
    }

    private ProgramRun Correct(params string[] words) => DemarcheProgram.Run(["correct", .. words, "--log", Log, "--by", "Ana"]);

    private (JsonElement Root, ProgramRun Run) Dossier(params string[] more)
    {
        var run = DemarcheProgram.Run(["dossier", Reports, "--format", "json", .. more]);
        using var json = JsonDocument.Parse(run.Output);
        return (json.RootElement.Clone(), run);
    }

    private static IEnumerable<JsonElement> Events(JsonElement dossier) =>
        dossier.GetProperty("stories").EnumerateArray().SelectMany(s => s.GetProperty("events").EnumerateArray());

    private string Offer() => Events(Dossier().Root).First(e => e.GetProperty("cameo").GetString() == "039").GetProperty("id").GetString()!;

    /// <summary>The event that shows a correction.</summary>
    private static JsonElement Corrected(JsonElement dossier) => Assert.Single(Events(dossier), e => e.GetProperty("corrections").GetArrayLength() > 0);

    [Fact]
    public void A_corrected_event_stays_corrected_when_the_coder_changes_and_when_its_article_does()
    {
        Assert.Equal(0, Correct("edit", Offer(), Reports, "--cameo", "0356", "--date", "2031-05-04", "--because", "the archive says so").ExitCode);
        foreach (var options in new[] { Array.Empty<string>(), ["--patterns-only"] })
        {
            var (dossier, run) = Dossier(["--corrections", Log, .. options]);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            var e = Corrected(dossier);
            Assert.Equal(("0356", "2031-05-04"), (e.GetProperty("cameo").GetString(), e.GetProperty("date").GetProperty("start").GetString()));
            var correction = e.GetProperty("corrections")[0];
            Assert.Equal(("Ana", "the archive says so", "039"), (correction.GetProperty("by").GetString(), correction.GetProperty("because").GetString(),
                correction.GetProperty("changes")[0].GetProperty("from").GetString()));
        }
        var path = Path.Combine(Reports, "01-meridian-wire.json");
        var text = File.ReadAllText(path);
        var changed = text.Replace("Uruguay offered on Tuesday to mediate", "Uruguay offered late on Tuesday to mediate", StringComparison.Ordinal)
            .Replace("\"text\": \"", "\"text\": \"The lake was calm on Sunday. Fishermen of both countries praised Chile for its help. ", StringComparison.Ordinal);
        Assert.NotEqual(text.Length, changed.Length);
        File.WriteAllText(path, changed);
        var (after, again) = Dossier("--corrections", Log);
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Assert.Equal("0356", Corrected(after).GetProperty("cameo").GetString());
        Assert.Equal(2, after.GetProperty("corrections").GetProperty("applied")[0].GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public void What_is_not_found_again_is_listed()
    {
        Assert.Equal(0, Correct("reject", Offer(), Reports).ExitCode);
        File.Delete(Path.Combine(Reports, "01-meridian-wire.json"));
        var (dossier, run) = Dossier("--corrections", Log);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("01-meridian-wire.json", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        var lost = Assert.Single(dossier.GetProperty("corrections").GetProperty("unanchored").EnumerateArray());
        Assert.Equal(("reject", "its article is not among those given"), (lost.GetProperty("act").GetString(), lost.GetProperty("reason").GetString()));
    }

    [Fact]
    public void To_undo_restores_the_bytes_and_a_dry_run_writes_nothing()
    {
        var before = Dossier().Run.Output;
        var offer = Offer();
        Assert.Equal(0, Correct("reject", offer, Reports, "--dry-run").ExitCode);
        Assert.False(File.Exists(Log));
        Assert.Equal(0, Correct("reject", offer, Reports).ExitCode);
        Assert.DoesNotContain(Events(Dossier("--corrections", Log).Root), e => e.GetProperty("id").GetString() == offer);
        Assert.Equal(0, Correct("undo").ExitCode);
        Assert.True(before.AsSpan().SequenceEqual(Dossier("--corrections", Log).Run.Output));
        Assert.Equal(2, DemarcheProgram.Run("correct", "list", "--log", Log).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_torn_log_is_named_and_what_stands_before_holds()
    {
        var offer = Offer();
        Assert.Equal(0, Correct("reject", offer, Reports).ExitCode);
        File.AppendAllText(Log, File.ReadAllText(Log)[..200]);
        var (dossier, run) = Dossier("--corrections", Log);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("corrections.jsonl:2: torn", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain(Events(dossier), e => e.GetProperty("id").GetString() == offer);
        Assert.Equal(3, Correct("undo").ExitCode);
        Assert.Contains(Events(Dossier("--corrections", Log).Root), e => e.GetProperty("id").GetString() == offer);
    }

    [Fact]
    public async Task Two_processes_write_one_log()
    {
        var offer = Offer();
        var running = Enumerable.Range(0, 4).Select(i => Task.Run(() => DemarcheProgram.Run("correct", "accept", offer, Reports, "--log", Log, "--by", $"Ana {i}")));
        Assert.All(await Task.WhenAll(running), r => Assert.Equal(0, r.ExitCode));
        var listed = DemarcheProgram.Run("correct", "list", "--log", Log);
        Assert.Equal((0, ""), (listed.ExitCode, listed.Errors));
        Assert.Equal(4, listed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void What_cannot_be_done_has_its_own_exit_code_and_says_what_is_near()
    {
        var offer = Offer();
        var missing = Correct("reject", offer[..^1] + "x", Reports);
        Assert.Equal(4, missing.ExitCode);
        Assert.Contains(offer, Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, Correct("reject", Reports).ExitCode);
        Assert.Equal(2, Correct("edit", offer, Reports).ExitCode);
        Assert.Equal(2, Correct("edit", offer, Reports, "--cameo", "999").ExitCode);
        Assert.Equal(4, Correct("edit", offer, Reports, "--source", "Atlantis").ExitCode);
        Assert.Equal(5, Correct("edit", offer, Reports, "--value", "9").ExitCode);
        Assert.Equal(4, Correct("undo").ExitCode);
        Assert.False(File.Exists(Log));
        Assert.Equal(4, DemarcheProgram.Run("dossier", Reports, "--corrections", Log).ExitCode);
        var others = Events(Dossier().Root).Where(e => e.GetProperty("id").GetString() != offer && e.GetProperty("reports").GetArrayLength() == 1).ToList();
        var report = others[0].GetProperty("reports")[0];
        Assert.Equal(5, Correct("split", offer, $"{report.GetProperty("article").GetString()}:{report.GetProperty("event").GetString()}", Reports).ExitCode);
    }

    [Fact]
    public void Exports_have_what_was_corrected()
    {
        Assert.Equal(0, Correct("edit", Offer(), Reports, "--target", "Tuvalu/TUVGOV").ExitCode);
        var run = DemarcheProgram.Run("code", Reports, "--as", "cameo", "--corrections", Log);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Text.Split('\n').Count(l => l.Contains("TUVGOV", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2031-05-06")]
    [InlineData("2031-05-09")]
    public void As_of_a_day_is_the_dossier_of_the_files_published_by_then(string day)
    {
        var coded = DemarcheProgram.Run("code", Reports);
        var known = coded.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article"))
            .Where(a => string.CompareOrdinal(a.GetProperty("published").GetProperty("date").GetString() ?? "~", day) <= 0).Select(a => a.GetProperty("source").GetString()!).ToList();
        Assert.InRange(known.Count, 1, 7);
        var ofAll = DemarcheProgram.Run("dossier", Reports, "--format", "json", "--as-of", day);
        var ofKnown = DemarcheProgram.Run(["dossier", .. known, "--format", "json", "--as-of", day]);
        Assert.Equal((0, 0), (ofAll.ExitCode, ofKnown.ExitCode));
        Assert.Equal(ofKnown.Text, ofAll.Text);
        var exported = DemarcheProgram.Run("code", Reports, "--as", "csv", "--as-of", day);
        Assert.Equal(DemarcheProgram.Run(["code", .. known, "--as", "csv"]).Text, exported.Text);
    }

    [Fact]
    public void Before_the_first_report_the_dossier_is_empty()
    {
        var (dossier, run) = Dossier("--as-of", "2031-01-01");
        Assert.Equal((0, 0, "2031-01-01"), (run.ExitCode, dossier.GetProperty("stories").GetArrayLength(), dossier.GetProperty("as_of").GetString()));
    }
}
