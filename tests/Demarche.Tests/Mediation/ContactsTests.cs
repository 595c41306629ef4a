using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Times;

namespace Demarche.Tests.Mediation;

public sealed class ContactsTests
{
    private static ImmutableArray<Contact> Of(params (string Day, string Text)[] reports) =>
        Contacts.Of([], [.. reports.Select((r, i) => Repository.PatternsOnly.Code(new Article(
            new ArticleId("t" + i), "t.txt", null, null, "Outlet " + i, null, [], "en", new PublicationDate(DateOnly.Parse(r.Day, null), DateBasis.Metadata), r.Text, [])))]);

    private static string Who(Contact c) => string.Join('+', c.Participants.Select(p => p.Name));

    [Fact]
    public void One_call_in_two_reports_is_one_contact()
    {
        var contact = Assert.Single(Of(
            ("2031-05-06", "Emmanuel Macron phoned Xi Jinping on Monday."),
            ("2031-05-07", "Macron is in Paris. Emmanuel Macron spoke with Xi Jinping on Monday.")));
        Assert.Equal("Emmanuel Macron+Xi Jinping", Who(contact));
        Assert.Equal(2, contact.Reports.Length);
        Assert.Equal("Emmanuel Macron", contact.Initiator!.Name);
    }

    [Fact]
    public void Calls_on_two_days_are_two_contacts() =>
        Assert.Equal(2, Of(("2031-05-06", "Emmanuel Macron phoned Xi Jinping on Monday."), ("2031-05-08", "Emmanuel Macron phoned Xi Jinping on Wednesday.")).Length);

    [Fact]
    public void A_meeting_is_no_echo_of_a_call() =>
        Assert.Equal(2, Of(("2031-05-06", "Emmanuel Macron phoned Xi Jinping on Monday. Emmanuel Macron met Xi Jinping in Paris on Monday.")).Length);

    [Fact]
    public void One_without_a_day_is_the_echo_of_a_dated_one()
    {
        var contact = Assert.Single(Of(
            ("2031-05-06", "Emmanuel Macron phoned Xi Jinping on Monday."),
            ("2031-05-07", "The conversation between Emmanuel Macron and Xi Jinping is described as friendly.")));
        Assert.Equal(new DateOnly(2031, 5, 5), contact.Date!.Value.Start);
    }

    [Fact]
    public void Words_left_out_of_the_record_stay_out() =>
        Assert.Empty(Of(("2031-05-06", "Emmanuel Macron did not call Xi Jinping.")));
}
