namespace Demarche.Reconciliation.Joins;

/// <summary>Average linkage: the pair of groups with the greatest mean score is joined until none reaches a bound.</summary>
internal static class Linkage
{
    /// <summary>Groups the items 0 to n-1.</summary>
    /// <param name="score">Symmetric; minus infinity for two that may not meet.</param>
    /// <param name="bound">Least mean score of two groups that are joined.</param>
    /// <returns>Each group in order, by its first item.</returns>
    /// <remarks>Of pairs with the same mean the one with the lowest items. Takes n² steps a join at worst, usually n.</remarks>
    public static List<List<int>> Group(double[][] score, double bound)
    {
        var n = score.Length;
        var groups = Enumerable.Range(0, n).Select(i => (List<int>?)[i]).ToList();
        var sums = score.Select(row => row.ToArray()).ToArray();
        var partner = new int[n];
        var best = new double[n];
        for (var i = 0; i < n; i++) Seek(i);
        while (true)
        {
            var a = -1;
            for (var i = 0; i < n; i++)
                if (groups[i] is not null && partner[i] >= 0 && (a < 0 || best[i] > best[a])) a = i;
            if (a < 0) break;
            var b = partner[a];
            groups[a]!.AddRange(groups[b]!);
            groups[b] = null;
            for (var j = 0; j < n; j++)
                if (groups[j] is not null && j != a) sums[a][j] = sums[j][a] = sums[a][j] + sums[b][j];
            for (var i = 0; i < n; i++)
            {
                if (groups[i] is null) continue;
                if (i == a || partner[i] == a || partner[i] == b) Seek(i);
                else if (i < a) Consider(i, a);
            }
        }
        return [.. groups.Where(g => g is not null).Select(g => { g!.Sort(); return g; })];

        void Seek(int i)
        {
            (partner[i], best[i]) = (-1, bound);
            for (var j = i + 1; j < n; j++) Consider(i, j);
        }

        void Consider(int i, int j)
        {
            if (groups[j] is not { } other) return;
            var mean = sums[i][j] / (groups[i]!.Count * other.Count);
            if (mean < best[i] || partner[i] >= 0 && mean == best[i] && partner[i] < j) return;
            (partner[i], best[i]) = (j, mean);
        }
    }
}
