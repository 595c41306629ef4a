using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>Reads numbers in digits and words: "1,200", "1.5 million", "two dozen", "six thousand", "hundreds of thousands".</summary>
internal static class NumberReader
{
    private const decimal Greatest = 10_000_000_000;

    private static readonly FrozenSet<string> Several = FrozenSet.ToFrozenSet(["several", "few", "many"], StringComparer.Ordinal);

    /// <summary>All numbers of a sentence, in order; they do not overlap.</summary>
    public static ImmutableArray<NumberPhrase> Read(Analysis analysis, Sentence sentence)
    {
        var found = ImmutableArray.CreateBuilder<NumberPhrase>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (At(analysis, i, sentence.EndToken) is not { } number) continue;
            found.Add(number);
            i = number.End - 1;
        }
        return found.ToImmutable();
    }

    private static NumberPhrase? At(Analysis analysis, int i, int end)
    {
        var word = Word(analysis, i, end);
        if (NumberWords.IsVague(word)) return new NumberPhrase(i, PastVague(analysis, i, end), null);
        if (Several.Contains(word) && NumberWords.Scale(Word(analysis, i + 1, end)) is not null) return new NumberPhrase(i, i + 2, null);
        return Exact(analysis, i, end);
    }

    // "hundreds of thousands", "tens of millions"
    private static int PastVague(Analysis analysis, int i, int end) =>
        Word(analysis, i + 1, end) == "of" && NumberWords.IsVague(Word(analysis, i + 2, end)) ? i + 3 : i + 1;

    private static NumberPhrase? Exact(Analysis analysis, int first, int end)
    {
        decimal total = 0, current = 0;
        var any = false;
        var i = first;
        for (; i < end; i++)
        {
            var word = Word(analysis, i, end);
            if (Digits(word) is { } digits)
            {
                if (any) break;
                current = digits;
            }
            else if (NumberWords.Cardinal(word) is { } small and > 0)
            {
                if (any && !(current % 100 is 0 or >= 20 && small < 10 && current % 10 == 0 || current % 100 == 0 && current > 0)) break;
                current += small;
            }
            else if (NumberWords.Scale(word) is { } scale)
            {
                if (!any) break;
                if (scale is 100 or 12) current *= scale;
                else (total, current) = (total + current * scale, 0);
            }
            else if (word is "a" or "half" && !any && ArticleValue(analysis, i, end) is { } start)
            {
                current = start.Value;
                i += start.Length - 1;
            }
            else if (!(any && Joins(analysis, word, i, end))) break;
            any = true;
            if (total + current > Greatest) return null;
        }
        if (!any || total + current != decimal.Truncate(total + current)) return null;
        return new NumberPhrase(first, i, (long)(total + current));
    }

    // "a hundred" is 1, "half a million" is 0.5, each before its scale.
    private static (decimal Value, int Length)? ArticleValue(Analysis analysis, int i, int end)
    {
        var word = Word(analysis, i, end);
        var next = Word(analysis, i + 1, end);
        if (word == "a" && NumberWords.Scale(next) is not null) return (1, 1);
        if (word == "half" && next == "a" && NumberWords.Scale(Word(analysis, i + 2, end)) is not null) return (0.5m, 2);
        return word == "a" && next == "half" && NumberWords.Scale(Word(analysis, i + 2, end)) is not null ? (0.5m, 2) : null;
    }

    // The hyphen of "twenty-one", the "and" of "two hundred and six".
    private static bool Joins(Analysis analysis, string word, int i, int end)
    {
        var next = Word(analysis, i + 1, end);
        var before = Word(analysis, i - 1, end);
        if (word == "-") return NumberWords.Cardinal(next) is > 0 and < 10 && NumberWords.Cardinal(before) >= 20;
        return word == "and" && before == "hundred" && NumberWords.Cardinal(next) > 0;
    }

    private static decimal? Digits(string word)
    {
        if (word.Length is 0 or > 15 || !char.IsAsciiDigit(word[0])) return null;
        var groups = word.Split(',');
        for (var g = 1; g < groups.Length; g++)
            if (groups[g].Length < 3 || !groups[g].AsSpan(0, 3).ContainsAnyInRange('0', '9')) return null;
        return decimal.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : null;
    }

    private static string Word(Analysis analysis, int i, int end) =>
        i >= 0 && i < end ? analysis.Tokens[i].Form is { Length: <= 15 } form ? form.ToLowerInvariant() : "" : "";
}
