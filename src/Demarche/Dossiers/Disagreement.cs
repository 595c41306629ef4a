using System.Collections.Immutable;
using System.Globalization;
using Demarche.Figures;
using Demarche.Mediation;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>One difference as a reader's list shows it.</summary>
/// <param name="About">What the reports speak of.</param>
/// <param name="Field">In what they differ.</param>
/// <param name="Sides">The accounts with their reports.</param>
public sealed record Disagreement(string About, DiscrepancyField Field, ImmutableArray<DiscrepancyValue> Sides)
{
    /// <summary>All of a story: of events in their order, then changed positions, then figures.</summary>
    public static ImmutableArray<Disagreement> Of(DossierStory story, DossierPhrases say)
    {
        var reports = story.Events.ToDictionary(e => e.Id, e => e.Reports);
        var events = from e in story.Events
                     from d in e.Discrepancies
                     select new Disagreement($"{DossierPhrases.Sides(e)}: {say.What(e)}", d.Field, d.Values);
        var positions = from p in story.Positions
                        where p.Changes
                        select new Disagreement($"{p.Actor.Name}, {say.Issue(p.Issue)}", DiscrepancyField.Status, Stances(p, reports));
        var figures = from f in story.Figures
                      let values = Values(f)
                      where values.Length > 1 && f.Country is not null && f.Kind != FigureKind.Other    // without a place they may count different things
                      select new Disagreement(Count(f, say), DiscrepancyField.Value, values);
        return [.. events, .. positions, .. figures];
    }

    /// <summary>"killed, Norway".</summary>
    public static string Count(FigureSeries f, DossierPhrases say) =>
        (f.Currency is { } money ? money : Coding.RecordWords.Word(f.Measure)) + (f.Country is { } c ? ", " + say.Country(c) : ", place not stated");

    private static ImmutableArray<DiscrepancyValue> Stances(Position p, Dictionary<EventId, ImmutableArray<Report>> reports) =>
        [.. p.Entries.GroupBy(e => e.Stance).Select(g => new DiscrepancyValue(
            Coding.RecordWords.Word(g.Key) + " (" + string.Join("; ", g.Select(e => DossierPhrases.Date(e.Date)).Distinct(StringComparer.Ordinal)) + ")",
            [.. g.SelectMany(e => e.Events).SelectMany(id => reports[id]).Distinct()]))];

    private static ImmutableArray<DiscrepancyValue> Values(FigureSeries f) =>
        [.. f.Entries.Where(e => e.IsWhole).GroupBy(e => e.Value?.ToString(CultureInfo.InvariantCulture) ?? e.Words, StringComparer.OrdinalIgnoreCase)
            .Select(g => new DiscrepancyValue(DossierPhrases.Number(g.First()), [.. g.SelectMany(e => e.Reports)]))];
}
