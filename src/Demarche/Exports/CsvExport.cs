using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;

namespace Demarche.Exports;

/// <summary>Our own record as a tidy table: one row an event, lists joined by a bar.</summary>
internal static class CsvExport
{
    public static ExportFormat Create(CodeBook book, ExportSettings settings) =>
        new("csv", book, settings, _ => true, ExportTable.Of("events.csv", settings.Guard ? Dialect.GuardedCommas : Dialect.Commas, Columns(book), e => [e]));

    private static ImmutableArray<Column<ExportedEvent>> Columns(CodeBook book) =>
    [
        new("event_id", ColumnType.Text, e => e.Id),
        new("article_id", ColumnType.Text, e => e.Article.Id.Value),
        new("article_source", ColumnType.Text, e => e.Article.Source),
        new("input_id", ColumnType.Text, e => e.Article.InputId),
        new("url", ColumnType.Text, e => e.Article.Url),
        new("outlet", ColumnType.Text, e => e.Article.Outlet),
        new("title", ColumnType.Text, e => e.Article.Title),
        new("published", ColumnType.Date, e => Cells.Iso(e.Article.Published.Date)),
        new("published_basis", ColumnType.Text, e => e.Article.Published.Basis.Word()),
        new("cameo", ColumnType.Text, e => e.Observation.Cameo),
        new("cameo_name", ColumnType.Text, e => book.Codes[e.Observation.Cameo].Name),
        new("plover", ColumnType.Text, e => e.Observation.Plover),
        new("plover_mode", ColumnType.Text, e => e.Observation.Mode),
        new("plover_contexts", ColumnType.Text, e => Cells.List(e.Observation.Contexts)),
        new("goldstein", ColumnType.Number, e => Cells.Real(book.Scales.Goldstein(e.Observation.Cameo), "0.0")),
        new("quad_class", ColumnType.Integer, e => Cells.Whole(book.Scales.QuadClass(e.Observation.Cameo))),
        new("status", ColumnType.Text, e => e.Observation.Status.Word()),
        new("historical", ColumnType.Boolean, e => e.Observation.Historical ? "true" : "false"),
        .. Side("source", e => e.Sources),
        .. Side("target", e => e.Targets),
        new("date_start", ColumnType.Date, e => Cells.Iso(e.Observation.Date?.Start)),
        new("date_end", ColumnType.Date, e => Cells.Iso(e.Observation.Date?.End)),
        new("date_precision", ColumnType.Text, e => e.Observation.Date?.Precision.Word),
        new("time_precision", ColumnType.Integer, e => e.Observation.Date?.Precision.TimePrecision is { } time ? Cells.Whole(time) : null),
        new("date_prec", ColumnType.Integer, e => e.Observation.Date is { } date ? Cells.Whole(date.Precision.DatePrec) : null),
        new("date_basis", ColumnType.Text, e => e.Observation.Date?.Basis.Word()),
        new("date_text", ColumnType.Text, e => e.Words(e.Observation.Date?.Text)),
        new("location", ColumnType.Text, e => e.Observation.Location?.Name),
        new("location_country", ColumnType.Text, e => e.Observation.Location?.Country),
        new("attribution", ColumnType.Text, e => Cells.List(e.Attribution.Select(a => a.Voice.Name))),
        new("attribution_kinds", ColumnType.Text, e => Cells.List(e.Attribution.Select(a => a.Voice.Kind.Word()))),
        new("attribution_codes", ColumnType.Text, e => Cells.List(e.Attribution.Select(a => a.Actor?.Code))),
        new("sentence", ColumnType.Text, e => e.Sentence),
        new("sentence_start", ColumnType.Integer, e => Cells.Whole(e.Points.At(e.Observation.Sentence.Start))),
        new("sentence_end", ColumnType.Integer, e => Cells.Whole(e.Points.At(e.Observation.Sentence.End))),
        new("trigger", ColumnType.Text, e => Cells.List(e.Observation.Trigger.Select(t => e.Words(t)))),
        new("coder", ColumnType.Text, e => e.Observation.Coder),
        new("confidence", ColumnType.Number, e => Cells.Real(e.Observation.Confidence)),
    ];

    private static IEnumerable<Column<ExportedEvent>> Side(string name, Func<ExportedEvent, ImmutableArray<ExportedActor>> side)
    {
        Column<ExportedEvent> Of(string what, Func<Actor, string?> cell) =>
            new($"{name}_{what}", ColumnType.Text, e => Cells.List(side(e).Select(a => cell(a.Actor))));
        return
        [
            Of("names", a => a.Name), Of("codes", a => a.Code), Of("countries", a => a.Country), Of("sectors", a => a.Sector),
            Of("roles", a => a.Role), Of("kinds", a => a.Kind.Word()),
        ];
    }
}
