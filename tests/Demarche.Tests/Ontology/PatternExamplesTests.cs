using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Ontology;

namespace Demarche.Tests.Ontology;

public sealed class PatternExamplesTests
{
    private static readonly Pipeline Coder = Repository.PatternsOnly;
    private static readonly PatternSet Patterns = PatternSet.Load(Repository.Data, EventOntology.Load(Repository.Data));

    [Fact]
    public void Each_sentence_is_coded_by_its_pattern_or_by_another_of_the_same_code() =>
        AssertNone("not coded as their patterns say", Sentences(p => p.Examples)
            .Where(e => !Coded(e.Sentence).Any(o => o.Coder == e.Pattern.Place || o.Cameo.StartsWith(e.Pattern.Code, StringComparison.Ordinal))));

    [Fact]
    public void Each_counterexample_is_left_alone_by_its_pattern() =>
        AssertNone("coded against the word of their patterns", Sentences(p => p.Counterexamples)
            .Where(e => Coded(e.Sentence).Any(o => o.Coder == e.Pattern.Place)));

    private static ParallelQuery<(EventPattern Pattern, string Sentence)> Sentences(Func<EventPattern, IEnumerable<string>> of) =>
        Patterns.All.SelectMany(p => of(p).Select(s => (Pattern: p, Sentence: s))).ToList().AsParallel().AsOrdered();

    private static ImmutableArray<Observation> Coded(string sentence) => Coder.Code(Read(sentence)).Observations;

    private static Article Read(string sentence) => new(
        new ArticleId("example"), "example.txt", null, null, null, null, [], "en",
        new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata), sentence, []);

    private static void AssertNone(string what, IEnumerable<(EventPattern Pattern, string Sentence)> failures)
    {
        var lines = failures.Select(f => $"{f.Pattern.Place} {f.Pattern.Code}: {f.Sentence}").ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} sentences are {what}:\n{string.Join('\n', lines)}");
    }
}
