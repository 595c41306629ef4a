using Demarche.Articles;
using Demarche.Coding;
using Demarche.Ontology;

namespace Demarche.Tests.Ontology;

public sealed class PatternExamplesTests
{
    /// <summary>Share of the examples that the shipped parser reads as their pattern expects: 0.87 when written.</summary>
    private const double Floor = 0.8;

    private static readonly Pipeline Coder = Pipeline.Load(Repository.Data);
    private static readonly PatternSet Patterns = PatternSet.Load(Repository.Data, EventOntology.Load(Repository.Data));

    private static bool Codes(EventPattern pattern, string sentence) =>
        Coder.Code(Read(sentence)).Observations.Any(o => o.Coder == pattern.Place || o.Cameo == pattern.Code);

    private static Article Read(string sentence) => new(
        new ArticleId("example"), "example.txt", null, null, null, null, [], "en",
        new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata), sentence, []);

    [Fact]
    public void Sentences_are_coded_as_their_patterns_say()
    {
        var examples = Patterns.All.SelectMany(p => p.Examples.Select(e => (Pattern: p, Sentence: e))).ToList();
        var coded = examples.AsParallel().Count(e => Codes(e.Pattern, e.Sentence));
        Assert.InRange(coded, (int)(examples.Count * Floor), examples.Count);
    }

    [Fact]
    public void Counterexamples_are_left_alone() =>
        Assert.All(
            Patterns.All.SelectMany(p => p.Counterexamples.Select(c => (Pattern: p, Sentence: c))),
            x => Assert.DoesNotContain(Coder.Code(Read(x.Sentence)).Observations, o => o.Coder == x.Pattern.Place));
}
