using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Demarche.Text;

/// <summary>A stretch that the one who annotated a text marked.</summary>
/// <param name="Name">What it is: "TIMEX3", "quote", "figure".</param>
/// <param name="Span">Its characters in the text without marks.</param>
/// <param name="Attributes">What was said of it, by name.</param>
public sealed record Mark(string Name, TextSpan Span, ImmutableSortedDictionary<string, string> Attributes)
{
    /// <summary>An attribute; null if it was not given.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}

/// <summary>An annotated text of a corpus: header lines ("key: value"), an empty line, then text with inline marks as in TimeML and TEI.</summary>
/// <param name="Text">The text without its marks, line ends "\n".</param>
/// <param name="Header">The header lines by key.</param>
/// <param name="Marks">By start, the outer before the inner.</param>
public sealed record MarkedText(string Text, ImmutableSortedDictionary<string, string> Header, ImmutableArray<Mark> Marks)
{
    private static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static readonly (string Written, char Meant)[] Escapes = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')];

    /// <summary>Reads one file's content.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="content">All of it.</param>
    /// <exception cref="FormatException">A header line or a mark cannot be read; the message names file, line and reason.</exception>
    public static MarkedText Parse(string file, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content = content.ReplaceLineEndings("\n");
        var blank = content.IndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0) throw Fault(file, content, 0, "no empty line behind the header");
        var header = Nothing.ToBuilder();
        for (var at = 0; at < blank;)
        {
            var end = content.IndexOf('\n', at);
            var line = content[at..end];
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (line[0] != '#' && colon < 1) throw Fault(file, content, at, "a header line is \"key: value\"");
            if (line[0] != '#' && !header.TryAdd(line[..colon], line[(colon + 2)..])) throw Fault(file, content, at, $"{line[..colon]} stands twice");
            at = end + 1;
        }
        var (text, marks) = Body(file, content, blank + 2);
        return new MarkedText(text, header.ToImmutable(), marks);
    }

    private static (string Text, ImmutableArray<Mark> Marks) Body(string file, string content, int start)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(string Name, int Start, ImmutableSortedDictionary<string, string> Attributes, int At)>();
        for (var i = start; i < content.Length;)
        {
            if (content[i] == '&')
            {
                var (written, meant) = Array.Find(Escapes, e => content.AsSpan(i).StartsWith(e.Written, StringComparison.Ordinal));
                if (written is null) throw Fault(file, content, i, "an ampersand is written &amp;");
                text.Append(meant);
                i += written.Length;
                continue;
            }
            if (content[i] != '<')
            {
                text.Append(content[i++]);
                continue;
            }
            var end = content.IndexOf('>', i);
            if (end < 0) throw Fault(file, content, i, "a mark does not end");
            var mark = content[(i + 1)..end];
            if (mark.StartsWith('/'))
            {
                if (!open.TryPop(out var opened) || opened.Name != mark[1..]) throw Fault(file, content, i, $"nothing of that name is open: {mark}");
                marks.Add(new Mark(opened.Name, new TextSpan(opened.Start, text.Length), opened.Attributes));
            }
            else
            {
                var name = mark.Split(' ', 2);
                open.Push((name[0], text.Length, name.Length > 1 ? Attributes(file, content, i, name[1]) : Nothing, i));
            }
            i = end + 1;
        }
        if (open.TryPeek(out var left)) throw Fault(file, content, left.At, $"<{left.Name}> is not closed");
        return (text.ToString(), [.. marks.OrderBy(m => m.Span)]);
    }

    private static ImmutableSortedDictionary<string, string> Attributes(string file, string content, int at, string written)
    {
        var attributes = Nothing.ToBuilder();
        for (var i = 0; i < written.Length;)
        {
            var sign = written.IndexOf("=\"", i, StringComparison.Ordinal);
            var end = sign < 0 ? -1 : written.IndexOf('"', sign + 2);
            if (end < 0) throw Fault(file, content, at, $"an attribute is name=\"value\": {written[i..]}");
            var value = Escapes.Aggregate(written[(sign + 2)..end], (v, e) => v.Replace(e.Written, e.Meant.ToString(), StringComparison.Ordinal));
            if (!attributes.TryAdd(written[i..sign].Trim(), value)) throw Fault(file, content, at, $"{written[i..sign].Trim()} stands twice");
            i = end + 1;
        }
        return attributes.ToImmutable();
    }

    private static FormatException Fault(string file, string content, int at, string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{content.AsSpan(0, at).Count('\n') + 1}: {reason}"));
}
