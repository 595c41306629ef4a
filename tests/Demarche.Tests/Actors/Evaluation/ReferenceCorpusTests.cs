using Demarche.Actors.Evaluation;

namespace Demarche.Tests.Actors.Evaluation;

/// <summary>The annotated reports hold what their README promises, and the program resolves them as well as it did.</summary>
public sealed class ReferenceCorpusTests
{
    private static readonly string[] Kinds =
        ["counterpart", "description", "first person", "metonym", "name", "plural", "possessive", "pronoun", "reflexive", "second person"];

    private static readonly Lazy<ReferenceCase[]> Cases = new(() => [.. Directory.EnumerateFiles(Repository.Folder("tests/corpus/coref"), "*.json")
        .Order(StringComparer.Ordinal).Select(f => ReferenceCase.Read(File.ReadAllText(f), Path.GetFileName(f)))]);

    [Fact]
    public void Both_halves_are_large_enough_to_measure()
    {
        Assert.True(Cases.Value.Length >= 25);
        foreach (var half in Cases.Value.GroupBy(c => c.Half, StringComparer.Ordinal))
        {
            Assert.Contains(half.Key, new[] { "dev", "test" });
            Assert.True(half.Sum(c => c.References.Length) >= 250, half.Key);
        }
    }

    [Fact]
    public void Each_report_has_a_report_s_length_and_a_name_of_its_own()
    {
        Assert.All(Cases.Value, c => Assert.InRange(c.Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 150, 350));
        Assert.Distinct(Cases.Value.Select(c => c.Id));
    }

    [Fact]
    public void Each_reference_is_of_a_known_kind_and_annotated_once()
    {
        foreach (var c in Cases.Value)
        {
            Assert.All(c.References, r => Assert.Contains(r.Kind, Kinds));
            Assert.Distinct(c.References.Select(r => r.Span));
        }
    }

    [Fact]
    public void Each_actor_is_meant_by_some_reference() => Assert.All(Cases.Value, c =>
        Assert.Equal(c.Anchors.Keys, c.References.SelectMany(r => r.Accepted).SelectMany(a => a).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void Pronouns_that_mean_nobody_are_in_both_halves() => Assert.All(Cases.Value.GroupBy(c => c.Half),
        half => Assert.True(half.Sum(c => c.References.Count(r => r.Accepted[0].IsEmpty)) >= 20));

    [Theory]
    [InlineData("dev", 0.88)]
    [InlineData("test", 0.85)]
    public void References_are_resolved_no_worse_than_before(string half, double floor)
    {
        var verdicts = Cases.Value.Where(c => c.Half == half)
            .SelectMany(c => ReferenceScores.Judge(c, Repository.Shipped.Code(c.Article).Actors)).ToList();
        Assert.True(ReferenceScores.Accuracy(verdicts) >= floor, ReferenceScores.Table(verdicts));
    }
}
