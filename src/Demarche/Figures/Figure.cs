using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>What is counted.</summary>
public enum FigureKind
{
    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People injured or wounded.</summary>
    Injured,

    /// <summary>People arrested, detained, held, captured.</summary>
    Detained,

    /// <summary>People who fled, were displaced or evacuated.</summary>
    Displaced,

    /// <summary>Missiles or rockets.</summary>
    Missiles,

    /// <summary>Drones.</summary>
    Drones,

    /// <summary>Anything else of note.</summary>
    Other,
}

/// <summary>How the number bounds the truth.</summary>
public enum FigureBound
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"at least", "more than".</summary>
    AtLeast,

    /// <summary>"about", "some", "dozens".</summary>
    About,

    /// <summary>"up to", "fewer than".</summary>
    AtMost,
}

/// <summary>What kind of voice an attribution names.</summary>
public enum AttributionKind
{
    /// <summary>A person or body that says it.</summary>
    Speaker,

    /// <summary>A written or read statement: "a ministry statement", "the letter".</summary>
    Statement,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>Another outlet.</summary>
    Outlet,

    /// <summary>Somebody who judges from outside: an analyst, a scholar, a commentator.</summary>
    Analyst,

    /// <summary>Nobody in particular: "reportedly", "is said to", "rumours".</summary>
    Hearsay,
}

/// <summary>Who says so.</summary>
/// <param name="Name">Full name, or the words of the text.</param>
/// <param name="Actor">The actor, if it is one.</param>
/// <param name="Span">The words that name it, or null.</param>
public sealed record Attribution(string Name, ActorId? Actor, TextSpan? Span)
{
    /// <summary>What kind of voice it is.</summary>
    public AttributionKind Kind { get; init; }
}

/// <summary>A number of people or weapons, as one sentence claims it.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">The number; null for vague words ("hundreds").</param>
/// <param name="Words">The number's own words.</param>
/// <param name="Bound">How the number bounds the truth.</param>
/// <param name="Country">Country of the victims or the place, ISO alpha-3, or null.</param>
/// <param name="Span">The number's words in the text.</param>
/// <param name="Sentence">Span of the sentence.</param>
/// <param name="Attribution">Who says so, nearest last.</param>
/// <param name="AsOf">The day for which it is claimed: the article's, unless the text says otherwise; null if not known.</param>
public sealed record Figure(
    FigureKind Kind,
    long? Value,
    string Words,
    FigureBound Bound,
    string? Country,
    TextSpan Span,
    TextSpan Sentence,
    ImmutableArray<Attribution> Attribution,
    DateOnly? AsOf);
