using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>What a phrase says of the number beside it.</summary>
internal enum PhraseRole
{
    /// <summary>Before the number, how it bounds the truth: "at least".</summary>
    Bound,

    /// <summary>Behind the number, the same: "or more".</summary>
    BoundAfter,

    /// <summary>Before the number, that it comes on top of others: "another".</summary>
    Addition,

    /// <summary>Behind the number or the counted noun, the same: "more".</summary>
    AdditionAfter,

    /// <summary>Before the number, that it is the sum: "a total of".</summary>
    Total,

    /// <summary>Behind the counted noun, the same: "in all".</summary>
    TotalAfter,

    /// <summary>Before the number, that it is a part of the one before: "including".</summary>
    Part,

    /// <summary>Behind the number, the same: "of whom".</summary>
    PartAfter,

    /// <summary>Words that stand for a number and name none: "dozens".</summary>
    Vague,

    /// <summary>Between two vague numbers that are one: "dozens, perhaps hundreds".</summary>
    Widening,

    /// <summary>Nobody and nothing: "no", "not a single".</summary>
    None,

    /// <summary>Words that are a number without its name: "a pair of".</summary>
    Pair,

    /// <summary>Words that make what they govern a possibility: "could".</summary>
    Doubt,

    /// <summary>Behind an amount, that it is a price or a rate: "a barrel", "per".</summary>
    Rate,

    /// <summary>Behind people that are counted, what their case is: "in hospital", "under the rubble".</summary>
    Condition,

    /// <summary>Behind things that are counted, that they are lost: "in ruins".</summary>
    Ruin,

    /// <summary>Before "of them", a share of the figure before, in hundredths: "half".</summary>
    Share,
}

/// <summary>A phrase found in the text.</summary>
/// <param name="Length">Its number of tokens.</param>
/// <param name="Meaning">The third cell of its line.</param>
internal readonly record struct FoundPhrase(int Length, string Meaning);

/// <summary>The phrases of data/figures/phrases.tsv, each matched against the forms of tokens, the longest first.</summary>
internal sealed class FigurePhrases
{
    private const string File = "figures/phrases.tsv";

    private readonly FrozenDictionary<(PhraseRole, string), ImmutableArray<(string[] Words, string Meaning)>> _byFirst;
    private readonly FrozenDictionary<(PhraseRole, string), ImmutableArray<(string[] Words, string Meaning)>> _byLast;

    private FigurePhrases(List<(PhraseRole Role, string[] Words, string Meaning)> lines)
    {
        _byFirst = Index(lines, w => w[0]);
        _byLast = Index(lines, w => w[^1]);
    }

    /// <exception cref="DataException">A line is not "phrase, role, meaning".</exception>
    public static FigurePhrases Load(DataFiles data)
    {
        var lines = new List<(PhraseRole, string[], string)>();
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split('\t') is not [{ Length: > 0 } words, var role, var meaning] || CountWords.Parse<PhraseRole>(role) is not { } parsed)
                throw new DataException(File, line, "expected a phrase, a role and a meaning, with tabs between them");
            if (parsed is PhraseRole.Bound or PhraseRole.BoundAfter && CountWords.Parse<FigureBound>(meaning) is null)
                throw new DataException(File, line, $"a bound is exact, at_least, about or at_most, not '{meaning}'");
            if (parsed is PhraseRole.Pair or PhraseRole.Share && !long.TryParse(meaning, out _)) throw new DataException(File, line, $"a number is written in digits, not '{meaning}'");
            if (parsed == PhraseRole.Condition && CountWords.Parse<FigureMeasure>(meaning) is null) throw new DataException(File, line, $"there is no measure '{meaning}'");
            lines.Add((parsed, words.Split(' '), meaning));
        }
        return new FigurePhrases(lines);
    }

    /// <summary>The longest phrase of a role that begins with a token and ends before another; null if none does.</summary>
    public FoundPhrase? At(Analysis analysis, PhraseRole role, int first, int limit)
    {
        if (first >= limit || !_byFirst.TryGetValue((role, Lower(analysis, first)), out var phrases)) return null;
        foreach (var (words, meaning) in phrases)
            if (first + words.Length <= limit && Stands(analysis, words, first)) return new FoundPhrase(words.Length, meaning);
        return null;
    }

    /// <summary>The longest phrase of a role that ends right before a token and begins at or behind another; null if none does.</summary>
    public FoundPhrase? Before(Analysis analysis, PhraseRole role, int end, int floor)
    {
        if (end <= floor || !_byLast.TryGetValue((role, Lower(analysis, end - 1)), out var phrases)) return null;
        foreach (var (words, meaning) in phrases)
            if (end - words.Length >= floor && Stands(analysis, words, end - words.Length)) return new FoundPhrase(words.Length, meaning);
        return null;
    }

    private static bool Stands(Analysis analysis, string[] words, int at)
    {
        for (var i = 0; i < words.Length; i++)
            if (!analysis.Tokens[at + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    // No phrase has a word longer than this.
    private static string Lower(Analysis analysis, int token) => analysis.Tokens[token].Form is { Length: <= 20 } form ? form.ToLowerInvariant() : "";

    private static FrozenDictionary<(PhraseRole, string), ImmutableArray<(string[], string)>> Index(
        List<(PhraseRole Role, string[] Words, string Meaning)> lines, Func<string[], string> key) =>
        lines.GroupBy(l => (l.Role, key(l.Words))).ToFrozenDictionary(g => g.Key,
            g => g.OrderByDescending(l => l.Words.Length).Select(l => (l.Words, l.Meaning)).ToImmutableArray());
}
