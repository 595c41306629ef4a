using System.Collections.Immutable;

namespace Demarche.Reconciliation;

/// <summary>How two observations compare, each part from 0 to 1.</summary>
/// <param name="Source">Who did it.</param>
/// <param name="Target">To whom.</param>
/// <param name="Date">When.</param>
/// <param name="Code">Same code 1, same three digits 0.8, same root 0.5, same family 0.</param>
/// <param name="Words">Cosine of the sentences' words.</param>
/// <param name="Near">1 in the same sentence, less with every sentence between, 0 in two articles.</param>
internal readonly record struct Comparison(double Source, double Target, double Date, double Code, double Words, double Near);

/// <summary>Whether two observations may be, and how likely they are, one act.</summary>
internal static class Likeness
{
    /// <summary>Compares; null if the two cannot be one event: another family, other actors, other days.</summary>
    public static Comparison? Compare(Sighting a, Sighting b, int maxDaysApart)
    {
        if (a.Family != b.Family) return null;
        if (a.Days is { } x && b.Days is { } y && x.Gap(y) > maxDaysApart) return null;
        var (source, target) = Sides(a, b);
        if (source <= 0 || target <= 0) return null;
        return new Comparison(source, target, DateLikeness(a.Days, b.Days), CodeLikeness(a, b), a.Words.Cosine(b.Words), Nearness(a, b));
    }

    private static (double Source, double Target) Sides(Sighting a, Sighting b)
    {
        var straight = (Side(a.Sources, b.Sources, false), Side(a.Targets, b.Targets, true));
        if (!a.Symmetric && !b.Symmetric) return straight;
        var crossed = (Side(a.Sources, b.Targets, true), Side(a.Targets, b.Sources, true));
        var pooled = Side([.. a.Sources, .. a.Targets], [.. b.Sources, .. b.Targets], false);
        var best = straight.Item1 * straight.Item2 >= crossed.Item1 * crossed.Item2 ? straight : crossed;
        return best.Item1 * best.Item2 >= pooled * pooled ? best : (pooled, pooled);
    }

    /// <summary>Mean over the parties of both sides of the best counterpart; a side that names nobody is no hindrance.</summary>
    private static double Side(ImmutableArray<Party> left, ImmutableArray<Party> right, bool mayBeEmpty)
    {
        if (left.Length == 0 || right.Length == 0) return mayBeEmpty ? left.Length == right.Length ? 0.6 : 0.4 : 0;
        var sum = 0.0;
        foreach (var p in left) sum += right.Max(p.Likeness);
        foreach (var p in right) sum += left.Max(p.Likeness);
        return sum / (left.Length + right.Length);
    }

    private static double DateLikeness(Days? a, Days? b)
    {
        if (a is not { } x || b is not { } y) return a is null && b is null ? 0.7 : 0.5;
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

    private static double Nearness(Sighting a, Sighting b) =>
        a.Coded.Article.Id == b.Coded.Article.Id ? 1.0 / (1 + Math.Abs(a.Sentence - b.Sentence)) : 0;
}
