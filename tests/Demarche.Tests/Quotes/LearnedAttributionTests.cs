using Demarche.Quotes;
using Demarche.Quotes.Learned;
using Demarche.Text;

namespace Demarche.Tests.Quotes;

public sealed class LearnedAttributionTests
{
    private static Quote Indirect(string text) =>
        Reading.Of(text).Quotes.First(q => q.Kind == QuoteKind.Indirect);

    [Theory]
    [InlineData("Mayor Anna Lindqvist said the ferry would sail again in spring.", Attitude.Assertion, "the ferry would sail again in spring")]
    [InlineData("The harbour will stay closed until spring, Mayor Anna Lindqvist said.", Attitude.Assertion, "The harbour will stay closed until spring")]
    [InlineData("According to Anna Lindqvist, the harbour will stay closed until spring.", Attitude.Assertion, "the harbour will stay closed until spring")]
    [InlineData("Anna Lindqvist believes the ceasefire will not hold.", Attitude.Belief, "the ceasefire will not hold")]
    [InlineData("Anna Lindqvist wants to reopen the harbour before Easter.", Attitude.Intention, "to reopen the harbour before Easter")]
    [InlineData("Anna Lindqvist criticized the harbour treaty as a gift to smugglers.", Attitude.Judgement, "the harbour treaty as a gift to smugglers")]
    public void What_somebody_says_thinks_wants_or_judges_is_found_with_its_source(string text, Attitude attitude, string words)
    {
        var quote = Indirect(text);
        Assert.Equal((attitude, words, "Anna Lindqvist"), (quote.Attitude, quote.Span.Of(text), quote.SpeakerName));
    }

    [Theory]
    [InlineData("The ferry sailed at noon and returned in the evening with forty passengers.")]
    [InlineData("Soldiers blocked the road to the harbour and searched two lorries.")]
    public void Plain_telling_ascribes_nothing(string text) => Assert.Empty(Reading.Of(text).Quotes);

    [Fact]
    public void A_verb_that_no_list_has_introduces_what_stands_beside_it()
    {
        const string Text = "“The harbour is ours,” Anna Lindqvist rasped into the microphone. Her rival left the hall.";
        Assert.Equal(("The harbour is ours,", "Anna Lindqvist"), Reading.Of(Text).Marked.Single());
    }

    [Fact]
    public void Words_in_marks_are_his_who_says_them_and_not_his_who_wants_them()
    {
        const string Text = "Anna Lindqvist said the prime minister's decision to leave the talks was “a gift to smugglers.”";
        Assert.Equal("Anna Lindqvist", Reading.Of(Text).Marked.Single().Speaker);
    }

    [Fact]
    public void Scare_quotes_are_nobodys()
    {
        const string Text = "The island lies within the so-called “Cloud Belt” and has no airport. Anna Lindqvist said, “We need boats.”";
        Assert.Equal(["We need boats."], Reading.Of(Text).Marked.Select(q => q.Words));
    }

    [Fact]
    public void A_model_for_another_language_model_is_refused()
    {
        var file = new Demarche.Language.ModelFile(AttributionModel.Name);
        var meanings = new Demarche.Language.Learned.WordMeanings(Repository.Analyzer.Parser);
        AttributionModel.Put(file, [], meanings.Fingerprint + 1);
        using var stream = new MemoryStream();
        file.Write(stream);
        stream.Position = 0;
        var fault = Assert.Throws<DataException>(() => AttributionModel.Get(Demarche.Language.ModelFile.Read(stream, AttributionModel.Name), meanings));
        Assert.Contains("train it anew", fault.Reason, StringComparison.Ordinal);
    }
}
