using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests.Language;

public sealed class ConlluTests
{
    private const string Text = "Iran's envoy can't travel 😀 today.\nHe waits.";

    [Fact]
    public void What_is_printed_can_be_read_again()
    {
        var analysis = Reading.Of(Text);
        var sentences = Conllu.Read(new StringReader(Print(analysis)), "test.conllu").ToList();
        Assert.Equal(analysis.Sentences.Length, sentences.Count);
        Assert.Equal(analysis.Tokens.Select(t => (t.Form, t.Lemma, t.Xpos, t.Relation)), sentences.SelectMany(s => s.Words).Select(w => (w.Form, w.Lemma, w.Xpos, w.Relation)));
        Assert.Equal(["Iran's", "can't"], sentences[0].Tokens.Where(t => t.End - t.First > 1).Select(t => t.Form));
    }

    [Fact]
    public void Ranges_count_code_points()
    {
        var last = Print(Reading.Of(Text)).Split('\n').Last(l => l.Length > 0);
        Assert.EndsWith("TokenRange=43:44", last, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_tokens_and_sentences_are_kept()
    {
        var rows = new[] { "1-2\tcan't\t_", "1\tca\t_", "2\tn't\t_", "3\tU.N.-led\t_", "4\tx\t_" };
        var input = string.Join('\n', rows.Select(r => r + "\t_\t_\t_\t_\t_\t_\t" + "_")) + "\n\n";
        var analysis = Pretokenized.Analyze(Reading.Analyzer, new StringReader(input), "given.conllu");
        Assert.Equal(["ca", "n't", "U.N.-led", "x"], analysis.Tokens.Select(t => t.Form));
        Assert.Single(analysis.Sentences);
        Assert.Equal("can't U.N.-led x\n", analysis.Text);
    }

    [Theory]
    [InlineData("1\tone\t_\n", "given.conllu:1")]
    [InlineData("2\tone\t_\t_\t_\t_\t_\t_\t_\t_\n", "word id 2")]
    [InlineData("1\tone\t_\t_\t_\t_\t9\t_\t_\t_\n", "beyond the end")]
    public void Broken_input_is_refused_with_its_line(string input, string reason)
    {
        var e = Assert.Throws<DataException>(() => Conllu.Read(new StringReader(input), "given.conllu").ToList());
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    private static string Print(Analysis analysis)
    {
        using var writer = new StringWriter();
        ConlluWriter.Write(analysis, "test", new CodePoints(analysis.Text), writer);
        return writer.ToString();
    }
}
