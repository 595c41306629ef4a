using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Exports;

/// <summary>One way to write coded articles down for others; docs/exports.md says what each fills, leaves empty and loses.</summary>
public sealed class ExportFormat
{
    private static readonly SortedDictionary<string, Func<CodeBook, ExportSettings, ExportFormat>> Known = new(StringComparer.Ordinal)
    {
        ["acled"] = AcledExport.Create,
        ["cameo"] = CameoExport.Create,
        ["csv"] = CsvExport.Create,
        ["gdelt"] = GdeltExport.Create,
        ["icews"] = IcewsExport.Create,
        ["jsonl"] = JsonlExport.Create,
        ["plover"] = PloverExport.Create,
    };

    internal ExportFormat(string name, CodeBook book, ExportSettings settings, Func<ExportedEvent, bool> covers, params ReadOnlySpan<ExportTable> tables)
    {
        Name = name;
        Settings = settings;
        CodeBookVersion = book.Version;
        Covers = covers;
        EventTables = tables.Length;
        Tables = [.. tables, .. tables.ToArray().Where(t => !t.Columns.IsEmpty).Select(ExportTable.OfTypes)];
    }

    /// <summary>What the user chose.</summary>
    internal ExportSettings Settings { get; }

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
    /// <param name="settings">What the user chose; null for what holds if nothing is said.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    /// <exception cref="DataException">A data file is missing or has a bad line.</exception>
    public static ExportFormat Load(string name, DataFiles data, ExportSettings? settings = null) =>
        Known.TryGetValue(name, out var create) ? create(CodeBook.Load(data), settings ?? new ExportSettings()) : throw new ArgumentException($"there is no export \"{name}\"", nameof(name));
}
