namespace Demarche.Server.Feeds;

/// <summary>One input to open: standard input if <see cref="Path"/> is "-".</summary>
/// <param name="Path">As the record prints it.</param>
/// <param name="Kind">By its name; unknown kinds are told by their content.</param>
/// <param name="Packed">True for gzip.</param>
internal readonly record struct InputFile(string Path, InputKind Kind, bool Packed);

/// <summary>The kinds of file that are read.</summary>
internal enum InputKind { Unknown, Text, Html, Json, JsonLines }

/// <summary>Turns paths into files: folders are walked, in ordinal order of the paths, links to folders are not followed.</summary>
internal static class InputPaths
{
    private static readonly Dictionary<string, InputKind> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = InputKind.Text,
        [".text"] = InputKind.Text,
        [".html"] = InputKind.Html,
        [".htm"] = InputKind.Html,
        [".xhtml"] = InputKind.Html,
        [".json"] = InputKind.Json,
        [".jsonl"] = InputKind.JsonLines,
        [".ndjson"] = InputKind.JsonLines,
    };

    /// <summary>The input that a single path names.</summary>
    public static InputFile Of(string path)
    {
        var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var name = packed ? path[..^3] : path;
        return new(path, Endings.GetValueOrDefault(Path.GetExtension(name)), packed);
    }

    /// <summary>The files below a folder whose ending is known; hidden files and folders are left out.</summary>
    /// <param name="folder">As given.</param>
    /// <param name="refusals">Receives folders that cannot be read.</param>
    public static List<InputFile> Under(string folder, List<Refusal> refusals)
    {
        var found = new List<string>();
        var open = new Stack<string>();
        open.Push(folder);
        while (open.TryPop(out var here))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(here).EnumerateFileSystemInfos())
                {
                    if (entry.Name.StartsWith('.')) continue;
                    var path = Path.Join(here, entry.Name);
                    if (!entry.Attributes.HasFlag(FileAttributes.Directory)) found.Add(path);
                    else if (entry.LinkTarget is null) open.Push(path);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refusals.Add(new(here, "", "the folder cannot be read: " + e.Message, Errors.Unreadable));
            }
        }
        found.Sort(StringComparer.Ordinal);
        return found.Select(Of).Where(f => f.Kind != InputKind.Unknown).ToList();
    }
}
