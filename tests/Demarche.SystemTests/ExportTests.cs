using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Demarche.SystemTests;

/// <summary>Exports through the real program: whole files with a true manifest, or nothing.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    private string Out => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    private string Report() => _folder.Write("report.json", """{"url":"https://wire.example/7","published":"2024-05-07","text":"Norwegian troops shelled a Swedish border post on Monday.\nThe Swedish president called the Norwegian president on Tuesday."}""");

    [Theory]
    [InlineData("acled")]
    [InlineData("cameo")]
    [InlineData("csv")]
    [InlineData("gdelt")]
    [InlineData("icews")]
    [InlineData("jsonl")]
    [InlineData("plover")]
    public void The_manifest_has_the_hashes_of_the_files(string format)
    {
        var run = DemarcheProgram.Run("code", Report(), "--as", format, "--out", Out);
        Assert.Equal((0, "", ""), (run.ExitCode, run.Text, run.Errors));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "manifest.json")));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("sha256").GetString()!);
        Assert.Equal(files.Keys.Append("manifest.json").Order(StringComparer.Ordinal), Directory.GetFileSystemEntries(Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(f.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Out, f.Key))))));
        Assert.True(manifest.RootElement.GetProperty("events").GetInt64() > manifest.RootElement.GetProperty("events_left_out").GetInt64());
    }

    [Fact]
    public void One_table_is_printed_as_it_would_be_filed_whatever_the_threads()
    {
        Assert.Equal(0, DemarcheProgram.Run("code", Samples.Folder, "--as", "csv", "--out", Out, "--threads", "1").ExitCode);
        var printed = DemarcheProgram.Run("code", Samples.Folder, "--as", "csv", "--threads", "4");
        Assert.Equal(0, printed.ExitCode);
        Assert.True(printed.Output.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Out, "events.csv"))));
    }

    [Theory]
    [InlineData("there is no export 'xlsx': the names are acled, cameo, csv, gdelt, icews, jsonl, plover.", "--as", "xlsx")]
    [InlineData("--as gdelt has 2 tables", "--as", "gdelt")]
    [InlineData("--as and --format exclude each other", "--as", "csv", "--format", "jsonl")]
    [InlineData("--out needs --as", "--out", "folder")]
    [InlineData("--raw-cells needs --as", "--raw-cells")]
    [InlineData("--story-dates needs --as", "--story-dates")]
    public void A_wrong_command_line_is_told_in_one_line(string message, params string[] options)
    {
        var run = DemarcheProgram.Run(["code", Report(), .. options]);
        Assert.Equal((2, ""), (run.ExitCode, run.Text));
        Assert.Contains(message, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists("folder"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_in_one_line()
    {
        var file = _folder.Write("file", "mine");
        foreach (var place in new[] { file, Path.Combine(file, "below") })
        {
            var run = DemarcheProgram.Run("code", Report(), "--as", "csv", "--out", place);
            Assert.Equal((1, ""), (run.ExitCode, run.Text));
            Assert.Contains(file, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Nothing_is_written_where_there_is_nothing_to_read()
    {
        var run = DemarcheProgram.Run("code", Path.Combine(_folder.Path, "missing.txt"), "--as", "csv", "--out", Out);
        Assert.Equal(4, run.ExitCode);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void What_is_refused_does_not_keep_the_rest_from_being_exported()
    {
        var run = DemarcheProgram.Run("code", Report(), _folder.Write("empty.txt", ""), "--as", "csv", "--out", Out);
        Assert.Equal(3, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(Out, "manifest.json")));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = StartAndWaitForFiles();
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) kill.WaitForExit();
        Assert.True(process.WaitForExit(Patience));
        Assert.NotEqual(0, process.ExitCode);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void A_killed_run_leaves_no_file_under_its_name_and_the_next_one_succeeds()
    {
        using (var process = StartAndWaitForFiles())
        {
            process.Kill();
            Assert.True(process.WaitForExit(Patience));
        }
        Assert.All(Directory.GetFiles(Out), f => Assert.EndsWith(".partial", f, StringComparison.Ordinal));
        Assert.Equal(0, DemarcheProgram.Run("code", Report(), "--as", "csv", "--out", Out).ExitCode);
        Assert.Equal(["events.csv", "events.types.csv", "manifest.json"], Directory.GetFiles(Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    /// <summary>A run that has opened its files and waits for the rest of its standard input.</summary>
    private Process StartAndWaitForFiles()
    {
        var process = DemarcheProgram.Start("code", "-", "--as", "csv", "--out", Out);
        var waited = Stopwatch.StartNew();
        while (!File.Exists(Path.Combine(Out, "manifest.json.partial")))
        {
            Assert.True(waited.Elapsed < Patience && !process.HasExited, "the run did not open its files");
            Thread.Sleep(20);
        }
        return process;
    }
}
