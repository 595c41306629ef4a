namespace Demarche.Tests.Exports;

public sealed class DyadTests
{
    private static List<string> Rows(string cameo, int sources, int targets)
    {
        var report = new WrittenReport();
        string[] Actors(string side, int count) => [.. Enumerable.Range(1, count).Select(i => report.Actor($"{side}{i}", $"{side}{i}"))];
        report.Says("So it was.", cameo, "CONSULT", Actors("S", sources), Actors("T", targets), "2031-05-05");
        return [.. report.Rows("cameo").Select(r => $"{r["source"]}>{r["target"]} {r["code"]}")];
    }

    [Fact]
    public void Each_source_meets_each_target_once() =>
        Assert.Equal(["S1>T1 112", "S1>T2 112", "S2>T1 112", "S2>T2 112"], Rows("112", 2, 2));

    [Fact]
    public void Acts_that_bind_both_sides_go_in_both_directions() => Assert.Equal(["S1>T1 041", "T1>S1 041"], Rows("041", 1, 1));

    [Fact]
    public void Who_visits_is_received() => Assert.Equal(["S1>T1 042", "T1>S1 043"], Rows("042", 1, 1));

    [Fact]
    public void Participants_without_a_target_meet_each_other() =>
        Assert.Equal(["S1>S2 046", "S2>S1 046", "S1>S3 046", "S3>S1 046", "S2>S3 046", "S3>S2 046"], Rows("046", 3, 0));

    [Fact]
    public void Sources_of_a_one_sided_act_without_a_target_stay_alone() => Assert.Equal(["S1> 112", "S2> 112"], Rows("112", 2, 0));

    [Fact]
    public void Nobody_is_paired_with_himself()
    {
        var report = new WrittenReport();
        var (one, other) = (report.Actor("One", "AAA"), report.Actor("Other", "BBB"));
        report.Says("They met.", "040", "CONSULT", [one, other], [one, other]).Says("One blamed itself.", "112", "ACCUSE", [one], [one]);
        Assert.Equal(["AAA>BBB", "BBB>AAA", "AAA>"], report.Rows("cameo").Select(r => $"{r["source"]}>{r["target"]}"));
    }
}
