using System.Text.RegularExpressions;

namespace Demarche.Tests;

/// <summary>The folders of the library are the data's way: each uses only those named before it.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[][] Order =
    [
        ["Text"], ["Ontology"], ["Articles"], ["Language"], ["Actors"], ["Times"], ["Quotes"], ["Figures"],
        ["Coding"], ["Reconciliation"], ["Stories"], ["Mediation"], ["Corrections"], ["Dossiers"], ["Exports"],
    ];

    [Fact]
    public void Each_folder_uses_only_the_folders_before_it()
    {
        var rank = Order.SelectMany((names, i) => names.Select(n => (n, i))).ToDictionary(x => x.n, x => x.i);
        var root = Repository.Folder("src/Demarche");
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is { Length: > 1 } parts ? parts[0] : null;
            if (folder is null) continue;
            Assert.True(rank.ContainsKey(folder), $"{folder}/ has no place in the order of the stages");
            foreach (Match use in UsedFolder().Matches(File.ReadAllText(file)))
                if (rank.TryGetValue(use.Groups[1].Value, out var used) && used > rank[folder])
                    wrong.Add($"{Path.GetRelativePath(root, file)} uses {use.Groups[1].Value}/, which comes after {folder}/");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_library_references_no_package_that_runs_with_it()
    {
        var references = typeof(Pipeline).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.All(references, name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard", name));
    }

    [GeneratedRegex(@"^using (?:static )?Demarche\.([A-Z][a-z]+)", RegexOptions.Multiline)]
    private static partial Regex UsedFolder();
}
