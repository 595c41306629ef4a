using System.Text;
using Demarche.Actors;
using Demarche.Articles;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Actors;

/// <summary>Whom pronouns, titles and plurals mean, through the whole pipeline.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Angela Merkel received Emmanuel Macron in Berlin. She praised him.", "She", "Angela Merkel")]
    [InlineData("Angela Merkel received Emmanuel Macron in Berlin. She praised him.", "him", "Emmanuel Macron")]
    [InlineData("In his speech, Emmanuel Macron asked for patience.", "his", "Emmanuel Macron")]
    [InlineData("Angela Merkel wrote the letter herself.", "herself", "Angela Merkel")]
    [InlineData("Turkey said it would reopen the border.", "it", "Turkey")]
    [InlineData("Emmanuel Macron met Angela Merkel in Paris. They agreed on a plan.", "They", "Emmanuel Macron+Angela Merkel")]
    [InlineData("Chile and Peru signed a treaty. They had waited for years.", "They", "Chile+Peru")]
    public void Pronouns_agree_and_obey_the_grammar(string text, string words, string expected) => Assert.Equal(expected, Meant(text, words));

    [Theory]
    [InlineData("Turkey closed the border. It is raining.", "It")]
    [InlineData("Turkey closed the border. It may take months to reopen it.", "It")]
    [InlineData("He left.", "He")]
    public void Pronouns_of_nobody_are_left_alone(string text, string words) => Assert.Null(Meant(text, words));

    [Theory]
    [InlineData("Lena Holm, a captain of the guard, arrived. The captain was tired.", "The captain", "Lena Holm")]
    [InlineData("Greek Defence Minister Nikos Varda spoke in Athens. The Greek minister was angry.", "The Greek minister", "Nikos Varda")]
    [InlineData("Former President Carl Lindt criticised the deal. The former president lives in Rome.", "The former president", "Carl Lindt")]
    [InlineData("The French leader spoke on television.", "The French leader", "Emmanuel Macron")]
    public void Titles_find_the_person_the_article_or_the_day_gives_them_to(string text, string words, string expected) => Assert.Equal(expected, Meant(text, words));

    [Theory]
    [InlineData("Greek Defence Minister Nikos Varda met his Turkish counterpart, Orhan Demir.", "Turkish counterpart", "Orhan Demir")]
    [InlineData("Sergei Lavrov telephoned his Chinese counterpart.", "Chinese counterpart", "Wang Yi")]
    public void A_counterpart_holds_the_same_office_elsewhere(string text, string words, string expected) => Assert.Equal(expected, Meant(text, words));

    [Theory]
    [InlineData("Chile and Peru signed a treaty. Both countries will vote on it.", "Both countries", "Chile+Peru")]
    [InlineData("Emmanuel Macron met Angela Merkel in Paris. The two leaders dined alone.", "The two leaders", "Angela Merkel+Emmanuel Macron")]
    [InlineData("Chile and Peru quarrelled over a lake. Japan and Kenya urged the two countries to talk.", "two countries", "Chile+Peru")]
    public void Plurals_name_the_two(string text, string words, string expected) => Assert.Equal(expected, Meant(text, words));

    [Theory]
    [InlineData("\"I am not afraid,\" Angela Merkel said.", "I", "Angela Merkel")]
    [InlineData("Germany was firm. \"We will not yield,\" Angela Merkel said.", "We", "Germany")]
    [InlineData("Lena Holm, a nurse, spoke to us.\n\nQ: Are you well?\n\nA: I am tired.", "I", "Lena Holm")]
    [InlineData("Lena Holm, a nurse, spoke to us.\n\nQ: Are you well?\n\nA: I am tired.", "you", "Lena Holm")]
    public void Speakers_and_those_spoken_to(string text, string words, string expected) => Assert.Equal(expected, Meant(text, words));

    [Theory]
    [InlineData("Syrian rebels entered the town. Rebel fighters shot at a Russian helicopter.", "Rebel fighters", "Syrian rebels")]
    [InlineData("Chile's ally, Peru, was angry.", "ally", null)]
    public void Rebels_are_those_named_before_and_an_ally_is_not_its_ally(string text, string words, string? expected) => Assert.Equal(expected, Meant(text, words));

    [Fact]
    public void Nobody_calls_himself_he() =>
        Assert.Equal("Emmanuel Macron", Meant("Emmanuel Macron left early. \"He was tired,\" Olaf Scholz said.", "He"));

    [Fact]
    public void Every_resolved_pronoun_tells_its_rule()
    {
        var (_, actors) = Read("Angela Merkel met Sergei Lavrov. She thanked him. \"We agree,\" Lavrov said. Both countries will sign.");
        Assert.All(actors.Mentions.Where(m => m.Kind == MentionKind.Pronoun), m => Assert.False(string.IsNullOrEmpty(m.Rule)));
    }

    [Fact]
    public void Any_order_of_pronouns_and_names_gives_ordered_mentions_inside_the_text() => Prop.ForAll(
        Gen.Elements("Angela Merkel", "Sergei Lavrov", "he", "she", "they", "it", "his", "both", "the two leaders", "said", "met", "and", ",", ".", "\"", "Turkey", "the rebels",
            "Q:", "A:", "\n\n", "I", "we", "you", "himself", "his counterpart", "who").ListOf().ToArbitrary(),
        words =>
        {
            var text = string.Join(' ', words);
            var (_, actors) = Read(text);
            var (_, again) = Read(text);
            return actors.Mentions.All(m => m.Span.End <= text.Length && m.Span.Length > 0 && !m.Actors.IsEmpty)
                && actors.Mentions.Zip(actors.Mentions.Skip(1), (a, b) => a.Span.End <= b.Span.Start).All(x => x)
                && actors.Mentions.Select(Line).SequenceEqual(again.Mentions.Select(Line));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ten_thousand_mentions_are_read()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 2000; i++) text.Append("Angela Merkel met Sergei Lavrov and they said it was his plan. ");
        Assert.True(Read(text.ToString()).Actors.Mentions.Length >= 8000);
    }

    private static string Line(ActorMention m) => $"{m.Span} {m.Kind} {string.Join('+', m.Actors)} {m.Rule}";

    /// <summary>The names of those meant by the last place where the words stand; null for nobody.</summary>
    private static string? Meant(string text, string words)
    {
        var (_, actors) = Read(text);
        var at = text.IndexOf(words, StringComparison.Ordinal);
        while (at > 0 && char.IsLetter(text[at - 1])) at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        var mention = actors.Mentions.FirstOrDefault(m => m.Span.Start < at + words.Length && m.Span.End == at + words.Length);
        return mention is null ? null : string.Join('+', mention.Actors.Select(a => actors[a].Name));
    }

    private static (string Text, ActorMentions Actors) Read(string text)
    {
        var day = new PublicationDate(new DateOnly(2018, 5, 15), DateBasis.Metadata);
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", day, text, []);
        return (text, Repository.Shipped.Code(article).Actors);
    }
}
