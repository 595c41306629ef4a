using System.Globalization;
using System.Text;

namespace Demarche.Cli.Rendering;

/// <summary>Lines for a terminal: wrapped at its width, coloured only where it shows colours.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns; at least 40 are used.</param>
/// <param name="colour">Whether escape sequences may be written.</param>
public sealed class Paint(TextWriter writer, int width, bool colour)
{
    private const int Escape = 0x1B;

    private readonly int _width = Math.Clamp(width, 40, 160);

    /// <summary>Columns between margin and margin.</summary>
    public int Width => _width;

    public string Bold(string text) => Wrapped("1", text);

    public string Soft(string text) => Wrapped("2", text);

    public string Warn(string text) => Wrapped("33", text);

    public string Good(string text) => Wrapped("32", text);

    public string Head(string text) => Wrapped("1;36", text);

    public void Line(string text = "") => writer.Write(text + "\n");

    /// <summary>Writes words wrapped at the width, every line after the first set in, each painted alone.</summary>
    public void Paragraph(string first, string rest, string text, Func<string, string>? paint = null)
    {
        var line = new StringBuilder();
        var used = 0;
        var margin = first;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var columns = Columns(word);
            if (used > 0 && Columns(margin) + used + 1 + columns > _width)
            {
                Line(margin + (paint?.Invoke(line.ToString()) ?? line.ToString()));
                (margin, used) = (rest, 0);
                line.Clear();
            }
            if (used > 0) line.Append(' ');
            line.Append(word);
            used += columns + (used > 0 ? 1 : 0);
        }
        if (used > 0) Line(margin + (paint?.Invoke(line.ToString()) ?? line.ToString()));
    }

    /// <summary>Columns that a terminal gives to a text: none to colours and combining marks, two to the wide letters of East Asia and to emoji.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        var escaped = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (escaped || rune.Value == Escape)
            {
                escaped = rune.Value != 'm';
                continue;
            }
            columns += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
                : rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
                    or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD ? 2 : 1;
        }
        return columns;
    }

    /// <summary>The text with blanks up to a number of columns.</summary>
    public static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Columns(text)));

    private string Wrapped(string code, string text) => colour && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
