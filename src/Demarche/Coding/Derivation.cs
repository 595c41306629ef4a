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
public sealed record Derivation(
    ObservationId Observation,
    int Trigger,
    string Pattern,
    string Place,
    ImmutableArray<int> Words,
    string SourceRule,
    string TargetRule,
    string StatusRule)
{
    /// <summary>The parts of the pattern in order of writing, the trigger first, each with the words that filled it.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>The other patterns that the trigger called: first those that held and gave way, then those that failed, the nearest misses first.</summary>
    public ImmutableArray<Rival> Rivals { get; init; } = [];

    /// <summary>What a trained classifier weighed, the greatest weight first; empty where patterns alone decided.</summary>
    public ImmutableArray<Evidence> Learned { get; init; } = [];
}

/// <summary>One part of a pattern, tried at a trigger.</summary>
/// <param name="Written">As the pattern has it: "with:{target}".</param>
/// <param name="Met">Whether it held; true of an optional condition that found nothing.</param>
/// <param name="Tokens">Indices of the tokens that filled it, in text order; empty for exclusions.</param>
public sealed record Condition(string Written, bool Met, ImmutableArray<int> Tokens);

/// <summary>A pattern that was called and did not decide.</summary>
/// <param name="Code">Its CAMEO code.</param>
/// <param name="Pattern">As its file has it.</param>
/// <param name="Place">Its file and line.</param>
/// <param name="Held">True if it held as well.</param>
/// <param name="Reason">Why it lost, for people to read.</param>
public sealed record Rival(string Code, string Pattern, string Place, bool Held, string Reason);

/// <summary>A feature that a classifier saw, and how much it spoke for the code (above 0) or against it.</summary>
/// <param name="Name">The feature, for people to read.</param>
/// <param name="Weight">In log odds.</param>
public sealed record Evidence(string Name, double Weight);

/// <summary>A sentence of which nothing was coded, and the patterns that came nearest.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Misses">In order of trigger, for each the nearest first; empty where no word calls a pattern.</param>
public sealed record Silence(int Sentence, ImmutableArray<Miss> Misses);

/// <summary>A pattern that a word called in vain.</summary>
/// <param name="Trigger">Index of the token.</param>
/// <param name="Pattern">The pattern; one that held found no source, or what it says is part of something else.</param>
public sealed record Miss(int Trigger, Rival Pattern);
