using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Exports;

namespace Demarche.Tests.Exports;

/// <summary>docs/exports.md has a section for each format with every column in its order.</summary>
public sealed partial class LossTableTests
{
    private static readonly string Text = File.ReadAllText(Path.Join(Repository.Folder("docs"), "exports.md"));

    public static TheoryData<string> Formats => [.. ExportFormat.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_column_stands_in_the_loss_table_in_its_order(string format)
    {
        var section = Text.Split("\n## ").Single(s => s.StartsWith(format + "\n", StringComparison.Ordinal));
        Assert.Equal(Columns(format), Row().Matches(section).Select(m => m.Groups[1].Value));
        Assert.Contains("\nLost: ", section, StringComparison.Ordinal);
    }

    private static List<string> Columns(string format)
    {
        var report = new WrittenReport();
        var files = report.Says("Guards fired.", "193", "ASSAULT", [report.Actor("Guards")], []).Export(format);
        if (files.TryGetValue("events.jsonl", out var lines)) return [.. JsonDocument.Parse(lines).RootElement.EnumerateObject().Select(p => p.Name)];
        return [.. ExportFormat.Load(format, Repository.Data).Tables.SelectMany(t => t.Columns).Select(c => c.Name)];
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
