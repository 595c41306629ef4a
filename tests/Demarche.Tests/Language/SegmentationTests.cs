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
