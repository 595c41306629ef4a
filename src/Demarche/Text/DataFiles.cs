using System.Text;

namespace Demarche.Text;

/// <summary>The data that experts edit (ontology, actors, patterns, models), opened by relative name such as "actors/states.tsv".</summary>
/// <remarks>The library opens no files itself: the caller says how. Names use "/" and are compared by ordinal.</remarks>
public sealed class DataFiles
{
    private readonly SortedDictionary<string, Func<Stream>> _files = new(StringComparer.Ordinal);

    /// <param name="files">Relative name and how to open it, in any order.</param>
    public DataFiles(IEnumerable<KeyValuePair<string, Func<Stream>>> files)
    {
        foreach (var (name, open) in files) _files.Add(name, open);
    }

    /// <summary>Names of the files below a folder ("patterns/") with an ending (".txt"), in ordinal order.</summary>
    public IEnumerable<string> Under(string folder, string ending) =>
        _files.Keys.Where(n => n.StartsWith(folder, StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Opens one file.</summary>
    /// <exception cref="DataException">There is no such file.</exception>
    public Stream Open(string name) =>
        _files.TryGetValue(name, out var open) ? open() : throw new DataException(name, 0, "this file is missing from the data folder");

    /// <summary>The lines of a UTF-8 file that are neither empty nor comments ("#"), each with its number from 1, trimmed at the end.</summary>
    public IEnumerable<(int Line, string Text)> Lines(string name)
    {
        using var reader = new StreamReader(Open(name), new UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var n = 1; reader.ReadLine() is { } line; n++)
        {
            var text = line.TrimEnd();
            if (text.Length > 0 && text[0] != '#') yield return (n, text);
        }
    }
}

/// <summary>A data file that cannot be used: the program stops and names file and line.</summary>
public sealed class DataException(string file, int line, string reason)
    : Exception(line > 0 ? $"data/{file}:{line}: {reason}" : $"data/{file}: {reason}")
{
    /// <summary>Name of the file among the data.</summary>
    public string File => file;

    /// <summary>Line from 1; 0 for the file as a whole.</summary>
    public int Line => line;

    /// <summary>What is wrong with it.</summary>
    public string Reason => reason;
}
