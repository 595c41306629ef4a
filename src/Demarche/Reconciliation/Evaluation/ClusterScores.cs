namespace Demarche.Reconciliation.Evaluation;

/// <summary>Precision, recall and their harmonic mean, 0 to 1.</summary>
public readonly record struct ClusterScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean; 0 if both are.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>How well mentions were put into clusters: MUC, B-cubed, CEAF-e and LEA.</summary>
/// <remarks>Vilain 1995, Bagga and Baldwin 1998, Luo 2005 (entity, phi4), Moosavi and Strube 2016; CoNLL is the mean of the F1 of the first three.</remarks>
public sealed record ClusterScores(ClusterScore Muc, ClusterScore BCubed, ClusterScore Ceaf, ClusterScore Lea)
{
    /// <summary>Mean of the F1 of MUC, B-cubed and CEAF-e.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + Ceaf.F1) / 3;

    /// <summary>Compares two clusterings.</summary>
    /// <param name="gold">Cluster of each mention.</param>
    /// <param name="found">The same; the mentions may differ.</param>
    public static ClusterScores Of<TMention>(IReadOnlyDictionary<TMention, string> gold, IReadOnlyDictionary<TMention, string> found)
        where TMention : notnull
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var (keys, answers) = (Groups(gold), Groups(found));
        var phi = Alignment.Phi4(keys, answers);
        return new ClusterScores(
            new(MucOf(answers, gold), MucOf(keys, found)),
            new(BCubedOf(answers, gold), BCubedOf(keys, found)),
            new(answers.Count == 0 ? 0 : phi / answers.Count, keys.Count == 0 ? 0 : phi / keys.Count),
            new(LeaOf(answers, gold, keys), LeaOf(keys, found, answers)));
    }

    /// <summary>The same without mentions that are alone in their clustering.</summary>
    public static Dictionary<TMention, string> WithoutSingle<TMention>(IReadOnlyDictionary<TMention, string> clusters)
        where TMention : notnull
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var size = clusters.Values.GroupBy(c => c, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return clusters.Where(c => size[c.Value] > 1).ToDictionary(c => c.Key, c => c.Value);
    }

    private static List<List<TMention>> Groups<TMention>(IReadOnlyDictionary<TMention, string> clusters) =>
        [.. clusters.GroupBy(c => c.Value, StringComparer.Ordinal).Select(g => g.Select(c => c.Key).ToList())];

    private static double MucOf<TMention>(List<List<TMention>> keys, IReadOnlyDictionary<TMention, string> where)
    {
        var (links, all) = (0, 0);
        foreach (var key in keys)
        {
            var parts = key.Where(where.ContainsKey).Select(m => where[m]).Distinct(StringComparer.Ordinal).Count() + key.Count(m => !where.ContainsKey(m));
            (links, all) = (links + key.Count - parts, all + key.Count - 1);
        }
        return all == 0 ? 0 : (double)links / all;
    }

    private static double BCubedOf<TMention>(List<List<TMention>> keys, IReadOnlyDictionary<TMention, string> where)
    {
        var (sum, all) = (0.0, 0);
        foreach (var key in keys)
        {
            var squares = key.Where(where.ContainsKey).GroupBy(m => where[m], StringComparer.Ordinal).Sum(g => (double)g.Count() * g.Count());
            (sum, all) = (sum + squares / key.Count, all + key.Count);
        }
        return all == 0 ? 0 : sum / all;
    }

    private static double LeaOf<TMention>(List<List<TMention>> keys, IReadOnlyDictionary<TMention, string> where, List<List<TMention>> others)
        where TMention : notnull
    {
        var alone = others.Where(o => o.Count == 1).Select(o => o[0]).ToHashSet();
        var (sum, all) = (0.0, 0);
        foreach (var key in keys)
        {
            all += key.Count;
            if (key.Count == 1) sum += alone.Contains(key[0]) ? 1 : 0;
            else sum += key.Count * key.Where(where.ContainsKey).GroupBy(m => where[m], StringComparer.Ordinal).Sum(g => Links(g.Count())) / Links(key.Count);
        }
        return all == 0 ? 0 : sum / all;
    }

    private static double Links(int n) => n * (n - 1) / 2.0;
}
