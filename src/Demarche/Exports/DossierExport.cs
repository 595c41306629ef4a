using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Ontology;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Exports;

/// <summary>A dossier as tidy tables, one row an observation, and its contacts as a graph; docs/exports.md lists every column.</summary>
public sealed class DossierExport
{
    private readonly CodeBook _book;
    private readonly DossierRows _rows;
    private readonly Dialect _dialect;
    private readonly Dictionary<ArticleId, CodePoints> _points;

    private DossierExport(Dossier dossier, DataFiles data, ExportSettings settings)
    {
        _book = CodeBook.Load(data);
        _rows = new DossierRows(dossier, new DossierPhrases(dossier, _book.Codes));
        _dialect = settings.Guard ? Dialect.GuardedCommas : Dialect.Commas;
        _points = dossier.Articles.ToDictionary(a => a.Article.Id, a => new CodePoints(a.Article.Text));
    }

    /// <summary>The tables of one dossier, ready to be written.</summary>
    /// <param name="dossier">What.</param>
    /// <param name="data">The shipped data.</param>
    /// <param name="settings">What the user chose; null for what holds if nothing is said.</param>
    /// <exception cref="DataException">A data file is missing or has a bad line.</exception>
    public static ExportFormat Of(Dossier dossier, DataFiles data, ExportSettings? settings = null)
    {
        var chosen = settings ?? new ExportSettings();
        var export = new DossierExport(dossier, data, chosen);
        return new ExportFormat(
            "dossier", export._book, chosen, _ => true, export.Events(), export.Reports(), export.Quotes(), export.Positions(), export.Contacts(), export.Steps(), export.Offers(), export.Responses(),
            export.Figures(), export.Differences(), export.Actors(), export.Articles(), ContactGraph.Of(dossier));
    }

    private ExportTable Events() => Table("events", _rows.Events, x => x.Story,
        Text<(DossierStory Story, Event E)>("event_id", x => x.E.Id.Value), Text<(DossierStory Story, Event E)>("cameo", x => x.E.Cameo),
        Text<(DossierStory Story, Event E)>("cameo_name", x => _book.Codes.TryFind(x.E.Cameo, out var code) ? code.Name : null),
        Text<(DossierStory Story, Event E)>("plover", x => x.E.Plover), Text<(DossierStory Story, Event E)>("plover_mode", x => x.E.Mode),
        Text<(DossierStory Story, Event E)>("status", x => x.E.Status.Word()),
        Day<(DossierStory Story, Event E)>("date_start", x => x.E.Date?.Start), Day<(DossierStory Story, Event E)>("date_end", x => x.E.Date?.End),
        Text<(DossierStory Story, Event E)>("source_names", x => Names(x.E.Sources)), Text<(DossierStory Story, Event E)>("source_codes", x => Cells.List(x.E.Sources.Select(p => p.Code))),
        Text<(DossierStory Story, Event E)>("source_countries", x => Cells.List(x.E.Sources.Select(p => p.Country))),
        Text<(DossierStory Story, Event E)>("target_names", x => Names(x.E.Targets)), Text<(DossierStory Story, Event E)>("target_codes", x => Cells.List(x.E.Targets.Select(p => p.Code))),
        Text<(DossierStory Story, Event E)>("target_countries", x => Cells.List(x.E.Targets.Select(p => p.Country))),
        Count<(DossierStory Story, Event E)>("reports", x => x.E.Reports.Length), Count<(DossierStory Story, Event E)>("outlets", x => x.E.Outlets),
        Count<(DossierStory Story, Event E)>("independent_sources", x => x.E.IndependentSources), Count<(DossierStory Story, Event E)>("discrepancies", x => x.E.Discrepancies.Length), Text<(DossierStory Story, Event E)>("joined_by", x => x.E.Reason));

    private ExportTable Reports() => Table("reports", _rows.Reports, r => r.Story,
        Text<ReportRow>("event_id", r => r.Event.Id.Value), Text<ReportRow>("article_id", r => r.Report.Article.Value), Text<ReportRow>("observation", r => r.Report.Observation?.Value),
        Text<ReportRow>("outlet", r => r.Coded.Article.Outlet), Day<ReportRow>("published", r => r.Coded.Article.Published.Date),
        Count<ReportRow>("span_start", r => Start(r.Report)), Count<ReportRow>("span_end", r => End(r.Report)),
        Text<ReportRow>("sentence", r => DossierPhrases.OneLine(r.Report.Span.Of(r.Coded.Article.Text))));

    private ExportTable Quotes() => Table("quotes", _rows.Quotes, q => q.Story,
        Text<QuoteRow>("quote_id", q => q.Id), Text<QuoteRow>("speaker", q => q.Utterance.Speaker), Text<QuoteRow>("addressee", q => q.Utterance.Addressee), Text<QuoteRow>("rendering", q => q.Variant.Kind.Word()), Day<QuoteRow>("date_start", q => q.Utterance.Date?.Start),
        Day<QuoteRow>("date_end", q => q.Utterance.Date?.End), Text<QuoteRow>("article_id", q => q.Variant.Article.Value), Text<QuoteRow>("outlet", q => q.Article.Outlet),
        Count<QuoteRow>("span_start", q => _points[q.Variant.Article].At(q.Variant.Span.Start)), Count<QuoteRow>("span_end", q => _points[q.Variant.Article].At(q.Variant.Span.End)),
        Text<QuoteRow>("words", q => DossierPhrases.OneLine(q.Variant.Words)));

    private ExportTable Positions() => Table("positions", _rows.Positions, p => p.Story,
        Text<PositionRow>("actor", p => p.Position.Actor.Name), Text<PositionRow>("actor_code", p => p.Position.Actor.Code), Text<PositionRow>("issue", p => p.Position.Issue),
        Text<PositionRow>("stance", p => p.Entry.Stance.Word()), Day<PositionRow>("date_start", p => p.Entry.Date?.Start), Day<PositionRow>("date_end", p => p.Entry.Date?.End),
        Flag<PositionRow>("changes", p => p.Position.Changes), Text<PositionRow>("event_ids", p => Cells.List(p.Entry.Events.Select(e => e.Value))));

    private ExportTable Contacts() => Table("contacts", _rows.Contacts, c => c.Story,
        Text<ContactRow>("contact_id", c => c.Id), Text<ContactRow>("participants", c => Names(c.Contact.Participants)),
        Text<ContactRow>("participant_codes", c => Cells.List(c.Contact.Participants.Select(p => p.Code))), Text<ContactRow>("mode", c => c.Contact.Mode.Word()),
        Text<ContactRow>("who_initiated", c => c.Contact.Initiator?.Name), Text<ContactRow>("place", c => c.Contact.Place), Text<ContactRow>("topics", c => Cells.List(c.Contact.Topics)),
        Text<ContactRow>("sender", c => c.Contact.Relay?.Sender?.Name), Text<ContactRow>("carrier", c => c.Contact.Relay?.Carrier?.Name), Text<ContactRow>("addressee", c => c.Contact.Relay?.Addressee?.Name),
        Text<ContactRow>("status", c => c.Contact.Status.Word()), Day<ContactRow>("date_start", c => c.Contact.Date?.Start), Day<ContactRow>("date_end", c => c.Contact.Date?.End),
        Count<ContactRow>("reports", c => c.Contact.Reports.Length), Text<ContactRow>("event_ids", c => Cells.List(c.Contact.Events.Select(e => e.Value))));

    private ExportTable Steps() => Table("mediation_steps", _rows.Steps, s => s.Story,
        Text<StepRow>("initiative_id", s => s.Of.Id), Text<StepRow>("mediator", s => s.Of.Mediator), Text<StepRow>("parties", s => Cells.List(s.Of.Parties)),
        Text<StepRow>("initiative_status", s => s.Of.Status.Word()), Text<StepRow>("step", s => s.Step.Kind.Word()), Text<StepRow>("by", s => s.Step.By.Name),
        Text<StepRow>("role", s => s.Step.Role.Word()), Text<StepRow>("to", s => Names(s.Step.To)), Day<StepRow>("date_start", s => s.Step.Date?.Start),
        Day<StepRow>("date_end", s => s.Step.Date?.End), Text<StepRow>("event_ids", s => Cells.List(s.Step.Events.Select(e => e.Value))));

    private ExportTable Offers() => Table("mediation_offers", _rows.Offers, o => o.Story,
        Text<OfferRow>("offer_id", o => o.Id), Text<OfferRow>("initiative_id", o => o.Of.Id), Text<OfferRow>("mediator", o => o.Offer.Mediator.Name),
        Text<OfferRow>("mediator_type", o => o.Offer.MediatorType), Text<OfferRow>("parties", o => Cells.List(o.Of.Parties)), Text<OfferRow>("addressed_to", o => Names(o.Offer.AddressedTo)),
        Day<OfferRow>("date_start", o => o.Offer.Date?.Start), Day<OfferRow>("date_end", o => o.Offer.Date?.End), Text<OfferRow>("channel", o => o.Offer.Channel),
        Text<OfferRow>("act", o => o.Offer.Act), Text<OfferRow>("conditions", o => Cells.List(o.Offer.Conditions.Select(c => DossierPhrases.OneLine(c.Text)))),
        Text<OfferRow>("initiated_by", o => o.Offer.InitiatedBy), Text<OfferRow>("strategy", o => o.Offer.Strategy), Text<OfferRow>("venue", o => o.Offer.Venue),
        Text<OfferRow>("article_ids", o => Articles(o.Offer.Reports)));

    private ExportTable Responses() => Table("mediation_responses", _rows.Responses, r => r.Story,
        Text<ResponseRow>("initiative_id", r => r.Of.Id), Text<ResponseRow>("mediator", r => r.Of.Mediator), Text<ResponseRow>("respondent", r => r.Response.Respondent),
        Text<ResponseRow>("role", r => r.Response.Role), Text<ResponseRow>("value", r => r.Response.Value), Day<ResponseRow>("date_start", r => r.Response.Date?.Start),
        Day<ResponseRow>("date_end", r => r.Response.Date?.End), Flag<ResponseRow>("changed", r => r.Response.Supersedes is not null),
        Text<ResponseRow>("article_ids", r => Articles(r.Response.Reports)));

    private ExportTable Figures() => Table("figures", _rows.Figures, f => f.Story,
        Text<FigureRow>("series_id", f => f.Series), Text<FigureRow>("kind", f => f.Of.Kind.Word()), Text<FigureRow>("measure", f => f.Of.Measure.Word()),
        Text<FigureRow>("country", f => f.Of.Country), Text<FigureRow>("side", f => f.Of.Side), Count<FigureRow>("value", f => f.Entry.Value), Count<FigureRow>("high", f => f.Entry.High),
        Text<FigureRow>("bound", f => f.Entry.Bound.Word()), Text<FigureRow>("words", f => f.Entry.Words), Day<FigureRow>("as_of", f => f.Entry.AsOf),
        Text<FigureRow>("claimants", f => Cells.List(f.Entry.Claimants)), Text<FigureRow>("change", f => f.Entry.Change?.Word()), Flag<FigureRow>("part", f => f.Entry.IsPart),
        Text<FigureRow>("status", f => f.Entry.Status.Word()), Flag<FigureRow>("stands", f => f.Of.Standing.Contains(f.Entry)),
        Count<FigureRow>("series_best", f => f.Of.Best), Count<FigureRow>("series_low", f => f.Of.Low), Count<FigureRow>("series_high", f => f.Of.High), Text<FigureRow>("article_ids", f => Cells.List(f.Entry.Reports.Select(r => r.Article.Value))));

    private ExportTable Differences() => Table("discrepancies", _rows.Differences, d => d.Story,
        Text<DifferenceRow>("discrepancy_id", d => d.Difference.Id), Text<DifferenceRow>("about", d => d.Difference.About), Text<DifferenceRow>("field", d => d.Difference.Field.Word()),
        Text<DifferenceRow>("type", d => d.Difference.Type.Word()), Text<DifferenceRow>("state", d => d.Difference.State.Word()), Text<DifferenceRow>("rule", d => d.Difference.Rule),
        Text<DifferenceRow>("event_id", d => d.Difference.Event?.Value),
        Text<DifferenceRow>("value", d => d.Value.Value), Text<DifferenceRow>("article_id", d => d.Report.Article.Value),
        Count<DifferenceRow>("span_start", d => Start(d.Report)), Count<DifferenceRow>("span_end", d => End(d.Report)));

    private ExportTable Actors() => Table("actors", _rows.Actors, a => a.Story,
        Text<ActorRow>("name", a => a.Party.Name), Text<ActorRow>("kind", a => a.Party.Kind.Word()), Text<ActorRow>("code", a => a.Party.Code),
        Text<ActorRow>("country", a => a.Party.Country), Count<ActorRow>("as_source", a => a.AsSource), Count<ActorRow>("as_target", a => a.AsTarget), Count<ActorRow>("contacts", a => a.Contacts));

    private ExportTable Articles() => Table("articles", _rows.Articles, a => a.Story,
        Text<ArticleRow>("article_id", a => a.Article.Id.Value), Text<ArticleRow>("source", a => a.Article.Source), Text<ArticleRow>("url", a => a.Article.Url),
        Text<ArticleRow>("outlet", a => a.Article.Outlet), Text<ArticleRow>("title", a => a.Article.Title), Text<ArticleRow>("authors", a => Cells.List(a.Article.Authors)),
        Text<ArticleRow>("language", a => a.Article.Language), Day<ArticleRow>("published", a => a.Article.Published.Date), Text<ArticleRow>("published_basis", a => a.Article.Published.Basis.Word()),
        Text<ArticleRow>("repeats", a => a.Story.Copies.TryGetValue(a.Article.Id.Value, out var of) ? of.Value : null), Text<ArticleRow>("text_sha256", a => Citation.Sha256(a.Article)));

    private int Start(Report r) => _points[r.Article].At(r.Span.Start);

    private int End(Report r) => _points[r.Article].At(r.Span.End);

    private ExportTable Table<TRow>(string name, IEnumerable<TRow> rows, Func<TRow, DossierStory> story, params ReadOnlySpan<Column<TRow>> columns) =>
        ExportTable.OfRows(name + ".csv", _dialect, [Text<TRow>("story_id", r => story(r).Story.Id.Value), .. columns], rows);

    private static string Articles(ImmutableArray<Report> reports) => Cells.List(reports.Select(r => r.Article.Value).Distinct(StringComparer.Ordinal));

    private static string Names(ImmutableArray<Party> parties) => Cells.List(parties.Select(p => p.Name));

    private static Column<TRow> Text<TRow>(string name, Func<TRow, string?> cell) => new(name, ColumnType.Text, cell);

    private static Column<TRow> Day<TRow>(string name, Func<TRow, DateOnly?> cell) => new(name, ColumnType.Date, r => Cells.Iso(cell(r)));

    private static Column<TRow> Count<TRow>(string name, Func<TRow, long?> cell) => new(name, ColumnType.Integer, r => cell(r) is { } n ? Cells.Whole(n) : null);

    private static Column<TRow> Flag<TRow>(string name, Func<TRow, bool> cell) => new(name, ColumnType.Boolean, r => cell(r) ? "true" : "false");
}
