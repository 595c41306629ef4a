using Demarche.Text;

namespace Demarche.Times;

/// <summary>The words of a text with a safe index: outside it, and across a line end for those who ask, there is only emptiness.</summary>
internal sealed class TimeScan
{
    private static readonly TimeWord Nothing = new(default, "", TimeWordKind.Mark, false, "", true, true);
    private readonly List<TimeWord> _words;
    private readonly int[] _lines;

    public TimeScan(string text)
    {
        Text = text;
        _words = TimeWords.Of(text);
        _lines = Lines(_words);
    }

    /// <summary>What was scanned.</summary>
    public string Text { get; }

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>The word at an index; an empty mark outside the text.</summary>
    public TimeWord this[int index] => (uint)index < (uint)_words.Count ? _words[index] : Nothing;

    /// <summary>The characters from one word up to, not including, another.</summary>
    public TextSpan Span(int first, int end) => new(_words[first].Span.Start, _words[end - 1].Span.End);

    /// <summary>True if no line end lies between the words [first, end).</summary>
    public bool IsOneLine(int first, int end) => end <= first + 1 || _lines[first] == _lines[end - 1];

    // For each word the number of line ends before it.
    private static int[] Lines(List<TimeWord> words)
    {
        var lines = new int[words.Count];
        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i - 1] + (words[i].Breaks ? 1 : 0);
        return lines;
    }
}
