using System.Globalization;
using System.Text;

namespace Demarche.Reconciliation.Evaluation;

/// <summary>The figures of joined mentions as a table.</summary>
public static class JoinTable
{
    /// <summary>With clusters of one mention, and without.</summary>
    public static string Of(IReadOnlyDictionary<string, string> gold, IReadOnlyDictionary<string, string> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"mentions {gold.Count}  gold clusters {gold.Values.Distinct(StringComparer.Ordinal).Count()}  predicted {found.Values.Distinct(StringComparer.Ordinal).Count()}\n");
        Add(table, "with singletons", ClusterScores.Of(gold, found));
        Add(table, "no singletons", ClusterScores.Of(ClusterScores.WithoutSingle(gold), ClusterScores.WithoutSingle(found)));
        return table.ToString();
    }

    private static void Add(StringBuilder table, string label, ClusterScores s)
    {
        table.Append(CultureInfo.InvariantCulture, $"{label}  conll {s.Conll:0.000}\n");
        foreach (var (name, score) in new[] { ("muc", s.Muc), ("b3", s.BCubed), ("ceafe", s.Ceaf), ("lea", s.Lea) })
            table.Append(CultureInfo.InvariantCulture, $"  {name,-6} p {score.Precision:0.000}  r {score.Recall:0.000}  f1 {score.F1:0.000}\n");
    }
}
