using Demarche.Text;

namespace Demarche.Tests;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_out_and_point_at_their_words()
    {
        var marked = MarkedText.Parse("a.txt", "dct: 2031-05-12\n# a comment\n\nAid &amp; arms left <when value=\"2031-05-11\">on <day>Sunday</day></when>.\n");
        Assert.Equal("Aid & arms left on Sunday.\n", marked.Text);
        Assert.Equal("2031-05-12", marked.Header["dct"]);
        Assert.Equal(["on Sunday", "Sunday"], marked.Marks.Select(m => m.Span.Of(marked.Text)));
        Assert.Equal("2031-05-11", marked.Marks[0]["value"]);
        Assert.Null(marked.Marks[1]["value"]);
    }

    [Fact]
    public void Several_attributes_and_escapes_in_them_are_read()
    {
        var marked = MarkedText.Parse("a.txt", "x: y\n\n<q by=\"A &lt;B&gt;\" kind=\"direct\">No</q>");
        Assert.Equal("A <B>", marked.Marks[0]["by"]);
        Assert.Equal("direct", marked.Marks[0]["kind"]);
    }

    [Theory]
    [InlineData("no header", "a.txt:1: no empty line behind the header")]
    [InlineData("key\n\ntext", "a.txt:1: a header line is \"key: value\"")]
    [InlineData("k: v\n\nfine\nan <open>end", "a.txt:4: <open> is not closed")]
    [InlineData("k: v\n\n<a>x</b>", "a.txt:3: nothing of that name is open: /b")]
    [InlineData("k: v\n\nsalt & pepper", "a.txt:3: an ampersand is written &amp;")]
    [InlineData("k: v\n\n<a b=c>x</a>", "a.txt:3: an attribute is name=\"value\": b=c")]
    public void A_fault_names_its_line(string content, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => MarkedText.Parse("a.txt", content)).Message);
}
