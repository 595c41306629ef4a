using Demarche.Times.Evaluation;

namespace Demarche.Tests.Times;

/// <summary>The own corpus of time expressions, with trees as shipped: figures must not fall.</summary>
public sealed class TimesCorpusTests
{
    private static readonly Lazy<TimexCase[]> Cases = new(() =>
        [.. Directory.EnumerateFiles(Repository.Folder("tests/corpus/times"), "*.tml").Order(StringComparer.Ordinal).Select(f => TimexCase.ReadMarked(File.ReadAllText(f), f))]);

    [Fact]
    public void The_corpus_has_four_hundred_expressions_in_two_halves()
    {
        Assert.True(Cases.Value.Sum(c => c.Times.Length) >= 400);
        Assert.All(Cases.Value, c => Assert.True(c.Half is "dev" or "test"));
    }

    [Fact]
    public void Expressions_and_values_are_found()
    {
        var scores = new TimexScores();
        foreach (var gold in Cases.Value) scores.Add(gold, Plain.Finder.Find(Repository.Analyzer.Analyze(gold.Article)));
        Assert.True(scores["relaxed"].F1 >= 0.96, scores.Table());
        Assert.True(scores["value"].F1 >= 0.85, scores.Table());
    }
}
