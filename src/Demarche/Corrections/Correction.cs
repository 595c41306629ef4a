using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Demarche.Reconciliation;

namespace Demarche.Corrections;

/// <summary>Names one correction; derived from what it says.</summary>
public readonly record struct CorrectionId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What somebody does to the record.</summary>
public enum CorrectionAct
{
    /// <summary>Has looked at it and lets it stand.</summary>
    Accept,

    /// <summary>Takes it out.</summary>
    Reject,

    /// <summary>Sets fields anew.</summary>
    Edit,

    /// <summary>Says that several are one.</summary>
    Merge,

    /// <summary>Says that parts of one belong to another.</summary>
    Split,

    /// <summary>Takes an earlier correction back.</summary>
    Undo,
}

/// <summary>What a correction is about.</summary>
public enum CorrectionSubject
{
    /// <summary>An event in the world, with all its reports.</summary>
    Event,

    /// <summary>What one sentence of one article reports.</summary>
    Observation,

    /// <summary>A story with its articles.</summary>
    Story,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>A number.</summary>
    Figure,

    /// <summary>What a sentence tells of people being in touch.</summary>
    Contact,

    /// <summary>An earlier correction.</summary>
    Correction,
}

/// <summary>One entry of the log: who changed what, when and why. Entries are never altered; what is undone stays.</summary>
/// <param name="Id">Derived from all that follows; empty until it is written.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What was done.</param>
/// <param name="About">To what kind of thing.</param>
/// <param name="Name">What it was called then: an event, a story, "article:observation"; several for a merge.</param>
/// <param name="Program">Name and version of the program that wrote the entry.</param>
public sealed record Correction(
    CorrectionId Id, DateTimeOffset Time, string By, CorrectionAct Act, CorrectionSubject About, string Name, string Program)
{
    /// <summary>Why, in the user's words; null if not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Because { get; init; }

    /// <summary>The values of the event then; null where it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimValues? Was { get; init; }

    /// <summary>The fields that an edit sets; null for other acts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Changes? Set { get; init; }

    /// <summary>Where its reports stand; of a merge those of the n-th event are in group n, of a split the ones that stay in 0, the parted ones in 1.</summary>
    public ImmutableArray<Anchor> Reports { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The correction that this one takes back; null for other acts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CorrectionId? Undoes { get; init; }
}

/// <summary>The values of an event or observation at a time.</summary>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Plover">PLOVER type.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Sources">Who did it.</param>
/// <param name="Targets">To whom.</param>
public sealed record ClaimValues(string Cameo, string Plover, Coding.Status Status, Days? Date, ImmutableArray<Party> Sources, ImmutableArray<Party> Targets)
{
    /// <summary>Who did it.</summary>
    public ImmutableArray<Party> Sources { get; init => field = value.IsDefault ? [] : value; } = Sources;

    /// <summary>To whom.</summary>
    public ImmutableArray<Party> Targets { get; init => field = value.IsDefault ? [] : value; } = Targets;
}

/// <summary>New values; null leaves a field as it is.</summary>
public sealed record Changes
{
    /// <summary>CAMEO code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cameo { get; init; }

    /// <summary>The PLOVER type that goes with the code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Plover { get; init; }

    /// <summary>The PLOVER mode that goes with the code, or null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mode { get; init; }

    /// <summary>Whether it took place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Coding.Status? Status { get; init; }

    /// <summary>When.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Days? Date { get; init; }

    /// <summary>True takes the date away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Undated { get; init; }

    /// <summary>Who did it; never empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Party>? Sources { get; init; }

    /// <summary>To whom; may be empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Party>? Targets { get; init; }

    /// <summary>Who said it, of a quotation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Party? Speaker { get; init; }

    /// <summary>How many, of a figure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Value { get; init; }
}
