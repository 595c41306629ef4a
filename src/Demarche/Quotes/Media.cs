using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>The words that tell through what something was said, from data/quotes/media.tsv.</summary>
internal sealed class Media
{
    private const string File = "quotes/media.tsv";
    private const int Longest = 3;

    private static readonly string[] Known =
        ["agency", "broadcast", "document", "interview", "letter", "phone", "press conference", "rally", "social media", "speech", "statement"];

    private static readonly string[] Ways = ["at", "by", "during", "from", "in", "on", "over", "subject", "to", "told", "verb", "via"];

    private readonly FrozenDictionary<string, (string Medium, string[] Ways)> _words;

    private Media(FrozenDictionary<string, (string Medium, string[] Ways)> words) => _words = words;

    /// <summary>No words at all.</summary>
    public static Media None { get; } = new(FrozenDictionary<string, (string, string[])>.Empty);

    /// <exception cref="DataException">A line is not "words, tab, medium, tab, how they stand", or its words stand twice.</exception>
    public static Media Load(DataFiles data)
    {
        var words = new Dictionary<string, (string, string[])>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            var cells = text.Split('\t');
            if (cells is not [var name, var medium, var how] || name.Length == 0 || name.Split(' ').Length > Longest)
                throw new DataException(File, line, $"expected one to {Longest} words, a tab, a medium, a tab and how the words stand");
            if (!Known.Contains(medium)) throw new DataException(File, line, $"{medium} is no medium: {string.Join(", ", Known)}");
            var ways = how.Split(' ');
            if (Array.Find(ways, w => !Ways.Contains(w)) is { } way) throw new DataException(File, line, $"{way} is none of {string.Join(", ", Ways)}");
            if (!words.TryAdd(name, (medium, ways))) throw new DataException(File, line, $"{name} stands twice");
        }
        return new Media(words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The medium that the words ending at a token name, standing in a way; the longest that do.</summary>
    /// <param name="analysis">The text.</param>
    /// <param name="last">Index of their last token.</param>
    /// <param name="way">A preposition, "verb", "subject" or "told".</param>
    /// <returns>Null if they name none in that way.</returns>
    public string? Of(Analysis analysis, int last, string way)
    {
        for (var length = Longest; length > 0; length--)
        {
            if (last - length + 1 < 0) continue;
            var plain = string.Join(' ', Enumerable.Range(last - length + 1, length).Select(i => analysis.Tokens[i].Form));
            var lemmas = length == 1 ? Lemma(analysis.Tokens[last]) : plain[..^analysis.Tokens[last].Form.Length].ToLowerInvariant() + Lemma(analysis.Tokens[last]);
            var isName = length == 1 && analysis.Tokens[last].Upos == "PROPN";
            if (!_words.TryGetValue(plain, out var found) && (isName || !_words.TryGetValue(lemmas, out found))) continue;
            return Array.IndexOf(found.Ways, way) >= 0 ? found.Medium : null;
        }
        return null;
    }

    private static string Lemma(Token token) => token.Lemma.ToLowerInvariant();
}
