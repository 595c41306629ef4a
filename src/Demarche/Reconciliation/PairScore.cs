namespace Demarche.Reconciliation;

/// <summary>The fitted weights of a comparison.</summary>
/// <remarks>Fitted to 505 pairs of observations of fourteen development stories and to their events, rounded to a half; docs/decisions/0022-events-of-the-world.md.</remarks>
internal static class PairScore
{
    /// <summary>Log-odds that two observations report one event.</summary>
    public static double Of(Comparison c) =>
        -6.5 + 2 * c.Source + 2 * c.Target + c.Code + 2 * c.Words + c.Trigger + When(c)
        + 2 * Math.Clamp((c.Run - 3) / 5.0, 0, 1)                    // three words in a row are nothing, eight a quotation
        - (c.SameSentence ? 1 : 0)                                   // who tells an act twice does so in another sentence
        - (c.SameArticle && c.Trigger == 0 ? 1 : 0);                 // and in like words, if they are to be known for one

    private static double When(Comparison c) => c.Date is { } date ? 3.5 * date : c.Undated == 1 ? 2 : 1.5;
}
