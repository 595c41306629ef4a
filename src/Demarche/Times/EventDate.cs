using Demarche.Text;

namespace Demarche.Times;

/// <summary>What ties a day to an act, the surest first.</summary>
public enum EventDateBasis
{
    /// <summary>The date modifies the word that names the act, or one that stands for the same act.</summary>
    Attached,

    /// <summary>The act goes on with what was dated before it: the same statement, talk or paragraph.</summary>
    Discourse,

    /// <summary>The act is part of the course of things that the report tells of one day.</summary>
    Narrative,

    /// <summary>The report dates the same act elsewhere.</summary>
    SameAct,

    /// <summary>The report tells it as news of its own day.</summary>
    Publication,

    /// <summary>Somebody has set it: no words of the report give it.</summary>
    Correction,
}

/// <summary>Days [Start, End], both included, that something happened on or within.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Text">The expression in the text that gave it, be it in another sentence; null if it follows from the article's own day alone.</param>
/// <param name="Basis">What ties it to the act.</param>
public sealed record EventDate(DateOnly Start, DateOnly End, TextSpan? Text, EventDateBasis Basis = EventDateBasis.Attached)
{
    /// <summary>Last day.</summary>
    public DateOnly End { get; } = End >= Start ? End : throw new ArgumentOutOfRangeException(nameof(End));

    /// <summary>How exactly the day is known.</summary>
    public DatePrecision Precision => DatePrecision.Of(Start, End);
}
