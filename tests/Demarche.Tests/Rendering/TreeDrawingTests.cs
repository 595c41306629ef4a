using Demarche.Cli.Rendering;
using Demarche.Tests.Coding;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Rendering;

public sealed class TreeDrawingTests
{
    [Fact]
    public void Words_keep_their_order_and_edges_run_to_the_left_of_them() =>
        Assert.Equal(
            """
            ╭─╼ France
            ┾ condemned
            │ ╭─╼ the
            ├─┶ raid
            ╰─╼ .
            """,
            Drawn("""
                France France PROPN NNP 2 nsubj
                condemned condemn VERB VBD 0 root
                the the DET DT 4 det
                raid raid NOUN NN 2 obj
                . . PUNCT . 2 punct
                """));

    [Fact]
    public void A_single_word_stands_alone() => Assert.Equal("╼ Go", Drawn("Go go VERB VB 0 root"));

    /// <summary>Any heads at all, crossing edges included, as long as they form a tree.</summary>
    [Fact]
    public void Every_word_of_any_tree_is_reached_by_a_drawing() =>
        Prop.ForAll<int[]>(seeds =>
        {
            var heads = seeds.Take(60).Select((s, i) => i == 0 ? 0 : 1 + (int)((uint)s % (uint)i)).ToList();
            if (heads.Count == 0) return true;
            var analysis = Tree.Of(string.Join('\n', heads.Select((h, i) => $"w{i} w NOUN NN {h} {(h == 0 ? "root" : "dep")}")));
            var edges = TreeDrawing.Draw(analysis, 0, heads.Count);
            return edges.Length == heads.Count && edges.All(e => e.Length > 1 && e[^1] == ' ');
        }).QuickCheckThrowOnFailure();

    private static string Drawn(string words)
    {
        var analysis = Tree.Of(words);
        return string.Join('\n', TreeDrawing.Draw(analysis, 0, analysis.Tokens.Length).Zip(analysis.Tokens, (edge, t) => edge + t.Form));
    }
}
