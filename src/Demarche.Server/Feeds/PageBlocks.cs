using System.Text;
using AngleSharp.Dom;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>Cuts the body of a page into blocks: text between two breaks, with the element that holds it. Walks without recursion.</summary>
internal sealed class PageBlocks
{
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "audio", "button", "canvas", "datalist", "head", "iframe", "input", "math", "noframes", "noscript", "object", "option", "progress",
        "script", "select", "style", "svg", "template", "textarea", "video",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
        "label", "mark", "nobr", "picture", "q", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr",
    };

    private readonly StringBuilder _text = new();
    private int _linkLetters;
    private int _links;
    private string _tag = "";
    private int _container = -1;

    public List<RawBlock> Blocks { get; } = [];

    public List<RawContainer> Containers { get; } = [];

    /// <summary>Reads all below an element.</summary>
    public void Read(IElement root)
    {
        var open = new Stack<(IElement Element, string Tag, int Container)>();
        INode? node = root;
        while (node is not null)
        {
            var goIn = false;
            if (node is IText text) Add(text.Data);
            else if (node is IElement element) goIn = Enter(element, open);
            if (goIn && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            if (goIn) Leave(open);
            while (node is not null && node.NextSibling is null && node != root)
            {
                node = node.Parent;
                if (node is IElement && open.Count > 0 && open.Peek().Element == node) Leave(open);
            }
            node = node is null || node == root ? null : node.NextSibling;
        }
        Close();
    }

    private bool Enter(IElement element, Stack<(IElement Element, string Tag, int Container)> open)
    {
        var tag = element.LocalName;
        if (tag == "br")
        {
            Break();
            return false;
        }
        if (Left.Contains(tag) || IsHidden(element)) return false;
        open.Push((element, _tag, _container));
        if (tag == "a") _links++;
        if (Inline.Contains(tag)) return true;
        Close();
        _tag = tag;
        // A paragraph's class may name what it is as a container's does.
        Containers.Add(new(_container, tag, Hints(element)));
        _container = Containers.Count - 1;
        return true;
    }

    private void Leave(Stack<(IElement Element, string Tag, int Container)> open)
    {
        var (element, tag, container) = open.Pop();
        if (element.LocalName == "a") _links--;
        if (Inline.Contains(element.LocalName)) return;
        Close();
        (_tag, _container) = (tag, container);
    }

    private static string Hints(IElement element) =>
        string.Join(' ', new[] { element.ClassName, element.Id, element.GetAttribute("role"), element.GetAttribute("data-component") }
            .Where(h => !string.IsNullOrEmpty(h)));

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private void Add(string text)
    {
        _text.Append(text);
        if (_links == 0) return;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) _linkLetters++;
        }
    }

    /// <summary>One break is a space; two end the block, as pages without paragraphs do.</summary>
    private void Break()
    {
        var i = _text.Length - 1;
        while (i >= 0 && _text[i] is ' ' or '\t' or '\r' or '\n') i--;
        if (i >= 0 && _text[i] == BreakMark) Close();
        else _text.Append(BreakMark);
    }

    private const char BreakMark = '\u2028';

    private void Close()
    {
        var text = TidyText.Line(_text.ToString());
        if (text.Length > 0)
        {
            var letters = text.Length - text.AsSpan().Count(' ');
            Blocks.Add(new(text, _tag, _container, Math.Min(1.0, _linkLetters / (double)Math.Max(1, letters))));
        }
        _text.Clear();
        _linkLetters = 0;
    }
}
