using Demarche.Coding;
using Demarche.Coding.Evaluation;

namespace Demarche.Tests.Coding.Evaluation;

/// <summary>The annotated sentences and reports hold what their README promises, and the program codes them as well as it did.</summary>
public sealed class EventCorpusTests
{
    private static readonly string[] Groups = ["AFR", "EUR", "IGO", "IMG", "MEA", "MUL", "NGO", "WAF"];

    private static readonly string[] Sectors =
        ["BUS", "COP", "CRM", "CVL", "EDU", "GOV", "HLH", "IGO", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PTY", "REB", "REL", "SEP", "SPY", "UAF"];

    private static IEnumerable<EventCase> Reports => EventCorpus.Cases.Where(c => c.IsReport);

    private static IEnumerable<AnnotatedSentence> Sentences => EventCorpus.Cases.Where(c => !c.IsReport).SelectMany(c => c.Sentences);

    private static IEnumerable<AnnotatedEvent> Events => EventCorpus.Cases.SelectMany(c => c.Sentences).SelectMany(s => s.Events);

    [Fact]
    public void There_are_enough_sentences_and_reports_in_both_halves()
    {
        Assert.True(Sentences.Count() >= 620);
        Assert.True(Sentences.Count(s => s.Negative is not null) >= 160);
        Assert.Equal(60, Reports.Count());
        Assert.All(["dev", "test"], half => Assert.True(Sentences.Count(s => Half(s) == half) >= 300 && Reports.Count(r => r.Half == half) >= 29, half));
    }

    [Fact]
    public void Every_type_has_twenty_sentences()
    {
        var counts = Sentences.SelectMany(s => s.Events.Where(e => e.Core).Select(e => e.Types[0]).Distinct()).CountBy(t => t, StringComparer.Ordinal).ToList();
        Assert.Equal(EventCorpus.Ontology.Types.Length, counts.Count);
        Assert.All(counts, c => Assert.True(c.Value >= 20, $"{c.Key}: {c.Value}"));
    }

    [Fact]
    public void Every_root_from_02_to_20_is_there() =>
        Assert.Equal(Enumerable.Range(2, 19).Select(n => $"{n:00}"), Events.Where(e => e.Core).Select(e => e.Codes[0][..2]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_sentence_stands_twice() =>
        Assert.Distinct(EventCorpus.Cases.SelectMany(c => c.Sentences.Select(s => c.Article.Text[s.Span.Start..s.Span.End])), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Reports_have_a_short_report_s_length_and_a_dateline_s_day() => Assert.All(Reports, r =>
    {
        Assert.InRange(r.Sentences.Length, 5, 10);
        Assert.InRange(r.Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 110, 250);
        Assert.All(r.Sentences.SelectMany(s => s.Events).Where(e => e.Core), e => Assert.False(e.Dates.IsEmpty, $"{r.File}:{e.Line}"));
        Assert.All(r.Sentences, s => Assert.Null(s.Negative));
    });

    [Fact]
    public void Codes_of_actors_are_of_states_groups_and_sectors()
    {
        var states = Repository.Data.Lines("actors/states.txt").Select(l => l.Text[..3]).Concat(Groups).ToHashSet(StringComparer.Ordinal);
        Assert.All(Events.SelectMany(e => e.Sources.Concat(e.Targets).Select(a => (e.Line, a))), x =>
        {
            Assert.True(states.Contains(x.a.Country), $"line {x.Line}: {x.a}");
            Assert.True(x.a.Sector is null || Sectors.Contains(x.a.Sector), $"line {x.Line}: {x.a}");
        });
    }

    [Fact]
    public void Names_of_actors_stand_in_the_text() => Assert.All(EventCorpus.Cases, c => Assert.All(
        c.Sentences.SelectMany(s => s.Events).SelectMany(e => e.Sources.Concat(e.Targets)).Where(a => a.Name is not null),
        a => Assert.Contains(a.Name!.Split(' ')[^1], c.Article.Text, StringComparison.Ordinal)));

    [Fact]
    public void A_negative_sentence_reports_nothing_as_done_that_makes_it_negative() =>
        Assert.All(Sentences.Where(s => s.Negative is not null), s => Assert.DoesNotContain(s.Events, e => e.Core && e.Statuses[0] == Status.Occurred));

    [Theory]
    [InlineData("dev", 0.81)]
    [InlineData("test", 0.69)]
    public void Types_are_found_no_worse_than_before(string half, double floor)
    {
        var verdicts = EventCorpus.Verdicts.Where(v => v.Case.Half == half).ToList();
        Assert.True(new EventScores(verdicts).F1 >= floor, EventScores.Table(verdicts));
    }

    [Theory]
    [InlineData("dev", 0.30)]
    [InlineData("test", 0.27)]
    public void Negative_sentences_have_no_more_false_events_than_before(string half, double ceiling)
    {
        var verdicts = EventCorpus.Verdicts.Where(v => v.Case.Half == half).ToList();
        Assert.True(new EventScores(verdicts).FalseShare <= ceiling, EventScores.Table(verdicts));
    }

    private static string Half(AnnotatedSentence sentence) => EventCorpus.Cases.First(c => c.Sentences.Contains(sentence)).Half;
}
