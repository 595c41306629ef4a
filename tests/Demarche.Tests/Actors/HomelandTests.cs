using Demarche.Actors;
using Demarche.Articles;

namespace Demarche.Tests.Actors;

/// <summary>Whose unknown office-holders and bodies are, through the whole pipeline; all persons are invented.</summary>
public sealed class HomelandTests
{
    [Theory]
    [InlineData("NAIROBI, May 3 (Example Wire) - President Rhoda Achieng left Kenya on Monday.", "Rhoda Achieng", "KENGOV")]
    [InlineData("LIMA — President Marta Quiroga praised the truce in Peru on Monday. Quiroga thanked Ecuador.", "Marta Quiroga", "PERGOV")]
    [InlineData("Rhoda Achieng rang Peter Lund. She spoke for an hour, the Kenyan president, Rhoda Achieng, said.", "Rhoda Achieng", "KENGOV")]
    [InlineData("Turkey refused. Its defence minister, Orhan Demirtas, spoke on television.", "Orhan Demirtas", "TURGOV")]
    [InlineData("Anna Lindgren of the African Union praised the talks.", "Anna Lindgren", "IGOAFR")]
    [InlineData("Officials met India's Rohan Kapadia on Monday.", "Rohan Kapadia", "IND")]
    [InlineData("The mediator, former Ghanaian President Kofi Darko, met the rebels. Togo's envoy, Kofi Darko, will return.", "Kofi Darko", "TGOGOV")]
    public void Unknown_persons_are_of_the_country_that_the_text_gives(string text, string name, string code) =>
        Assert.Equal(code, Read(text).Actors.Single(a => a.Name == name).Code);

    [Theory]
    [InlineData("LIMA, May 3 (Example Wire) - Peru voted. The candidate of the opposition, Marta Quiroga, lost.", "Marta Quiroga", "PEROPP")]
    [InlineData("Chile and Peru praised a Kenyan plan on Monday. President Rhoda Achieng presented her plan in Oslo.", "Rhoda Achieng", "KENGOV")]
    public void Reasons_may_stand_elsewhere_in_the_text(string text, string name, string code) =>
        Assert.Equal(code, Read(text).Actors.Single(a => a.Name == name).Code);

    [Theory]
    [InlineData("LIMA, May 3 (Example Wire) - President Marta Quiroga and Colonel Luis Ibarra of Peru signed. The two sides will meet again.", "two sides", "Luis Ibarra+Marta Quiroga")]
    [InlineData("Chile and Peru signed. The parties will meet again.", "parties", "Chile+Peru")]
    public void Sides_are_the_two_that_signed(string text, string words, string expected)
    {
        var actors = Read(text);
        var mention = actors.Mentions.Single(m => m.Span.Of(text) == words);
        Assert.Equal(expected, string.Join('+', mention.Actors.Select(a => actors[a].Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Officers met on Monday. General Adan Warsame and General Idris Guled spoke in Djibouti.", "Adan Warsame")]
    [InlineData("Kenyan President Rhoda Achieng met President Carl Lund on Monday.", "Carl Lund")]
    public void Without_a_reason_they_are_of_none(string text, string name) => Assert.Null(Read(text).Actors.Single(a => a.Name == name).Country);

    [Fact]
    public void A_double_surname_is_of_the_person_named_in_full() =>
        Assert.Equal("PERGOV", Assert.Single(Read("Peruvian Foreign Minister Marta Oliva Quiroga spoke on Monday. Oliva Quiroga praised the truce.").Actors, a => a.Kind == ActorKind.Person).Code);

    [Fact]
    public void Nobody_in_a_dateline_acts()
    {
        var actors = Read("SEOUL, South Korea (CAI) — Chile closed its embassy on Monday.");
        Assert.Equal(["Chile"], actors.Actors.Where(a => a.Kind == ActorKind.State).Select(a => a.Name));
        Assert.DoesNotContain(actors.Actors, a => a.Kind == ActorKind.Person);
    }

    [Fact]
    public void A_dash_makes_no_dateline_of_a_body() => Assert.Contains(Read("NATO - the alliance - met on Monday.").Actors, a => a.Name == "NATO");

    [Theory]
    [InlineData("LIMA, May 3 (Example Wire) - Chile sent a note to Peru. The Foreign Ministry summoned the ambassador.", "Foreign Ministry", "PERGOV")]
    [InlineData("LIMA, May 3 (Example Wire) - Chile sent a note to Peru. Later, soldiers blocked the road.", "soldiers", "PERMIL")]
    public void Bodies_without_a_country_are_of_the_datelines(string text, string words, string code)
    {
        var actors = Read(text);
        var mention = actors.Mentions.Single(m => m.Span.Of(text) == words);
        Assert.Equal((code, "the country of the dateline"), (actors[mention.Actors[0]].Code, mention.Rule));
    }

    [Fact]
    public void A_president_whom_the_next_sentence_names_is_the_one_named()
    {
        var actors = Read("The president of Kenya has renewed the offer. Rhoda Achieng arrived in Asmara on Monday.", 2040);
        Assert.Equal(["Rhoda Achieng"], actors.Actors.Where(a => a.Kind == ActorKind.Person).Select(a => a.Name));
        Assert.Equal("KENGOV", actors.Actors.Single(a => a.Name == "Rhoda Achieng").Code);
    }

    [Fact]
    public void Nobody_is_believed_in_office_for_ever() =>
        Assert.DoesNotContain(Read("The president of Kenya spoke.", 2040).Actors, a => a is { Kind: ActorKind.Person, Known: not null });

    [Fact]
    public void A_language_is_no_actor() => Assert.Empty(Read("The statement was read out in French.").Actors);

    private static ActorMentions Read(string text, int year = 2018)
    {
        var day = new PublicationDate(new DateOnly(year, 5, 15), DateBasis.Metadata);
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", day, text, []);
        return Repository.Shipped.Code(article).Actors;
    }
}
