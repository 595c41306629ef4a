using Demarche.Text;

namespace Demarche.Times;

/// <summary>The words of a text with a safe index: outside it, and across a line end for those who ask, there is only emptiness.</summary>
internal sealed class TimeScan
{
    // No expression is longer than this many words before the one that names a time.
    private const int MostBefore = 12;

    private static readonly TimeWord Nothing = new(default, "", TimeWordKind.Mark, false, "", true, true);
    private readonly TimeWord[] _words;
    private readonly int[] _lines;
    private readonly int[] _nextTime;

    public TimeScan(string text)
    {
        Text = text;
        _words = [.. TimeWords.Of(text)];
        _lines = Lines(_words);
        _nextTime = NextTimes(_words);
    }

    /// <summary>What was scanned.</summary>
    public string Text { get; }

    /// <summary>Number of words.</summary>
    public int Count => _words.Length;

    /// <summary>The word at an index; an empty mark outside the text.</summary>
    public ref readonly TimeWord this[int index] => ref (uint)index < (uint)_words.Length ? ref _words[index] : ref Nothing;

    /// <summary>True if an expression may begin at a word: one that names a time, or may name one, stands there or shortly behind.</summary>
    public bool MayBegin(int index) => _nextTime[index] - index <= MostBefore;

    /// <summary>The characters from one word up to, not including, another.</summary>
    public TextSpan Span(int first, int end) => new(_words[first].Span.Start, _words[end - 1].Span.End);

    /// <summary>The number of line ends before a word.</summary>
    public int Line(int word) => _lines[word];

    /// <summary>True if no line end lies between the words [first, end).</summary>
    public bool IsOneLine(int first, int end) => end <= first + 1 || _lines[first] == _lines[end - 1];

    // For each word the number of line ends before it.
    private static int[] Lines(TimeWord[] words)
    {
        var lines = new int[words.Length];
        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i - 1] + (words[i].Breaks ? 1 : 0);
        return lines;
    }

    // For each word the index of the next one, itself included, that may name a time.
    private static int[] NextTimes(TimeWord[] words)
    {
        var next = new int[words.Length];
        var at = int.MaxValue;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (words[i].Kind == TimeWordKind.Digits || (words[i].Class & TimeClass.Names) != 0 || words[i] is { Kind: TimeWordKind.Letters, Capital: true }) at = i;
            next[i] = at;
        }
        return next;
    }
}
