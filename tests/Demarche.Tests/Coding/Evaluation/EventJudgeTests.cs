using Demarche.Coding.Evaluation;

namespace Demarche.Tests.Coding.Evaluation;

/// <summary>The rules of matching, on sentences that the coder reads without trouble.</summary>
public sealed class EventJudgeTests
{
    [Fact]
    public void An_event_of_the_right_type_and_sides_is_matched()
    {
        var verdict = Judge("Peru condemned Chile.", "  = 111 | PERGOV | CHL");
        var match = Assert.Single(verdict.Matches);
        Assert.True(match is { Sides: true, Status: true, Root: true, Sector: true, Date: null });
        Assert.Empty(verdict.Missed);
        Assert.Empty(verdict.False);
    }

    [Fact]
    public void The_wrong_side_costs_only_the_strict_score()
    {
        var scores = new EventScores([Judge("Peru condemned Chile.", "  = 111 | CHL | PER")]);
        Assert.Equal((1.0, 0.0, 0.0, 0.0), (scores.F1, scores.StrictF1, scores.Source, scores.Target));
    }

    [Fact]
    public void A_symmetric_act_may_be_told_from_either_side() =>
        Assert.True(Assert.Single(Judge("Peru signed a treaty with Chile.", "  = 057 | CHL | PER").Matches).Sides);

    [Fact]
    public void What_is_not_annotated_is_false_and_what_is_not_found_is_missed()
    {
        var verdict = Judge("Peru condemned Chile.", "  = 042 | PER | CHL");
        Assert.Equal((1, 1, 0), (verdict.False.Length, verdict.Missed.Length, verdict.Matches.Length));
    }

    [Fact]
    public void An_optional_event_absorbs()
    {
        var verdict = Judge("Peru condemned Chile.", "  ~ 111 | PER | CHL");
        Assert.Equal((0, 0, 0), (verdict.False.Length, verdict.Missed.Length, verdict.Matches.Length));
    }

    [Fact]
    public void A_claim_in_a_negative_sentence_is_a_false_alarm()
    {
        Assert.True(Judge("Peru condemned Chile.", "  ! sport").IsFalseAlarm);
        Assert.False(Judge("Peru condemned Chile.").IsFalseAlarm);
    }

    [Fact]
    public void A_denied_act_that_is_coded_as_denied_is_none()
    {
        Assert.False(Judge("Peru did not attack Chile.", "  ! denied", "  = 190 | PER | CHL | denied").IsFalseAlarm);
        Assert.True(Judge("Peru attacked Chile.", "  ! denied", "  = 190 | PER | CHL | denied").IsFalseAlarm);
    }

    [Fact]
    public void As_many_pairs_are_made_as_can_be()
    {
        int?[] Pair(params string[] rows) => new PairMatching(rows.Length, rows[0].Length, (l, r) => rows[l][r] - '0').Match();
        Assert.Equal([1, 0], Pair("91", "50"));
        Assert.Equal([1, 2, 0], Pair("930", "091", "900"));
        Assert.Equal([0, null], Pair("2", "1"));
    }

    private static SentenceVerdict Judge(string sentence, params string[] gold)
    {
        var annotated = EventCaseReader.Read(["published: 2018-05-15", sentence, .. gold], "dev-own.txt", EventCorpus.Ontology).Single();
        return EventJudge.Judge(annotated, Repository.Shipped.Code(annotated.Article)).Single();
    }
}
