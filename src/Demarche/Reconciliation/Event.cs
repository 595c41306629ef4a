using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>Names an event; derived from its earliest report, so it is the same on every machine.</summary>
public readonly record struct EventId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One article's word for an event, a figure or a difference: where it stands.</summary>
/// <param name="Article">The article.</param>
/// <param name="Observation">The observation of that article, or null where the words are no observation (a figure, a quote).</param>
/// <param name="Span">The words that prove it, in the article's clean text.</param>
public sealed record Report(ArticleId Article, ObservationId? Observation, TextSpan Span);

/// <summary>In what reports of one thing differ.</summary>
public enum DiscrepancyField
{
    /// <summary>When.</summary>
    Date,

    /// <summary>Who, or to whom.</summary>
    Actor,

    /// <summary>How many.</summary>
    Value,

    /// <summary>Whether it took place, or where somebody stands.</summary>
    Status,

    /// <summary>The words.</summary>
    Wording,
}

/// <summary>One of several accounts, with those that give it.</summary>
/// <param name="Value">As the record prints it: a date, names, a number, a status, the words.</param>
/// <param name="Reports">Who gives it; never empty.</param>
public sealed record DiscrepancyValue(string Value, ImmutableArray<Report> Reports);

/// <summary>What kind of difference it is, more finely than its field.</summary>
public enum DiscrepancyType
{
    /// <summary>When; under the field date.</summary>
    Date,

    /// <summary>Who, or to whom; under the field actor.</summary>
    Actor,

    /// <summary>Who turned to whom: who rang, who asked; under the field actor.</summary>
    Direction,

    /// <summary>How many; under the field value.</summary>
    Number,

    /// <summary>Where; under the field value.</summary>
    Place,

    /// <summary>Whether it took place, or where it stands; under the field status.</summary>
    Status,

    /// <summary>The words; under the field wording.</summary>
    Wording,

    /// <summary>Told by some and left out by others; under the field wording.</summary>
    Omission,
}

/// <summary>How a difference is to be read.</summary>
public enum DiscrepancyState
{
    /// <summary>Nothing in the reports settles it.</summary>
    Open,

    /// <summary>A report itself tells both sides and how the one became the other.</summary>
    Explained,

    /// <summary>One side is older news: every report of it was published before every report of the other.</summary>
    Superseded,
}

/// <summary>A difference between reports of one thing that an editor would want to see; never resolved, only shown.</summary>
/// <param name="Field">In what they differ.</param>
/// <param name="Values">At least two.</param>
public sealed record Discrepancy(DiscrepancyField Field, ImmutableArray<DiscrepancyValue> Values)
{
    /// <summary>What kind; unless said otherwise the one of the field's name.</summary>
    public DiscrepancyType Type { get; init; } = Field switch
    {
        DiscrepancyField.Date => DiscrepancyType.Date,
        DiscrepancyField.Actor => DiscrepancyType.Actor,
        DiscrepancyField.Value => DiscrepancyType.Number,
        DiscrepancyField.Status => DiscrepancyType.Status,
        _ => DiscrepancyType.Wording,
    };

    /// <summary>What it is about, in our words; null where its event says it.</summary>
    public string? About { get; init; }

    /// <summary>How it is to be read.</summary>
    public DiscrepancyState State { get; init; }

    /// <summary>The rule that found it (docs/discrepancies.md).</summary>
    public string Rule { get; init; } = "reports of one event";
}

/// <summary>What happened, on the word of its reports.</summary>
/// <param name="Id">Derived from the place of the earliest report: the same when later reports come and when one is coded otherwise.</param>
/// <param name="Cameo">The code most reports give, one that is "not specified" (030, 120) only where no report says more; of several as frequent the more precise, then the lower.</param>
/// <param name="Plover">The type that goes with it.</param>
/// <param name="Mode">PLOVER mode, or null.</param>
/// <param name="Status">What most reports say; of as many, the one that says more: occurred, ongoing, planned, denied, possible.</param>
/// <param name="Date">The days most reports give; of as many, the shortest stretch; null if none gives any.</param>
/// <param name="Sources">Who did it, as the fullest report names them.</param>
/// <param name="Targets">To whom; may be empty.</param>
/// <param name="Reports">By article id and place; never empty.</param>
/// <param name="Outlets">Distinct outlets among the reports; an article whose outlet is not known counts as one of its own.</param>
/// <param name="Discrepancies">What the reports differ in.</param>
/// <param name="Reason">The rule and the score on which the reports were joined; null for a single report.</param>
public sealed record Event(
    EventId Id,
    string Cameo,
    string Plover,
    string? Mode,
    Status Status,
    Days? Date,
    ImmutableArray<Party> Sources,
    ImmutableArray<Party> Targets,
    ImmutableArray<Report> Reports,
    int Outlets,
    ImmutableArray<Discrepancy> Discrepancies,
    string? Reason)
{
    /// <summary>Reports that do not lean on each other: those of one outlet, those that credit or cite the same agency or outlet, and copied sentences count once.</summary>
    public int IndependentSources { get; init; } = 1;
}
