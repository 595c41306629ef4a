namespace Demarche.SystemTests;

/// <summary>The reports that ship with the program.</summary>
internal static class Samples
{
    public static string Folder { get; } = Find();

    public static bool IsReport(string file) => Path.GetExtension(file) is ".txt" or ".json" or ".jsonl" or ".html";

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Demarche.slnx"))) return Path.Combine(at.FullName, "samples");
        throw new InvalidOperationException("the tests run outside the checkout");
    }
}
