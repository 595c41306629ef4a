using Demarche.Text;

namespace Demarche.Cli;

/// <summary>The data folder that is shipped beside the program.</summary>
internal static class DataFolder
{
    /// <param name="instead">Files that are read in the place of the shipped ones, by their names among the data.</param>
    public static DataFiles Open(params ReadOnlySpan<KeyValuePair<string, Func<Stream>>> instead)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "data");
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '/'),
                f => (Func<Stream>)(() => File.OpenRead(f)),
                StringComparer.Ordinal);
        foreach (var (name, open) in instead) files[name] = open;
        return new DataFiles(files);
    }
}
