namespace Demarche.SystemTests;

public sealed class EvaluateTests
{
    private const string Scorer = "tools/score_ud.py", Dev = "bench/ud/dev.conllu.xz";

    private static readonly string[] Tiny =
    [
        "# text = Talks failed .",
        "1\tTalks\ttalk\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_",
        "2\tfailed\tfail\tVERB\tVBD\tTense=Past\t0\troot\t_\t_",
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
        "",
        "",
    ];

    [SharedFact(Scorer, Dev)]
    public void The_figures_are_those_of_the_scorer_in_Python()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("dev.conllu", SharedTools.Python("-c", "import lzma, sys; sys.stdout.write(lzma.open(sys.argv[1], 'rt', encoding='utf-8').read())", SharedTools.File(Dev)));
        var text = folder.Write("dev.txt", SharedTools.Python(SharedTools.File(Scorer), "--text", gold));
        var system = folder.Write("system.conllu", DemarcheProgram.Run("parse", text).Output);
        var expected = SharedTools.Python(SharedTools.File(Scorer), gold, system);
        Assert.Equal(expected, DemarcheProgram.Run("evaluate", "ud", gold).Text);
        Assert.Equal(expected, DemarcheProgram.Run("evaluate", "ud", gold, "--system", system).Text);
    }

    [Fact]
    public void Given_tokens_are_all_right()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("tiny.conllu", string.Join('\n', Tiny));
        var run = DemarcheProgram.Run("evaluate", "ud", gold, "--pretokenized");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Tokens       100.00   100.00   100.00", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_file_of_another_text_is_refused()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("gold.conllu", string.Join('\n', Tiny));
        var other = folder.Write("other.conllu", string.Join('\n', Tiny).Replace("Talks", "Calls", StringComparison.Ordinal));
        var run = DemarcheProgram.Run("evaluate", "ud", gold, "--system", other);
        Assert.Equal((3, ""), (run.ExitCode, run.Text));
        Assert.Contains("the texts differ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_treebank_is_named()
    {
        var run = DemarcheProgram.Run("evaluate", "ud", "nowhere.conllu");
        Assert.Equal(4, run.ExitCode);
        Assert.Equal("demarche: nowhere.conllu: there is no such file", Assert.Single(run.ErrorLines));
    }

    [SharedFact("tools/score_ner.py", "bench/ner/dev.bio.xz")]
    public void The_figures_of_names_are_those_of_the_scorer_in_Python()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("dev.bio", SharedTools.Python("-c", "import lzma, sys; sys.stdout.write(lzma.open(sys.argv[1], 'rt', encoding='utf-8').read())", SharedTools.File("bench/ner/dev.bio.xz")));
        var system = Path.Join(folder.Path, "system.jsonl");
        var run = DemarcheProgram.Run("evaluate", "ner", gold, "--out", system);
        Assert.Equal(SharedTools.Python(SharedTools.File("tools/score_ner.py"), gold, system), run.Text);
    }

    [Fact]
    public void A_corpus_of_names_that_is_none_is_refused_by_line()
    {
        using var folder = new TemporaryFolder();
        var run = DemarcheProgram.Run("evaluate", "ner", folder.Write("bad.bio", "# text = Talks failed\nTalks 0 5 O\n"));
        Assert.Equal("", run.Text);
        Assert.Contains("bad.bio:2:", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timex", "t.tml", "The ferry sank on <TIMEX3 type=\"DATE\" value=\"2031-05-11\">Sunday</TIMEX3>.", "strict_value 100.00 100.00 100.00 1 1 1")]
    [InlineData("quotes", "q.txt", "“<quote id=\"1\" kind=\"direct\" speaker=\"Anna Lindqvist\">The harbour is closed,</quote>” <source of=\"1\">Anna Lindqvist</source> said.", "exact_f1 1.000")]
    [InlineData("figures", "f.txt", "The ferry sank and <figure kind=\"killed\" value=\"12\" bound=\"at_least\">at least 12</figure> passengers were killed.", "all 1 1 1 1.000 1.000 1.000 1.000")]
    public void Texts_with_marks_are_measured(string what, string name, string text, string line)
    {
        using var folder = new TemporaryFolder();
        var run = DemarcheProgram.Run("evaluate", what, folder.Write(name, $"dct: 2031-05-12\n\n{text}\n"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Text.Split('\n'), l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).StartsWith(line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("timex", "bad.tml")]
    [InlineData("quotes", "bad.txt")]
    [InlineData("figures", "bad.txt")]
    public void A_text_whose_marks_do_not_close_is_refused_by_line(string what, string name)
    {
        using var folder = new TemporaryFolder();
        var run = DemarcheProgram.Run("evaluate", what, folder.Write(name, "dct: 2031-05-12\n\nThe ferry <open>sank.\n"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{name}:3: <open> is not closed", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
