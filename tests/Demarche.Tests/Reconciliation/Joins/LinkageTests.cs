using Demarche.Reconciliation.Joins;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Reconciliation.Joins;

public sealed class LinkageTests
{
    [Fact]
    public void The_likest_are_joined_and_those_that_may_not_meet_never_are()
    {
        double no = double.NegativeInfinity;
        double[][] score = [[0, 9, 1], [9, 0, no], [1, no, 0]];
        Assert.Equal(["0 1", "2"], Linkage.Group(score, 0.5).Select(g => string.Join(' ', g)));
    }

    [Fact]
    public void Every_item_is_in_exactly_one_group() => Prop.ForAll<byte[]>(bytes =>
    {
        var n = (int)Math.Sqrt(bytes.Length);
        var score = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => (double)bytes[Math.Min(i, j) * n + Math.Max(i, j)]).ToArray()).ToArray();
        return Linkage.Group(score, 100).SelectMany(g => g).Order().SequenceEqual(Enumerable.Range(0, n));
    }).QuickCheckThrowOnFailure();
}
