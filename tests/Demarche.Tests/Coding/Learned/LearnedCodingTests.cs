using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Text;

namespace Demarche.Tests.Coding.Learned;

public sealed class LearnedCodingTests
{
    [Theory]
    [InlineData("\"This was a cowardly and reckless act by the Turkish government,\" Greek Prime Minister Kyriakos Mitsotakis said.", "ACCUSE", "GRC", "TUR")]
    [InlineData("French President Emmanuel Macron decried the Russian decision as a grave blow to the peace process.", "ACCUSE", "FRA", "RUS")]
    [InlineData("India and Pakistan held talks in Geneva on Tuesday.", "CONSULT", "IND", "PAK")]
    [InlineData("Russia has been urging Armenia to reopen the border with Turkey.", "REQUEST", "RUS", "ARM")]
    public void Acts_are_found_with_those_who_take_part(string sentence, string type, string source, string target)
    {
        var coded = Repository.Shipped.Code(Read(sentence));
        var found = coded.Observations.Where(o => o.Plover == type).ToList();
        Assert.Contains(found, o => Countries(coded, o.Sources).Contains(source) && Countries(coded, o.Targets).Contains(target));
    }

    [Fact]
    public void What_spoke_for_an_act_is_told_part_by_part()
    {
        var (coded, derivations) = Repository.Shipped.Explain(Read("French President Emmanuel Macron condemned the Russian attack on Kyiv."));
        var at = coded.Observations.ToList().FindIndex(o => o.Plover == "ACCUSE");
        var evidence = derivations[at].Learned;
        Assert.NotEmpty(evidence);
        Assert.True(evidence.First(e => e.Name == "the word itself").Weight > 0);
        Assert.Equal(evidence.OrderByDescending(e => Math.Abs(e.Weight)).Select(e => e.Name), evidence.Select(e => e.Name));
    }

    [Fact]
    public void Confidence_is_a_probability_and_low_ones_are_not_coded()
    {
        var coded = Repository.Shipped.Code(Read("Israel rejected the Egyptian proposal on Monday. The cabinet met. Officials in Cairo said that they regretted the decision."));
        Assert.All(coded.Observations, o => Assert.InRange(o.Confidence, 0.2, 1.0));
    }

    [Fact]
    public void Without_the_model_patterns_decide()
    {
        var (coded, derivations) = Repository.PatternsOnly.Explain(Read("France condemned the attack by Russia."));
        Assert.Equal("111", Assert.Single(coded.Observations).Cameo);
        Assert.Empty(Assert.Single(derivations).Learned);
    }

    [Fact]
    public void A_model_of_another_language_model_is_refused()
    {
        using var stream = Repository.Data.Open(EventModel.Name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var file = ModelFile.Read(new MemoryStream(bytes), EventModel.Name);
        file.Put("events", w =>
        {
            w.Write(12345u);
            ModelFile.PutStrings(w, ["190"]);
            w.Write(0);
        });
        var error = Assert.Throws<DataException>(() => EventModel.Get(file, new WordMeanings(Repository.Analyzer.Parser)));
        Assert.Contains("train", error.Message, StringComparison.Ordinal);
    }

    private static HashSet<string?> Countries(CodedArticle coded, ImmutableArray<Demarche.Actors.ActorId> ids) => [.. ids.Select(i => coded.Actors[i].Country)];

    private static Article Read(string text) => new(
        new ArticleId("example"), "example.txt", null, null, null, null, [], "en", new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata), text, []);
}
