using Demarche.Reconciliation.Evaluation;

namespace Demarche.Tests.Reconciliation.Joins;

public sealed class ClusterScoresTests
{
    // The worked example of Moosavi and Strube 2016.
    private static readonly Dictionary<char, string> Gold = Clusters("abc", "defg");
    private static readonly Dictionary<char, string> Found = Clusters("ab", "cd", "fghi");

    [Fact]
    public void Figures_are_those_of_the_papers()
    {
        var s = ClusterScores.Of(Gold, Found);
        Assert.Equal((2.0 + 0 + 4.0 / 6) / 8, s.Lea.Precision, 12);
        Assert.Equal((1.0 + 4.0 / 6) / 7, s.Lea.Recall, 12);
        Assert.Equal((1.0 + 1) / (1 + 1 + 3), s.Muc.Precision, 12);
        Assert.Equal((1.0 + 1) / (2 + 3), s.Muc.Recall, 12);
        Assert.Equal((4.0 / 2 + 2.0 / 2 + 4.0 / 4) / 8, s.BCubed.Precision, 12);
        Assert.Equal((2 * 2.0 / 5 + 2 * 2.0 / 8) / 2, s.Ceaf.Recall, 12);
        Assert.Equal((2 * 2.0 / 5 + 2 * 2.0 / 8) / 3, s.Ceaf.Precision, 12);
    }

    [Fact]
    public void What_equals_itself_is_right() => Assert.Equal(1, ClusterScores.Of(Gold, Gold).Conll, 12);

    [Fact]
    public void Mentions_that_are_alone_can_be_left_out() =>
        Assert.Equal(['b', 'c'], ClusterScores.WithoutSingle(Clusters("a", "bc")).Keys.Order());

    private static Dictionary<char, string> Clusters(params string[] clusters) =>
        clusters.SelectMany(c => c.Select(m => (m, c))).ToDictionary(x => x.m, x => x.c);
}
