namespace Demarche.Tests.Coding.Contacting;

/// <summary>Who was in touch with whom, sentence by sentence.</summary>
public sealed class ContactFinderTests
{
    /// <summary>"Phone: Emmanuel Macron + Xi Jinping": one entry a contact, in text order.</summary>
    private static IEnumerable<string> Of(string text)
    {
        var coded = Coded.Article(text);
        return coded.Contacts.Select(c => $"{c.Mode}: {string.Join(" + ", c.Participants.Select(p => coded.Actors[p].Name).Order(StringComparer.Ordinal))}");
    }

    [Theory]
    [InlineData("Emmanuel Macron phoned Xi Jinping on Friday.", "Phone: Emmanuel Macron + Xi Jinping")]
    [InlineData("“I spoke to Macron yesterday,” Xi Jinping told reporters. Emmanuel Macron did not comment.", "Meeting: Emmanuel Macron + Xi Jinping")]
    [InlineData("Emmanuel Macron spoke by phone with Xi Jinping.", "Phone: Emmanuel Macron + Xi Jinping")]
    [InlineData("Norway and Chad held talks on Friday.", "Meeting: Chad + Norway")]
    [InlineData("Emmanuel Macron visited Chad on Friday.", "Visit: Chad + Emmanuel Macron")]
    [InlineData("Norway notified Chad of the strikes.", "Message: Chad + Norway")]
    public void A_verb_names_it(string text, string contact) => Assert.Equal([contact], Of(text));

    [Theory]
    [InlineData("Emmanuel Macron offered his help in a call with Xi Jinping.", "Phone: Emmanuel Macron + Xi Jinping")]
    [InlineData("Emmanuel Macron praised the plan in a note following a telephone call with Xi Jinping.", "Phone: Emmanuel Macron + Xi Jinping")]
    [InlineData("Emmanuel Macron told Xi Jinping during a telephone call that he was concerned.", "Phone: Emmanuel Macron + Xi Jinping")]
    [InlineData("The conversation between Emmanuel Macron and Xi Jinping lasted an hour.", "Meeting: Emmanuel Macron + Xi Jinping")]
    public void A_noun_names_it_with_its_owner_or_the_subject_of_the_clause(string text, string contact) => Assert.Equal([contact], Of(text));

    [Fact]
    public void Calls_with_two_are_two_contacts() =>
        Assert.Equal(["Phone: Emmanuel Macron + Xi Jinping", "Phone: Emmanuel Macron + Narendra Modi"],
            Of("Emmanuel Macron repeated his offer during calls with Xi Jinping and Narendra Modi."));

    [Fact]
    public void A_meeting_of_three_is_one_contact() =>
        Assert.Equal(["Meeting: Emmanuel Macron + Narendra Modi + Xi Jinping"], Of("Emmanuel Macron met Xi Jinping and Narendra Modi in Paris."));

    [Fact]
    public void A_message_has_sender_carrier_and_addressee()
    {
        var coded = Coded.Article("Norway conveyed a message from Chad to Sudan.");
        var way = Assert.Single(coded.Contacts).Way!;
        Assert.Equal(["Chad", "Norway", "Sudan"], new[] { way.Sender, way.Carrier, way.Addressee }.Select(a => coded.Actors[a!.Value].Name));
    }

    [Theory]
    [InlineData("Emmanuel Macron accused Xi Jinping of lying.")]
    [InlineData("Emmanuel Macron called on Xi Jinping to talk.")]
    [InlineData("Emmanuel Macron called the attack a mistake.")]
    [InlineData("Emmanuel Macron will meet Xi Jinping next week.")]
    [InlineData("Emmanuel Macron offered to meet Xi Jinping.")]
    [InlineData("Emmanuel Macron cancelled a meeting with Xi Jinping.")]
    [InlineData("Emmanuel Macron did not speak to Xi Jinping.")]
    [InlineData("Emmanuel Macron spoke to reporters about Xi Jinping.")]
    [InlineData("Emmanuel Macron called for talks between Chad and Sudan.")]
    public void What_is_only_said_wanted_or_planned_is_none(string text) => Assert.Empty(Of(text));
}
