using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Figures;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>Names one observation within one article: "e1", "e2" in text order.</summary>
public readonly record struct ObservationId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Whether the act is said to have taken place.</summary>
public enum Status
{
    /// <summary>It took place.</summary>
    Occurred,

    /// <summary>It is going on.</summary>
    Ongoing,

    /// <summary>It is announced, agreed or scheduled.</summary>
    Planned,

    /// <summary>It is considered, conditional, feared or asked about.</summary>
    Possible,

    /// <summary>The text says that it did not take place.</summary>
    Denied,
}

/// <summary>A place an observation is set in.</summary>
/// <param name="Name">As the text names it.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
public sealed record Location(string Name, string? Country);

/// <summary>What one sentence of one article reports: who did what to whom, when, according to whom.</summary>
/// <param name="Id">Within the article.</param>
/// <param name="Cameo">CAMEO code, a string of two to four digits with its leading zero.</param>
/// <param name="Plover">PLOVER 2021 type.</param>
/// <param name="Mode">PLOVER mode, or null.</param>
/// <param name="Contexts">PLOVER contexts, sorted.</param>
/// <param name="Sources">Who did it; never empty.</param>
/// <param name="Targets">To whom; may be empty.</param>
/// <param name="Sentence">Span of the sentence that reports it.</param>
/// <param name="Trigger">The words that decided the code.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="Attribution">Who says so, nearest last; empty for the outlet's own word.</param>
/// <param name="Location">Where, or null.</param>
/// <param name="Coder">The rule that coded it: file and line of the pattern.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Observation(
    ObservationId Id,
    string Cameo,
    string Plover,
    string? Mode,
    ImmutableArray<string> Contexts,
    ImmutableArray<ActorId> Sources,
    ImmutableArray<ActorId> Targets,
    TextSpan Sentence,
    ImmutableArray<TextSpan> Trigger,
    EventDate? Date,
    Status Status,
    ImmutableArray<Attribution> Attribution,
    Location? Location,
    string Coder,
    double Confidence)
{
    /// <summary>True if it is told as background: done more than a year before the report.</summary>
    public bool Historical { get; init; }
}
