using System.Globalization;
using System.Xml.Linq;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Tests.Reconciliation;

namespace Demarche.Tests.Dossiers;

/// <summary>The drawings of the page: well formed, complete, and out of the way of those who cannot see them.</summary>
public sealed class DrawingTests
{
    private static readonly XNamespace None = XNamespace.None;

    [Fact]
    public void Each_dated_event_has_a_mark_that_leads_to_its_row()
    {
        var dossier = Make();
        var drawing = XElement.Parse(TimelineSvg.Draw(dossier.Stories[0].Events, new DossierPhrases(dossier, null))!);
        var dated = dossier.Stories[0].Events.Where(e => e.Date is not null).Select(e => "#" + e.Id).Order(StringComparer.Ordinal);
        Assert.Equal(dated, drawing.Elements(None + "a").Select(a => a.Attribute("href")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_planned_is_drawn_apart_from_what_is_done()
    {
        var dossier = Make();
        var drawing = XElement.Parse(TimelineSvg.Draw(dossier.Stories[0].Events, new DossierPhrases(dossier, null))!);
        Assert.Equal(["done", "open"], drawing.Elements(None + "a").Select(a => a.Attribute("class")!.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_day_alone_needs_no_drawing() =>
        Assert.Null(TimelineSvg.Draw(Make().Stories[0].Events.Take(1), new DossierPhrases(Make(), null)));

    [Fact]
    public void The_network_has_a_node_for_each_participant_and_a_line_for_each_pair()
    {
        var contacts = Make().Stories[0].Contacts;
        var drawing = XElement.Parse(NetworkSvg.Draw(contacts, i => "c" + i.ToString(CultureInfo.InvariantCulture))!);
        Assert.Equal(contacts.SelectMany(c => c.Participants).Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            drawing.Elements(None + "text").Select(t => t.Value).Order(StringComparer.Ordinal));
        Assert.Equal(2, drawing.Elements(None + "a").Count());
    }

    [Fact]
    public void Those_who_cannot_see_them_are_not_stopped_by_them()
    {
        var dossier = Make();
        foreach (var drawing in new[] { TimelineSvg.Draw(dossier.Stories[0].Events, new DossierPhrases(dossier, null))!, NetworkSvg.Draw(dossier.Stories[0].Contacts, _ => "c")! })
        {
            Assert.Equal("true", XElement.Parse(drawing).Attribute("aria-hidden")!.Value);
            Assert.All(XElement.Parse(drawing).Elements(None + "a"), a => Assert.Equal("-1", a.Attribute("tabindex")!.Value));
        }
    }

    private static Dossier Make() => DossierMaker.Make(
    [
        new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Ada Nordli called Pilar Quispe about the harbour.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-06")
            .Says("Ada Nordli called Ciro Vidal about the harbour.", "041", "CONSULT", "Ada Nordli > Ciro Vidal", "2031-05-06")
            .Says("Norway will offer to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru", "2031-05-09", Status.Planned).Make(),
    ]);
}
