using System.Collections.Immutable;
using System.Text;
using Demarche.Coding;
using Demarche.Coding.Linting;
using Demarche.Text;

namespace Demarche.Tests.Coding.Linting;

/// <summary>Each kind of finding on pattern sets of a few lines, and the shipped patterns, which have none.</summary>
public sealed class PatternLintTests
{
    private const string Example = " | France praised Norway. | !The critic praised the soup.";

    [Fact]
    public void A_line_that_cannot_be_read_is_a_fault_at_its_line_and_the_others_are_still_checked()
    {
        var findings = Of("051 | praise {source}" + Example, "051 | applaud", "099x | laud" + Example, "051 | hail @nobody" + Example);
        Assert.Equal([1, 2, 3, 4], findings.Where(f => f.Kind == "fault").Select(f => f.Line));
    }

    [Fact]
    public void A_finding_names_file_line_kind_what_and_what_to_do() =>
        Assert.Equal(
            "data/patterns/05-own.txt:1: fault: the class @nobody is not defined; mend the line",
            Only("fault", "051 | hail @nobody" + Example).ToString());

    [Theory]
    [InlineData("riote")]
    [InlineData("boycot")]
    [InlineData("interfer")]
    [InlineData("test-fire")]
    public void A_trigger_that_no_word_has_as_its_lemma_is_unreachable(string trigger) =>
        Assert.Contains(trigger, Only("unreachable", $"145 | {trigger}{Example}").What, StringComparison.Ordinal);

    [Theory]
    [InlineData("emphasise")]
    [InlineData("embed")]
    [InlineData("need")]
    [InlineData("hang")]
    [InlineData("bring")]
    [InlineData("kidnap")]
    [InlineData("besmirch")]
    public void Lemmas_of_news_and_rare_words_are_reachable(string trigger) => Assert.Empty(Kinds("unreachable", $"111 | {trigger}{Example}"));

    [Fact]
    public void A_condition_whose_word_no_lemma_is_cannot_hold() =>
        Assert.Contains("cease-fire", Only("unreachable", "0871 | declare (cease-fire|truce)" + Example).What, StringComparison.Ordinal);

    [Fact]
    public void A_condition_that_an_exclusion_rules_out_cannot_hold() =>
        Assert.Contains("strike", Only("unreachable", "195 | launch strike !(strike|raid)" + Example).What, StringComparison.Ordinal);

    [Fact]
    public void A_pattern_is_shadowed_where_a_wider_one_of_the_same_weight_stands_before_it()
    {
        var found = Only("shadowed", "195 | launch (strike|raid)" + Example, "190 | launch strike" + Example);
        Assert.Equal((2, true), (found.Line, found.What.Contains("data/patterns/05-own.txt:1 (195)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_pattern_is_shadowed_only_at_the_triggers_that_the_other_shares() =>
        Assert.StartsWith("at launch data/", Only("shadowed", "195 | launch (strike|raid)" + Example, "190 | (mount|launch) strike" + Example).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("190 | launch strike", "195 | launch strike with:drone")]
    [InlineData("190 | launch {target}", "195 | launch strike")]
    [InlineData("190 | launch strike !with:drone", "195 | launch strike")]
    [InlineData("190 | call", "195 | call+off")]
    [InlineData("190 | strike.n", "195 | strike")]
    [InlineData("190 | launch on:strike", "195 | launch against:strike")]
    [InlineData("190 | launch strike .neg", "195 | launch strike")]
    public void Patterns_that_other_words_or_conditions_tell_apart_leave_each_other_alone(string first, string second) =>
        Assert.Empty(Of(first + Example, second + Example).Where(f => f.Kind is "shadowed" or "ambiguous" or "duplicate"));

    [Fact]
    public void The_same_conditions_with_another_code_are_ambiguous_whatever_their_order() =>
        Assert.Equal(2, Only("ambiguous", "195 | launch strike on:{target}" + Example, "190 | launch on:{target} strike" + Example).Line);

    [Fact]
    public void The_same_conditions_with_the_same_code_are_duplicates() =>
        Assert.Equal(2, Only("duplicate", "195 | launch (raid|strike)" + Example, "195 | launch (strike|raid)" + Example).Line);

    [Fact]
    public void A_word_that_stands_twice_in_a_trigger_or_class_is_a_duplicate()
    {
        Assert.Contains("condemn", Only("duplicate", "111 | (condemn|slam|condemn)" + Example).What, StringComparison.Ordinal);
        Assert.Contains("tank", Assert.Single(Of("@arms = tank gun tank", "154 | deploy @arms" + Example), f => f.Kind == "duplicate").What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_class_leaves_its_patterns_unreachable() =>
        Assert.Equal(
            ["patterns/05-own.txt", "patterns/classes.txt"],
            Of("@arms =", "154 | deploy @arms" + Example).Where(f => f.Kind == "unreachable").Select(f => f.File));

    [Fact]
    public void A_class_that_no_pattern_uses_is_named() =>
        Assert.Single(Of("@arms = tank", "154 | deploy tank" + Example), f => f is { Kind: "unused", File: "patterns/classes.txt", Line: 1 });

    [Fact]
    public void A_pattern_without_an_example_and_a_file_without_a_counterexample_are_untested() =>
        Assert.Equal(2, Of("051 | praise | !The critic praised the soup.").Concat(Of("051 | praise | France praised Norway.")).Count(f => f.Kind == "untested"));

    [Fact]
    public void Codes_that_neither_a_pattern_nor_a_composition_gives_are_uncovered_at_their_line()
    {
        var uncovered = Of("045 | mediate" + Example).Where(f => f is { Kind: "uncovered", File: "ontology/cameo.txt" }).ToList();
        Assert.DoesNotContain(uncovered, f => f.What.Contains(" 045 ", StringComparison.Ordinal));
        Assert.DoesNotContain(uncovered, f => f.What.Contains(" 039 ", StringComparison.Ordinal));
        Assert.Contains(uncovered, f => f.What.Contains(" 2042 ", StringComparison.Ordinal) && f.Line > 0);
    }

    [Fact]
    public void Words_of_PLOVER_that_no_code_reaches_are_uncovered() =>
        Assert.Contains(Of("045 | mediate" + Example), f => f is { Kind: "uncovered", File: "ontology/plover.txt" } && f.What.Contains("mode torture", StringComparison.Ordinal));

    [Fact]
    public void Examples_that_are_coded_otherwise_and_counterexamples_that_are_coded_are_findings()
    {
        var lint = PatternLint.Read(Data("051 | praise {target} | France praised Norway. | !Chad praised Niger."), Repository.Analyzer);
        Assert.Equal(["example"], lint.ExampleFindings(_ => []).Select(f => f.Kind));
        Assert.Equal(["counterexample"], lint.ExampleFindings(s => [Coded(s, "patterns/05-own.txt:1")]).Select(f => f.Kind));
    }

    [Fact]
    public void The_counts_are_those_of_triggers_and_of_the_words_that_conditions_need()
    {
        var coverage = PatternLint.Read(Data("195 | (launch|mount) (strike|raid|attack) on:{target} at:night?" + Example, "051 | (praise|hail)" + Example), Repository.Analyzer).Coverage;
        Assert.Equal((2, 4, 8L), (coverage.Patterns, coverage.Entries, coverage.Phrases));
    }

    [Fact]
    public void The_shipped_patterns_have_no_findings() =>
        Assert.Empty(PatternLint.Read(Repository.Data, Repository.Analyzer).Findings().Select(f => f.ToString()));

    [Fact]
    public void The_shipped_patterns_give_every_code_from_020_to_204_out_of_six_thousand_entries_and_more()
    {
        var coverage = PatternLint.Read(Repository.Data, Repository.Analyzer).Coverage;
        Assert.Empty(coverage.Missing);
        Assert.InRange(coverage.Entries, 6000, int.MaxValue);
    }

    private static Finding Only(string kind, params string[] lines) => Assert.Single(Of(lines), f => f.Kind == kind);

    private static IEnumerable<Finding> Kinds(string kind, params string[] lines) => Of(lines).Where(f => f.Kind == kind);

    private static ImmutableArray<Finding> Of(params string[] lines) => PatternLint.Read(Data(lines), Repository.Analyzer).Findings();

    /// <summary>The shipped ontology and composition with one file of patterns; lines with "@" at their beginning are classes.</summary>
    private static DataFiles Data(params string[] lines)
    {
        string[] shared = ["ontology/cameo.txt", "ontology/plover.txt", "coding/governors.txt", "coding/composition.txt"];
        return new DataFiles(
        [
            .. shared.Select(n => KeyValuePair.Create(n, () => Repository.Data.Open(n))),
            File("patterns/classes.txt", lines.Where(l => l[0] == '@')),
            File("patterns/05-own.txt", lines.Where(l => l[0] != '@')),
        ]);
    }

    private static KeyValuePair<string, Func<Stream>> File(string name, IEnumerable<string> lines)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return KeyValuePair.Create<string, Func<Stream>>(name, () => new MemoryStream(text));
    }

    private static Observation Coded(string sentence, string coder) => new(
        new ObservationId("e1"), "051", "SUPPORT", null, [], [], [], new TextSpan(0, sentence.Length), [], null, Status.Occurred, [], null, coder, 0.5);
}
