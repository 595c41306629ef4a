using System.Collections.Immutable;
using Demarche.Corrections;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>What people corrected in a dossier.</summary>
/// <param name="Report">What became of each correction.</param>
/// <param name="Marks">The corrections that show in an event, the earlier first; events without any are missing.</param>
/// <param name="Reviews">Who has checked an event; events that nobody has checked are missing.</param>
public sealed record DossierCorrections(
    CorrectionReport Report, ImmutableDictionary<EventId, ImmutableArray<EventMark>> Marks, ImmutableDictionary<EventId, Review> Reviews)
{
    /// <summary>Nothing was corrected.</summary>
    public static DossierCorrections None { get; } =
        new(CorrectionReport.Empty, ImmutableDictionary<EventId, ImmutableArray<EventMark>>.Empty, ImmutableDictionary<EventId, Review>.Empty);

    /// <summary>The corrections that show in an event.</summary>
    public ImmutableArray<EventMark> Of(Event e) => Marks.GetValueOrDefault(e.Id, []);

    internal static DossierCorrections Of(Corrector corrector, IReadOnlyList<Event> events)
    {
        if (corrector.Report.Applied.IsEmpty) return None with { Report = corrector.Report };
        var marks = events.Select(e => (e.Id, Marks: corrector.Marks(e))).Where(x => !x.Marks.IsEmpty).ToImmutableDictionary(x => x.Id, x => x.Marks);
        var reviews = events.Select(e => (e.Id, Review: corrector.ReviewOf(e))).Where(x => x.Review is not null).ToImmutableDictionary(x => x.Id, x => x.Review!);
        return new DossierCorrections(corrector.Report, marks, reviews);
    }
}
