using Demarche.Language;
using Demarche.Language.Training;

namespace Demarche.Tests.Language;

public sealed class TreeDecoderTests
{
    private const int Width = 16;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Of_all_trees_with_one_root_a_best_is_found_nearly_always(int n)
    {
        var random = new Xoshiro((ulong)n);
        var best = 0;
        for (var round = 0; round < 100; round++)
        {
            var scores = new float[n * Width];
            for (var i = 0; i < scores.Length; i++) scores[i] = random.Unit();
            var heads = new int[n];
            TreeDecoder.Decode(scores, Width, heads);
            Assert.True(IsTree(heads));
            if (Total(scores, heads) >= BestTotal(scores, n) - 1e-5f) best++;
        }
        // Only the choice between several roots is not exact.
        Assert.InRange(best, 90, 100);
    }

    [Fact]
    public void Long_sentences_get_trees_too()
    {
        const int n = 150;
        var width = NetworkShape.Pad(n + 1);
        var random = new Xoshiro(7);
        var scores = new float[n * width];
        for (var i = 0; i < scores.Length; i++) scores[i] = random.Unit();
        var heads = new int[n];
        TreeDecoder.Decode(scores, width, heads);
        Assert.True(IsTree(heads));
    }

    private static float BestTotal(float[] scores, int n)
    {
        var heads = new int[n];
        var best = float.NegativeInfinity;
        for (var code = 0; code < Math.Pow(n + 1, n); code++)
        {
            for (int i = 0, rest = code; i < n; i++, rest /= n + 1) heads[i] = (rest % (n + 1)) - 1;
            if (IsTree(heads)) best = Math.Max(best, Total(scores, heads));
        }
        return best;
    }

    private static float Total(float[] scores, int[] heads)
    {
        var total = 0f;
        for (var i = 0; i < heads.Length; i++) total += scores[(i * Width) + heads[i] + 1];
        return total;
    }

    private static bool IsTree(int[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            for (var steps = 0; at >= 0; steps++, at = heads[at])
                if (steps > heads.Length) return false;
        }
        return heads.Count(h => h < 0) == 1;
    }
}
