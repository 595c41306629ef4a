using System.Collections.Immutable;
using System.Globalization;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>The tables of the page.</summary>
internal static class HtmlTables
{
    /// <summary>Opens a section with a heading and a table, up to its first row.</summary>
    public static void Open(HtmlPage page, string id, string title, params string[] heads)
    {
        page.Raw($"<section id=\"{id}\"><h2>{HtmlPage.Encode(title)}</h2>\n");
        Head(page, heads);
    }

    /// <summary>Opens a table, up to its first row.</summary>
    public static void Head(HtmlPage page, params string[] heads)
    {
        page.Raw("<div class=\"wide\"><table class=\"stack\"><thead><tr>");
        foreach (var head in heads) page.Raw($"<th scope=\"col\">{head}</th>");
        page.Raw("</tr></thead><tbody>\n");
    }

    /// <summary>A cell with the outlets of some reports, each a link to its words; further reports of one outlet as numbers.</summary>
    public static string ReportsCell(HtmlPage page, DossierPhrases say, ImmutableArray<Report> reports) =>
        $"<td class=\"reports\">{Reports(page, say, reports)}</td>";

    /// <summary>The outlets of some reports, each a link to its words; further reports of one outlet as numbers.</summary>
    public static string Reports(HtmlPage page, DossierPhrases say, ImmutableArray<Report> reports) =>
        string.Join(", ", reports.GroupBy(r => say.Outlet(r.Article), StringComparer.OrdinalIgnoreCase).Select(g =>
            page.Link(HtmlPage.Isolated(g.Key), g.First())
            + string.Concat(g.Skip(1).Select((r, i) => " " + page.Link((i + 2).ToString(CultureInfo.InvariantCulture), r)))));
}
