namespace Demarche.Reconciliation;

/// <summary>How two observations compare.</summary>
/// <param name="Source">Who did it, 0 to 1.</param>
/// <param name="Target">To whom, 0 to 1.</param>
/// <param name="Date">When: 1 the same days, else by the share of days in common, 0 none, though not too far apart; null where one is undated.</param>
/// <param name="Undated">Observations of the two without a date, 0 to 2.</param>
/// <param name="Code">Same code 1, same three digits or names of one thing 0.8, same root 0.5, same family 0.</param>
/// <param name="Words">Cosine of the sentences' words.</param>
/// <param name="Trigger">Best pair of the words that decided the codes: the same 1, noun and verb of one act 0.8, else 0.</param>
/// <param name="SameArticle">Whether one article reports both.</param>
/// <param name="SameSentence">Whether one sentence does.</param>
/// <param name="Run">Number of words in a row that stand in both sentences; 0 within one sentence.</param>
internal readonly record struct Comparison(
    double Source, double Target, double? Date, int Undated, double Code, double Words, double Trigger, bool SameArticle, bool SameSentence, int Run);
