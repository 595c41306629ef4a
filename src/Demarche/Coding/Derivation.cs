using System.Collections.Immutable;

namespace Demarche.Coding;

/// <summary>Why an observation was coded as it was: what `demarche explain` shows.</summary>
/// <param name="Observation">Which.</param>
/// <param name="Trigger">Index of the token that called the pattern.</param>
/// <param name="Pattern">The pattern as its file has it.</param>
/// <param name="Place">Its file and line.</param>
/// <param name="Words">Indices of further tokens that the pattern bound.</param>
/// <param name="SourceRule">How the sources were found.</param>
/// <param name="TargetRule">How the targets were found.</param>
/// <param name="StatusRule">What decided the status.</param>
/// <param name="Losers">Other patterns of the same trigger that held too and are less specific, as "place: pattern".</param>
public sealed record Derivation(
    ObservationId Observation,
    int Trigger,
    string Pattern,
    string Place,
    ImmutableArray<int> Words,
    string SourceRule,
    string TargetRule,
    string StatusRule,
    ImmutableArray<string> Losers);
