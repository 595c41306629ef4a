namespace Demarche.Articles;

/// <summary>Tells whether a text starts with its headline.</summary>
internal static class Headline
{
    /// <summary>The first line if it is clearly a headline: no stop, a headline's length, and a sentence or a standfirst below; else null.</summary>
    /// <param name="text">Clean text, paragraphs closed by "\n".</param>
    public static string? In(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end <= 0 || end + 1 >= text.Length) return null;
        var line = text[..end];
        var words = 1 + line.AsSpan().Count(' ');
        if (words is < 4 or > 22 || !char.IsLetterOrDigit(line[^1]) || TidyText.EndsSentence(line) || char.IsLower(line[0])) return null;
        var next = text.IndexOf('\n', end + 1);
        var below = text[(end + 1)..(next < 0 ? text.Length : next)];
        return below.Length > line.Length && TidyText.EndsSentence(below) ? line : null;
    }
}
