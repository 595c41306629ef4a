using Demarche.Coding;
using Demarche.Figures;

namespace Demarche.Reconciliation;

/// <summary>Whether two figures count the same thing, so that they may be set against each other.</summary>
/// <remarks>
/// The same measure and currency; no other country, side, period, or month of telling; neither a part, an addition or a mere possibility;
/// numbers within a factor of six (of different places, two). In one article and from one mouth two numbers count two things, save of the dead
/// and hurt, whose tolls articles compare, and save where one is said to be the new total.
/// </remarks>
internal static class FigureScope
{
    private const double MaxRatio = 6;
    private const double MaxRatioElsewhere = 2;
    private const int MaxDaysApart = 45;

    public static bool MayShare((CodedArticle Coded, Figure Figure) a, (CodedArticle Coded, Figure Figure) b)
    {
        var (x, y) = (a.Figure, b.Figure);
        if (x.Measure != y.Measure || x.Currency != y.Currency || x.Country is not null && y.Country is not null && x.Country != y.Country) return false;
        if (!IsWhole(x) || !IsWhole(y)) return x.PartOf is null == y.PartOf is null && x.Change == y.Change && x.Status == y.Status && x.Value == y.Value && x.Side == y.Side;
        if (x.Side is not null && y.Side is not null && x.Side != y.Side) return false;
        if (x.Period is { } p && y.Period is { } q && (p.Start > q.End || q.Start > p.End)) return false;
        if (x.AsOf is { } d && y.AsOf is { } e && Math.Abs(d.DayNumber - e.DayNumber) > MaxDaysApart) return false;
        var ratio = Ratio(x, y);
        if (ratio > (SamePlace(x, y) ? MaxRatio : MaxRatioElsewhere)) return false;
        if (a.Coded != b.Coded || x.Value == y.Value || x.Change == FigureChange.Total || y.Change == FigureChange.Total) return true;
        return x.Measure is FigureMeasure.Killed or FigureMeasure.Injured or FigureMeasure.Casualties && x.Side == y.Side || Claimant(x) != Claimant(y) && x.Side == y.Side;
    }

    /// <summary>How well a figure goes with one of a series; the more, the better.</summary>
    public static double Likeness(Figure a, Figure b) =>
        (a.Country == b.Country ? 2 : 0) + (a.Side == b.Side ? 0.5 : 0) + (Claimant(a) == Claimant(b) ? 1 : 0) + 2 * (1 - Math.Log(Ratio(a, b)) / Math.Log(MaxRatio));

    /// <summary>True if it may be set against the other numbers of its series.</summary>
    public static bool IsWhole(Figure f) => f.Change != FigureChange.Addition && f.PartOf is null && f.Status == FigureStatus.Claimed;

    /// <summary>Who says so first of all; empty for the outlet's own word.</summary>
    public static string Claimant(Figure f) => f.Attribution.Length == 0 ? "" : f.Attribution[^1].Name;

    private static double Ratio(Figure a, Figure b)
    {
        if (a.Value is not { } x || b.Value is not { } y) return 1;
        return Math.Max(x, y) == 0 ? 1 : Math.Min(x, y) == 0 ? 1 + Math.Max(x, y) : (double)Math.Max(x, y) / Math.Min(x, y);
    }

    private static bool SamePlace(Figure a, Figure b) =>
        a.Place is null || b.Place is null || string.Equals(a.Place.Name, b.Place.Name, StringComparison.OrdinalIgnoreCase);
}
