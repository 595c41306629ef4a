using System.Globalization;

namespace Demarche.Server.Feeds;

/// <summary>Measures a page before it is parsed: how deep its elements nest and how many there are. Linear, without recursion.</summary>
internal static class MarkupScan
{
    /// <summary>Elements that another of their kind or the end of the parent closes: they do not nest by themselves.</summary>
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link", "meta",
        "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    };

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    };

    /// <summary>HTML elements that end a drawing or formula in which they turn up, as the HTML standard lists them.</summary>
    private static readonly HashSet<string> EndsDrawing = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "font", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span",
        "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
    };

    /// <exception cref="RefusedException">The page is deeper or larger than the limits.</exception>
    public static void Check(string html, ReadOptions options)
    {
        var open = new OpenElements();
        var tags = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = i < html.Length ? html.IndexOf('<', i) : -1)
        {
            if (string.CompareOrdinal(html, i, "<!--", 0, 4) == 0)
            {
                i = EndOfComment(html, i + 2);
                continue;
            }
            var closes = html[i + 1] == '/';
            var start = closes ? i + 2 : i + 1;
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            {
                i++;
                continue;
            }
            var end = start;
            while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('/' or '>')) end++;
            var name = html[start..Math.Min(end, start + 40)];
            if (++tags > options.MaxMarkupNodes)
                throw new RefusedException(Errors.MarkupTooLarge, Words("the page has more than {0} tags", options.MaxMarkupNodes));
            i = EndOfTag(html, end);
            if (closes) open.Leave(name);
            else if (RawText.Contains(name) && !open.InDrawing) i = EndOfRawText(html, name, i);
            else open.Enter(name, selfClosing: html[i - 2] == '/');
            if (open.Depth > options.MaxMarkupDepth)
                throw new RefusedException(Errors.MarkupTooDeep, Words("the page's elements are nested deeper than {0}", options.MaxMarkupDepth));
        }
    }

    /// <summary>The elements that are open, as a parser would have them, or more.</summary>
    private sealed class OpenElements
    {
        private readonly Stack<string> _names = new();
        private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

        public int Depth => _names.Count;

        public bool InDrawing => Count("svg") + Count("math") > 0;

        public void Enter(string name, bool selfClosing)
        {
            if (InDrawing && EndsDrawing.Contains(name))
            {
                Leave("svg");
                Leave("math");
            }
            if (NotNesting.Contains(name) || (selfClosing && InDrawing)) return;   // "<div/>" closes nothing outside drawings
            _names.Push(name);
            _counts[name] = Count(name) + 1;
        }

        /// <summary>Closes the innermost element of that name and all within it; a close without an open counts for nothing.</summary>
        public void Leave(string name)
        {
            if (Count(name) == 0) return;
            while (_names.TryPop(out var inner))
            {
                _counts[inner]--;
                if (string.Equals(inner, name, StringComparison.OrdinalIgnoreCase)) return;
            }
        }

        private int Count(string name) => _counts.GetValueOrDefault(name);
    }

    /// <summary>One past the ">" of a tag; an attribute's value may hold others.</summary>
    private static int EndOfTag(string html, int i)
    {
        while (i < html.Length && html[i] != '>')
        {
            if (html[i++] != '=') continue;
            while (i < html.Length && char.IsWhiteSpace(html[i])) i++;
            if (i < html.Length && html[i] is '"' or '\'') i = html.IndexOf(html[i], i + 1) is var close and >= 0 ? close + 1 : html.Length;
            else while (i < html.Length && !char.IsWhiteSpace(html[i]) && html[i] != '>') i++;
        }
        return Math.Min(i + 1, html.Length);
    }

    /// <param name="html">The page.</param>
    /// <param name="from">The two hyphens that open it: "&lt;!--&gt;" is a comment already.</param>
    private static int EndOfComment(string html, int from)
    {
        var at = html.IndexOf("-->", from, StringComparison.Ordinal);
        var end = at < 0 ? html.Length : at + 3;
        var other = html.IndexOf("--!>", from, end - from, StringComparison.Ordinal);
        return other < 0 ? end : other + 4;
    }

    private static int EndOfRawText(string html, string name, int from)
    {
        var close = "</" + name;
        for (var at = from; at < html.Length; at += close.Length)
        {
            at = html.IndexOf(close, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0) break;
            var next = at + close.Length;
            if (next >= html.Length || char.IsWhiteSpace(html[next]) || html[next] is '/' or '>') return at;
        }
        return html.Length;
    }

    private static string Words(string format, int limit) => string.Format(CultureInfo.InvariantCulture, format, limit);
}
