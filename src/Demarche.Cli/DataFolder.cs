using Demarche.Text;

namespace Demarche.Cli;

/// <summary>The data folder that is shipped beside the program, and data folders that users edit.</summary>
internal static class DataFolder
{
    private const string Name = "data";

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, Name);

    /// <param name="instead">Files that are read in the place of the shipped ones, by their names among the data.</param>
    public static DataFiles Open(params ReadOnlySpan<KeyValuePair<string, Func<Stream>>> instead)
    {
        var files = Files(Shipped);
        foreach (var (name, open) in instead) files[name] = open;
        return new DataFiles(files);
    }

    /// <summary>The data that a path belongs to: a folder named data above it or itself, its missing subfolders filled from the shipped data.</summary>
    /// <returns>The data, and the path's own name among them ("patterns/", "patterns/02-appeal.txt", "" for all); null if no such folder is above it.</returns>
    public static (DataFiles Data, string Scope)? Find(string path)
    {
        if (!Path.Exists(path)) return (Open(), "");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var root = full; root is not null; root = Path.GetDirectoryName(root))
        {
            if (Path.GetFileName(root) != Name || !Directory.Exists(root)) continue;
            var scope = root == full ? "" : NameIn(root, full) + (Directory.Exists(full) ? "/" : "");
            return (Overlay(root), scope);
        }
        return null;
    }

    private static DataFiles Overlay(string root)
    {
        var own = Files(root);
        var folders = own.Keys.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, open) in Files(Shipped))
            if (!folders.Contains(FolderOf(name))) own.Add(name, open);
        return new DataFiles(own);
    }

    private static string FolderOf(string name) => name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))];

    private static Dictionary<string, Func<Stream>> Files(string root) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(f => NameIn(root, f), f => (Func<Stream>)(() => File.OpenRead(f)), StringComparer.Ordinal);

    private static string NameIn(string root, string file) => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
}
