using Demarche.Actors;
using Demarche.Articles;
using Demarche.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Actors;

public sealed class ActorFinderTests
{
    private static readonly ActorFinder Finder = Repository.Actors;

    [Theory]
    [InlineData("Russian/J soldiers/NS fled/V", "Russian soldiers", "RUSMIL", ActorKind.Group)]
    [InlineData("Iranian/J protesters/NS marched/V", "Iranian protesters", "IRNCVL", ActorKind.Group)]
    [InlineData("The/D Israeli/J army/N fired/V", "Israeli army", "ISRMIL", ActorKind.Organization)]
    [InlineData("Sudanese/J rebel/N fighters/NS attacked/V", "Sudanese rebel fighters", "SDNREB", ActorKind.Group)]
    [InlineData("The/D Egyptian/J authorities/NS refused/V", "Egyptian authorities", "EGYGOV", ActorKind.State)]
    [InlineData("Moscow/P refused/V", "Moscow", "RUSGOV", ActorKind.State)]
    [InlineData("the/D Kremlin/P refused/V", "Kremlin", "RUSGOV", ActorKind.State)]
    [InlineData("the/D U.N./P envoy/N spoke/V", "U.N. envoy", "IGOUNO", ActorKind.Person)]
    [InlineData("The/D government/N of/A Peru/P agreed/V", "government of Peru", "PERGOV", ActorKind.State)]
    public void Names_and_descriptions_have_country_and_sector(string words, string mention, string code, ActorKind kind)
    {
        var (text, actors) = Find(words);
        var found = actors.Mentions.Single(m => m.Span.Of(text) == mention || m.Span.Of(text) == "the " + mention);
        Assert.Equal((code, kind), (actors[found.Actors[0]].Code, actors[found.Actors[0]].Kind));
    }

    [Theory]
    [InlineData("the/D French/J president/N spoke/V", "2010-05-01", "Nicolas Sarkozy")]
    [InlineData("the/D French/J president/N spoke/V", "2019-05-01", "Emmanuel Macron")]
    [InlineData("the/D German/J leader/N spoke/V", "2012-05-01", "Angela Merkel")]
    [InlineData("the/D president/N of/A France/P spoke/V", "2010-05-01", "Nicolas Sarkozy")]
    public void The_day_decides_who_holds_an_office(string words, string day, string name) =>
        Assert.Contains(Find(words, day).Actors.Actors, a => a.Name == name && a.Kind == ActorKind.Person);

    [Fact]
    public void Without_a_day_an_office_names_nobody()
    {
        var actor = Find("the/D French/J president/N spoke/V").Actors.Actors.Single();
        Assert.Equal(("FRAGOV", null), (actor.Code, actor.Known));
    }

    [Fact]
    public void Full_name_surname_and_title_are_one_actor()
    {
        var (_, actors) = Find("French/J President/P Emmanuel/P Macron/P arrived/V | Macron/P left/V | The/D president/N returned/V", "2019-05-01");
        Assert.Equal(["Emmanuel Macron"], actors.Actors.Select(a => a.Name));
        Assert.Equal(3, actors.Mentions.Length);
    }

    [Fact]
    public void A_city_in_which_something_happens_is_no_actor() =>
        Assert.Empty(Find("They/R met/V in/A Cairo/P").Actors.Mentions);

    [Fact]
    public void An_unknown_spokeswoman_is_of_the_army_she_speaks_for()
    {
        var (_, actors) = Find("Col./P Jane/P Zimbler/P ,/. a/D spokeswoman/N for/A the/D Iraqi/J army/N ,/. spoke/V");
        Assert.Equal("IRQMIL", actors.Actors.Single(a => a.Name == "Jane Zimbler").Code);
    }

    [Fact]
    public void Two_adjectives_before_one_plural_are_two_actors()
    {
        var (text, actors) = Find("Russian/J and/C Turkish/J officials/NS met/V");
        var both = actors.Mentions.Single();
        Assert.Equal("Russian and Turkish officials", both.Span.Of(text));
        Assert.Equal(["RUS", "TUR"], both.Actors.Select(a => actors[a].Country));
    }

    [Fact]
    public void Both_countries_are_the_two_that_were_named()
    {
        var (text, actors) = Find("Chile/P and/C Peru/P signed/V | both/D/det@2 countries/NS/nsubj@3 agreed/V/root@3");
        var both = actors.Mentions.Single(m => m.Span.Of(text) == "both countries");
        Assert.Equal(["CHL", "PER"], both.Actors.Select(a => actors[a].Country));
    }

    [Fact]
    public void A_pronoun_means_the_subject_of_the_sentence_before()
    {
        var (text, actors) = Find(
            "Angela/P/nsubj@3 Merkel/P/flat@1 praised/V/root@3 Emmanuel/P/obj@3 Macron/P/flat@4 | She/R/nsubj@2 left/V/root@2", "2019-05-01");
        Assert.Equal("Angela Merkel", actors[actors.Mentions.Single(m => m.Span.Of(text) == "She").Actors[0]].Name);
    }

    [Fact]
    public void A_pronoun_with_nobody_before_it_means_nobody() => Assert.Empty(Find("He/R/nsubj@2 left/V/root@2").Actors.Mentions);

    [Fact]
    public void A_people_without_a_state_is_of_the_home_that_the_article_names()
    {
        var (_, actors) = Find("Kurdish/J fighters/NS entered/V | Syria/P protested/V | Syria/P waited/V");
        Assert.Equal("SYR", actors.Actors[0].Country);
    }

    [Fact]
    public void Mentions_of_any_words_are_in_order_and_do_not_overlap()
    {
        var words = Gen.Elements("Russian", "the", "president", "of", "Putin", "Iran", ",", "and", "U.S.", "'s", "-", "both", "leaders", "Kim", "rebels", "in", "he", "\ud800", "(", "|")
            .ArrayOf().Select(w => string.Join(' ', w.Select(x => x == "|" ? "|" : x + (char.IsUpper(x[0]) ? "/P" : char.IsLetter(x[0]) ? "/N" : "/."))));
        Prop.ForAll(words.ToArbitrary(), w =>
        {
            if (w.Replace("|", "", StringComparison.Ordinal).Trim().Length == 0) return true;
            var mentions = Find(w, "2020-01-01").Actors.Mentions;
            return mentions.All(m => !m.Actors.IsEmpty) && mentions.Zip(mentions.Skip(1)).All(p => p.First.Span.End <= p.Second.Span.Start);
        }).QuickCheckThrowOnFailure();
    }

    private static (string Text, ActorMentions Actors) Find(string words, string? day = null)
    {
        var analysis = Tagged.Of(words, day);
        return (analysis.Text, Finder.Find(analysis));
    }
}
