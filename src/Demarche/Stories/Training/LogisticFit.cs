namespace Demarche.Stories.Training;

/// <summary>Logistic regression over a handful of numbers by Newton's method; the first number is the constant, which alone is not drawn to nought.</summary>
internal static class LogisticFit
{
    private const int Rounds = 30;
    private const double Enough = 1e-7;

    /// <param name="examples">Numbers, whether it is so, and how much it counts.</param>
    /// <param name="width">How many numbers.</param>
    /// <param name="pull">Strength of the pull to nought, as a share of all that counts.</param>
    public static double[] Fit(IReadOnlyList<(float[] Numbers, bool IsSo, double Counts)> examples, int width, double pull)
    {
        var weights = new double[width];
        var all = examples.Sum(e => e.Counts) * pull;
        for (var round = 0; round < Rounds; round++)
        {
            var table = new double[width, width + 1];
            foreach (var (x, isSo, counts) in examples)
            {
                var z = 0.0;
                for (var i = 0; i < width; i++) z += weights[i] * x[i];
                var p = 1 / (1 + Math.Exp(-z));
                for (var i = 0; i < width; i++)
                {
                    table[i, width] += counts * ((isSo ? 1 : 0) - p) * x[i];
                    for (var j = 0; j <= i; j++) table[i, j] += counts * p * (1 - p) * x[i] * x[j];
                }
            }
            for (var i = 0; i < width; i++)
            {
                table[i, i] += all;
                if (i > 0) table[i, width] -= all * weights[i];
                for (var j = 0; j < i; j++) table[j, i] = table[i, j];
            }
            var step = Solve(table, width);
            for (var i = 0; i < width; i++) weights[i] += step[i];
            if (step.Max(Math.Abs) < Enough) break;
        }
        return weights;
    }

    /// <summary>Gaussian elimination with pivots.</summary>
    private static double[] Solve(double[,] a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var pivot = i;
            for (var r = i + 1; r < n; r++)
                if (Math.Abs(a[r, i]) > Math.Abs(a[pivot, i])) pivot = r;
            for (var c = 0; c <= n; c++) (a[i, c], a[pivot, c]) = (a[pivot, c], a[i, c]);
            for (var r = i + 1; r < n; r++)
            {
                var share = a[r, i] / a[i, i];
                for (var c = i; c <= n; c++) a[r, c] -= share * a[i, c];
            }
        }
        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            var rest = a[i, n];
            for (var c = i + 1; c < n; c++) rest -= a[i, c] * x[c];
            x[i] = rest / a[i, i];
        }
        return x;
    }
}
