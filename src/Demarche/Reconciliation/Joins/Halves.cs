namespace Demarche.Reconciliation.Joins;

/// <summary>Cuts documents in two so that those of one half are as like as possible: kernel k-means with two means, from every pair of documents as seeds.</summary>
internal static class Halves
{
    private const int MaxRounds = 20;

    /// <summary>The half, 0 or 1, of each document; the first document is in half 0.</summary>
    /// <param name="likeness">Symmetric; the greater the more alike.</param>
    public static int[] Of(double[][] likeness)
    {
        var n = likeness.Length;
        var best = new int[n];
        var worth = double.NegativeInfinity;
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
            {
                var half = Settle(likeness, [.. Enumerable.Range(0, n).Select(k => k == i ? 1 : k == j ? 0 : likeness[k][i] > likeness[k][j] ? 1 : 0)]);
                if (Worth(likeness, half) is var w && w > worth + 1e-9) (best, worth) = (half, w);
            }
        return n > 0 && best[0] == 1 ? Array.ConvertAll(best, h => 1 - h) : best;
    }

    private static int[] Settle(double[][] likeness, int[] half)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            double[] inner = [Inner(likeness, half, 0), Inner(likeness, half, 1)];
            double[] size = [half.Count(h => h == 0), half.Count(h => h == 1)];
            if (size[0] == 0 || size[1] == 0) break;
            var next = new int[half.Length];
            for (var k = 0; k < half.Length; k++)
            {
                var sums = new double[2];
                for (var l = 0; l < half.Length; l++) sums[half[l]] += likeness[k][l];
                // Squared distance to a mean, less what is the same for both.
                next[k] = inner[1] / (size[1] * size[1]) - 2 * sums[1] / size[1] < inner[0] / (size[0] * size[0]) - 2 * sums[0] / size[0] ? 1 : 0;
            }
            if (next.AsSpan().SequenceEqual(half)) break;
            half = next;
        }
        return half;
    }

    private static double Worth(double[][] likeness, int[] half)
    {
        var sum = 0.0;
        for (var h = 0; h < 2; h++)
            if (half.Count(x => x == h) is var size and > 0) sum += Inner(likeness, half, h) / size;
        return sum;
    }

    private static double Inner(double[][] likeness, int[] half, int of)
    {
        var sum = 0.0;
        for (var k = 0; k < half.Length; k++)
            for (var l = 0; l < half.Length; l++)
                if (half[k] == of && half[l] == of) sum += likeness[k][l];
        return sum;
    }
}
