using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Contacting;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>The way of a message.</summary>
/// <param name="Sender">Whose words they are, or null.</param>
/// <param name="Carrier">Who passed them on, or null where nobody stood between.</param>
/// <param name="Addressee">For whom, or null.</param>
public sealed record Relay(Party? Sender, Party? Carrier, Party? Addressee);

/// <summary>Who was in touch with whom, when and how.</summary>
/// <param name="Participants">Full names, or the state where no person is named; by name.</param>
/// <param name="Mode">How.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="Reports">Never empty.</param>
/// <param name="Events">The events it rests on; may be empty, for a sentence can tell of a contact and have another act coded.</param>
public sealed record Contact(
    ImmutableArray<Party> Participants, ContactMode Mode, Days? Date, Status Status, ImmutableArray<Report> Reports, ImmutableArray<EventId> Events)
{
    /// <summary>Who sought it, where a report says so and none says otherwise; else null.</summary>
    public Party? Initiator { get; init; }

    /// <summary>Of a message, its way; else null.</summary>
    public Relay? Relay { get; init; }

    /// <summary>Where, in the words of a report, or null.</summary>
    public string? Place { get; init; }

    /// <summary>What about, in the words of the reports.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];
}
