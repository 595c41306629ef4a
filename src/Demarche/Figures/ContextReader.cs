using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Reads from the words around a number whether it is a sum or comes on top of one, a part of another, and claimed or only possible.</summary>
internal sealed class ContextReader(Analysis analysis, FigurePhrases phrases)
{
    private static readonly string[] TollWords = ["toll", "total", "number", "count", "tally", "figure"];

    /// <summary>Addition, total, or null.</summary>
    /// <param name="number">The number.</param>
    /// <param name="first">First token of the words that bound it.</param>
    /// <param name="count">What it counts.</param>
    public FigureChange? Change(NumberPhrase number, int first, Count count)
    {
        var (start, end) = Edges(number);
        if (phrases.Before(analysis, PhraseRole.Addition, number.First, start) is not null || phrases.Before(analysis, PhraseRole.Addition, first, start) is not null
            || phrases.At(analysis, PhraseRole.AdditionAfter, number.End, end) is not null) return FigureChange.Addition;
        if (phrases.Before(analysis, PhraseRole.Total, first, start) is not null || phrases.Before(analysis, PhraseRole.Total, number.First, start) is not null
            || phrases.At(analysis, PhraseRole.TotalAfter, Math.Max(number.End, count.Counted + 1), end) is not null) return FigureChange.Total;
        return IsToll(first, start) ? FigureChange.Total : null;
    }

    // "raising the toll to 40", "the number of dead rose to 40", "the toll stood at 40": a word of sums, then "to" or "at" before the number.
    private bool IsToll(int first, int start)
    {
        if (first - 1 < start || analysis.Tokens[first - 1].Form is not ("to" or "at" or "past" or "reached" or "is" or "was" or "passed" or "of")) return false;
        for (var i = first - 2; i >= start && i > first - 14; i--)
            if (Array.IndexOf(TollWords, analysis.Tokens[i].Lemma) >= 0) return true;
        return false;
    }

    /// <summary>True if words say that the number counts a part of one before it.</summary>
    public bool IsPart(NumberPhrase number, int first, Count count)
    {
        var (start, end) = Edges(number);
        if (phrases.At(analysis, PhraseRole.PartAfter, number.End, end) is not null) return true;
        for (var i = first; i > start && i > first - 6; i--)
        {
            if (phrases.Before(analysis, PhraseRole.Part, i, start) is not null) return true;
            // "including a doctor and two nurses": past what is joined to the number
            if (analysis.Tokens[i - 1].Upos is "VERB" or "AUX" or "PRON") return false;
        }
        return phrases.At(analysis, PhraseRole.PartAfter, Math.Max(number.End, count.Counted + 1), end) is not null;
    }

    /// <summary>Whether what governs the number makes it a possibility.</summary>
    public FigureStatus Status(NumberPhrase number, Count count)
    {
        var (start, end) = Edges(number);
        var at = analysis.Tokens[count.Noun];
        for (var step = 0; step < 8; step++)
        {
            foreach (var child in analysis.Children(at.Index, "aux", "mark", "advmod"))
                if (child.Index <= Math.Max(at.Index, number.First) && phrases.At(analysis, PhraseRole.Doubt, child.Index, end) is not null) return FigureStatus.Possible;
            if (phrases.At(analysis, PhraseRole.Doubt, at.Index, end) is { Meaning: "governor" } && at.Index != count.Noun) return FigureStatus.Possible;
            if (at.Head < 0 || IsSpeech(at)) break;
            at = analysis.Tokens[at.Head];
        }
        return phrases.Before(analysis, PhraseRole.Doubt, number.First, start) is { Meaning: "beside" } ? FigureStatus.Possible : FigureStatus.Claimed;
    }

    // What somebody says is no possibility because he might say more.
    private static bool IsSpeech(Token token) => token.BaseRelation is "ccomp" or "parataxis";

    private (int Start, int End) Edges(NumberPhrase number)
    {
        var sentence = analysis.Sentences[analysis.Tokens[number.First].Sentence];
        return (sentence.FirstToken, sentence.EndToken);
    }
}
