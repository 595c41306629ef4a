namespace Demarche.Articles;

/// <summary>Finds widgets that stand in the middle of a sentence, where a general rule can be sure of them.</summary>
/// <remarks>A person's name in the text is followed by his card: the full name once more, glued to headlines about him, closed by
/// "MORE". The last word of the name before the card and of the name in it are the same, and the glue (a small letter right before a
/// capital or a digit) is found nowhere else in print.</remarks>
internal static class WidgetCut
{
    private const int LongestCard = 700;
    private const string Close = " MORE";

    /// <summary>Start and end of each card in a tidy paragraph, in order.</summary>
    public static IEnumerable<(int Start, int End)> Find(string paragraph)
    {
        var done = 0;
        for (var close = paragraph.IndexOf(Close, StringComparison.Ordinal); close >= 0;
             close = paragraph.IndexOf(Close, close + 1, StringComparison.Ordinal))
        {
            var end = close + Close.Length;
            if (end < paragraph.Length && char.IsLetterOrDigit(paragraph[end])) continue;
            if (StartOf(paragraph, Math.Max(done, close - LongestCard), close) is not { } start) continue;
            yield return (start, end);
            done = end;
        }
    }

    private static int? StartOf(string text, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (!char.IsLower(text[i - 1]) || !(char.IsUpper(text[i]) || char.IsDigit(text[i]))) continue;
            var word = text.LastIndexOf(' ', i - 1, i - from) + 1;
            if (word <= from || CardStart(text, from, word, text[word..i]) is not { } start) continue;
            return start;
        }
        return null;
    }

    /// <summary>Walks back over the capitalised words of the card's name to the same surname before it.</summary>
    private static int? CardStart(string text, int from, int surname, string name)
    {
        var start = surname;
        for (var words = 0; words < 7 && start > from; words++)
        {
            var before = text.LastIndexOf(' ', start - 2, start - 1 - from) + 1;
            if (before < from || start < 2) return null;
            var word = text[before..(start - 1)];
            if (word == name) return start;
            if (word.Length == 0 || !(char.IsUpper(word[0]) || word[0] == '(')) return null;
            start = before;
        }
        return null;
    }
}
