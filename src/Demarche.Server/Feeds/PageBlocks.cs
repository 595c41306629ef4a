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
        var open = new Stack<Frame>();
        Enter(root, open);
        while (open.TryPeek(out var frame))
        {
            // By index: the parser's NextSibling looks through all siblings each time.
            if (frame.Next == frame.Element.ChildNodes.Length)
            {
                Leave(open.Pop());
                continue;
            }
            var node = frame.Element.ChildNodes[frame.Next++];
            if (node is IText text) Add(text.Data);
            else if (node is IElement element) Enter(element, open);
        }
        Close();
    }

    /// <summary>An open element, its next child, and the tag and container to go back to behind it.</summary>
    private sealed class Frame(IElement element, string tag, int container)
    {
        public IElement Element { get; } = element;
        public string Tag { get; } = tag;
        public int Container { get; } = container;
        public int Next { get; set; }
    }

    private void Enter(IElement element, Stack<Frame> open)
    {
        var tag = element.LocalName;
        if (tag == "br") Break();
        if (tag == "br" || Left.Contains(tag) || IsHidden(element)) return;
        open.Push(new(element, _tag, _container));
        if (tag == "a") _links++;
        if (Inline.Contains(tag)) return;
        Close();
        _tag = tag;
        // A paragraph's class may name what it is as a container's does.
        Containers.Add(new(_container, tag, Hints(element)));
        _container = Containers.Count - 1;
    }

    private void Leave(Frame frame)
    {
        if (frame.Element.LocalName == "a") _links--;
        if (Inline.Contains(frame.Element.LocalName)) return;
        Close();
        (_tag, _container) = (frame.Tag, frame.Container);
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
