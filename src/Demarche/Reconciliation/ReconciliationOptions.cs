namespace Demarche.Reconciliation;

/// <summary>What decides whether two reports are one event.</summary>
public sealed class ReconciliationOptions
{
    /// <summary>Greatest gap, in whole days, between two dates of one event, 0 to 30.</summary>
    public int MaxDaysApart { get; init; } = 1;

    /// <summary>Least mean log-odds over all pairs of an event's reports at which they are joined.</summary>
    public double Threshold { get; init; }
}
