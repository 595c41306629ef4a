using Demarche.Actors;
using Demarche.Ontology;

namespace Demarche.Exports;

/// <summary>Events of violence and protest under the heads of ACLED's export (ACLED code book, 2024).</summary>
internal static class AcledExport
{
    public static ExportFormat Create(CodeBook book, ExportSettings settings) => new(
        "acled", book, settings, e => e.IsNews && book.Acled.TryFind(e.Observation.Cameo, out _),
        ExportTable.Of<ExportedEvent>(
            "events.csv", settings.Guard ? Dialect.GuardedCommas : Dialect.Commas,
            [
                new("event_id_cnty", ColumnType.Text, e => e.Id),
                new("event_date", ColumnType.Date, e => TimePrecision(e) is null ? null : Cells.Iso(e.Observation.Date?.Start)),
                new("year", ColumnType.Integer, Year),
                new("time_precision", ColumnType.Integer, TimePrecision),
                new("disorder_type", ColumnType.Text, e => Type(book, e)?.Disorder),
                new("event_type", ColumnType.Text, e => Type(book, e)?.Event),
                new("sub_event_type", ColumnType.Text, e => Type(book, e)?.SubEvent),
                new("actor1", ColumnType.Text, e => First(e.Sources)?.Name),
                new("assoc_actor_1", ColumnType.Text, e => Others(e.Sources)),
                new("inter1", ColumnType.Text, e => Inter(First(e.Sources))),
                new("actor2", ColumnType.Text, e => First(e.Targets)?.Name),
                new("assoc_actor_2", ColumnType.Text, e => Others(e.Targets)),
                new("inter2", ColumnType.Text, e => Inter(First(e.Targets))),
                new("interaction", ColumnType.Text, _ => null),
                new("civilian_targeting", ColumnType.Text, _ => null),
                new("iso", ColumnType.Integer, _ => null),
                new("region", ColumnType.Text, _ => null),
                new("country", ColumnType.Text, e => book.CountryName(e.Observation.Location?.Country)),
                new("admin1", ColumnType.Text, _ => null),
                new("admin2", ColumnType.Text, _ => null),
                new("admin3", ColumnType.Text, _ => null),
                new("location", ColumnType.Text, e => e.Observation.Location?.Name),
                new("latitude", ColumnType.Number, _ => null),
                new("longitude", ColumnType.Number, _ => null),
                new("geo_precision", ColumnType.Integer, _ => null),
                new("source", ColumnType.Text, e => e.Article.Outlet),
                new("source_scale", ColumnType.Text, _ => null),
                new("notes", ColumnType.Text, e => e.Sentence),
                new("fatalities", ColumnType.Integer, _ => null),
                new("tags", ColumnType.Text, _ => null),
                new("timestamp", ColumnType.Integer, _ => null),
            ],
            e => [e]));

    private static AcledType? Type(CodeBook book, ExportedEvent e) => book.Acled.TryFind(e.Observation.Cameo, out var type) ? type : null;

    /// <summary>1 the day, 2 the week, 3 the month; null where the stretch is longer or not known.</summary>
    private static string? TimePrecision(ExportedEvent e) => e.Observation.Date?.Precision.TimePrecision is { } number ? Cells.Whole(number) : null;

    private static string? Year(ExportedEvent e) =>
        e.Observation.Date is { } date && date.Start.Year == date.End.Year ? Cells.Whole(date.Start.Year) : null;

    private static Actor? First(IReadOnlyList<ExportedActor> side) => side.Count > 0 ? side[0].Actor : null;

    /// <summary>ACLED joins names by "; ".</summary>
    private static string Others(IEnumerable<ExportedActor> side) => string.Join("; ", side.Skip(1).Select(a => a.Actor.Name));

    /// <summary>Only what the sector says surely: whether forces act at home, ACLED's question about states, we do not know without the place.</summary>
    private static string? Inter(Actor? actor) => actor?.Sector switch
    {
        "REB" => "Rebel group",
        "CVL" => "Civilians",
        _ => null,
    };
}
