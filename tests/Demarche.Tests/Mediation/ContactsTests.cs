using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Tests.Reconciliation;

namespace Demarche.Tests.Mediation;

public sealed class ContactsTests
{
    private static ImmutableArray<Contact> Of(params CodedReport[] reports)
    {
        CodedArticle[] articles = [.. reports.Select(r => r.Make())];
        return Contacts.Of(new Reconciler().Reconcile(articles), articles);
    }

    [Fact]
    public void Calls_with_two_people_are_two_contacts()
    {
        var contacts = Of(new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Ada Nordli called Ciro Vidal and Pilar Quispe.", "041", "CONSULT", "Ada Nordli > Ciro Vidal, Pilar Quispe", "2031-05-05"));
        Assert.Equal(["Ada Nordli+Ciro Vidal", "Ada Nordli+Pilar Quispe"], contacts.Select(c => string.Join('+', c.Participants.Select(p => p.Name))));
        Assert.All(contacts, c => Assert.Equal(ContactMode.Phone, c.Mode));
    }

    [Fact]
    public void A_meeting_of_three_is_one_contact() =>
        Assert.Equal(3, Assert.Single(Of(new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Ada Nordli met Ciro Vidal and Pilar Quispe at a meeting.", "046", "CONSULT", "Ada Nordli > Ciro Vidal, Pilar Quispe", "2031-05-05")))
            .Participants.Length);

    [Fact]
    public void A_call_that_did_not_take_place_is_no_contact() =>
        Assert.Empty(Of(new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Ada Nordli did not call Ciro Vidal.", "041", "CONSULT", "Ada Nordli > Ciro Vidal", "2031-05-05", Status.Denied)));
}
