using System.Globalization;
using System.Text;
using Demarche.Times;

namespace Demarche.Exports;

/// <summary>How values become the cells of a table.</summary>
internal static class Cells
{
    private const char Bar = '|';

    /// <summary>A cell of a comma-separated table (RFC 4180).</summary>
    public static string Csv(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// A cell of a tab-separated table, whose readers disagree on quotation marks: breaks, tabs and other control characters become one space
    /// each, a double quotation mark an apostrophe.
    /// </summary>
    public static string Tsv(string text) => string.Create(text.Length, text, (cell, from) =>
    {
        for (var i = 0; i < cell.Length; i++)
            cell[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i] == '"' ? '\'' : from[i];
    });

    /// <summary>Text that a spreadsheet would take for a formula begins with an apostrophe; so that it can be undone, also text that has some already.</summary>
    public static string Guarded(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    /// <summary>One cell for a list: positions are kept, what is not known is empty; a bar within a part becomes a broken bar.</summary>
    public static string List(IEnumerable<string?> parts)
    {
        var cell = new StringBuilder();
        var first = true;
        foreach (var part in parts)
        {
            if (!first) cell.Append(Bar);
            cell.Append(part?.Replace(Bar, '¦'));
            first = false;
        }
        return cell.ToString();
    }

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day as eight digits; null unless it is one day.</summary>
    public static string? Digits(EventDate? date) => Day(date)?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The one day of a date; null if it is longer or not known.</summary>
    public static DateOnly? Day(EventDate? date) => date is { } d && d.Start == d.End ? d.Start : null;

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Real(double number, string format = "0.####") => number.ToString(format, CultureInfo.InvariantCulture);
}
