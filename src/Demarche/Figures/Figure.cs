using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Figures;

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

/// <summary>What kind of words give the number.</summary>
public enum FigureBasis
{
    /// <summary>A number in digits or words.</summary>
    Number,

    /// <summary>Words that name no number: "dozens", "several".</summary>
    Vague,

    /// <summary>A negation: "no casualties", "nobody was hurt".</summary>
    Negation,
}

/// <summary>Whether a number is a sum so far or comes on top of one.</summary>
public enum FigureChange
{
    /// <summary>"raising the toll to 40", "a total of 40".</summary>
    Total,

    /// <summary>"another 12", "12 more".</summary>
    Addition,
}

/// <summary>Whether the number is claimed of what is or only of what may be.</summary>
public enum FigureStatus
{
    /// <summary>Claimed.</summary>
    Claimed,

    /// <summary>"could kill thousands", "if 500 soldiers were sent".</summary>
    Possible,
}

/// <summary>Where something counted is or happened.</summary>
/// <param name="Name">The words of the text.</param>
/// <param name="Country">ISO alpha-3, or null.</param>
/// <param name="Span">Its characters.</param>
public sealed record FigurePlace(string Name, string? Country, TextSpan Span);

/// <summary>A number of people, weapons or money, as one sentence claims it.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Value">The number; of a range its lower end; null for vague words ("hundreds").</param>
/// <param name="Words">The number's own words.</param>
/// <param name="Bound">How the number bounds the truth; of a range "at least", with <see cref="High"/> for its upper end.</param>
/// <param name="Country">Country of the victims or the place, ISO alpha-3, or null.</param>
/// <param name="Span">The number's words in the text, with those that bound it.</param>
/// <param name="Sentence">Span of the sentence.</param>
/// <param name="Attribution">Who says so, nearest last.</param>
/// <param name="AsOf">The day for which it is claimed: the article's, unless the text says otherwise; null if not known.</param>
public sealed record Figure(
    FigureMeasure Measure,
    long? Value,
    string Words,
    FigureBound Bound,
    string? Country,
    TextSpan Span,
    TextSpan Sentence,
    ImmutableArray<Attribution> Attribution,
    DateOnly? AsOf)
{
    /// <summary>What is counted, under the contract's names; "no casualties" says first of all that nobody was killed.</summary>
    public FigureKind Kind => Measure == FigureMeasure.Casualties && Value == 0 ? FigureKind.Killed : Measure.Kind();

    /// <summary>Upper end of a range ("20 to 30"), or null.</summary>
    public long? High { get; init; }

    /// <summary>What kind of words give the number.</summary>
    public FigureBasis Basis { get; init; }

    /// <summary>ISO 4217 code of an amount of money; null for other figures and where the currency cannot be told.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether it is a sum so far or comes on top of one; null if the text does not say.</summary>
    public FigureChange? Change { get; init; }

    /// <summary>Whether it is claimed of what is or only of what may be.</summary>
    public FigureStatus Status { get; init; }

    /// <summary>Whose people or things they are: "military", "civilian", "rebels", "police" …; null if the words do not say.</summary>
    public string? Side { get; init; }

    /// <summary>The nearest place of the sentence, or null.</summary>
    public FigurePlace? Place { get; init; }

    /// <summary>When it happened, or null.</summary>
    public FigurePeriod? Period { get; init; }

    /// <summary>The figure of which this one counts a part ("40 people, including three children"), or null.</summary>
    public TextSpan? PartOf { get; init; }
}

/// <summary>The days within which the counted happened, both included.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Text">The expression that says so.</param>
public sealed record FigurePeriod(DateOnly Start, DateOnly End, TextSpan Text);
