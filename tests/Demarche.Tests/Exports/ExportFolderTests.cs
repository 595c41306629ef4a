using System.Security.Cryptography;
using System.Text.Json;
using Demarche.Exports;
using Demarche.Server.Exports;

namespace Demarche.Tests.Exports;

public sealed class ExportFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-exports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ExportFormat Csv => ExportFormat.Load("csv", Repository.Data);

    private string[] Files => [.. Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder, f)).Order(StringComparer.Ordinal)];

    private static WrittenReport Report(string actor)
    {
        var report = new WrittenReport();
        return report.Says($"{actor} called.", "041", "CONSULT", [report.Actor(actor)], []);
    }

    private void Export(string actor, string format = "csv")
    {
        using var folder = new ExportFolder(_folder, ExportFormat.Load(format, Repository.Data));
        folder.Write(Report(actor).Make());
        folder.Complete();
    }

    [Fact]
    public void The_manifest_has_the_hashes_sizes_and_rows_of_the_files()
    {
        Export("Norway", "gdelt");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Join(_folder, "manifest.json")));
        var listed = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(Files.Except(["manifest.json"]), listed.Select(f => f.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        foreach (var file in listed)
        {
            var bytes = File.ReadAllBytes(Path.Join(_folder, file.GetProperty("name").GetString()));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt64());
        }
        Assert.Equal(1, listed[0].GetProperty("rows").GetInt64());
        Assert.Equal(("gdelt", 1), (manifest.RootElement.GetProperty("export").GetString(), manifest.RootElement.GetProperty("articles").GetInt64()));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        var below = Path.Join(_folder, "a", "b");
        using (var folder = new ExportFolder(below, Csv)) folder.Complete();
        Assert.True(File.Exists(Path.Join(below, "events.csv")));
    }

    [Fact]
    public void An_older_export_of_the_same_format_is_replaced()
    {
        Export("Norway");
        Export("Chile");
        Assert.Equal(["events.csv", "events.types.csv", "manifest.json"], Files);
        Assert.Contains("Chile", File.ReadAllText(Path.Join(_folder, "events.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_fails_leaves_the_older_export_as_it_was()
    {
        Export("Norway");
        var before = Files.Select(f => File.ReadAllText(Path.Join(_folder, f))).ToList();
        using (var folder = new ExportFolder(_folder, Csv))
        {
            folder.Write(Report("Chile").Make());
        }
        Assert.Equal(before, Files.Select(f => File.ReadAllText(Path.Join(_folder, f))));
    }

    [Fact]
    public void A_run_that_fails_leaves_no_new_folder()
    {
        var below = Path.Join(_folder, "new");
        using (var folder = new ExportFolder(below, Csv)) folder.Write(Report("Chile").Make());
        Assert.False(Directory.Exists(below));
    }

    [Fact]
    public void A_full_disk_leaves_the_older_export_as_it_was()
    {
        if (!File.Exists("/dev/full")) return;
        Export("Norway");
        var before = Files;
        File.CreateSymbolicLink(Path.Join(_folder, "events.csv.partial"), "/dev/full");
        using (var folder = new ExportFolder(_folder, Csv))
        {
            folder.Write(Report("Chile").Make());
            Assert.Throws<IOException>(folder.Complete);
        }
        Assert.Equal(before, Files);
        Assert.Contains("Norway", File.ReadAllText(Path.Join(_folder, "events.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_run_left_is_overwritten()
    {
        File.WriteAllText(Path.Join(_folder, "events.csv.partial"), new string('x', 10_000));
        Export("Norway");
        Assert.Equal(["events.csv", "events.types.csv", "manifest.json"], Files);
        Assert.DoesNotContain("xxx", File.ReadAllText(Path.Join(_folder, "events.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_do_not_write_into_one_folder_at_once()
    {
        using var first = new ExportFolder(_folder, Csv);
        Assert.Throws<IOException>(() => new ExportFolder(_folder, Csv));
        first.Complete();
        Assert.Equal(["events.csv", "events.types.csv", "manifest.json"], Files);
    }

    [Theory]
    [InlineData("{\"export\":\"gdelt\"}", "holds an export as gdelt")]
    [InlineData("{\"name\":\"something else\"}", "is not of an export")]
    [InlineData("[1]", "is not of an export")]
    [InlineData("no json", "is not of an export")]
    public void The_manifest_of_anything_else_is_left_alone(string manifest, string reason)
    {
        File.WriteAllText(Path.Join(_folder, "manifest.json"), manifest);
        Assert.Contains(reason, Assert.Throws<IOException>(() => new ExportFolder(_folder, Csv)).Message, StringComparison.Ordinal);
        Assert.Equal("manifest.json", Assert.Single(Files));
    }

    [Fact]
    public void A_file_that_belongs_to_no_export_is_left_alone()
    {
        File.WriteAllText(Path.Join(_folder, "events.csv"), "mine");
        Assert.Contains("belongs to no export", Assert.Throws<IOException>(() => new ExportFolder(_folder, Csv)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Join(_folder, Assert.Single(Files))));
    }

    [Theory]
    [InlineData("events.csv")]
    [InlineData("manifest.json")]
    public void A_name_that_is_a_folder_is_refused_and_nothing_written(string name)
    {
        Directory.CreateDirectory(Path.Join(_folder, name));
        Assert.Contains(name, Assert.Throws<IOException>(() => new ExportFolder(_folder, Csv)).Message, StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single(Files));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        var file = Path.Join(_folder, "file");
        File.WriteAllText(file, "mine");
        Assert.Contains("is a file", Assert.Throws<IOException>(() => new ExportFolder(file, Csv)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<IOException>(() => new ExportFolder(Path.Join(file, "below"), Csv));
        Assert.Equal("mine", File.ReadAllText(file));
    }
}
