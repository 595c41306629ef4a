using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Figures;

namespace Demarche.Reconciliation;

/// <summary>Finds what a series of figures alone does not show: a claimant's own updates among other claimants' numbers, and vague words against numbers.</summary>
internal static class FigureDisputes
{
    private const int MaxDaysApart = 7;

    public static IEnumerable<Discrepancy> Of(ImmutableArray<FigureSeries> series) => series.SelectMany(Updates).Concat(Vague(series));

    /// <summary>Where others give numbers too, one record a claimant who changed his own.</summary>
    private static IEnumerable<Discrepancy> Updates(FigureSeries series)
    {
        var whole = series.Entries.Where(e => e.IsWhole && e.Value is not null).ToList();
        var claimants = whole.GroupBy(e => e.Claimant, StringComparer.Ordinal).ToList();
        foreach (var own in claimants.Where(g => g.Key.Length > 0 && claimants.Count > 1))
        {
            var values = Values(own);
            if (values.Length > 1 && values.Length < whole.Select(e => e.Value).Distinct().Count())
                yield return Number(series, values, "updates of " + own.Key, DiscrepancyState.Superseded);
        }
    }

    /// <summary>"Hundreds" without a country against the numbers of other reports of the same days.</summary>
    private static IEnumerable<Discrepancy> Vague(ImmutableArray<FigureSeries> series)
    {
        foreach (var s in series.Where(s => s.Country is null && s.Kind == FigureKind.Killed && s.Entries.All(e => e.Value is null)))
        {
            var numbers = series.Where(o => o.Measure == s.Measure && o.Country is not null).SelectMany(o => o.Entries)
                .Where(e => e.IsWhole && e.Value > 0 && s.Entries.Any(v => Near(v, e))).ToList();
            if (numbers.Count > 0) yield return Number(s, [.. Values(s.Entries), .. Values(numbers)], "vague words and numbers", DiscrepancyState.Open);
        }
    }

    private static bool Near(FigureEntry vague, FigureEntry number) =>
        vague.AsOf is { } x && number.AsOf is { } y && Math.Abs(x.DayNumber - y.DayNumber) <= MaxDaysApart
        && number.Reports.Any(r => vague.Reports.All(v => v.Article != r.Article));

    private static Discrepancy Number(FigureSeries series, ImmutableArray<DiscrepancyValue> values, string rule, DiscrepancyState state) =>
        new(DiscrepancyField.Value, values) { About = RecordWords.Word(series.Measure) + (series.Country is { } c ? ", " + c : ""), State = state, Rule = rule };

    private static ImmutableArray<DiscrepancyValue> Values(IEnumerable<FigureEntry> entries) =>
        [.. entries.GroupBy(e => e.Value?.ToString(CultureInfo.InvariantCulture) ?? e.Words.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(g => new DiscrepancyValue(g.Key, [.. g.SelectMany(e => e.Reports)]))];
}
