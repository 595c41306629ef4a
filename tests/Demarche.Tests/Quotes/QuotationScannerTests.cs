using Demarche.Quotes;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Quotes;

public sealed class QuotationScannerTests
{
    private static string[] Words(string text) => [.. QuotationScanner.Find(text).Select(q => q.Span.Of(text))];

    [Theory]
    [InlineData("“We shall meet in spring,” the minister said.", "We shall meet in spring,")]
    [InlineData("\"We shall meet in spring,\" the minister said.", "We shall meet in spring,")]
    [InlineData("‘We shall meet in spring,’ the minister said.", "We shall meet in spring,")]
    [InlineData("'We shall meet in spring,' the minister said.", "We shall meet in spring,")]
    [InlineData("«We shall meet in spring», the minister said.", "We shall meet in spring")]
    [InlineData("« We shall meet in spring », the minister said.", "We shall meet in spring")]
    [InlineData("»We shall meet in spring«, the minister said.", "We shall meet in spring")]
    [InlineData("„We shall meet in spring“, the minister said.", "We shall meet in spring")]
    [InlineData("”We shall meet in spring”, the minister said.", "We shall meet in spring")]
    [InlineData("``We shall meet in spring,'' the minister said.", "We shall meet in spring,")]
    [InlineData("“We shall meet in spring,\" the minister said.", "We shall meet in spring,")]
    [InlineData("‘We shall meet in spring,' the minister said.", "We shall meet in spring,")]
    public void Marks_of_every_style_are_left_out(string text, string words) => Assert.Equal([words], Words(text));

    [Fact]
    public void A_broken_quotation_is_two() =>
        Assert.Equal(["The harbour,", "is closed."], Words("“The harbour,” she said, “is closed.”"));

    [Fact]
    public void Apostrophes_are_not_quotations() =>
        Assert.Empty(Words("The envoys' ship didn't leave Arvel's port in the '90s, 'cause the crews' pay wasn't there; it’s the sailors’ view."));

    [Fact]
    public void Inches_are_not_quotations() => Assert.Empty(Words("The shell was 6'2\" long and 5\" wide."));

    [Fact]
    public void A_possessive_does_not_end_a_single_quotation() =>
        Assert.Equal(["the rebels' last stand at sea"], Words("It was 'the rebels' last stand at sea' to him."));

    [Fact]
    public void A_speech_over_paragraphs_has_one_entry_a_paragraph()
    {
        const string text = "“The bridge is ours.\n“We hold both banks.\n“Nobody crosses,” the colonel said.";
        Assert.Equal(["The bridge is ours.", "We hold both banks.", "Nobody crosses,"], Words(text));
        Assert.Equal([false, true, true], QuotationScanner.Find(text).Select(q => q.Continues));
    }

    [Fact]
    public void Marks_repeated_within_a_line_go_on_with_the_speech() =>
        Assert.Equal(["One is safe.", "Two is lost."], Words("\"One is safe. \"Two is lost.\""));

    [Fact]
    public void An_inner_quotation_lies_in_the_outer()
    {
        const string text = "“She told me, ‘Leave the island,’ and I left,” he said.";
        var found = QuotationScanner.Find(text);
        Assert.Equal(["She told me, ‘Leave the island,’ and I left,", "Leave the island,"], Words(text));
        Assert.Equal([-1, 0], found.Select(q => q.Parent));
    }

    [Fact]
    public void An_inner_quotation_that_is_never_closed_ends_with_the_outer() =>
        Assert.Equal(["I said, ‘Keep your ships at home,", "Keep your ships at home,"], Words("“I said, ‘Keep your ships at home,” he told us."));

    [Fact]
    public void Double_marks_may_stand_in_single_ones() =>
        Assert.Equal(["They call it \"peace\", but it is not,", "peace"], Words("'They call it \"peace\", but it is not,' he said."));

    [Fact]
    public void Spans_lie_inside_hold_no_outer_marks_and_do_not_change() => Prop.ForAll<string>(text =>
    {
        var found = QuotationScanner.Find(text ?? "");
        return found.SequenceEqual(QuotationScanner.Find(text ?? "")) && found.All(q =>
            q.Outer.End <= text!.Length && q.Span.Length > 0 && q.Outer.Contains(q.Span) && q.Outer.Start < q.Span.Start
            && (q.Parent < 0 || found[q.Parent].Span.Contains(q.Span)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_marks_gives_nested_spans()
    {
        var pieces = Gen.Elements("“", "”", "\"", "'", "‘", "’", "„", "«", "»", "``", "''", " ", "a", "s ", "\n", ", ", ".", "\ud800", "5");
        var texts = Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => QuotationScanner.Find(text).All(q =>
            q.Outer.End <= text.Length && q.Outer.Contains(q.Span) && q.Outer.Start < q.Span.Start)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Millions_of_marks_are_read_in_one_pass()
    {
        Assert.Empty(QuotationScanner.Find(new string('“', 1_000_000)));
        Assert.Empty(QuotationScanner.Find(new string('\'', 1_000_000)));
        QuotationScanner.Find(string.Concat(Enumerable.Repeat("\"a ", 500_000)));
        QuotationScanner.Find(string.Concat(Enumerable.Repeat("‘a's ", 500_000)));
    }
}
