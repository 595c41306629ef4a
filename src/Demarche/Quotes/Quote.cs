using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>How words are reported.</summary>
public enum QuoteKind
{
    /// <summary>A clause or more in the speaker's own words: between quotation marks, or in a turn, post or block without them.</summary>
    Direct,

    /// <summary>A phrase between quotation marks inside the reporter's sentence.</summary>
    Partial,

    /// <summary>Reported without marks: "he said that …".</summary>
    Indirect,
}

/// <summary>Words with their speaker.</summary>
/// <param name="Span">What was said, without the quotation marks.</param>
/// <param name="Kind">Direct, partial or indirect.</param>
/// <param name="Attitude">What its source does with it.</param>
/// <param name="Speaker">Who said it, or null if not known or not an actor.</param>
/// <param name="SpeakerName">The speaker's full name, or the words of the text for the unnamed; null if not known.</param>
/// <param name="SpeakerSpan">The mention beside the quotation, or null.</param>
/// <param name="Addressee">To whom ("reporters", an actor's name), or null.</param>
/// <param name="Cue">The verb or phrase of saying, or null.</param>
/// <param name="Date">When it was said, as distinct from the report; null if not known.</param>
/// <param name="Nested">True if it stands inside another quotation.</param>
public sealed record Quote(
    TextSpan Span,
    QuoteKind Kind,
    Attitude Attitude,
    ActorId? Speaker,
    string? SpeakerName,
    TextSpan? SpeakerSpan,
    string? Addressee,
    TextSpan? Cue,
    EventDate? Date,
    bool Nested)
{
    /// <summary>True if it stands between quotation marks.</summary>
    public bool Marked { get; init; }

    /// <summary>Through what the words came: "interview", "phone", "social media", … (data/quotes/media.tsv); null if the text does not tell.</summary>
    public string? Medium { get; init; }

    /// <summary>Where they were said, in the words of the text; null if it does not tell.</summary>
    public string? Venue { get; init; }

    /// <summary>The words without what others put into them or left out; the words of the span where nothing was.</summary>
    public string Words { get; init; } = "";

    /// <summary>What <see cref="Words"/> lacks of the span, in text order.</summary>
    public ImmutableArray<TextSpan> Insertions { get; init; } = [];
}
