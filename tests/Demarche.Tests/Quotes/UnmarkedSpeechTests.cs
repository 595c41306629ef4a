using Demarche.Quotes;
using Demarche.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Quotes;

public sealed class UnmarkedSpeechTests
{
    private static List<(string Words, string? Speaker)> Unmarked(string text)
    {
        var reading = Reading.Of(text);
        return [.. reading.Quotes.Where(q => q is { Marked: false, Kind: QuoteKind.Direct }).Select(q => (q.Span.Of(reading.Analysis.Text), q.SpeakerName))];
    }

    [Fact]
    public void Questions_and_answers_are_speech_of_the_one_asked()
    {
        var found = Unmarked("The Post spoke to the oceanographer Marit Solberg about the spill.\nQ: How far has the oil gone?\nA: Further than they say. I measured it myself.\nQ: Will you go back?\nA: Tomorrow, if we find a boat.");
        Assert.Equal(4, found.Count);
        Assert.Equal(("Further than they say. I measured it myself.", "Marit Solberg"), found[1]);
        Assert.Equal("Tomorrow, if we find a boat.", found[3].Words);
    }

    [Fact]
    public void Initials_and_outlets_stand_for_those_introduced_before()
    {
        var found = Unmarked("The novelist Greta Lindqvist met The Lantern in Oslo.\nThe Lantern: Do you miss the island?\nGreta Lindqvist: I miss its ferry.\nThe Lantern: And your neighbours?\nGL: They never missed me.");
        Assert.Equal(["The Lantern", "Greta Lindqvist", "The Lantern", "Greta Lindqvist"], found.Select(f => f.Speaker));
    }

    [Fact]
    public void A_quotation_inside_an_answer_is_nested_and_I_is_whoever_answers()
    {
        var reading = Reading.Of("The Post spoke to the oceanographer Marit Solberg about the spill.\nQ: What happened?\nA: I told the captain, “Turn around now.” He laughed.\nQ: Did you report it?\nA: I did.");
        var inner = Assert.Single(reading.Quotes, q => q.Marked);
        Assert.True(inner.Nested);
        Assert.Equal("Marit Solberg", inner.SpeakerName);
    }

    [Theory]
    [InlineData("What is open on Monday\nMuseums: open from ten.\nFerries: hourly from the old pier.\nBanks: closed.")]
    [InlineData("France: two medals.\nKenya: four medals.\nFrance: one more on the last day.")]
    [InlineData("The minister said three things must happen:\nFirst, the ferry has to sail again before the end of the month.")]
    [InlineData("The president posted a video on Monday.\nHe wrote:\nHe later deleted the post without saying why, and the video was gone by noon.")]
    [InlineData("Contact us @harbournews or write to the desk for more on this story.")]
    public void Lists_and_the_reporters_own_paragraphs_are_nobodys_speech(string text) => Assert.Empty(Unmarked(text));

    [Fact]
    public void A_block_behind_he_wrote_is_his()
    {
        var found = Unmarked("Judge Petra Hollis ruled for the fishermen on Friday. In her decision, she wrote:\nThe harbour board had a duty to warn these men. It had a siren, and it had an hour, and it used neither of them.\nThe board will appeal.");
        Assert.Equal(("The harbour board had a duty to warn these men. It had a siren, and it had an hour, and it used neither of them.", "Petra Hollis"), Assert.Single(found));
    }

    [Theory]
    [InlineData("The mayor was not amused.\nNobody asked me before they painted the bridge. — Ilse Kranz (@ilsekranz) June 3, 2024\nThe bridge stays blue.")]
    [InlineData("The mayor was not amused.\nNobody asked me before they painted the bridge.\n— Ilse Kranz (@ilsekranz) June 3, 2024\nThe bridge stays blue.")]
    [InlineData("Ilse Kranz @ilsekranz\nNobody asked me before they painted the bridge.\nThe council met on Monday to talk about it.")]
    public void A_post_is_its_signers(string text) => Assert.Equal(("Nobody asked me before they painted the bridge.", "Ilse Kranz"), Assert.Single(Unmarked(text)));

    [Fact]
    public void A_thread_goes_on_until_the_next_signature()
    {
        var found = Unmarked("Ilse Kranz @ilsekranz\nNobody asked me.\nNobody ever does.\nHarbour Desk @harbourdesk · replying to @ilsekranz\nWe did ask you.\n@ilsekranz: Then show me the letter.");
        Assert.Equal(["Ilse Kranz", "Ilse Kranz", "Harbour Desk", "Ilse Kranz"], found.Select(f => f.Speaker));
    }

    [Fact]
    public void Any_lines_give_spans_of_the_text_and_no_exception()
    {
        var line = Gen.Elements("Q: Why?", "A: I know.", "@a: b", "A B @ab", "— A B (@ab) May 1", "He wrote:", "Q:", "@:", " (@", "He said:\nI am here to stay, and so are all of you.", "“I said,” he said.", "\ud83d", ": ", "SMITH: We go.", "JONES: Do you?");
        var texts = Arb.From(Gen.ListOf(line).Select(l => string.Join('\n', l)));
        Prop.ForAll(texts, text => Reading.Of(text).Quotes.All(q => q.Span.End <= text.Length && q.Span.Length > 0)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [InlineData("A: ")]
    [InlineData("Q: \nA: I ")]
    [InlineData("@a: b\n")]
    [InlineData("A B @ab\n")]
    [InlineData("x (@a) — ")]
    public void A_mebibyte_of_labels_is_read_in_one_pass(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var lines = TextLine.Of(text);
        var analysis = Reading.Of("").Analysis;
        var bearers = new Bearers(analysis, Reading.Of("").Actors);
        Assert.True(Interview.Turns(lines, bearers).Count <= lines.Count);
        Assert.True(Posts.Find(lines, bearers).Count <= lines.Count);
    }
}
