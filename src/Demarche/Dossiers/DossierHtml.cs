using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Ontology;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>Writes a dossier as one self-contained page: no script, nothing fetched, every cell a link to the sentence that proves it.</summary>
public sealed class DossierHtml
{
    private const int ShownDigits = 16;

    private readonly HtmlPage _page;
    private readonly Dossier _dossier;
    private readonly DossierPhrases _say;

    private DossierHtml(HtmlPage page, Dossier dossier, EventOntology? codes)
    {
        _page = page;
        _dossier = dossier;
        _say = new DossierPhrases(dossier, codes);
    }

    /// <summary>Writes the whole page; lines end with "\n".</summary>
    /// <param name="writer">Where to; the page says that it is UTF-8.</param>
    /// <param name="dossier">What.</param>
    /// <param name="codes">Names of the event codes; null to print types instead.</param>
    public static void Write(TextWriter writer, Dossier dossier, EventOntology? codes = null) =>
        new DossierHtml(new HtmlPage(writer, dossier), dossier, codes).Write();

    private void Write()
    {
        var title = _dossier.Stories.Length == 1 ? _dossier.Stories[0].Title : "Dossier";
        _page.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {HtmlStyle.Digest}; base-uri 'none'; form-action 'none'\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
            + $"<title>{HtmlPage.Encode(title)}</title>\n<style>{HtmlStyle.Sheet}</style>\n</head>\n<body>\n"
            + "<a class=\"skip\" href=\"#main\">To the record</a>\n<main id=\"main\">\n");
        foreach (var story in _dossier.Stories) Story(story);
        new HtmlEvidence(_page, _dossier, _say).Write();
        _page.Raw("</main>\n<footer><p>Made by Demarche. What reports say, not what is true: every line rests on the sentence it links to."
            + (_dossier.AsOf is { } day ? " As of " + DossierPhrases.Day(day) + "." : "") + "</p></footer>\n</body>\n</html>\n");
    }

    private void Story(DossierStory s)
    {
        var id = s.Story.Id.Value;
        _page.Raw($"<article id=\"{id}\">\n");
        _page.Element("h1", s.Title, "dir=\"auto\"");
        _page.Element("p", (s.Span is { } d ? DossierPhrases.Date(d) + " · " : "")
            + DossierPhrases.Counts(s), "class=\"soft\"");
        foreach (var (other, reason) in s.Linked)
            _page.Raw($"<p>See also <a href=\"#{other.Value}\">{HtmlPage.Isolated(_dossier.Stories.First(x => x.Story.Id == other).Title)}</a> ({HtmlPage.Encode(reason)})</p>\n");
        Contents(s, id);
        Chronicle("Chronicle", id + "-chronicle", _say.Current(s));
        Drawing(id + "-timeline", "Timeline", "The dated events above: filled what is said to have happened, hollow what is planned, possible or denied; a bar where only a stretch of days is known.", TimelineSvg.Draw(_say.Current(s), _say));
        Chronicle("Background", id + "-background", DossierPhrases.Background(s));
        Contacts(s, id);
        new HtmlMediation(_page, _say).Write(s, id);
        Figures(s, id);
        Quotes(s, id);
        Disagreements(s, id);
        WhoReports(s, id);
        Sources(s, id);
        _page.Raw("</article>\n");
    }

    private void Contents(DossierStory s, string id)
    {
        (string Anchor, string Name, bool Shown)[] parts =
        [
            ("chronicle", "Chronicle", _say.Current(s).Length > 0), ("background", "Background", DossierPhrases.Background(s).Length > 0),
            ("contacts", "Contacts", s.Contacts.Length > 0), ("mediation", "Mediation", s.Mediation.Length > 0),
            ("positions", "Positions", s.Positions.Length > 0), ("figures", "Figures", s.Figures.Length > 0),
            ("quotes", "Quotations in different words", s.Quotes.Any(q => q.Differs)), ("disagreements", "Disagreements", Disagreement.Of(s, _say).Length > 0),
            ("coverage", "Who reported what", Coverage.Matrix(s, _say.Current(s)).Length > 0), ("sources", "Sources", true),
        ];
        _page.Raw("<nav aria-label=\"Parts\"><ul>");
        foreach (var (anchor, name, _) in parts.Where(p => p.Shown)) _page.Raw($"<li><a href=\"#{id}-{anchor}\">{name}</a></li>");
        _page.Raw("<li><a href=\"#evidence\">Evidence</a></li></ul></nav>\n");
    }

    private void Chronicle(string title, string id, ImmutableArray<Event> events)
    {
        if (events.Length == 0) return;
        Open(id, title, "Date", "Who", "What", "To whom", "Reports");
        foreach (var e in events)
        {
            var best = _say.Best(e);
            _page.Raw($"<tr id=\"{e.Id}\">");
            _page.Cell(_say.When(e), best, "class=\"date\"");
            _page.Cell(DossierPhrases.Who(e.Sources), best);
            var status = DossierPhrases.StatusWord(e.Status) is { Length: > 0 } word ? $" <span class=\"tag\">{word}</span>" : "";
            var differs = e.Discrepancies.Length > 0 ? " <span class=\"tag warn\">reports differ</span>" : "";
            var corrected = _say.Correction(e) is { Length: > 0 } words ? $" <span class=\"tag\">{HtmlPage.Encode(words)}</span>" : "";
            _page.Raw($"<td class=\"what\">{_page.Link(HtmlPage.Isolated(_say.What(e)), best)}{status}{differs}{corrected}"
                + $"<blockquote lang=\"{Language(best)}\" dir=\"auto\">{HtmlPage.Encode(_say.Words(best))}</blockquote></td>\n");
            _page.Cell(DossierPhrases.Who(e.Targets), best);
            var leaning = e.IndependentSources < e.Outlets ? $" <span class=\"tag\">{DossierPhrases.Count(e.IndependentSources, "independent source")}</span>" : "";
            _page.Raw($"<td class=\"reports\">{Reports(e.Reports)}{leaning}</td></tr>\n");
        }
        Close();
    }

    private void Contacts(DossierStory s, string id)
    {
        if (s.Contacts.Length == 0) return;
        Open(id + "-contacts", "Contacts", "Date", "Who", "How", "Status", "Reports");
        for (var i = 0; i < s.Contacts.Length; i++)
        {
            var c = s.Contacts[i];
            _page.Raw($"<tr id=\"{Contact(i)}\">");
            _page.Cell(DossierPhrases.Date(c.Date), c.Reports[0], "class=\"date\"");
            _page.Cell(DossierPhrases.Who(c.Participants), c.Reports[0]);
            _page.Cell(c.Mode.Word(), c.Reports[0]);
            _page.Cell(c.Status.Word(), c.Reports[0]);
            _page.Raw(HtmlTables.ReportsCell(_page, _say, c.Reports) + "</tr>\n");
        }
        Close();
        Drawing(id + "-network", "Network of contacts", "The contacts above: a line for every two who were in touch, the thicker the more often.", NetworkSvg.Draw(s.Contacts, Contact));

        string Contact(int i) => string.Create(CultureInfo.InvariantCulture, $"{id}-contact-{i + 1}");
    }

    private void Drawing(string id, string title, string legend, string? svg)
    {
        if (svg is null) return;
        _page.Raw($"<section id=\"{id}\"><h2>{title}</h2>\n<p class=\"soft\">{legend}</p>\n<div class=\"wide\">\n{svg}</div></section>\n");
    }

    private void Figures(DossierStory s, string id)
    {
        if (s.Figures.Length == 0) return;
        Open(id + "-figures", "Figures", "What", "How many", "As of", "Who says so", "Reports");
        foreach (var f in s.Figures)
        {
            foreach (var e in f.Entries)
            {
                _page.Raw("<tr>");
                _page.Cell(Disagreement.Count(f, _say), e.Reports[0]);
                _page.Cell(DossierPhrases.Number(e), e.Reports[0], "class=\"n\"");
                _page.Cell(e.AsOf is { } day ? DossierPhrases.Day(day) : "–", e.Reports[0], "class=\"date\"");
                _page.Cell(DossierPhrases.Claimant(e), e.Reports[0]);
                _page.Raw(HtmlTables.ReportsCell(_page, _say, e.Reports) + "</tr>\n");
            }
        }
        Close();
    }

    private void Quotes(DossierStory s, string id)
    {
        var differing = s.Quotes.Where(q => q.Differs).ToList();
        if (differing.Count == 0) return;
        _page.Raw($"<section id=\"{id}-quotes\"><h2>Quotations in different words</h2>\n<p class=\"soft\">Words that another rendering lacks are highlighted.</p>\n");
        foreach (var q in differing)
        {
            _page.Raw($"<h3>{HtmlPage.Isolated(q.Speaker ?? "Speaker not known")}</h3>\n<ul>\n");
            foreach (var v in q.Variants)
            {
                var proof = new Report(v.Article, null, v.Span);
                _page.Raw($"<li><q lang=\"{Language(proof)}\" dir=\"auto\">{WordDifference.Mark(v, q.Variants)}</q> — {_page.Link(HtmlPage.Isolated(_say.Outlet(v.Article)), proof)}</li>\n");
            }
            _page.Raw("</ul>\n");
        }
        _page.Raw("</section>\n");
    }

    private void Disagreements(DossierStory s, string id)
    {
        var all = Disagreement.Of(s, _say);
        if (all.Length == 0) return;
        Open(id + "-disagreements", "Disagreements", "On", "In", "State", "Accounts");
        foreach (var d in all)
        {
            _page.Raw($"<tr><td>{HtmlPage.Isolated(d.About)}</td><td>{DossierPhrases.Plain(d.Type.Word())}</td><td>{d.State.Word()}</td><td><ul>");
            foreach (var v in d.Sides) _page.Raw($"<li>{_page.Link(HtmlPage.Isolated(v.Value), v.Reports[0])} — {Reports(v.Reports)}</li>");
            _page.Raw("</ul></td></tr>\n");
        }
        Close();
    }

    private void WhoReports(DossierStory s, string id)
    {
        var matrix = Coverage.Matrix(s, _say.Current(s));
        if (matrix.Length == 0) return;
        Open(id + "-coverage", "Who reported what", ["Date", "Event", .. s.Outlets.Select(o => HtmlPage.Isolated(o.Label))]);
        foreach (var (e, byOutlet) in matrix)
        {
            _page.Raw($"<tr><td class=\"date\">{HtmlPage.Encode(_say.When(e))}</td><td><a href=\"#{e.Id}\">{HtmlPage.Isolated($"{DossierPhrases.Sides(e)}: {_say.What(e)}")}</a></td>");
            foreach (var (report, outlet) in byOutlet.Zip(s.Outlets))
                _page.Raw($"<td>{(report is null ? "<span class=\"soft\">not reported</span>" : _page.Link("reported", report))}<span class=\"narrow\"> by {HtmlPage.Isolated(outlet.Label)}</span></td>");
            _page.Raw("</tr>\n");
        }
        Close();
    }

    private void Sources(DossierStory s, string id)
    {
        Open(id + "-sources", "Sources", "Outlet", "Report", "Published", "Events only here", "Missing here", "Text (SHA-256)");
        foreach (var o in s.Outlets)
        {
            foreach (var (article, n) in o.Articles.Select((a, n) => (a, n)))
            {
                var a = _dossier[article].Article;
                _page.Raw("<tr>");
                _page.Cell(o.Label, null);
                _page.Cell(_say.Headline(s, article), null);
                _page.Cell(DossierPhrases.Published(a), null, "class=\"date\"");
                _page.Raw($"<td>{(n > 0 ? "" : Events(o.OnlyHere))}</td><td>{(n > 0 ? "" : Events(o.Missing))}</td>"
                    + $"<td><code>{Citation.Sha256(a)[..ShownDigits]}</code></td></tr>\n");
            }
        }
        Close();
        _page.Element("p", "Cite as: " + Citation.Of(_dossier, s), "class=\"soft\"");
    }

    private void Open(string id, string title, params string[] heads) => HtmlTables.Open(_page, id, title, heads);

    private void Close() => _page.Raw("</tbody></table></div></section>\n");

    private string Reports(ImmutableArray<Report> reports) => HtmlTables.Reports(_page, _say, reports);

    private static string Events(ImmutableArray<EventId> events) =>
        string.Join(" ", events.Select((e, i) => $"<a href=\"#{e}\">{(i + 1).ToString(CultureInfo.InvariantCulture)}</a>"));

    private string Language(Report r) => HtmlPage.Encode(_dossier[r.Article].Article.Language);
}
