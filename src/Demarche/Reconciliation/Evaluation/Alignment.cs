namespace Demarche.Reconciliation.Evaluation;

/// <summary>The best one-to-one alignment of two clusterings.</summary>
internal static class Alignment
{
    /// <summary>Total likeness 2·common/(sizes) of the best alignment; clusters without a common mention are looked at apart.</summary>
    public static double Phi4<TMention>(List<List<TMention>> gold, List<List<TMention>> found)
        where TMention : notnull
    {
        var home = new Dictionary<TMention, int>();
        for (var j = 0; j < found.Count; j++)
            foreach (var m in found[j]) home[m] = j;
        var edges = gold.Select((g, i) => g.Where(home.ContainsKey).GroupBy(m => home[m])
            .ToDictionary(x => x.Key, x => 2.0 * x.Count() / (g.Count + found[x.Key].Count))).ToList();
        var parent = Enumerable.Range(0, gold.Count + found.Count).ToArray();
        for (var i = 0; i < gold.Count; i++)
            foreach (var j in edges[i].Keys) parent[Root(parent, i)] = Root(parent, gold.Count + j);
        var total = 0.0;
        foreach (var part in Enumerable.Range(0, parent.Length).GroupBy(x => Root(parent, x)))
        {
            var rows = part.Where(x => x < gold.Count).ToList();
            var columns = part.Where(x => x >= gold.Count).Select(x => x - gold.Count).ToList();
            if (rows.Count == 0 || columns.Count == 0) continue;
            var cost = rows.Count <= columns.Count
                ? rows.Select(i => columns.Select(j => -edges[i].GetValueOrDefault(j)).ToArray()).ToArray()
                : columns.Select(j => rows.Select(i => -edges[i].GetValueOrDefault(j)).ToArray()).ToArray();
            total -= Assign(cost).Select((column, row) => cost[row][column]).Sum();
        }
        return total;
    }

    private static int Root(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }

    /// <summary>Hungarian method: the column of each row at least total cost; no more rows than columns.</summary>
    public static int[] Assign(double[][] cost)
    {
        var (n, m) = (cost.Length, cost[0].Length);
        var (u, v, match) = (new double[n + 1], new double[m + 1], new int[m + 1]);
        for (var i = 1; i <= n; i++)
        {
            match[0] = i;
            var (at, least, way, used) = (0, new double[m + 1], new int[m + 1], new bool[m + 1]);
            Array.Fill(least, double.PositiveInfinity);
            do
            {
                used[at] = true;
                var (row, delta, next) = (match[at], double.PositiveInfinity, 0);
                for (var j = 1; j <= m; j++)
                {
                    if (used[j]) continue;
                    var reduced = cost[row - 1][j - 1] - u[row] - v[j];
                    if (reduced < least[j]) (least[j], way[j]) = (reduced, at);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }
                for (var j = 0; j <= m; j++)
                {
                    if (used[j]) (u[match[j]], v[j]) = (u[match[j]] + delta, v[j] - delta);
                    else least[j] -= delta;
                }
                at = next;
            }
            while (match[at] != 0);
            while (at != 0)
            {
                match[at] = match[way[at]];
                at = way[at];
            }
        }
        var columns = new int[n];
        for (var j = 1; j <= m; j++)
            if (match[j] != 0) columns[match[j] - 1] = j - 1;
        return columns;
    }
}
