using Demarche.Coding;
using Demarche.Coding.Training;
using Demarche.Text;

namespace Demarche.Tests.Coding.Learned;

public sealed class AnnotatedSentenceTests
{
    [Fact]
    public void A_sentence_has_the_events_that_follow_it()
    {
        var read = Read("S\ttrain\tx1\t0\t40\nE\tcore\t111/112\t5\t14\t0-4,*Omar Haddad\t18-25\to\nE\toptional\t190\t30\t36\t-\t-\ts\nS\ttest\tx1\t41\t60\n");
        Assert.Equal(2, read.Count);
        var first = read[0].Events[0];
        Assert.Equal(["111", "112"], first.Codes.AsEnumerable());
        Assert.Equal(new TextSpan(0, 4), Assert.Single(first.Sources));
        Assert.Equal("Omar Haddad", Assert.Single(first.ImpliedSources));
        Assert.Equal(new TextSpan(18, 25), Assert.Single(first.Targets));
        Assert.Equal((true, Status.Occurred), (first.IsCore, first.Status));
        Assert.Equal((false, Status.Possible), (read[0].Events[1].IsCore, read[0].Events[1].Status));
        Assert.Empty(read[0].Events[1].Sources);
        Assert.True(read[1].IsTest);
        Assert.Empty(read[1].Events);
    }

    [Theory]
    [InlineData("E\tcore\t111\t5\t14\t-\t-\to", 1)]
    [InlineData("S\ttrain\tx1\t0\t40\nE\tcore\t111\tfive\t14\t-\t-\to", 2)]
    [InlineData("S\ttrain\tx1\t0\t40\nE\tcore\t111\t5\t14\t-\t-\tx", 2)]
    [InlineData("# a comment\n\nS\tboth\tx1\t0\t40", 3)]
    public void A_malformed_line_is_named(string text, int line)
    {
        var error = Assert.Throws<DataException>(() => Read(text));
        Assert.StartsWith($"data/events.tsv:{line}:", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<AnnotatedSentence> Read(string text) => AnnotatedSentence.Read(new StringReader(text), "events.tsv");
}
