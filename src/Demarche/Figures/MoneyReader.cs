using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>An amount of money: where its words begin and end, and its currency.</summary>
/// <param name="First">Index of the first token, a sign before the number included.</param>
/// <param name="End">One past the last token, the currency's name included.</param>
/// <param name="Currency">ISO 4217, or null where the name is that of several.</param>
internal readonly record struct Amount(int First, int End, string? Currency);

/// <summary>Reads amounts of money: "$300 million", "€1.2bn", "3 billion roubles", "50m Australian dollars".</summary>
internal sealed class MoneyReader
{
    private const string File = "figures/currencies.tsv";
    private const int Window = 6;

    private readonly FrozenDictionary<string, string> _codes;
    private readonly CountWords _words;
    private readonly FigurePhrases _phrases;

    private MoneyReader(FrozenDictionary<string, string> codes, CountWords words, FigurePhrases phrases) => (_codes, _words, _phrases) = (codes, words, phrases);

    /// <exception cref="DataException">A line of the currencies is not "word, code".</exception>
    public static MoneyReader Load(DataFiles data, CountWords words, FigurePhrases phrases)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split('\t') is not [{ Length: > 0 } word, { Length: 1 or 3 } code]) throw new DataException(File, line, "expected a word and a code of ISO 4217 (or -), with a tab between them");
            if (!codes.TryAdd(word, code)) throw new DataException(File, line, $"'{word}' stands twice");
        }
        return new MoneyReader(codes.ToFrozenDictionary(StringComparer.Ordinal), words, phrases);
    }

    /// <summary>The amount that a number is, or null if it counts no money.</summary>
    public Amount? Read(Analysis analysis, NumberPhrase number)
    {
        var sentence = analysis.Sentences[analysis.Tokens[number.First].Sentence];
        if (analysis.Tokens[number.First].Form is [var glued, _, ..] && !char.IsAscii(glued) && Code(glued.ToString()) is { } mark) return new Amount(number.First, number.End, Known(mark));
        // "NT$884", cut behind its letters
        if (number.First > sentence.FirstToken + 1 && analysis.Tokens[number.First - 1].Form == "$" && Code($"{analysis.Tokens[number.First - 2].Form}$") is { } local)
            return new Amount(number.First - 2, number.End, Known(local));
        if (number.First > sentence.FirstToken && Code(analysis.Tokens[number.First - 1].Form) is { } sign) return new Amount(number.First - 1, number.End, Known(sign));
        var at = number.End;
        if (at < sentence.EndToken && analysis.Tokens[at].Form == "of") at++;
        for (var i = at; i < sentence.EndToken && i < at + 2; i++)
        {
            if (analysis.Tokens[i].Upos is "VERB" or "AUX") break;
            var pair = i + 1 < sentence.EndToken ? Code($"{analysis.Tokens[i].Form} {analysis.Tokens[i + 1].Lemma}") : null;
            if (pair is not null) return new Amount(number.First, i + 2, Known(pair));
            if ((Code(analysis.Tokens[i].Lemma) ?? Code(analysis.Tokens[i].Form)) is { } name) return new Amount(number.First, i + 1, Known(name));
        }
        return null;
    }

    /// <summary>True if an amount is paid, owed, promised or lost by states and bodies: a word of payment stands near, and none of a price.</summary>
    /// <param name="analysis">The article.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="another">True if the sentence tells a payment before it: "France pledged €20m, Spain €5m".</param>
    public bool IsPayment(Analysis analysis, Amount amount, bool another)
    {
        var sentence = analysis.Sentences[analysis.Tokens[amount.First].Sentence];
        if (_phrases.At(analysis, PhraseRole.Rate, amount.End, sentence.EndToken) is not null) return false;
        int start = Math.Max(sentence.FirstToken, amount.First - Window), end = Math.Min(sentence.EndToken, amount.End + Window);
        var paid = another;
        for (var i = start; i < end; i++)
        {
            if (_words.Is(analysis.Tokens[i].Lemma, CountRole.Price) && i >= amount.First - 3) return false;
            paid |= _words.Is(analysis.Tokens[i].Lemma, CountRole.Payment);
        }
        return paid;
    }

    private string? Code(string word) => word.Length <= 24 ? _codes.GetValueOrDefault(word.ToLowerInvariant()) : null;

    private static string? Known(string code) => code == "-" ? null : code;
}
