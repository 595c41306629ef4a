using Demarche.Text;

namespace Demarche.Articles;

/// <summary>The words by which the containers of pages say that they are no part of the report, from data/articles/page-hints.txt.</summary>
internal sealed class PageHints
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _pairs = [];

    /// <summary>Reads the file.</summary>
    public static PageHints Load(DataFiles data, string file = "articles/page-hints.txt")
    {
        var hints = new PageHints();
        foreach (var (number, line) in data.Lines(file))
        {
            var cells = line.Split(" | ");
            if (cells.Length != 2) throw new DataException(file, number, "needs two cells: tag, word or pair | values");
            var values = cells[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            switch (cells[0])
            {
                case "tag": hints._tags.UnionWith(values); break;
                case "word": hints._words.UnionWith(values); break;
                case "pair": hints._pairs.AddRange(values.Select(v => " " + v + " ")); break;
                default: throw new DataException(file, number, $"unknown kind \"{cells[0]}\"");
            }
        }
        return hints;
    }

    /// <summary>True for elements that never hold a report, whatever their weight.</summary>
    public bool IsAlwaysApart(RawContainer container) => container.Tag is "figcaption" or "figure" or "nav" or "footer";

    /// <summary>True if the element's name or its class, id or role says that something else stands there.</summary>
    public bool IsApart(RawContainer container)
    {
        if (container.Tag is "html" or "body" or "main" or "article") return false;
        if (_tags.Contains(container.Tag)) return true;
        if (container.Hints.Length == 0) return false;
        var words = Words(container.Hints);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (_words.Contains(word)) return true;
        }
        foreach (var pair in _pairs)
        {
            if (words.Contains(pair, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>"relatedLinks story_body2" becomes " related links story body ".</summary>
    private static string Words(string hints)
    {
        var words = new System.Text.StringBuilder(hints.Length + 8).Append(' ');
        for (var i = 0; i < hints.Length; i++)
        {
            var c = hints[i];
            if (!char.IsAsciiLetter(c))
            {
                if (words[^1] != ' ') words.Append(' ');
                continue;
            }
            if (char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(hints[i - 1])) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.Append(' ').ToString();
    }
}
