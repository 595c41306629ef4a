using System.Collections.Immutable;
using Demarche.Reconciliation;

namespace Demarche.Corrections;

/// <summary>A correction that found its place, with the reports it holds for.</summary>
/// <param name="Entry">The entry of the log.</param>
/// <param name="Reports">The reports it was found again at; empty where it is about a story, a quotation or a figure.</param>
public sealed record Applied(Correction Entry, ImmutableArray<ReportKey> Reports);

/// <summary>A place of a correction that was not found again; there the correction has no effect.</summary>
/// <param name="Entry">The entry of the log.</param>
/// <param name="Anchor">The place sought.</param>
/// <param name="Reason">Why it was not found, in words.</param>
public sealed record Unanchored(Correction Entry, Anchor Anchor, string Reason);

/// <summary>A correction that a later one overrules, in whole or in part.</summary>
/// <param name="Earlier">The one that gives way.</param>
/// <param name="Later">The one that holds.</param>
/// <param name="What">In what: "rejected", "accepted", "edited", a field, "joined".</param>
public sealed record Overruled(CorrectionId Earlier, CorrectionId Later, string What);

/// <summary>What became of the corrections.</summary>
/// <param name="Applied">In the order of the log.</param>
/// <param name="Unanchored">In the order of the log.</param>
/// <param name="Overruled">In the order of the log.</param>
public sealed record CorrectionReport(ImmutableArray<Applied> Applied, ImmutableArray<Unanchored> Unanchored, ImmutableArray<Overruled> Overruled)
{
    /// <summary>Nothing was corrected.</summary>
    public static CorrectionReport Empty { get; } = new([], [], []);
}

/// <summary>A field before and after a correction.</summary>
/// <param name="Field">As the record names it.</param>
/// <param name="From">What the program had made of the text; null for nothing.</param>
/// <param name="To">What holds now; null for nothing.</param>
public sealed record FieldChange(string Field, string? From, string? To);

/// <summary>A correction that shows in an event.</summary>
/// <param name="Entry">The entry of the log.</param>
/// <param name="Report">The report it is about, or null for the event as a whole.</param>
/// <param name="Changes">What it changed; empty where it changed no field.</param>
public sealed record EventMark(Correction Entry, ReportKey? Report, ImmutableArray<FieldChange> Changes);

/// <summary>That somebody has checked an event.</summary>
/// <param name="Entry">The acceptance.</param>
/// <param name="Changed">What is no longer as it was then: fields, or "reports" where new ones came; empty if all is.</param>
public sealed record Review(Correction Entry, ImmutableArray<string> Changed);
