using Demarche.Actors;
using Demarche.Text;

namespace Demarche.Figures;

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
