using Demarche.Text;

namespace Demarche.Times;

/// <summary>The words of a text with a safe index: outside it, and across a line end for those who ask, there is only emptiness.</summary>
internal sealed class TimeScan(string text)
{
    private static readonly TimeWord Nothing = new(default, "", TimeWordKind.Mark, false, "", true, true);
    private readonly List<TimeWord> _words = TimeWords.Of(text);

    /// <summary>What was scanned.</summary>
    public string Text { get; } = text;

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>The word at an index; an empty mark outside the text.</summary>
    public TimeWord this[int index] => (uint)index < (uint)_words.Count ? _words[index] : Nothing;

    /// <summary>The characters from one word up to, not including, another.</summary>
    public TextSpan Span(int first, int end) => new(_words[first].Span.Start, _words[end - 1].Span.End);

    /// <summary>True if no line end lies between the words [first, end).</summary>
    public bool IsOneLine(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
            if (_words[i].Breaks) return false;
        return true;
    }
}
