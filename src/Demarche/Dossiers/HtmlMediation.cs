using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>The mediation board and the positions.</summary>
internal sealed class HtmlMediation(HtmlPage page, DossierPhrases say)
{
    /// <summary>Both sections; a section without rows is left out.</summary>
    public void Write(DossierStory s, string id)
    {
        var events = s.Events.ToDictionary(e => e.Id);
        if (s.Mediation.Length > 0) Board(s, id, events);
        if (s.Positions.Length > 0) Positions(s, id, events);
    }

    private void Board(DossierStory s, string id, Dictionary<EventId, Event> events)
    {
        page.Raw($"<section id=\"{id}-mediation\"><h2>Mediation</h2>\n");
        foreach (var i in s.Mediation)
        {
            page.Raw($"<h3>{HtmlPage.Isolated(say.Title(i))} <span class=\"tag\">{i.Status.Word().Replace('_', ' ')}</span></h3>\n");
            if (say.Silence(i) is { Length: > 0 } silence) page.Element("p", silence);
            HtmlTables.Head(page, "Date", "Step", "By", "To", "As", "Reports");
            foreach (var t in i.Steps)
            {
                var first = events[t.Events[0]];
                var best = say.Best(first);
                page.Raw("<tr>");
                page.Cell(DossierPhrases.Date(t.Date), best, "class=\"date\"");
                page.Cell(t.Kind.Word(), best);
                page.Cell(t.By.Name, best);
                page.Cell(DossierPhrases.Who(t.To), best);
                page.Cell(t.Role.Word(), best);
                page.Raw(HtmlTables.ReportsCell(page, say, [.. t.Events.SelectMany(e => events[e].Reports).Distinct()]) + "</tr>\n");
            }
            page.Raw("</tbody></table></div>\n");
            Answers(i);
        }
        page.Raw("</section>\n");
    }

    /// <summary>The offers' conditions and each respondent's answer by role; silence with the day of the last report.</summary>
    private void Answers(Initiative i)
    {
        var conditions = i.Offers.SelectMany(o => o.Conditions).DistinctBy(c => (c.Report.Article, c.Report.Span)).ToList();
        if (conditions.Count > 0)
            page.Raw("<p>On condition: " + string.Join("; ", conditions.Select(c => page.Link($"<q>{HtmlPage.Isolated(c.Text)}</q>", c.Report))) + "</p>\n");
        if (i.Responses.Length == 0) return;
        page.Raw("<h4>Answers</h4>\n");
        HtmlTables.Head(page, "Date", "Who", "As", "Answer", "Reports");
        foreach (var r in i.Responses)
        {
            var proof = r.Reports.Length > 0 ? r.Reports[0] : null;
            page.Raw("<tr>");
            page.Cell(DossierPhrases.Until(r), proof, "class=\"date\"");
            page.Cell(say.Country(r.Respondent), proof);
            page.Cell(DossierPhrases.Plain(r.Role), proof);
            page.Cell(DossierPhrases.Plain(r.Value) + (r.Supersedes is null ? "" : " (changed)"), proof);
            page.Raw(HtmlTables.ReportsCell(page, say, r.Reports) + "</tr>\n");
        }
        page.Raw("</tbody></table></div>\n");
    }

    private void Positions(DossierStory s, string id, Dictionary<EventId, Event> events)
    {
        HtmlTables.Open(page, id + "-positions", "Positions", "Who", "On", "Stands");
        foreach (var p in s.Positions)
        {
            var stands = p.Entries.Select(e => page.Link(HtmlPage.Encode($"{e.Stance.Word()} ({DossierPhrases.Date(e.Date)})"), say.Best(events[e.Events[0]])));
            page.Raw($"<tr><td>{HtmlPage.Isolated(p.Actor.Name)}</td><td>{HtmlPage.Isolated(say.Issue(p.Issue))}</td><td>{string.Join("; ", stands)}"
                + (p.Changes ? " <span class=\"tag warn\">changes</span>" : "") + "</td></tr>\n");
        }
        page.Raw("</tbody></table></div></section>\n");
    }
}
