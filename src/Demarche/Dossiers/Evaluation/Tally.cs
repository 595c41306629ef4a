namespace Demarche.Dossiers.Evaluation;

/// <summary>What was found rightly, found wrongly and missed.</summary>
public readonly record struct Tally(int Right, int Wrong, int Missed)
{
    /// <summary>Share of what was found that is right; null if nothing was found.</summary>
    public double? Precision => Share(Right, Right + Wrong);

    /// <summary>Share of what is there that was found; null if nothing is there.</summary>
    public double? Recall => Share(Right, Right + Missed);

    /// <summary>Harmonic mean of the two; null if there is nothing to compare.</summary>
    public double? F1 => Share(2 * Right, 2 * Right + Wrong + Missed);

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;
}

/// <summary>B-cubed precision and recall of a clustering (Bagga and Baldwin 1998; elements that only one side has as in CoNLL-2011).</summary>
public readonly record struct BCubed(double Precision, double Recall)
{
    /// <summary>Harmonic mean.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Compares; null if nothing is expected.</summary>
    /// <param name="gold">Expected clusters.</param>
    /// <param name="found">Clusters found; elements that are not expected cost precision.</param>
    /// <param name="mayMerge">Pairs of expected clusters whose joining is neither right nor wrong, both ways.</param>
    internal static BCubed? Of<T>(IReadOnlyList<IReadOnlyCollection<T>> gold, IReadOnlyList<IReadOnlyCollection<T>> found, IReadOnlySet<(int, int)> mayMerge) where T : notnull
    {
        var home = new Dictionary<T, int>();
        for (var i = 0; i < gold.Count; i++)
            foreach (var x in gold[i]) home[x] = i;
        if (home.Count == 0) return null;
        var (precision, recall, all) = (0.0, 0.0, 0);
        foreach (var cluster in found)
        {
            all += cluster.Count;
            foreach (var x in cluster)
            {
                if (!home.TryGetValue(x, out var h)) continue;
                var both = cluster.Count(y => home.TryGetValue(y, out var o) && o == h);
                var free = cluster.Count(y => home.TryGetValue(y, out var o) && mayMerge.Contains((h, o)));
                precision += (double)both / (cluster.Count - free);
                recall += (double)both / gold[h].Count;
            }
        }
        return new BCubed(all > 0 ? precision / all : 0, recall / home.Count);
    }
}
