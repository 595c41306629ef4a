using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Reads how a number bounds the truth, from the words before and behind it.</summary>
internal static class BoundReader
{
    // Longest first; matched against the words right before the number.
    private static readonly (string[] Words, FigureBound Bound)[] Before =
    [
        (["no", "fewer", "than"], FigureBound.AtLeast), (["no", "less", "than"], FigureBound.AtLeast),
        (["not", "less", "than"], FigureBound.AtLeast), (["no", "more", "than"], FigureBound.AtMost),
        (["as", "many", "as"], FigureBound.AtMost), (["as", "few", "as"], FigureBound.AtLeast),
        (["at", "least"], FigureBound.AtLeast), (["more", "than"], FigureBound.AtLeast), (["greater", "than"], FigureBound.AtLeast),
        (["upwards", "of"], FigureBound.AtLeast), (["upward", "of"], FigureBound.AtLeast), (["in", "excess", "of"], FigureBound.AtLeast),
        (["a", "minimum", "of"], FigureBound.AtLeast), (["at", "most"], FigureBound.AtMost), (["up", "to"], FigureBound.AtMost),
        (["fewer", "than"], FigureBound.AtMost), (["less", "than"], FigureBound.AtMost), (["a", "maximum", "of"], FigureBound.AtMost),
        (["close", "to"], FigureBound.About), (["an", "estimated"], FigureBound.About),
        (["over"], FigureBound.AtLeast), (["above"], FigureBound.AtLeast), (["under"], FigureBound.AtMost), (["below"], FigureBound.AtMost),
        (["about"], FigureBound.About), (["around"], FigureBound.About), (["some"], FigureBound.About), (["roughly"], FigureBound.About),
        (["approximately"], FigureBound.About), (["nearly"], FigureBound.About), (["almost"], FigureBound.About), (["circa"], FigureBound.About),
        (["perhaps"], FigureBound.About), (["estimated"], FigureBound.About), (["maybe"], FigureBound.About),
    ];

    /// <summary>The bound, and the index of the first token of the words that give it (the number's own if none do).</summary>
    public static (FigureBound Bound, int First) Read(Analysis analysis, NumberPhrase number)
    {
        var start = analysis.Sentences[analysis.Tokens[number.First].Sentence].FirstToken;
        var first = number.First;
        if (first - 1 >= start && analysis.Tokens[first - 1].Form is "the" or "a" && number.First - 1 > start) first--;
        foreach (var (words, bound) in Before)
            foreach (var end in first == number.First ? [first] : new[] { number.First, first })
                if (Stands(analysis, words, end - words.Length, start)) return (bound, end - words.Length);
        if (number.End + 1 < analysis.Tokens.Length && analysis.Tokens[number.End].Form == "or" && analysis.Tokens[number.End + 1].Form == "more")
            return (FigureBound.AtLeast, number.First);
        return (number.Value is null ? FigureBound.About : FigureBound.Exact, number.First);
    }

    private static bool Stands(Analysis analysis, string[] words, int at, int start)
    {
        if (at < start) return false;
        for (var i = 0; i < words.Length; i++)
            if (!analysis.Tokens[at + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}
