using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding.Contacting;

/// <summary>How people were in touch.</summary>
public enum ContactMode
{
    /// <summary>By telephone or video.</summary>
    Phone,

    /// <summary>One went to the other.</summary>
    Visit,

    /// <summary>Face to face, or talks of any other kind.</summary>
    Meeting,

    /// <summary>Words passed on, directly or by a third.</summary>
    Message,

    /// <summary>In writing.</summary>
    Letter,
}

/// <summary>One message and its way.</summary>
/// <param name="Sender">Whose words they are, or null.</param>
/// <param name="Carrier">Who passed them on, or null where nobody stood between.</param>
/// <param name="Addressee">For whom, or null.</param>
public sealed record MessageWay(ActorId? Sender, ActorId? Carrier, ActorId? Addressee);

/// <summary>Where one sentence says that people were in touch.</summary>
/// <param name="Participants">At least two, in order of mention.</param>
/// <param name="Mode">How.</param>
/// <param name="IsStated">True if the words say so; false where "spoke" and "talks" leave the mode open.</param>
/// <param name="Initiator">Who sought it, if the words say so.</param>
/// <param name="Way">Of a message, its way; else null.</param>
/// <param name="Date">When, or null.</param>
/// <param name="TimeWords">The words of a time that hangs on it and could not be resolved; null without one.</param>
/// <param name="Place">Where, in the words of the text, or null.</param>
/// <param name="Topics">What about, in the words of the text.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="Sentence">The sentence that says so.</param>
/// <param name="Trigger">The word that names it.</param>
public sealed record ContactSighting(
    ImmutableArray<ActorId> Participants,
    ContactMode Mode,
    bool IsStated,
    ActorId? Initiator,
    MessageWay? Way,
    EventDate? Date,
    string? TimeWords,
    string? Place,
    ImmutableArray<TextSpan> Topics,
    Status Status,
    TextSpan Sentence,
    TextSpan Trigger);
