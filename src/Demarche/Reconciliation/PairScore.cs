namespace Demarche.Reconciliation;

/// <summary>The fitted weights of a comparison.</summary>
/// <remarks>Logistic regression over 1,149 pairs of observations of the nine development stories, rounded to a half; nearness had no weight.</remarks>
internal static class PairScore
{
    /// <summary>Log-odds that two observations report one event.</summary>
    public static double Of(Comparison c) =>
        -7.5 + 2 * c.Source + 2 * c.Target + 3 * c.Date + 1.5 * c.Code + 3.5 * c.Words;
}
