using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Finds the noun that a number counts.</summary>
internal sealed class CountedNoun(Analysis analysis, FigurePhrases phrases)
{
    // Up from the number to the noun it modifies.
    public int Governing(NumberPhrase number)
    {
        var token = analysis.Tokens[number.End - 1];
        for (var step = 0; step < 6 && token.Head >= 0; step++)
        {
            var inside = token.Head >= number.First && token.Head < number.End;
            if (!inside && token.BaseRelation is not ("nummod" or "compound" or "flat" or "advmod" or "det" or "amod")) break;
            if (!inside && !IsNominal(analysis.Tokens[token.Head]) && !(token.Head == number.End && IsMore(analysis.Tokens[token.Head]))) break;
            // "Sorn flew out 61, Mali 143": a name before the number is not counted
            if (!inside && token.BaseRelation == "flat" && token.Head < number.First) break;
            if (!inside && token.BaseRelation is "compound" or "amod" && token.Index != number.End - 1) break;
            token = analysis.Tokens[token.Head];
            if (!inside) break;
        }
        var alone = token.Index >= number.First && token.Index < number.End && token.BaseRelation is "dep" or "root" or "nummod" or "advmod" || number.High is not null && token.Index >= number.First && token.Index < number.End;
        return alone ? Following(number) ?? token.Index : token.Index;
    }

    // The noun phrase right behind the number, where the tree does not join the two: "59 long range missiles".
    private int? Following(NumberPhrase number)
    {
        int? noun = null;
        var start = number.End + (phrases.At(analysis, PhraseRole.BoundAfter, number.End, EndOf(number.First))?.Length ?? 0)
            + (phrases.At(analysis, PhraseRole.AdditionAfter, number.End, EndOf(number.First))?.Length ?? 0);
        for (var i = start; i < EndOf(number.First) && i < start + 7; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos is "NOUN" or "PROPN") noun = i;
            else if (token.Upos != "ADJ" || noun is not null) break;
        }
        return noun;
    }

    // "dozens of mourners", "one of the crew": the noun behind "of".
    public int Counted(int noun, NumberPhrase number)
    {
        if (noun < number.First || noun >= number.End) return noun;
        foreach (var child in analysis.Children(noun, "nmod", "obl"))
            if (child.Index > noun && analysis.Child(child.Index, "case")?.Form == "of") return child.Index;
        if (number.End + 1 < EndOf(noun) && analysis.Tokens[number.End].Form == "of")
            for (var i = number.End + 1; i < EndOf(noun) && i < number.End + 7; i++)
                if (IsNominal(analysis.Tokens[i]) && !(i + 1 < EndOf(noun) && IsNominal(analysis.Tokens[i + 1]))) return i;
        return noun;
    }

    /// <summary>True if a number stands without a noun, or with "more" or "others" for it.</summary>
    public bool IsAlone(NumberPhrase number, int counted) =>
        counted >= number.First && counted < number.End || counted == number.End && IsMore(analysis.Tokens[counted]);

    private static bool IsMore(Token token) => token.Form is "more" or "others" or "other";

    private static bool IsNominal(Token token) => token.Upos is "NOUN" or "PROPN" or "NUM" or "SYM";

    private int EndOf(int token) => analysis.Sentences[analysis.Tokens[token].Sentence].EndToken;
}
