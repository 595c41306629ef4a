namespace Demarche.Reconciliation;

/// <summary>Whether two pieces of quotations render one utterance.</summary>
/// <remarks>
/// Rules, each for one speaker or one that speaks for the other:
/// <list type="bullet">
/// <item>same words: at least 60 % of the shorter's words in the longer, two neighbouring pairs of words and half of what the words weigh in common;</item>
/// <item>short: two or three words, all of them in the longer one in the same order, with at most three between;</item>
/// <item>phrase: two articles of one day, both a phrase of few words, with a pair of words or the last word in common;</item>
/// <item>translation: two articles of one occasion, few words in common, but the telling ones: five of them, and a cosine of 0.3.</item>
/// </list>
/// Within one article, which repeats itself less often than it quotes two sentences on one matter, only 80 % and three pairs will do.
/// Words said on two days that the reports tell apart are one utterance only if they are all but the same.
/// </remarks>
internal static class SameUtterance
{
    private const double MinContainment = 0.6;
    private const double RepeatContainment = 0.8;
    private const double MinCosine = 0.3;
    private const int MaxDaysApart = 2;
    private const int PhraseWords = 6;

    /// <summary>Of two pieces of one voice: from 0, not the same, to 1: the words that both have, twice, by the words of both.</summary>
    public static double Score(Rendering a, Rendering b) => Are(a, b) ? 0.01 + 0.99 * Dice(a, b) : 0;

    /// <summary>Twice the common words by the words of both.</summary>
    public static double Dice(Rendering a, Rendering b)
    {
        var few = Math.Min(a.Words.Length, b.Words.Length);
        return few == 0 ? 0 : 2 * QuoteWords.Containment(a.Words, b.Words) * few / (a.Words.Length + b.Words.Length);
    }

    private static bool Are(Rendering a, Rendering b)
    {
        var inOneArticle = a.Coded == b.Coded;
        if (inOneArticle && a.Span.Overlaps(b.Span) || Math.Min(a.Words.Length, b.Words.Length) < 2) return false;
        if (a.Said is { } x && b.Said is { } y && x.Gap(y) > 1) return Dice(a, b) >= 0.9 && a.Words.Length > 3;
        return SameWords(a, b, inOneArticle) || !inOneArticle && OneOccasion(a, b) && (IsPhrase(a, b) || IsTranslation(a, b));
    }

    private static bool SameWords(Rendering a, Rendering b, bool inOneArticle)
    {
        var (few, many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        if (few.Length <= 3)
            return many.Length <= few.Length + (inOneArticle ? 0 : 3) && QuoteWords.InOrder(few, many)
                || !inOneArticle && few.Length == 3 && QuoteWords.SharedPairs(few, many) == 2 && a.Weights.Shared(b.Weights) > 1;
        return QuoteWords.Containment(few, many) >= (inOneArticle ? RepeatContainment : MinContainment)
            && QuoteWords.SharedPairs(few, many) >= (inOneArticle ? 3 : 2) && a.Weights.Share(b.Weights) >= 0.5;
    }

    private static bool IsPhrase(Rendering a, Rendering b)
    {
        if (Math.Max(a.Words.Length, b.Words.Length) > PhraseWords || a.Weights.Shared(b.Weights) == 0) return false;
        return QuoteWords.SharedPairs(a.Words, b.Words) > 0 || Math.Max(a.Words.Length, b.Words.Length) <= 3 && a.Words[^1] == b.Words[^1];
    }

    private static bool IsTranslation(Rendering a, Rendering b) =>
        a.Weights.Shared(b.Weights) >= 5 && a.Weights.Cosine(b.Weights) >= MinCosine;

    /// <summary>Neither the days on which it was said nor those of the reports are far apart.</summary>
    private static bool OneOccasion(Rendering a, Rendering b) =>
        a.Coded.Article.Published.Date is not { } x || b.Coded.Article.Published.Date is not { } y || Math.Abs(x.DayNumber - y.DayNumber) <= MaxDaysApart;

    /// <summary>One speaker, or one that speaks for the other's country.</summary>
    public static bool OneVoice(Rendering a, Rendering b)
    {
        if (a.Speaker is null || b.Speaker is null) return a.Speaker is null && b.Speaker is null;
        if (string.Equals(a.Speaker, b.Speaker, StringComparison.OrdinalIgnoreCase) || Party.SameName(a.Speaker, b.Speaker)) return true;
        return a.Party is { } p && b.Party is { } q && p.Likeness(q) >= 0.8;
    }
}
