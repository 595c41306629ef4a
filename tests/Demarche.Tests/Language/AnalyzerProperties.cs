using System.Collections.Immutable;
using Demarche.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Language;

public sealed class AnalyzerProperties
{
    private static readonly string[] Pieces =
        ["The", "envoy", "said", "“", "”", "\"", "don't", ".", "...", "?", "U.S.", "Gen.", " ", " ", " ", "\n", "5,000", "%", "(", ")", "—", "-", "Ünal", "\ud83d\ude00", "\ud800", "\u0301", "he", "won’t", "cannot", "http://x.org/a?b=c"];

    /// <summary>Any code points: controls, halves of pairs, planes beyond the first.</summary>
    private static readonly Gen<string> CodePoints = Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0, 0xFFFF), Gen.Choose(0xD800, 0xDFFF), Gen.Choose(0x10000, 0x10FFFF))
        .Select(c => c < 0x10000 ? ((char)c).ToString() : char.ConvertFromUtf32(c)).ArrayOf().Select(string.Concat);

    private static Arbitrary<string> AnyText { get; } = Arb.From(Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        CodePoints,
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat)));

    private static Config Sample { get; } = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Tokens_stand_in_order_and_equal_their_slices() => Prop.ForAll(AnyText, text =>
    {
        var end = 0;
        foreach (var token in Reading.Of(text).Tokens)
        {
            if (token.Span.Start < end || token.Span.Length == 0 || token.Span.Of(text) != token.Form || !token.Surface.Contains(token.Span)) return false;
            if (!string.IsNullOrWhiteSpace(text[end..token.Span.Start])) return false;
            end = token.Span.End;
        }
        return string.IsNullOrWhiteSpace(text[end..]);
    }).Check(Sample);

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root() => Prop.ForAll(AnyText, text =>
    {
        var analysis = Reading.Of(text);
        return analysis.Sentences.All(s => IsTree(analysis, s)) && analysis.Sentences.Sum(s => s.EndToken - s.FirstToken) == analysis.Tokens.Length;
    }).Check(Sample);

    [Fact]
    public void The_same_text_gives_the_same_analysis_on_many_threads()
    {
        const string text = "The two presidents spoke for an hour. “We won't yield,” one of them said.\nNo truce was signed, officials in the capital said.";
        var expected = Reading.Of(text).Tokens;
        Parallel.For(0, 12, _ => Assert.Equal(expected.AsEnumerable(), Reading.Of(text).Tokens));
    }

    [Fact]
    public void What_stands_in_other_paragraphs_does_not_matter()
    {
        const string first = "Militants attacked a convoy near the border on Sunday.", second = "The army blamed a rival faction for the raid.";
        var alone = Reading.Of(second).Tokens;
        var together = Reading.Of(first + "\n" + second).Tokens.Where(t => t.Sentence == 1).ToImmutableArray();
        Assert.Equal(alone.Select(t => (t.Form, t.Lemma, t.Xpos, t.Relation, t.Head)), together.Select(t => (t.Form, t.Lemma, t.Xpos, t.Relation, t.Head < 0 ? -1 : t.Head - together[0].Index)));
    }

    [Theory]
    [InlineData('(', 2_000)]
    [InlineData('a', 500_000)]
    [InlineData('.', 1_999)]
    [InlineData('\ud800', 1_000)]
    public void Endless_repetition_is_cut_into_sentences(char c, int times)
    {
        var analysis = Reading.Of(new string(c, times));
        Assert.Equal(times, analysis.Tokens.Sum(t => t.Span.Length));
        Assert.All(analysis.Sentences, s => Assert.InRange(s.EndToken - s.FirstToken, 1, 1000));
    }

    [Fact]
    public void Any_text_is_read_alike_on_several_threads() => Prop.ForAll(AnyText, text =>
    {
        var alone = Reading.Of(text).Tokens;
        var together = new ImmutableArray<Token>[4];
        Parallel.For(0, together.Length, i => together[i] = Reading.Of(text).Tokens);
        return together.All(t => t.SequenceEqual(alone));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void No_sentence_is_longer_than_the_cost_of_its_tree_allows() => Prop.ForAll(AnyText, text =>
    {
        var analysis = Reading.Of(string.Join(' ', Enumerable.Repeat(text, 20)));
        return analysis.Sentences.All(s => SurfaceTokens(analysis, s) <= Segmenter.MaxSentenceTokens);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData("( ", 20_000)]
    [InlineData("[ ] ", 10_000)]
    [InlineData("word ", 20_000)]
    [InlineData("U.S. ", 10_000)]
    [InlineData("@ # . ", 5_000)]
    public void Endless_text_without_a_full_stop_is_cut_at_the_greatest_length(string piece, int times)
    {
        var analysis = Reading.Of(string.Concat(Enumerable.Repeat(piece, times)));
        Assert.All(analysis.Sentences, s => Assert.InRange(SurfaceTokens(analysis, s), 1, Segmenter.MaxSentenceTokens));
        Assert.All(analysis.Sentences, s => Assert.True(IsTree(analysis, s)));
    }

    [Fact]
    public void A_million_characters_without_a_space_are_one_token() =>
        Assert.Single(Reading.Of(string.Concat(Enumerable.Repeat("x@y.(z)", 150_000))).Tokens);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\u2028\u0085")]
    public void Line_breaks_alone_are_no_text(string line) => Assert.Empty(Reading.Of(string.Concat(Enumerable.Repeat(line, 500_000))).Sentences);

    [Fact]
    public void What_trees_imply_stays_within_the_sentence() => Prop.ForAll(AnyText, text =>
    {
        var analysis = Reading.Of(text);
        return analysis.Enhanced.Added.All(e => e.Head != e.Dependent && analysis.Tokens[e.Head].Sentence == analysis.Tokens[e.Dependent].Sentence);
    }).Check(Sample);

    [Fact]
    public void Ten_million_brackets_are_one_token() => Assert.Single(Reading.Of(new string('[', 10_000_000)).Tokens);

    private static int SurfaceTokens(Analysis analysis, Sentence s) =>
        Enumerable.Range(s.FirstToken, s.EndToken - s.FirstToken).Select(i => analysis.Tokens[i].Surface).Distinct().Count();

    private static bool IsTree(Analysis analysis, Sentence s)
    {
        var roots = 0;
        for (var i = s.FirstToken; i < s.EndToken; i++)
        {
            if (analysis.Tokens[i].Head < 0) roots++;
            var at = i;
            for (var steps = 0; at >= 0; steps++)
            {
                if (steps > s.EndToken - s.FirstToken || at < s.FirstToken || at >= s.EndToken) return false;
                at = analysis.Tokens[at].Head;
            }
        }
        return roots == 1;
    }
}
