using Demarche.Coding;
using Demarche.Reconciliation.Joins;

namespace Demarche.Reconciliation;

/// <summary>Whether two observations may be, and how likely they are, one act.</summary>
internal static class Likeness
{
    /// <summary>Compares; null if the two cannot be one event: another family, other actors, other days.</summary>
    public static Comparison? Compare(Sighting a, Sighting b, int maxDaysApart)
    {
        if (a.Family != b.Family) return null;
        if (a.Days is { } x && b.Days is { } y && x.Gap(y) > maxDaysApart) return null;
        if (IsVisit(a) && IsCall(b) || IsCall(a) && IsVisit(b)) return null;
        var (source, target) = Sides(a, b);
        if (source <= 0 || target <= 0) return null;
        var article = a.Coded.Article.Id == b.Coded.Article.Id;
        return new Comparison(source, target, DateLikeness(a.Days, b.Days), (a.Days is null ? 1 : 0) + (b.Days is null ? 1 : 0), CodeLikeness(a, b), Cosine(a.Words, b.Words), TriggerLikeness(a, b),
            article, article && a.Sentence == b.Sentence, article && a.Sentence == b.Sentence ? 0 : Run(a.Text, b.Text));
    }

    /// <summary>Length of the longest run of words that both texts have.</summary>
    public static int Run(int[] a, int[] b)
    {
        var (above, row, best) = (new int[b.Length + 1], new int[b.Length + 1], 0);
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = a[i - 1] == b[j - 1] ? above[j - 1] + 1 : 0;
                best = Math.Max(best, row[j]);
            }
            (above, row) = (row, above);
        }
        return best;
    }

    private static (double Source, double Target) Sides(Sighting a, Sighting b)
    {
        var straight = (Side(a, b.SourceNumbers, a.SourceNumbers, false), Side(a, b.TargetNumbers, a.TargetNumbers, true));
        if (!a.Symmetric && !b.Symmetric) return straight;
        var crossed = (Side(a, b.TargetNumbers, a.SourceNumbers, true), Side(a, b.SourceNumbers, a.TargetNumbers, true));
        var pooled = Side(a, [.. b.SourceNumbers, .. b.TargetNumbers], [.. a.SourceNumbers, .. a.TargetNumbers], false);
        var best = straight.Item1 * straight.Item2 >= crossed.Item1 * crossed.Item2 ? straight : crossed;
        return best.Item1 * best.Item2 >= pooled * pooled ? best : (pooled, pooled);
    }

    /// <summary>Mean over the parties of both sides of the best counterpart; a side that names nobody is no hindrance.</summary>
    private static double Side(Sighting any, int[] right, int[] left, bool mayBeEmpty)
    {
        if (left.Length == 0 || right.Length == 0) return mayBeEmpty ? left.Length == right.Length ? 0.6 : 0.4 : 0;
        var sum = 0.0;
        foreach (var p in left) sum += Best(any.Table, p, right);
        foreach (var p in right) sum += Best(any.Table, p, left);
        return sum / (left.Length + right.Length);
    }

    private static double Best(SightingTable table, int party, int[] others)
    {
        var best = 0.0;
        foreach (var other in others) best = Math.Max(best, table.Likeness(party, other));
        return best;
    }

    /// <summary>Of two sets of numbers in order.</summary>
    private static double Cosine(int[] a, int[] b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] < b[j]) i++;
            else if (a[i] > b[j]) j++;
            else
            {
                common++;
                i++;
                j++;
            }
        }
        return common / Math.Sqrt((double)a.Length * b.Length);
    }

    private static double? DateLikeness(Days? a, Days? b)
    {
        if (a is not { } x || b is not { } y) return null;
        if (x == y) return 1;
        if (!x.Overlaps(y)) return 0;
        var shared = (x.End < y.End ? x.End : y.End).DayNumber - (x.Start > y.Start ? x.Start : y.Start).DayNumber + 1;
        return 0.5 + 0.5 * shared / Math.Max(x.Length, y.Length);
    }

    private static double CodeLikeness(Sighting a, Sighting b)
    {
        string x = a.Observation.Cameo, y = b.Observation.Cameo;
        if (x == y) return 1;
        if (a.Family == "contact" && (x is "040" || y is "040")) return 0.8;    // "spoke with" may be any call or meeting
        if (x.Length >= 3 && y.Length >= 3 && string.CompareOrdinal(x, 0, y, 0, 3) == 0) return 0.8;
        return ActFamily.Root(x) == ActFamily.Root(y) ? 0.5 : 0;
    }

    private static bool IsVisit(Sighting s) => s.Observation.Cameo is "042" or "043";

    private static bool IsCall(Sighting s) => s.Observation.Cameo == "041";

    private static double TriggerLikeness(Sighting a, Sighting b)
    {
        var best = 0.0;
        foreach (var x in a.Triggers)
            foreach (var y in b.Triggers)
                best = Math.Max(best, x == y ? 1 : ActWords.Alike(x, y) ? 0.8 : 0);
        return best;
    }
}
