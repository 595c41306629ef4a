using Demarche.Quotes.Evaluation;
using Xunit;

namespace Demarche.Tests.Quotes;

public sealed class QuoteCorpusTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    public void Own_words_of_the_corpus_are_found_to_the_letter(string half)
    {
        var scores = new QuoteScores();
        foreach (var file in Directory.EnumerateFiles(Repository.Folder("tests/corpus/quotes"), half + "-*.txt").Order(StringComparer.Ordinal))
        {
            var gold = QuoteCase.ReadMarked(File.ReadAllText(file), file);
            scores.Add(gold, Repository.PatternsOnly.Read(gold.Article).Quotes);
        }
        Assert.True(scores.Main.Relaxed >= 0.96, scores.Table());
        Assert.True(scores.Main.Exact >= 0.94, scores.Table());
        Assert.True(scores.Main.Attributions >= 0.90, scores.Table());
    }
}
