using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Stories;

namespace Demarche.Dossiers;

/// <summary>What one outlet has of a story.</summary>
/// <param name="Outlet">Its name, or null if not known; then the article stands for itself.</param>
/// <param name="Label">What to print: the outlet, or the article's source.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="OnlyHere">Events that no other outlet reports.</param>
/// <param name="Missing">Events that at least two other outlets report and this one, though it published on the first of their days or later, does not.</param>
public sealed record OutletCoverage(
    string? Outlet, string Label, ImmutableArray<ArticleId> Articles, ImmutableArray<EventId> OnlyHere, ImmutableArray<EventId> Missing);

/// <summary>One story, reconciled.</summary>
/// <param name="Story">Its articles.</param>
/// <param name="Title">In our own words: who mediates between whom, or who did what, and when.</param>
/// <param name="Span">First to last day of its news: of publication, or of the dated events where no day of publication is known; or null.</param>
/// <param name="Linked">Other episodes of the same affair, each with the reason.</param>
/// <param name="Events">By day.</param>
/// <param name="Contacts">By day.</param>
/// <param name="Mediation">Initiatives.</param>
/// <param name="Positions">Where actors stand.</param>
/// <param name="Quotes">Utterances with their wordings.</param>
/// <param name="Figures">Claims over time.</param>
/// <param name="Outlets">Coverage.</param>
/// <param name="Copies">Articles that repeat another's sentences, by id, with the article they repeat.</param>
public sealed record DossierStory(
    Story Story,
    string Title,
    Days? Span,
    ImmutableArray<(StoryId Story, string Reason)> Linked,
    ImmutableArray<Event> Events,
    ImmutableArray<Contact> Contacts,
    ImmutableArray<Initiative> Mediation,
    ImmutableArray<Position> Positions,
    ImmutableArray<Utterance> Quotes,
    ImmutableArray<FigureSeries> Figures,
    ImmutableArray<OutletCoverage> Outlets,
    ImmutableSortedDictionary<string, ArticleId> Copies)
{
    /// <summary>Differences in which no event's report takes part.</summary>
    public ImmutableArray<Discrepancy> OtherDiscrepancies { get; init; } = [];
}

/// <summary>The reader's page: all stories of a set of articles.</summary>
/// <param name="AsOf">Articles published later were left out; null for all.</param>
/// <param name="Articles">Every article, by id.</param>
/// <param name="Stories">By first day (unknown last), then id.</param>
public sealed record Dossier(DateOnly? AsOf, ImmutableArray<CodedArticle> Articles, ImmutableArray<DossierStory> Stories)
{
    private readonly Dictionary<ArticleId, CodedArticle> _byId = Articles.ToDictionary(a => a.Article.Id);

    /// <summary>What people corrected.</summary>
    public DossierCorrections Corrections { get; init; } = DossierCorrections.None;

    /// <summary>The article of an id.</summary>
    /// <exception cref="KeyNotFoundException">The dossier has no such article.</exception>
    public CodedArticle this[ArticleId id] => _byId[id];

    /// <summary>First and last day on which an event was reported, as distinct from its own; null where no report's day is known.</summary>
    public (DateOnly? First, DateOnly? Last) Reported(Event e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return (e.Reports.Min(r => this[r.Article].Article.Published.Date), e.Reports.Max(r => this[r.Article].Article.Published.Date));
    }
}
