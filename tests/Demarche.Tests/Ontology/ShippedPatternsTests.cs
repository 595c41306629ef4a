using Demarche.Coding;
using Demarche.Ontology;

namespace Demarche.Tests.Ontology;

public sealed class ShippedPatternsTests
{
    private static readonly EventOntology Codes = EventOntology.Load(Repository.Data);
    private static readonly PatternSet Patterns = PatternSet.Load(Repository.Data, Codes);

    [Fact]
    public void Every_pattern_stands_in_the_file_of_its_root_and_proves_itself() =>
        Assert.All(Patterns.All, p =>
        {
            Assert.StartsWith("patterns/" + p.Code[..2] + "-", p.File, StringComparison.Ordinal);
            Assert.NotEmpty(p.Examples);
        });

    [Fact]
    public void No_pattern_stands_twice() =>
        Assert.Empty(Patterns.All.GroupBy(p => (p.Kind, p.Text)).Where(g => g.Count() > 1).Select(g => g.Key.Text));

    [Fact]
    public void Every_root_but_statements_has_patterns() =>
        Assert.Equal(Enumerable.Range(2, 19).Select(n => $"{n:00}"), Patterns.All.Select(p => p.Code[..2]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Most_codes_have_a_pattern_of_their_own_or_under_them()
    {
        var coded = Patterns.All.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var threeDigits = Codes.Codes.Where(c => c.Code.Length == 3 && c.Plover is not null).ToList();
        var covered = threeDigits.Count(c => coded.Any(p => p.StartsWith(c.Code, StringComparison.Ordinal)));
        Assert.InRange(covered, threeDigits.Count * 9 / 10, threeDigits.Count);
    }
}
