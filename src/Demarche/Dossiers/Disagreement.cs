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
    /// <summary>What kind of difference it is.</summary>
    public DiscrepancyType Type { get; init; }

    /// <summary>How it is to be read.</summary>
    public DiscrepancyState State { get; init; }

    /// <summary>The rule that found it (docs/discrepancies.md).</summary>
    public string Rule { get; init; } = "";

    /// <summary>The event under which it stands, or null.</summary>
    public EventId? Event { get; init; }

    /// <summary>Names it; the same on every machine.</summary>
    public string Id => StableId.Of("df-", Sides.SelectMany(v => v.Reports).Select(r => $"{r.Article} {r.Span.Start} {r.Span.End}").Prepend(Rule + " " + About));

    /// <summary>All of a story and the wordings that differ.</summary>
    public static ImmutableArray<Disagreement> OfAll(DossierStory story, DossierPhrases say) =>
    [
        .. Of(story, say),
        .. story.Quotes.Where(q => q.Differs).Select(q => new Disagreement((q.Speaker ?? "speaker not known") + ": wording", DiscrepancyField.Wording,
            [.. q.Variants.GroupBy(v => v.Words, StringComparer.Ordinal).Select(g => new DiscrepancyValue(g.Key, [.. g.Select(v => new Report(v.Article, null, v.Span))]))])
        {
            Type = DiscrepancyType.Wording,
            Rule = "renderings of one utterance",
        }),
    ];

    /// <summary>All of a story save differing wordings, which have a place of their own: of events in their order, then others, changed positions, figures.</summary>
    public static ImmutableArray<Disagreement> Of(DossierStory story, DossierPhrases say)
    {
        var reports = story.Events.ToDictionary(e => e.Id, e => e.Reports);
        var events = from e in story.Events
                     from d in e.Discrepancies
                     select Shown(d, d.About is { } about ? say.Issue(about) : $"{DossierPhrases.Sides(e)}: {say.What(e)}", e.Id);
        var others = story.OtherDiscrepancies.Select(d => Shown(d, say.Issue(d.About ?? d.Rule), null));
        var positions = from p in story.Positions
                        where p.Changes
                        select new Disagreement($"{p.Actor.Name}, {say.Issue(p.Issue)}", DiscrepancyField.Status, Stances(p, reports))
                        {
                            Type = DiscrepancyType.Status,
                            State = p.Entries.All(x => x.Date is not null) ? DiscrepancyState.Superseded : DiscrepancyState.Open,
                            Rule = "changed position",
                        };
        var figures = from f in story.Figures
                      let values = Values(f)
                      where values.Length > 1 && f.Country is not null && f.Kind != FigureKind.Other    // without a place they may count different things
                      select new Disagreement(Count(f, say), DiscrepancyField.Value, values)
                      {
                          Type = DiscrepancyType.Number,
                          State = f.Standing.Select(e => e.Value).Distinct().Skip(1).Any() ? DiscrepancyState.Open : DiscrepancyState.Superseded,
                          Rule = "numbers of one thing",
                      };
        return [.. events, .. others, .. positions, .. figures];
    }

    /// <summary>"killed, Norway".</summary>
    public static string Count(FigureSeries f, DossierPhrases say) =>
        (f.Currency is { } money ? money : Coding.RecordWords.Word(f.Measure)) + (f.Country is { } c ? ", " + say.Country(c) : ", place not stated");

    private static Disagreement Shown(Discrepancy d, string about, EventId? home) => new(about, d.Field, d.Values) { Type = d.Type, State = d.State, Rule = d.Rule, Event = home };

    private static ImmutableArray<DiscrepancyValue> Stances(Position p, Dictionary<EventId, ImmutableArray<Report>> reports) =>
        [.. p.Entries.GroupBy(e => e.Stance).Select(g => new DiscrepancyValue(
            Coding.RecordWords.Word(g.Key) + " (" + string.Join("; ", g.Select(e => DossierPhrases.Date(e.Date)).Distinct(StringComparer.Ordinal)) + ")",
            [.. g.SelectMany(e => e.Events).SelectMany(id => reports[id]).Distinct()]))];

    private static ImmutableArray<DiscrepancyValue> Values(FigureSeries f) =>
        [.. f.Entries.Where(e => e.IsWhole).GroupBy(e => e.Value?.ToString(CultureInfo.InvariantCulture) ?? e.Words, StringComparer.OrdinalIgnoreCase)
            .Select(g => new DiscrepancyValue(DossierPhrases.Number(g.First()), [.. g.SelectMany(e => e.Reports)]))];
}
