using Demarche.Actors;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>How words are reported.</summary>
public enum QuoteKind
{
    /// <summary>A clause or more between quotation marks.</summary>
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
    bool Nested);
