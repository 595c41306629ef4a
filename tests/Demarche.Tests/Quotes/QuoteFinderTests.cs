using Demarche.Actors;
using Demarche.Quotes;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Quotes;

public sealed class QuoteFinderTests
{
    private const string Anna = "Anna Lindqvist";

    private static (string, string?)[] Marked(string text) => [.. Reading.Of(text).Marked];

    [Fact]
    public void The_subject_of_the_verb_behind_speaks() =>
        Assert.Equal(
            [("We shall open the bridge in spring,", Anna)],
            Marked("“We shall open the bridge in spring,” Foreign Minister Anna Lindqvist told reporters on Monday.\n"));

    [Fact]
    public void The_subject_behind_the_verb_speaks() =>
        Assert.Equal([("The bridge will open,", Anna)], Marked("“The bridge will open,” said Anna Lindqvist, the foreign minister of Norway.\n"));

    [Fact]
    public void A_phrase_has_the_speaker_of_its_sentence() =>
        Assert.Equal([("a gift to nobody", Anna)], Marked("Anna Lindqvist said the plan was “a gift to nobody” and refused to sign it.\n"));

    [Fact]
    public void A_quotation_without_a_verb_of_saying_goes_on_with_the_last_speaker() =>
        Assert.Equal(
            [("The bridge,", Anna), ("will open.", Anna), ("Nobody will stop us.", Anna)],
            Marked("Anna Lindqvist spoke first. “The bridge,” she said, “will open.” “Nobody will stop us.”\n"));

    [Fact]
    public void The_agent_of_a_passive_speaks() =>
        Assert.Equal([("short and cold", Anna)], Marked("The ceremony was described as “short and cold” by Anna Lindqvist.\n"));

    [Fact]
    public void A_speech_over_paragraphs_has_one_speaker() =>
        Assert.All(
            Marked("Anna Lindqvist met the press. “The talks were hard.\n“We shall go on.\n“That is all,” she said.\n"),
            q => Assert.Equal(Anna, q.Item2));

    [Fact]
    public void According_to_names_the_speaker() =>
        Assert.Equal([("lost its nerve", Anna)], Marked("According to Anna Lindqvist, the ferry company “lost its nerve” in the storm.\n"));

    [Fact]
    public void I_inside_a_quotation_is_its_speaker()
    {
        var reading = Reading.Of("“I told him, ‘Bring the boats home,’ and he did,” Anna Lindqvist said.\n");
        Assert.Equal(2, reading.Quotes.Length);
        Assert.All(reading.Quotes, q => Assert.Equal(Anna, q.SpeakerName));
        Assert.Equal([false, true], reading.Quotes.Select(q => q.Nested));
        var resolved = FirstPersons.ResolveFirstPerson(reading.Analysis, reading.Actors, reading.Quotes);
        var self = resolved.Mentions.Single(m => m.Kind == MentionKind.Pronoun && m.Span.Of(reading.Analysis.Text) == "I");
        Assert.Equal(Anna, resolved[self.Actors[0]].Name);
    }

    [Fact]
    public void A_title_is_not_speech() =>
        Assert.Empty(Marked("Anna Lindqvist accused the owners of greed. A film called “Long Winter Night” was shown later.\n"));

    [Fact]
    public void Cue_and_addressee_are_told()
    {
        var reading = Reading.Of("“We shall open the bridge in spring,” Foreign Minister Anna Lindqvist told reporters on Monday.\n");
        var quote = Assert.Single(reading.Quotes);
        Assert.Equal("told", quote.Cue?.Of(reading.Analysis.Text));
        Assert.Equal("reporters", quote.Addressee);
        Assert.Equal(QuoteKind.Direct, quote.Kind);
    }

    [Fact]
    public void Any_text_gives_spans_inside_it_and_the_same_ones_twice()
    {
        var pieces = Gen.Elements("“", "”", "\"", "'", "‘", "’", " said ", "Anna Lindqvist", " he ", "told", ", ", ". ", "\n", ": ", "according to ", "\ud800", "I");
        var texts = Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var quotes = Reading.Of(text).Quotes;
            return Plain(quotes).SequenceEqual(Plain(Reading.Of(text).Quotes)) && quotes.All(q => q.Span.End <= text.Length && q.Span.Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    // Records compare arrays by where they lie: what they hold is compared as words.
    private static IEnumerable<(Quote, string)> Plain(IEnumerable<Quote> quotes) => quotes.Select(q => (q with { Insertions = [] }, string.Join(' ', q.Insertions)));
}
