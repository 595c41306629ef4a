using System.Collections.Immutable;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Where somebody stands.</summary>
public enum Stance
{
    /// <summary>For it.</summary>
    For,

    /// <summary>Not against it.</summary>
    Open,

    /// <summary>Against it.</summary>
    Against,

    /// <summary>For it on a condition.</summary>
    Conditional,
}

/// <summary>A stance at a time.</summary>
/// <param name="Date">When, or null.</param>
/// <param name="Stance">Where.</param>
/// <param name="Events">The events that show it.</param>
public sealed record PositionEntry(Days? Date, Stance Stance, ImmutableArray<EventId> Events);

/// <summary>Where one actor stands on one issue over time.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Issue">"mediation by RUS", or "talks between IRN and ISR".</param>
/// <param name="Entries">By first day (unknown last).</param>
public sealed record Position(Party Actor, string Issue, ImmutableArray<PositionEntry> Entries)
{
    /// <summary>True if the actor was for it or open to it at one time and against it at another.</summary>
    public bool Changes => Entries.Any(e => e.Stance == Stance.Against) && Entries.Any(e => e.Stance is Stance.For or Stance.Open);
}
