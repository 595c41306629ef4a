using System.Text.RegularExpressions;
using Demarche.Coding;
using Demarche.Exports;
using Demarche.Server.Feeds;

namespace Demarche.Tests.Exports;

/// <summary>The events of a sample report in every format, as approved; a change must be read before it is approved.</summary>
public sealed partial class ApprovedExportTests
{
    private static readonly Lazy<CodedArticle> Diplomacy = new(() => Code("samples/04-meridian-wire.json"));
    private static readonly Lazy<CodedArticle> Violence = new(() => Code("samples/02-harbour-post.html"));

    public static TheoryData<string> Formats => [.. ExportFormat.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_sample_is_exported_as_approved(string format)
    {
        var received = Directory.CreateDirectory(Path.Join(AppContext.BaseDirectory, "received")).FullName;
        var approved = Repository.Folder("tests/Demarche.Tests/Exports/approved");
        var files = WrittenReport.Export(format, null, format == "acled" ? Violence.Value : Diplomacy.Value)
            .Where(f => f.Key is not ExportWriter.ManifestFile && !f.Key.EndsWith(".types.csv", StringComparison.Ordinal))
            .ToDictionary(f => $"{format}-{f.Key}", f => Stable(f.Value));
        foreach (var (name, text) in files) File.WriteAllText(Path.Join(received, name), text);
        Assert.All(files, f => Assert.True(
            File.Exists(Path.Join(approved, f.Key)) && Stable(File.ReadAllText(Path.Join(approved, f.Key))) == f.Value,
            $"{f.Key} differs: read the difference, and if it is meant: cp {received}/* {approved}"));
    }

    private static CodedArticle Code(string sample) => Repository.Shipped.Code(
        new ArticleReader(Repository.Cleaner).Read([Repository.Folder(sample)], new(), Stream.Null).Single().Article! with { Source = sample });

    /// <summary>Without what changes with every pattern that is added to a file, and with the line ends of a checkout.</summary>
    private static string Stable(string text) => PatternLine().Replace(text, "$1").ReplaceLineEndings("\n");

    [GeneratedRegex(@"(patterns/[a-z0-9-]+\.txt):[0-9]+")]
    private static partial Regex PatternLine();
}
