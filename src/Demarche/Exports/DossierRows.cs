using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Mediation;
using Demarche.Reconciliation;

namespace Demarche.Exports;

/// <summary>One report of an event: a row of the table that joins events and articles.</summary>
internal sealed record ReportRow(DossierStory Story, Event Event, Report Report, CodedArticle Coded);

/// <summary>One rendering of an utterance.</summary>
internal sealed record QuoteRow(DossierStory Story, string Id, Utterance Utterance, Variant Variant, Article Article);

/// <summary>One stance of an actor on an issue.</summary>
internal sealed record PositionRow(DossierStory Story, Position Position, PositionEntry Entry);

/// <summary>One contact.</summary>
internal sealed record ContactRow(DossierStory Story, string Id, Contact Contact);

/// <summary>One step of an initiative.</summary>
internal sealed record StepRow(DossierStory Story, Initiative Of, MediationStep Step);

/// <summary>One offer, proposal or request of an initiative.</summary>
internal sealed record OfferRow(DossierStory Story, string Id, Initiative Of, Offer Offer);

/// <summary>One answer to an initiative.</summary>
internal sealed record ResponseRow(DossierStory Story, Initiative Of, Response Response);

/// <summary>One claim of a number.</summary>
internal sealed record FigureRow(DossierStory Story, string Series, FigureSeries Of, FigureEntry Entry);

/// <summary>One report of one account of a disagreement.</summary>
internal sealed record DifferenceRow(DossierStory Story, Disagreement Difference, DiscrepancyValue Value, Report Report);

/// <summary>One actor of a story's events.</summary>
internal sealed record ActorRow(DossierStory Story, Party Party, int AsSource, int AsTarget, int Contacts);

/// <summary>One article of a story.</summary>
internal sealed record ArticleRow(DossierStory Story, Article Article);

/// <summary>Lays a dossier out in rows, one observation each, in the dossier's own order.</summary>
internal sealed class DossierRows(Dossier dossier, DossierPhrases say)
{
    public IEnumerable<(DossierStory Story, Event Event)> Events => Each(s => s.Events.Select(e => (s, e)));

    public IEnumerable<ReportRow> Reports => Each(s => s.Events.SelectMany(e => e.Reports.Select(r => new ReportRow(s, e, r, dossier[r.Article]))));

    public IEnumerable<QuoteRow> Quotes =>
        Each(s => s.Quotes.SelectMany((u, i) => u.Variants.Select(v => new QuoteRow(s, Number(s, "quote", i), u, v, dossier[v.Article].Article))));

    public IEnumerable<PositionRow> Positions => Each(s => s.Positions.SelectMany(p => p.Entries.Select(e => new PositionRow(s, p, e))));

    public IEnumerable<ContactRow> Contacts => Each(s => s.Contacts.Select((c, i) => new ContactRow(s, Number(s, "contact", i), c)));

    public IEnumerable<StepRow> Steps => Each(s => s.Mediation.SelectMany(m => m.Steps.Select(t => new StepRow(s, m, t))));

    public IEnumerable<OfferRow> Offers => Each(s => s.Mediation.SelectMany(m => m.Offers.Select((o, i) => new OfferRow(s, $"{m.Id}-offer-{Cells.Whole(i + 1)}", m, o))));

    public IEnumerable<ResponseRow> Responses => Each(s => s.Mediation.SelectMany(m => m.Responses.Select(r => new ResponseRow(s, m, r))));

    public IEnumerable<FigureRow> Figures => Each(s => s.Figures.SelectMany((f, i) => f.Entries.Select(e => new FigureRow(s, Number(s, "series", i), f, e))));

    public IEnumerable<DifferenceRow> Differences =>
        Each(s => Disagreement.OfAll(s, say).SelectMany(d => d.Sides.SelectMany(v => v.Reports.Select(r => new DifferenceRow(s, d, v, r)))));

    public IEnumerable<ActorRow> Actors => Each(s => Party.Distinct(s.Events.SelectMany(e => e.Sources.Concat(e.Targets)))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Kind).Select(p => new ActorRow(
            s, p, s.Events.Count(e => Has(e.Sources, p)), s.Events.Count(e => Has(e.Targets, p)), s.Contacts.Count(c => Has(c.Participants, p)))));

    public IEnumerable<ArticleRow> Articles => Each(s => s.Story.Articles.Select(a => new ArticleRow(s, a.Article)));

    private IEnumerable<T> Each<T>(Func<DossierStory, IEnumerable<T>> rows) => dossier.Stories.SelectMany(rows);

    private static bool Has(ImmutableArray<Party> side, Party p) => side.Any(q => q.Kind == p.Kind && string.Equals(q.Name, p.Name, StringComparison.OrdinalIgnoreCase));

    private static string Number(DossierStory s, string what, int i) => $"{s.Story.Id}-{what}-{Cells.Whole(i + 1)}";
}
