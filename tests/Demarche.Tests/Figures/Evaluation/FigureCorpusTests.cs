using Demarche.Figures.Evaluation;

namespace Demarche.Tests.Figures.Evaluation;

public sealed class FigureCorpusTests
{
    private static readonly Lazy<IReadOnlyList<(FigureCase Case, FigurePair[] Pairs)>> Judged = new(() =>
        [.. Directory.EnumerateFiles(Repository.Folder("tests/corpus/figures"), "*.txt").Order(StringComparer.Ordinal)
            .Select(f => FigureCase.Read(File.ReadAllText(f), Path.GetFileName(f)))
            .Select(c => (c, FigureScores.Pair(c, Repository.PatternsOnly.Code(c.Article).Figures).ToArray()))]);

    [Fact]
    public void The_corpus_has_at_least_200_figures_in_two_halves()
    {
        Assert.True(Judged.Value.Sum(j => j.Case.Figures.Length) >= 200);
        Assert.Equal(["dev", "test"], Judged.Value.Select(j => j.Case.Half).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Kinds_numbers_and_bounds_are_found_as_measured_and_next_to_nothing_false()
    {
        var scores = new FigureScores([.. Judged.Value.SelectMany(j => j.Pairs)]);
        Assert.True(scores.F1 >= 0.88, $"F1 {scores.F1}");
        Assert.True(scores.Precision >= 0.95, $"precision {scores.Precision}");
    }

    [Fact]
    public void A_range_is_read_from_its_marks()
    {
        var figure = Assert.Single(FigureCase.Read("dct: 2031-05-12\n\n<figure kind=\"killed\" bound=\"range\" low=\"20\" high=\"30\">20 to 30</figure> died.\n", "dev-x.txt").Figures);
        Assert.Equal((20L, 30L, "20 to 30".Length), (figure.Value, figure.High, figure.Span.Length));
    }

    [Fact]
    public void An_unknown_kind_is_refused_with_the_file() =>
        Assert.Contains("dev-x.txt", Assert.Throws<FormatException>(() =>
            FigureCase.Read("dct: 2031-05-12\n\n<figure kind=\"cheese\">12</figure>.\n", "dev-x.txt")).Message, StringComparison.Ordinal);
}
