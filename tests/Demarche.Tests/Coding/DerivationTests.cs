using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Times;

namespace Demarche.Tests.Coding;

public sealed class DerivationTests
{
    [Fact]
    public void Each_part_of_the_pattern_names_the_words_that_filled_it() =>
        Assert.Equal(["ask: asked", ">@verb_mediate: mediate"], Conditions("Ukraine asked Turkey to mediate."));

    [Fact]
    public void A_condition_on_an_actor_is_filled_by_the_noun_that_names_him() =>
        Assert.Contains(">>{target}: France", Conditions("Lavrov said that France must withdraw its soldiers from Mali."));

    [Fact]
    public void A_composed_code_shows_the_governing_word_before_the_act() =>
        Assert.Equal(["reluctant: reluctant", "visit: visit"], Conditions("Bolivia was reluctant to visit Peru."));

    [Fact]
    public void A_pattern_that_held_and_gave_way_says_how_much_less_specific_it_is()
    {
        var rivals = Explain("Ukraine asked Turkey to mediate.").Rivals;
        Assert.Equal(("020", true, "less specific: 4 against 6"), (rivals[0].Code, rivals[0].Held, rivals[0].Reason));
    }

    [Fact]
    public void A_pattern_that_failed_names_the_condition_that_nothing_fills()
    {
        var rivals = Explain("Ukraine asked Turkey to mediate.").Rivals;
        Assert.Contains(rivals, r => r is { Code: "026", Held: false } && r.Reason.StartsWith("there is no >", StringComparison.Ordinal));
        Assert.Equal(rivals.OrderByDescending(r => r.Held), rivals);
    }

    [Fact]
    public void A_pattern_is_no_rival_of_itself_even_where_its_act_is_only_announced()
    {
        var derivation = Explain("Germany will send howitzers to Ukraine, the chancellor said.");
        Assert.DoesNotContain(derivation.Rivals, r => r.Place == derivation.Place);
    }

    [Fact]
    public void No_classifier_spoke_where_patterns_decided_alone() => Assert.Empty(Explain("Ukraine asked Turkey to mediate.").Learned);

    [Fact]
    public void Explaining_codes_the_same_as_coding()
    {
        var article = Read("Ukraine asked Turkey to mediate. Israel hit a base in Syria, and Iran condemned the strike. Peru recalled its envoy from Chile.");
        Assert.Equal(Repository.Shipped.Code(article).Observations.Select(Line), Repository.Shipped.Explain(article).Coded.Observations.Select(Line));
    }

    [Fact]
    public void A_sentence_without_an_event_names_the_patterns_that_came_nearest()
    {
        var coded = Repository.PatternsOnly.Code(Read("The weather was mild. Spurs struck twice."));
        var silences = Repository.PatternsOnly.ExplainSilence(coded);
        Assert.Equal([0, 1], silences.Select(s => s.Sentence));
        Assert.Empty(silences[0].Misses);
        Assert.All(silences[1].Misses, m => Assert.Equal("struck", coded.Analysis.Tokens[m.Trigger].Form));
        Assert.InRange(silences[1].Misses.Length, 1, 3);
    }

    private static IEnumerable<string> Conditions(string sentence)
    {
        var (coded, derivations) = Repository.PatternsOnly.Explain(Read(sentence));
        return Assert.Single(derivations).Conditions.Select(c => $"{c.Written}: {string.Join(' ', c.Tokens.Select(t => coded.Analysis.Tokens[t].Form))}");
    }

    private static Derivation Explain(string sentence) => Repository.PatternsOnly.Explain(Read(sentence)).Derivations[0];

    private static string Line(Observation o) => $"{o.Id} {o.Cameo} {string.Join(',', o.Sources)} {string.Join(',', o.Targets)} {o.Status} {o.Coder}";

    private static Article Read(string text) => new(
        new ArticleId("t"), "t.txt", null, null, null, null, [], "en", new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata), text, []);
}
