using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>Reads numbers in digits and words: "1,200", "1.5 million", "two dozen", "20 to 30", "hundreds of thousands", "no".</summary>
internal sealed class NumberReader(Analysis analysis, FigurePhrases phrases)
{
    private const decimal Greatest = 1_000_000_000_000_000;

    // Written behind digits, mostly of money: "$1.2bn".
    private static readonly FrozenDictionary<string, long> Abbreviations = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["mln"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["bln"] = 1_000_000_000,
        ["tn"] = 1_000_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All numbers of a sentence, in order; they do not overlap.</summary>
    public ImmutableArray<NumberPhrase> Read(Sentence sentence)
    {
        var found = ImmutableArray.CreateBuilder<NumberPhrase>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (At(i, sentence) is not { } number) continue;
            found.Add(number);
            i = number.End - 1;
        }
        return found.ToImmutable();
    }

    private NumberPhrase? At(int i, Sentence sentence)
    {
        var end = sentence.EndToken;
        if (phrases.At(analysis, PhraseRole.None, i, end) is { } none)
            return new NumberPhrase(i, i + none.Length, 0) { Basis = FigureBasis.Negation };
        if (phrases.At(analysis, PhraseRole.Share, i, end) is { } share && Word(i + share.Length, end) == "of" && Word(i + share.Length + 1, end) is "them" or "whom" or "these" or "those" or "which")
            return new NumberPhrase(i, i + share.Length, null) { Percent = int.Parse(share.Meaning, CultureInfo.InvariantCulture) };
        if (IsDenied(i, sentence)) return new NumberPhrase(i, i + 1, 0) { Basis = FigureBasis.Negation };
        if (Word(i, end) == "a" && Word(i + 1, end) is "second" or "third" or "fourth" or "fifth" or "sixth" && !(i + 2 < end && analysis.Tokens[i + 2].Upos is "NOUN" or "ADJ" or "PROPN" or "NUM" || Word(i + 2, end) is "of" or "-"))
            return new NumberPhrase(i, i + 2, 1);
        if (phrases.At(analysis, PhraseRole.Pair, i, end) is { } pair && !IsScale(Word(i + pair.Length, end)))
            return new NumberPhrase(i, i + pair.Length - (Word(i + pair.Length - 1, end) == "of" ? 1 : 0), long.Parse(pair.Meaning, CultureInfo.InvariantCulture));
        if (VagueEnd(i, end) is { } vague) return new NumberPhrase(i, vague, null) { Basis = FigureBasis.Vague };
        return Exact(i, end) is { } exact ? Range(exact, sentence) : null;
    }

    // "denied that any of its men had died"
    private bool IsDenied(int i, Sentence sentence)
    {
        if (Word(i, sentence.EndToken) is not ("any" or "single")) return false;
        for (var j = i - 1; j >= sentence.FirstToken && j > i - 5; j--)
            if (analysis.Tokens[j].Lemma is "deny" or "dispute") return true;
        return false;
    }

    // "hundreds of thousands", "several hundred", "dozens, perhaps hundreds"
    private int? VagueEnd(int i, int end)
    {
        if (phrases.At(analysis, PhraseRole.Vague, i, end) is not { } vague) return null;
        var at = i + vague.Length;
        if (IsScale(Word(at, end))) at++;
        if (Word(at, end) == "of" && phrases.At(analysis, PhraseRole.Vague, at + 1, end) is { Meaning: "scale" } scale) at += 1 + scale.Length;
        var next = Word(at, end) == "," ? at + 1 : at;
        if (phrases.At(analysis, PhraseRole.Widening, next, end) is { } widening
            && phrases.At(analysis, PhraseRole.Vague, next + widening.Length, end) is { Meaning: "scale" } second) at = next + widening.Length + second.Length;
        if (Word(at, end) == "of" && phrases.At(analysis, PhraseRole.Vague, at + 1, end) is { Meaning: "scale" } last) at += 1 + last.Length;
        return at;
    }

    // "20 to 30", "20-30", "between 20 and 30", "2 to 3 million"; not "rose from 20 to 30" nor "voted 12 to 14".
    private NumberPhrase Range(NumberPhrase low, Sentence sentence)
    {
        var joint = Word(low.End, sentence.EndToken);
        var before = low.First > sentence.FirstToken ? Word(low.First - 1, sentence.EndToken) : "";
        if (!(joint is "to" or "-" or "–" && before is not "from" || joint == "and" && before == "between" || joint is "to" && before == "from" && IsBeforeNoun(low.End + 1, sentence)))
            return low;
        var start = low.End + 1;
        // "$1.5-$2 billion"
        if (start < sentence.EndToken && analysis.Tokens[start].Xpos == "$") start++;
        if (Exact(start, sentence.EndToken) is not { Value: { } high } second) return low;
        var from = low.Value!.Value;
        if (second.End - second.First > 1 && low.End - low.First == 1 && Scale(Word(second.End - 1, sentence.EndToken)) is { } scale && from < high / scale) from *= scale;
        if (from >= high || joint != "and" && high > 20 * Math.Max(from, 1)) return low;
        return new NumberPhrase(before is "between" or "from" ? low.First - 1 : low.First, second.End, from) { High = high };
    }

    private bool IsBeforeNoun(int i, Sentence sentence) =>
        Exact(i, sentence.EndToken) is { } number && number.End < sentence.EndToken && analysis.Tokens[number.End].Upos is "NOUN" or "ADJ";

    private NumberPhrase? Exact(int first, int end)
    {
        decimal total = 0, current = 0;
        var any = false;
        var i = first;
        for (; i < end; i++)
        {
            var word = Word(i, end);
            if (Digits(word) is { } digits)
            {
                if (any) break;
                current = digits;
                while (IsGroup(i, end)) current = current * 1000 + Digits(Word(++i, end)[1..])!.Value;
            }
            else if (NumberWords.Cardinal(word) is { } small)
            {
                if (any && !(current % 100 is 0 or >= 20 && small < 10 && current % 10 == 0 || current % 100 == 0 && current > 0)) break;
                current += small;
            }
            else if (Scale(word) is { } scale)
            {
                if (!any) break;
                if (scale is 100 or 12) current *= scale;
                else (total, current) = (total + current * scale, 0);
            }
            else if (word is "a" or "half" or "quarter" && !any && ArticleValue(i, end) is { } start)
            {
                current = start.Value;
                i += start.Length - 1;
            }
            else if (!(any && Joins(word, i, end))) break;
            any = true;
            if (total + current > Greatest) return null;
        }
        if (!any || total + current != decimal.Truncate(total + current)) return null;
        return new NumberPhrase(first, i, (long)(total + current));
    }

    // "a hundred" is 1, "half a million" 0.5, "a quarter of a million" 0.25, each before its scale.
    private (decimal Value, int Length)? ArticleValue(int i, int end) =>
        (Word(i, end), Word(i + 1, end), Word(i + 2, end), Word(i + 3, end)) switch
        {
            ("a", var scale, _, _) when IsScale(scale) => (1, 1),
            ("half", "a", var scale, _) when IsScale(scale) => (0.5m, 2),
            ("a", "half", var scale, _) when IsScale(scale) => (0.5m, 2),
            ("quarter", "of", "a", var scale) when IsScale(scale) => (0.25m, 3),
            ("a", "quarter", "of", "a") when IsScale(Word(i + 4, end)) => (0.25m, 4),
            _ => null,
        };

    // A scale written out: "million", not "m".
    private static bool IsScale(string word) => NumberWords.Scale(word) is not null;

    private static long? Scale(string word) => NumberWords.Scale(word) is { } scale ? scale : Abbreviations.TryGetValue(word, out var brief) ? brief : null;

    // The hyphen of "twenty-one", the "and" of "two hundred and six".
    private bool Joins(string word, int i, int end)
    {
        var next = Word(i + 1, end);
        var before = Word(i - 1, end);
        if (word == "-") return NumberWords.Cardinal(next) is > 0 and < 10 && NumberWords.Cardinal(before) >= 20;
        return word == "and" && before == "hundred" && NumberWords.Cardinal(next) > 0;
    }

    // "86,500" that the segmenter cut at its comma, as "86" and ",500".
    private bool IsGroup(int i, int end) =>
        Word(i, end) is { Length: <= 4 } && Word(i + 1, end) is { Length: 4 } group && group[0] == ',' && group.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
        && analysis.Tokens[i].Span.End == analysis.Tokens[i + 1].Span.Start;

    private static decimal? Digits(string word)
    {
        // "¥250", which the segmenter leaves whole
        if (word.Length > 1 && char.GetUnicodeCategory(word[0]) == UnicodeCategory.CurrencySymbol) word = word[1..];
        if (word.Length is 0 or > 15 || !char.IsAsciiDigit(word[0])) return null;
        var groups = word.Split(',');
        for (var g = 1; g < groups.Length; g++)
            if (groups[g].Length < 3 || !groups[g].AsSpan(0, 3).ContainsAnyInRange('0', '9')) return null;
        return decimal.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : null;
    }

    private string Word(int i, int end) =>
        i >= 0 && i < end ? analysis.Tokens[i].Form is { Length: <= 15 } form ? form.ToLowerInvariant() : "" : "";
}
