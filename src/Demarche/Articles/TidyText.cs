using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Demarche.Articles;

/// <summary>White space and invisible characters made plain; words and marks are left as they are.</summary>
public static class TidyText
{
    /// <summary>One line: runs of white space become one space, the ends are trimmed, invisible characters go,
    /// controls count as white space, half surrogate pairs become U+FFFD.</summary>
    public static string Line(string text)
    {
        if (IsTidy(text)) return text;
        var line = new StringBuilder(text.Length);
        var gap = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsInvisible(c)) continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = line.Length > 0;
                continue;
            }
            if (gap) line.Append(' ');
            gap = false;
            if (!char.IsSurrogate(c)) line.Append(c);
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) line.Append(c).Append(text[++i]);
            else line.Append('\uFFFD');
        }
        return line.ToString();
    }

    /// <summary>The lines of a text, at any of the usual line ends; an empty one for an empty line.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085')) continue;
            yield return text[start..i];
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            start = i + 1;
        }
        if (start < text.Length) yield return text[start..];
    }

    /// <summary>Puts hard-wrapped lines together into the paragraphs they were broken from; other texts stay as they are.</summary>
    /// <param name="lines">Tidy lines; an empty one ends a paragraph.</param>
    public static ImmutableArray<string> Unwrap(IReadOnlyList<string> lines)
    {
        if (!IsWrapped(lines)) return [.. lines];
        var paragraphs = ImmutableArray.CreateBuilder<string>();
        var open = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.Length == 0 && open.Length > 0)
            {
                paragraphs.Add(open.ToString());
                open.Clear();
            }
            else if (line.Length > 0)
            {
                if (open.Length > 0) open.Append(' ');
                open.Append(line);
            }
        }
        if (open.Length > 0) paragraphs.Add(open.ToString());
        return paragraphs.ToImmutable();
    }

    /// <summary>Lines followed at once by another are of one column's width, and most of them stop in the middle of a sentence.</summary>
    private static bool IsWrapped(IReadOnlyList<string> lines)
    {
        int inner = 0, column = 0, cut = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0) continue;
            inner++;
            if (lines[i].Length is >= 40 and <= 110) column++;
            if (!EndsSentence(lines[i])) cut++;
        }
        return inner >= 3 && column * 10 >= inner * 8 && cut * 10 >= inner * 6;
    }

    /// <summary>True if the line ends as a sentence does, closing quotation marks and brackets set aside.</summary>
    public static bool EndsSentence(string line)
    {
        var end = line.AsSpan().TrimEnd("\"'”’»)] ");
        return end.Length < line.AsSpan().TrimEnd().Length || (end.Length > 0 && end[^1] is '.' or '!' or '?' or ':' or '…' or ';');
    }

    private static bool IsTidy(string text)
    {
        if (text.Length == 0) return true;
        if (text[0] == ' ' || text[^1] == ' ') return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '!' and <= '~') continue;
            if (c == ' ' ? text[i + 1] == ' ' : char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || IsInvisible(c)) return false;
        }
        return true;
    }

    /// <summary>Soft hyphens, zero-width characters and direction marks.</summary>
    private static bool IsInvisible(char c) =>
        c == '\u00AD' || (c >= '\u200B' && char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
