namespace Demarche.SystemTests;

/// <summary>`demarche lint` on the shipped data and on data of a user's own.</summary>
public sealed class LintTests
{
    [Fact]
    public void The_shipped_data_are_clean_and_counted()
    {
        var run = DemarcheProgram.Run("lint", Path.Combine(AppContext.BaseDirectory, "data"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.EndsWith("no findings\n", run.Text, StringComparison.Ordinal);
        Assert.Contains("codes from 020 to 204", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not given", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_a_line_each_sorted_and_make_it_exit_with_1()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "data", "patterns"));
        folder.Write("data/patterns/classes.txt", "");
        folder.Write("data/patterns/05-own.txt", "# code | pattern | sentence\n051 | riote | France praised Norway.\n051 | hail @nobody | France hailed Norway.\n");
        var run = DemarcheProgram.Run("lint", Path.Combine(folder.Path, "data", "patterns", "05-own.txt"));
        Assert.Equal(1, run.ExitCode);
        var findings = run.Text.Split('\n').TakeWhile(l => l.StartsWith("data/patterns/05-own.txt:", StringComparison.Ordinal)).ToList();
        Assert.Equal(["1: untested", "2: unreachable", "3: fault"], findings.Select(f => string.Join(':', f.Split(':')[1..3])));
        Assert.Contains("3 findings\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Actors_that_contradict_each_other_are_found()
    {
        using var folder = new TemporaryFolder();
        var actors = Directory.CreateDirectory(Path.Combine(folder.Path, "data", "actors"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "actors")))
            File.Copy(file, Path.Combine(actors.FullName, Path.GetFileName(file)));
        File.AppendAllText(Path.Combine(actors.FullName, "offices.txt"), "NOR | minister of tides | GOV | Ola Fjordmann | 2020-05 | 2019\n");
        var run = DemarcheProgram.Run("lint", actors.FullName);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^data/actors/offices\.txt:\d+: contradiction: Ola Fjordmann left office before taking it; mend the days\n1 finding", run.Text);
    }

    [Fact]
    public void A_path_that_does_not_exist_and_one_outside_any_data_folder_are_told_apart()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(4, DemarcheProgram.Run("lint", Path.Combine(folder.Path, "none")).ExitCode);
        Assert.Equal(2, DemarcheProgram.Run("lint", folder.Write("a.txt", "x")).ExitCode);
    }
}
