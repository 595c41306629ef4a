using Demarche.Text;

namespace Demarche.Tests.Language;

public sealed class SegmentationTests
{
    [Fact]
    public void A_negation_is_a_word_of_its_own() =>
        Assert.Equal(["They", "do", "n't", "trust", "the", "envoys", "."], Reading.Words("They don't trust the envoys."));

    [Fact]
    public void Typographic_apostrophes_cut_like_plain_ones() =>
        Assert.Equal(["Oman", "’s", "envoy", "could", "n’t", "come", "."], Reading.Words("Oman’s envoy couldn’t come."));

    [Fact]
    public void Cannot_is_one_token_of_two_words()
    {
        const string text = "Both armies cannot win.";
        var analysis = Reading.Of(text);
        var can = Reading.Word(analysis, "can");
        var not = Reading.Word(analysis, "not");
        Assert.Equal(new TextSpan(12, 18), can.Surface);
        Assert.Equal(can.Surface, not.Surface);
        Assert.Equal(can.Span.End, not.Span.Start);
    }

    [Fact]
    public void A_possessive_is_a_word_of_its_own() =>
        Assert.Equal(["Brazil", "'s", "minister", "spoke", "."], Reading.Words("Brazil's minister spoke."));

    [Theory]
    [InlineData("Gen. Amos Harrow met Sen. Ruth Calder on Tuesday. They agreed on nothing.")]
    [InlineData("The U.S. envoy left at 5 p.m. on Friday. Nobody saw him go.")]
    [InlineData("Mr. J. K. Moran denied the report. His lawyer did not comment.")]
    public void Abbreviations_do_not_end_a_sentence(string text) => Assert.Equal(2, Reading.Sentences(text).Length);

    [Theory]
    [InlineData("Envoys now speak openly of Plan B.", "The mediators would not say what it holds.")]
    [InlineData("The talks were brokered by the U.S.", "The ceasefire took hold at dawn.")]
    [InlineData("The shelling stopped at 6 p.m.", "Residents left their cellars an hour later.")]
    [InlineData("The general lives in Washington, D.C.", "His family moved there in Jan. 2014.")]
    [InlineData("The envoys met at 9 a.m. Friday.", "Capt. Lena Ostrow kept the minutes.")]
    [InlineData("Sens. Harold Pike and Dana Whitlow wrote to the ministry.", "Govs. Reed and Moss did too.")]
    [InlineData("Prime Minister K. V. Rao resigned on Sunday.", "President A. Brandt accepted.")]
    [InlineData("The resolution, No. 2254, passed on Sept. 4.", "China abstained.")]
    [InlineData("The U.S. Embassy was closed.", "The U.S. Army said Sgt. Paul Dietz had died.")]
    [InlineData("“We will not leave.", "We have nowhere to go,” said Amira Said, a nurse.")]
    [InlineData("“The war is over!” the crowd shouted.", "Soldiers fired into the air.")]
    [InlineData("Talks, he said, were “constructive”.", "He did not say more.")]
    [InlineData("He paused...", "Then he walked out of the room.")]
    public void A_sentence_ends_where_the_next_begins_and_nowhere_else(string first, string second) =>
        Assert.Equal([first, second], Reading.Sentences(first + " " + second));

    [Fact]
    public void A_letter_that_ends_a_sentence_is_no_initial() =>
        Assert.Equal(["Plan", "B", ".", "The", "envoys", "left", "."], Reading.Words("Plan B. The envoys left."));

    [Theory]
    [InlineData("Write to press.office@example.org.", "press.office@example.org")]
    [InlineData("It is at http://example.org/a_b?c=d.", "http://example.org/a_b?c=d")]
    [InlineData("The file treaty-2.pdf leaked.", "treaty-2.pdf")]
    [InlineData("The post by @ministry_press is gone.", "@ministry_press")]
    public void Addresses_are_one_token(string text, string address) => Assert.Contains(address, Reading.Words(text));

    [Theory]
    [InlineData("They wouldnt sign.", "would nt")]
    [InlineData("Im ready to talk.", "I m")]
    [InlineData("We dunno.", "du n no")]
    public void Contractions_without_their_apostrophe_are_cut(string text, string words) =>
        Assert.Contains(" " + words + " ", " " + string.Join(' ', Reading.Words(text)) + " ", StringComparison.Ordinal);

    [Fact]
    public void A_possessive_its_is_one_word() => Assert.Contains("its", Reading.Words("The army lost its last base in the north."));

    [Fact]
    public void A_full_stop_inside_quotation_marks_ends_the_sentence() =>
        Assert.Equal(["The general called it “a dark day.”", "Talks resume on Monday."], Reading.Sentences("The general called it “a dark day.” Talks resume on Monday."));

    [Fact]
    public void A_line_break_ends_a_paragraph_without_a_full_stop()
    {
        var analysis = Reading.Of("Truce talks fail again\nThe two sides met in Geneva.");
        Assert.Equal(2, analysis.Sentences.Length);
        Assert.Equal([0, 1], analysis.Sentences.Select(s => s.Paragraph));
    }

    [Fact]
    public void Amounts_keep_their_digits_together() =>
        Assert.Equal(["Rebels", "seized", "1,250", "rifles", "and", "$", "3.5", "million", "."], Reading.Words("Rebels seized 1,250 rifles and $3.5 million."));
}
