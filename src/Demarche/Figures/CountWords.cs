using System.Collections.Frozen;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>What a word does with a number beside it.</summary>
internal enum CountRole
{
    /// <summary>The counted noun says the kind itself.</summary>
    Thing,

    /// <summary>A verb whose object is counted.</summary>
    Act,

    /// <summary>A verb whose subject is counted.</summary>
    Fate,

    /// <summary>A word said of the counted.</summary>
    State,

    /// <summary>A noun with "of" before the counted.</summary>
    Event,

    /// <summary>A noun that has the number as its value.</summary>
    Toll,

    /// <summary>A verb with lives for its object.</summary>
    Life,

    /// <summary>A noun for human beings.</summary>
    People,
}

/// <summary>The words of data/figures/words.tsv.</summary>
internal sealed class CountWords
{
    private const string File = "figures/words.tsv";

    private readonly FrozenDictionary<(string Word, CountRole Role), FigureKind> _kinds;

    private CountWords(FrozenDictionary<(string, CountRole), FigureKind> kinds) => _kinds = kinds;

    /// <exception cref="DataException">A line is not "lemma, role, kind".</exception>
    public static CountWords Load(DataFiles data)
    {
        var kinds = new Dictionary<(string, CountRole), FigureKind>();
        foreach (var (line, text) in data.Lines(File))
        {
            var cells = text.Split('\t');
            if (cells.Length != 3 || Parse<CountRole>(cells[1]) is not { } role || (cells[2] == "-" ? FigureKind.Other : Parse<FigureKind>(cells[2])) is not { } kind)
                throw new DataException(File, line, "expected a lemma, a role and a kind, with tabs between them");
            kinds[(cells[0], role)] = kind;
        }
        return new CountWords(kinds.ToFrozenDictionary());
    }

    /// <summary>The kind that a word gives in a role, or null.</summary>
    public FigureKind? Of(string lemma, CountRole role) =>
        _kinds.TryGetValue((lemma.ToLowerInvariant(), role), out var kind) ? kind : null;

    private static T? Parse<T>(string word) where T : struct, Enum =>
        word.All(char.IsAsciiLetterLower) && Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : null;
}
