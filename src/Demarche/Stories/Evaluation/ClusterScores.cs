using System.Globalization;
using System.Text;

namespace Demarche.Stories.Evaluation;

/// <summary>How well articles are grouped, in one set.</summary>
/// <param name="Articles">How many.</param>
/// <param name="Stories">Groups of the annotation.</param>
/// <param name="Found">Groups found.</param>
/// <param name="BCubed">For each article the share of its found group that is in its true one (precision), and of its true group that is in its found one (recall); means over the articles (Bagga and Baldwin 1998).</param>
/// <param name="Pairs">Over all pairs of articles: is the pair put together rightly (Miranda and others 2018)?</param>
public sealed record ClusterScores(int Articles, int Stories, int Found, ClusterScores.Figures BCubed, ClusterScores.Figures Pairs)
{
    /// <summary>Precision and recall, 0 to 1.</summary>
    public readonly record struct Figures(double Precision, double Recall)
    {
        /// <summary>Their harmonic mean.</summary>
        public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
    }

    /// <summary>Compares; group names carry no meaning beyond equality.</summary>
    /// <param name="groups">For each article the true and the found group.</param>
    public static ClusterScores Of(IReadOnlyCollection<(string Gold, string Found)> groups)
    {
        var both = groups.CountBy(g => g).ToDictionary();
        var gold = groups.CountBy(g => g.Gold, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var found = groups.CountBy(g => g.Found, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        double n = groups.Count;
        var (right, goldPairs, foundPairs) = (CountPairs(both.Values), CountPairs(gold.Values), CountPairs(found.Values));
        return new ClusterScores(groups.Count, gold.Count, found.Count,
            new Figures(both.Sum(b => (double)b.Value * b.Value / found[b.Key.Found]) / n, both.Sum(b => (double)b.Value * b.Value / gold[b.Key.Gold]) / n),
            new Figures(foundPairs == 0 ? 0 : (double)right / foundPairs, goldPairs == 0 ? 0 : (double)right / goldPairs));
    }

    /// <summary>A line a set, and their plain mean.</summary>
    public static string Table(IReadOnlyCollection<KeyValuePair<string, ClusterScores>> sets)
    {
        var text = new StringBuilder();
        foreach (var (name, s) in sets)
            text.Append(CultureInfo.InvariantCulture, $"{name,-10}articles {s.Articles}  stories {s.Stories}  found {s.Found}").Append(Line(s.BCubed, s.Pairs)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{"mean",-10}").Append(string.Join("  ", Named(s => s.BCubed, "b3_").Concat(Named(s => s.Pairs, "")))).Append('\n');
        return text.ToString();

        IEnumerable<string> Named(Func<ClusterScores, Figures> of, string prefix) =>
        [
            Number(prefix + "p", sets.Average(s => of(s.Value).Precision)), Number(prefix + "r", sets.Average(s => of(s.Value).Recall)),
            Number(prefix + "f1", sets.Average(s => of(s.Value).F1)),
        ];
    }

    private static string Line(Figures b, Figures p) =>
        "  " + string.Join("  ", Number("b3_p", b.Precision), Number("b3_r", b.Recall), Number("b3_f1", b.F1), Number("p", p.Precision), Number("r", p.Recall), Number("f1", p.F1));

    private static string Number(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.000}");

    private static long CountPairs(IEnumerable<int> sizes) => sizes.Sum(c => (long)c * (c - 1) / 2);
}
