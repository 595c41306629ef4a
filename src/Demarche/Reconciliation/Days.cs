using System.Globalization;

namespace Demarche.Reconciliation;

/// <summary>Days [Start, End], both included.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; never before the first.</param>
public readonly record struct Days(DateOnly Start, DateOnly End)
{
    /// <summary>Number of days.</summary>
    public int Length => End.DayNumber - Start.DayNumber + 1;

    /// <summary>True if the two share a day.</summary>
    public bool Overlaps(Days other) => Start <= other.End && other.Start <= End;

    /// <summary>The shortest stretch that holds both.</summary>
    public Days Union(Days other) => new(Start < other.Start ? Start : other.Start, End > other.End ? End : other.End);

    /// <summary>Whole days between the two; 0 if they touch or overlap.</summary>
    public int Gap(Days other) =>
        Overlaps(other) ? 0 : Start > other.End ? Start.DayNumber - other.End.DayNumber : other.Start.DayNumber - End.DayNumber;

    /// <summary>"2031-05-05", or "2031-05-05/2031-05-07".</summary>
    public override string ToString() =>
        Start == End ? Iso(Start) : Iso(Start) + "/" + Iso(End);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
