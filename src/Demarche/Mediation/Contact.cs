using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

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

/// <summary>Who was in touch with whom, when and how.</summary>
/// <param name="Participants">Full names, or the state where no person is named; by name.</param>
/// <param name="Mode">How.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Status">Whether it took place.</param>
/// <param name="Reports">Never empty.</param>
/// <param name="Events">The events it rests on.</param>
public sealed record Contact(
    ImmutableArray<Party> Participants, ContactMode Mode, Days? Date, Status Status, ImmutableArray<Report> Reports, ImmutableArray<EventId> Events);
