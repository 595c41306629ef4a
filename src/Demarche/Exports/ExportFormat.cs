using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Exports;

/// <summary>One way to write coded articles down for others; docs/exports.md says what each fills, leaves empty and loses.</summary>
public sealed class ExportFormat
{
    private static readonly SortedDictionary<string, Func<CodeBook, bool, ExportFormat>> Known = new(StringComparer.Ordinal)
    {
        ["acled"] = AcledExport.Create,
        ["cameo"] = (book, _) => CameoExport.Create(book),
        ["csv"] = CsvExport.Create,
        ["gdelt"] = (book, _) => GdeltExport.Create(book),
        ["icews"] = (book, _) => IcewsExport.Create(book),
        ["jsonl"] = (book, _) => JsonlExport.Create(book),
        ["plover"] = (book, _) => PloverExport.Create(book),
    };

    internal ExportFormat(string name, CodeBook book, Func<ExportedEvent, bool> covers, params ReadOnlySpan<ExportTable> tables)
    {
        Name = name;
        CodeBookVersion = book.Version;
        Covers = covers;
        EventTables = tables.Length;
        Tables = [.. tables, .. tables.ToArray().Where(t => !t.Columns.IsEmpty).Select(ExportTable.OfTypes)];
    }

    /// <summary>The names of all formats, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Keys];

    /// <summary>"csv", "gdelt", …</summary>
    public string Name { get; }

    /// <summary>Version of the codes (data/ontology) that the export prints.</summary>
    public string CodeBookVersion { get; }

    /// <summary>The files: first those of the events, then for each table of cells the types of its columns.</summary>
    public ImmutableArray<ExportTable> Tables { get; }

    /// <summary>How many of the first tables hold events.</summary>
    public int EventTables { get; }

    /// <summary>True if the format can hold the event at all.</summary>
    internal Func<ExportedEvent, bool> Covers { get; }

    /// <summary>The format of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="data">The shipped data.</param>
    /// <param name="guard">Guard text in comma-separated tables that a spreadsheet would run as a formula.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    /// <exception cref="DataException">A data file is missing or has a bad line.</exception>
    public static ExportFormat Load(string name, DataFiles data, bool guard = true) =>
        Known.TryGetValue(name, out var create) ? create(CodeBook.Load(data), guard) : throw new ArgumentException($"there is no export \"{name}\"", nameof(name));
}
