using Demarche.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Quotes;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("[Haddad] must go before spring", "must go before spring")]
    [InlineData("we asked him [the envoy], twice, to stay away", "we asked him, twice, to stay away")]
    [InlineData("[H]e knew about the barges all along", "He knew about the barges all along")]
    [InlineData("we are wait[ing] for the second convoy", "we are waiting for the second convoy")]
    [InlineData("we will go … when the rain stops", "we will go when the rain stops")]
    [InlineData("we will go . . . when the rain stops", "we will go when the rain stops")]
    [InlineData("we will go [...] when the rain stops", "we will go when the rain stops")]
    [InlineData("well... that is the whole plan", "well... that is the whole plan")]
    [InlineData("it costs a lot (too much) to repair", "it costs a lot (too much) to repair")]
    [InlineData("it was a fine day (laughs) for a funeral", "it was a fine day for a funeral")]
    [InlineData("an opening [ that is never closed at all", "an opening [ that is never closed at all")]
    public void What_others_put_in_goes_out_of_the_words_and_stays_in_the_span(string said, string own)
    {
        var reading = Reading.Of($"“{said},” the ferryman Anton Vesely told reporters.");
        var quote = Assert.Single(reading.Quotes, q => q.Marked);
        Assert.Equal(said + ",", quote.Span.Of(reading.Analysis.Text));
        Assert.Equal(own + ",", quote.Words);
        Assert.Equal(said != own, !quote.Insertions.IsEmpty);
    }

    [Fact]
    public void A_name_in_round_brackets_is_the_reporters()
    {
        var reading = Reading.Of("Deputy Prime Minister Olga Brandt opened the session.\n“I told her (Olga Brandt) that the harbour is closed,” the ferryman said.");
        Assert.Contains(reading.Quotes, q => q.Words == "I told her that the harbour is closed,");
    }

    [Fact]
    public void Words_lack_of_their_span_just_what_is_listed()
    {
        var piece = Gen.Elements("we", "go", " ", "[x]", "[H]", "e", "…", "...", " . . . ", "(laughs)", "[", "]", "(", ")", ",", ".", "[[", "[]", "\ud800");
        var texts = Arb.From(Gen.ListOf(piece).Select(p => "He said: “" + string.Concat(p) + "”"));
        Prop.ForAll(texts, text => Reading.Of(text).Quotes.All(q => IsWithin(q.Words, q.Span.Of(text)) && q.Insertions.All(q.Span.Contains))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static bool IsWithin(string words, string all)
    {
        var at = 0;
        foreach (var c in all)
            if (at < words.Length && words[at] == c) at++;
        return at == words.Length;
    }
}
