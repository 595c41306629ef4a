using Demarche.Actors;

namespace Demarche.Exports;

/// <summary>Tab-separated dyads as the users of PETRARCH have them: date, source, target, code, issues, id, address, outlet.</summary>
internal static class CameoExport
{
    public static ExportFormat Create(CodeBook book, ExportSettings settings) => new("cameo", book, settings, e => e.IsNews, ExportTable.Of<Dyad>(
        "events.tsv", Dialect.BareTabs,
        [
            new("date", ColumnType.Text, d => Cells.Digits(d.Date)),
            new("source", ColumnType.Text, d => Code(d.Source.Actor)),
            new("target", ColumnType.Text, d => Code(d.Target?.Actor)),
            new("code", ColumnType.Text, d => d.Cameo),
            new("issues", ColumnType.Text, _ => null),
            new("ids", ColumnType.Text, d => d.Event.Id),
            new("url", ColumnType.Text, d => d.Event.Article.Url),
            new("story_source", ColumnType.Text, d => d.Event.Article.Outlet),
        ],
        e => Dyad.Of(e, book, settings)));

    /// <summary>The actor's CAMEO code; of an actor whose country is not known, CAMEO's three dashes before his sector.</summary>
    private static string? Code(Actor? actor) => actor?.Code ?? (actor?.Sector is { } sector ? "---" + sector : null);
}
