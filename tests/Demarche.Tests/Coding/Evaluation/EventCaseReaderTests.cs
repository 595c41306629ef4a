using Demarche.Coding.Evaluation;
using Demarche.Text;

namespace Demarche.Tests.Coding.Evaluation;

public sealed class EventCaseReaderTests
{
    [Fact]
    public void Each_sentence_is_a_case_with_the_context_before_it()
    {
        var cases = Read("published: 2020-02-03", "< Peru spoke.", "It thanked Chile.", "  = 051/050 | PERGOV | Ana Soto CHLGOV; CHL | occurred/planned | 2020-02-01..2020-02-03/?", "", "Rain fell.", "  ! weather");
        Assert.Equal(["Peru spoke. It thanked Chile.", "Rain fell."], cases.Select(c => c.Article.Text));
        var sentence = Assert.Single(cases[0].Sentences);
        Assert.Equal("It thanked Chile.", cases[0].Article.Text[sentence.Span.Start..sentence.Span.End]);
        var gold = Assert.Single(sentence.Events);
        Assert.Equal("SUPPORT", Assert.Single(gold.Types));
        Assert.Equal(["Ana Soto CHLGOV", "CHL"], gold.Targets.Select(t => t.ToString()));
        Assert.Equal("Occurred Planned", string.Join(' ', gold.Statuses));
        Assert.Equal(new DayRange?[] { new DayRange(new(2020, 2, 1), new(2020, 2, 3)), null }, gold.Dates.AsEnumerable());
        Assert.Equal("weather", Assert.Single(cases[1].Sentences).Negative);
    }

    [Fact]
    public void A_report_is_one_case()
    {
        var report = Assert.Single(Read("report", "published: 2020-02-03", "One.", "Two.", "  ~ 042 | PER | -", "", "Three."));
        Assert.Equal("One. Two.\n\nThree.", report.Article.Text);
        Assert.True(report.IsReport);
        Assert.False(report.Sentences[1].Events[0].Core);
    }

    [Theory]
    [InlineData("  = 042 | PER | CHL", "no sentence above")]
    [InlineData("Talks.|  = 010 | PER | CHL", "no CAMEO code from 02 to 20")]
    [InlineData("Talks.|  = 046 | - | CHL", "an event has a source")]
    [InlineData("Talks.|  = 046 | Peru | CHL", "must end in a code")]
    [InlineData("Talks.|  = 046 | PER | CHL | maybe", "no status")]
    [InlineData("Talks.|  = 046 | PER | CHL | occurred | 2020-13-01", "no day")]
    [InlineData("Talks.|  ! boring", "is none of")]
    [InlineData("Talks.| = 046 | PER | CHL", "an indented line begins with")]
    [InlineData("< Talks.", "for context")]
    public void Bad_lines_are_named(string lines, string complaint)
    {
        string[] all = ["published: 2020-02-03", .. lines.Split('|', 2)];
        Assert.Contains(complaint, Assert.Throws<DataException>(() => Read(all)).Message, StringComparison.Ordinal);
    }

    private static EventCase[] Read(params string[] lines) => [.. EventCaseReader.Read(lines, "dev-own.txt", EventCorpus.Ontology)];
}
