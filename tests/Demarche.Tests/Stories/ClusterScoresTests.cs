using Demarche.Stories.Evaluation;

namespace Demarche.Tests.Stories;

public sealed class ClusterScoresTests
{
    private static ClusterScores Of(params (string, string)[] groups) => ClusterScores.Of(groups);

    [Fact]
    public void What_is_grouped_rightly_under_other_names_is_right()
    {
        var scores = Of(("a", "x"), ("a", "x"), ("b", "y"));
        Assert.Equal((1, 1), (scores.BCubed.F1, scores.Pairs.F1));
    }

    [Fact]
    public void All_in_one_costs_precision_alone()
    {
        var scores = Of(("a", "x"), ("a", "x"), ("a", "x"), ("b", "x"), ("b", "x"));
        Assert.Equal((3 * 3 / 5.0 + 2 * 2 / 5.0) / 5, scores.BCubed.Precision, 12);
        Assert.Equal((1, 0.4, 1), (scores.BCubed.Recall, scores.Pairs.Precision, scores.Pairs.Recall));
    }

    [Fact]
    public void All_apart_costs_recall_alone()
    {
        var scores = Of(("a", "1"), ("a", "2"), ("a", "3"), ("b", "4"), ("b", "5"));
        Assert.Equal((1, 0.4), (scores.BCubed.Precision, scores.BCubed.Recall));
        Assert.Equal(0, scores.Pairs.F1);
    }
}
