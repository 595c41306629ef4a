using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Articles;

/// <summary>The phrases by which pages talk about themselves, from data/articles/furniture.txt.</summary>
/// <remarks>A pattern is compared with a whole line in lower case, plain quotation marks, without bullets before it and stops behind it:
/// "*" stands for any characters, "#" for a number, "{a|b}" for one of several. Matching is linear in practice and never backtracks
/// over more than one "*".</remarks>
internal sealed class FurniturePatterns
{
    /// <summary>The reasons that a rule may give, as the record prints them.</summary>
    public static readonly string[] Reasons =
        ["advert", "boilerplate", "byline", "caption", "credit", "dateline", "navigation", "related", "repeated-title", "share", "subscribe"];

    private readonly Dictionary<char, List<Pattern>> _byFirst = [];
    private readonly List<Pattern> _open = [];

    private sealed record Pattern(string Glob, string Reason, int MostWords)
    {
        /// <summary>The longest stretch without a wildcard: a line that lacks it needs no closer look.</summary>
        public string Literal { get; } = Glob.Split('*', '#').MaxBy(p => p.Length)!;
    }

    /// <summary>A rule with the line that it must match, for the tests.</summary>
    internal sealed record Example(int Line, string Reason, string Text);

    /// <summary>One for each line of the file.</summary>
    internal List<Example> Examples { get; } = [];

    /// <summary>Reads and checks the file.</summary>
    public static FurniturePatterns Load(DataFiles data, string name = "articles/furniture.txt")
    {
        var patterns = new FurniturePatterns();
        foreach (var (number, line) in data.Lines(name))
        {
            var cells = line.Split(" | ");
            if (cells.Length != 4) throw new DataException(name, number, "needs four cells: reason | most words | pattern | example");
            if (!Reasons.Contains(cells[0], StringComparer.Ordinal)) throw new DataException(name, number, $"unknown reason \"{cells[0]}\"");
            if (!int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var words) || words == 0)
                throw new DataException(name, number, $"\"{cells[1]}\" is no number of words");
            foreach (var glob in Alternatives(cells[2], name, number)) patterns.Add(new(glob, cells[0], words));
            patterns.Examples.Add(new(number, cells[0], cells[3]));
        }
        return patterns;
    }

    /// <summary>The reason of the first rule that matches the whole line, or null.</summary>
    public string? Match(string line)
    {
        var folded = Fold(line);
        if (folded.Length == 0) return null;
        var words = 1 + folded.AsSpan().Count(' ');
        return First(_byFirst.GetValueOrDefault(char.IsAsciiDigit(folded[0]) ? '#' : folded[0])) ?? First(_open);

        string? First(List<Pattern>? among)
        {
            foreach (var p in among ?? [])
            {
                if (words <= p.MostWords && folded.Contains(p.Literal, StringComparison.Ordinal) && Matches(p.Glob, folded)) return p.Reason;
            }
            return null;
        }
    }

    private void Add(Pattern pattern)
    {
        if (pattern.Glob[0] == '*') _open.Add(pattern);
        else if (_byFirst.TryGetValue(pattern.Glob[0], out var list)) list.Add(pattern);
        else _byFirst.Add(pattern.Glob[0], [pattern]);
    }

    /// <summary>Lower case, plain marks, no bullets before, no stops behind.</summary>
    internal static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            folded.Append(c switch
            {
                '’' or '‘' or '`' => '\'',
                '“' or '”' => '"',
                '–' or '—' or '−' => '-',
                _ => char.ToLowerInvariant(c),
            });
        }
        return folded.ToString().Trim(' ', '-', '*', '•', '·', '|', '>', '»', '›', '▶', '►', '▸', '→', '■', '●', '.', '!', '…', ':', '_', '<', '«', '[', ']', '(', ')');
    }

    /// <summary>Glob matching that goes back to the last "*" only.</summary>
    private static bool Matches(string glob, string text)
    {
        int g = 0, t = 0, star = -1, from = 0;
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*') (star, from, g) = (g, t, g + 1);
            else if (g < glob.Length && glob[g] == '#' && char.IsAsciiDigit(text[t]))
            {
                while (t < text.Length && (char.IsAsciiDigit(text[t]) || (text[t] is ',' or '.' or ':' && t + 1 < text.Length && char.IsAsciiDigit(text[t + 1])))) t++;
                g++;
            }
            else if (g < glob.Length && glob[g] == text[t]) (g, t) = (g + 1, t + 1);
            else if (star >= 0) (g, t) = (star + 1, ++from);
            else return false;
        }
        while (g < glob.Length && glob[g] == '*') g++;
        return g == glob.Length;
    }

    private static List<string> Alternatives(string pattern, string file, int line)
    {
        var done = new List<string>();
        var open = new Stack<string>();
        open.Push(pattern);
        while (open.TryPop(out var next))
        {
            var close = next.IndexOf('}', StringComparison.Ordinal);
            if (close < 0)
            {
                if (next.Length == 0 || next.Contains('{', StringComparison.Ordinal)) throw new DataException(file, line, $"\"{pattern}\" is not well formed");
                done.Add(next);
                continue;
            }
            var start = next.LastIndexOf('{', close);
            if (start < 0) throw new DataException(file, line, $"\"{pattern}\" closes a bracket that it does not open");
            foreach (var choice in next[(start + 1)..close].Split('|')) open.Push(next[..start] + choice + next[(close + 1)..]);
        }
        return done;
    }
}
