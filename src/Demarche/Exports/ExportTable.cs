using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Demarche.Coding;

namespace Demarche.Exports;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnType
{
    /// <summary>Words, and codes: "042" is text, never the number 42.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Date,

    /// <summary>"true" or "false".</summary>
    Boolean,
}

/// <summary>One column of a table.</summary>
/// <param name="Name">As the head of the table prints it.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Cell">The cell of a row; null, printed empty, if it cannot be filled.</param>
internal sealed record Column<TRow>(string Name, ColumnType Type, Func<TRow, string?> Cell);

/// <summary>How a table is written down.</summary>
internal enum Dialect
{
    /// <summary>Commas, with a head (RFC 4180).</summary>
    Commas,

    /// <summary>Commas, with a head; text that a spreadsheet would run is guarded.</summary>
    GuardedCommas,

    /// <summary>Tabs, with a head.</summary>
    Tabs,

    /// <summary>Tabs, without a head.</summary>
    BareTabs,
}

/// <summary>One file of an export: a head, and rows for each event.</summary>
public sealed class ExportTable
{
    private const string LineFeed = "\n";
    private const string CarriageReturnLineFeed = "\r\n";

    private ExportTable(
        string file, string? head, string lineEnd, Func<ExportedEvent, IEnumerable<string>> rows, ImmutableArray<(string Name, ColumnType Type)> columns)
    {
        File = file;
        Head = head;
        LineEnd = lineEnd;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Its name within the folder of the export.</summary>
    public string File { get; }

    /// <summary>The line before the rows, or null.</summary>
    internal string? Head { get; }

    /// <summary>Rows that do not depend on events; they come first.</summary>
    internal ImmutableArray<string> Opening { get; private init; } = [];

    /// <summary>What ends each line.</summary>
    internal string LineEnd { get; }

    /// <summary>The rows of one event, without their line end.</summary>
    internal Func<ExportedEvent, IEnumerable<string>> Rows { get; }

    /// <summary>Name and type of each column, in order; none for JSON.</summary>
    internal ImmutableArray<(string Name, ColumnType Type)> Columns { get; }

    /// <summary>A table of cells.</summary>
    internal static ExportTable Of<TRow>(
        string file, Dialect dialect, ImmutableArray<Column<TRow>> columns, Func<ExportedEvent, IEnumerable<TRow>> rows)
    {
        var commas = dialect is Dialect.Commas or Dialect.GuardedCommas;
        var separator = commas ? ',' : '\t';
        var head = dialect == Dialect.BareTabs ? null : string.Join(separator, columns.Select(c => c.Name));
        return new ExportTable(
            file, head, commas ? CarriageReturnLineFeed : LineFeed, e => rows(e).Select(row => string.Join(separator, columns.Select(c => Cell(c, row, dialect)))),
            [.. columns.Select(c => (c.Name, c.Type))]);
    }

    /// <summary>A table of cells whose rows are all known.</summary>
    internal static ExportTable OfRows<TRow>(string file, Dialect dialect, ImmutableArray<Column<TRow>> columns, IEnumerable<TRow> rows)
    {
        var table = Of<TRow>(file, dialect, columns, _ => []);
        return new ExportTable(file, table.Head, table.LineEnd, table.Rows, table.Columns)
        {
            Opening = [.. rows.Select(row => string.Join(',', columns.Select(c => Cell(c, row, dialect))))],
        };
    }

    /// <summary>A file of given lines.</summary>
    internal static ExportTable OfLines(string file, ImmutableArray<string> lines) => new(file, null, LineFeed, _ => [], []) { Opening = lines };

    /// <summary>A file of JSON objects, one a line.</summary>
    internal static ExportTable OfJson(string file, Action<Utf8JsonWriter, ExportedEvent> write) => new(file, null, LineFeed, e => [Line(write, e)], []);

    /// <summary>Beside "events.csv" the table "events.types.csv": its columns, in order, with what their cells are.</summary>
    internal static ExportTable OfTypes(ExportTable of) =>
        new(of.File[..of.File.LastIndexOf('.')] + ".types.csv", "column,type", CarriageReturnLineFeed, _ => [], [])
        {
            Opening = [.. of.Columns.Select(c => $"{Cells.Csv(c.Name)},{c.Type.Word()}")],
        };

    private static string Cell<TRow>(Column<TRow> column, TRow row, Dialect dialect)
    {
        var text = column.Cell(row) ?? "";
        return dialect switch
        {
            Dialect.Commas => Cells.Csv(text),
            Dialect.GuardedCommas => Cells.Csv(column.Type == ColumnType.Text ? Cells.Guarded(text) : text),
            _ => Cells.Tsv(text),
        };
    }

    private static string Line(Action<Utf8JsonWriter, ExportedEvent> write, ExportedEvent e)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, RecordJson.Line)) write(json, e);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
