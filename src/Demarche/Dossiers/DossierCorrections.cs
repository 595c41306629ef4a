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
        return new DossierCorrections(corrector.Report with { Unanchored = corrector.Report.Unanchored.AddRange(Asunder(corrector.Report, events)) }, marks, reviews);
    }

    /// <summary>Merges that cannot hold, since new reports have put what was merged into two stories.</summary>
    private static IEnumerable<Unanchored> Asunder(CorrectionReport report, IReadOnlyList<Event> events)
    {
        var home = events.SelectMany(e => e.Reports.Where(r => r.Observation is not null).Select(r => (Key: new ReportKey(r.Article, r.Observation!.Value), e.Id)))
            .DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Id);
        var overruled = report.Overruled.Select(o => o.Earlier).ToHashSet();
        foreach (var (entry, keys) in report.Applied)
            if (entry is { Act: CorrectionAct.Merge, About: CorrectionSubject.Event } && !overruled.Contains(entry.Id)
                && keys.Where(home.ContainsKey).Select(k => home[k]).Distinct().Count() > 1)
                yield return new Unanchored(entry, entry.Reports[0], "what it merges is in two stories now");
    }
}
