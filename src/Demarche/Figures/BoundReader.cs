using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Reads how a number bounds the truth, from the words before and behind it.</summary>
internal sealed class BoundReader(Analysis analysis, FigurePhrases phrases)
{
    /// <summary>The bound, and the index of the first token of the words that give it (the number's own if none do).</summary>
    public (FigureBound Bound, int First) Read(NumberPhrase number)
    {
        var sentence = analysis.Sentences[analysis.Tokens[number.First].Sentence];
        if (number.High is not null) return (FigureBound.AtLeast, number.First);
        if (number.Basis == FigureBasis.Negation) return (FigureBound.Exact, number.First);
        foreach (var end in Places(number, sentence.FirstToken))
            if (phrases.Before(analysis, PhraseRole.Bound, end, sentence.FirstToken) is { } before) return (Meaning(before), end - before.Length);
        if (phrases.At(analysis, PhraseRole.BoundAfter, number.End, sentence.EndToken) is { } after) return (Meaning(after), number.First);
        return (number.Value is null || number.Percent is not null ? FigureBound.About : FigureBound.Exact, number.First);
    }

    // Right before the number, or before words that may stand between: "more than a hundred", "at least another 12".
    private IEnumerable<int> Places(NumberPhrase number, int floor)
    {
        yield return number.First;
        var at = number.First;
        if (phrases.Before(analysis, PhraseRole.Addition, at, floor) is { } addition) yield return at -= addition.Length;
        if (at - 1 > floor && analysis.Tokens[at - 1].Form is "the" or "a" or "$" or "£" or "€") yield return at - 1;
    }

    private static FigureBound Meaning(FoundPhrase phrase) => CountWords.Parse<FigureBound>(phrase.Meaning)!.Value;
}
