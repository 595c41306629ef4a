namespace Demarche.Exports;

/// <summary>Dyads under the heads of the ICEWS coded event data (Boschee et al., Harvard Dataverse), tab-separated.</summary>
internal static class IcewsExport
{
    public static ExportFormat Create(CodeBook book, ExportSettings settings) => new("icews", book, settings, e => e.IsNews, ExportTable.Of<Dyad>(
        "events.tsv", Dialect.Tabs,
        [
            new("Event ID", ColumnType.Text, d => d.Id),
            new("Event Date", ColumnType.Date, d => Cells.Iso(Cells.Day(d.Date))),
            new("Source Name", ColumnType.Text, d => d.Source.Actor.Name),
            new("Source Sectors", ColumnType.Text, d => d.Source.Actor.Sector),
            new("Source Country", ColumnType.Text, d => book.CountryName(d.Source.Actor.Country)),
            new("Event Text", ColumnType.Text, d => book.Codes[d.Cameo].Name),
            new("CAMEO Code", ColumnType.Text, d => d.Cameo),
            new("Intensity", ColumnType.Number, d => Cells.Real(book.Scales.Goldstein(d.Cameo), "0.0")),
            new("Target Name", ColumnType.Text, d => d.Target?.Actor.Name),
            new("Target Sectors", ColumnType.Text, d => d.Target?.Actor.Sector),
            new("Target Country", ColumnType.Text, d => book.CountryName(d.Target?.Actor.Country)),
            new("Story ID", ColumnType.Text, d => d.Event.Article.Id.Value),
            new("Sentence Number", ColumnType.Integer, d => d.Event.SentenceNumber is { } n ? Cells.Whole(n) : null),
            new("Publisher", ColumnType.Text, d => d.Event.Article.Outlet),
            new("City", ColumnType.Text, _ => null),
            new("District", ColumnType.Text, _ => null),
            new("Province", ColumnType.Text, _ => null),
            new("Country", ColumnType.Text, d => book.CountryName(d.Event.Observation.Location?.Country)),
            new("Latitude", ColumnType.Number, _ => null),
            new("Longitude", ColumnType.Number, _ => null),
        ],
        e => Dyad.Of(e, book, settings)));
}
