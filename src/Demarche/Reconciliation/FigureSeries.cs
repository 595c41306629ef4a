using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Figures;

namespace Demarche.Reconciliation;

/// <summary>One number as claimed.</summary>
/// <param name="Value">The number; null for vague words.</param>
/// <param name="Words">The words of the first report.</param>
/// <param name="Bound">How it bounds the truth.</param>
/// <param name="AsOf">The day for which it is claimed, or null.</param>
/// <param name="Claimants">Who says so, nearest first; empty for the outlet's own word.</param>
/// <param name="Reports">Never empty.</param>
public sealed record FigureEntry(long? Value, string Words, FigureBound Bound, DateOnly? AsOf, ImmutableArray<string> Claimants, ImmutableArray<Report> Reports)
{
    /// <summary>Upper end of a range, or null.</summary>
    public long? High { get; init; }

    /// <summary>Whether it is a sum or comes on top of one; null if the reports do not say.</summary>
    public FigureChange? Change { get; init; }

    /// <summary>True if it counts a part of another figure of its report.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it is claimed or only possible.</summary>
    public FigureStatus Status { get; init; }

    /// <summary>True if it may be set against the other numbers of its series: no addition, part or possibility.</summary>
    public bool IsWhole => Change != FigureChange.Addition && !IsPart && Status == FigureStatus.Claimed;
}

/// <summary>All numbers of one measure for one country, over time and claimants; never added up.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Currency">Of sums of money, or null.</param>
/// <param name="Country">Country of the victims or the place, or null.</param>
/// <param name="Entries">By day (unknown last), then value, then claimant.</param>
public sealed record FigureSeries(FigureMeasure Measure, string? Currency, string? Country, ImmutableArray<FigureEntry> Entries)
{
    /// <summary>What is counted, under the contract's names.</summary>
    public FigureKind Kind => Measure.Kind();

    /// <summary>The series of the articles, by kind, measure and country.</summary>
    public static ImmutableArray<FigureSeries> Of(IReadOnlyList<CodedArticle> articles)
    {
        var all = from coded in articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal)
                  from f in coded.Figures
                  where f.Kind != FigureKind.Other || f.Value is not null
                  select (Coded: coded, Figure: f);
        return [.. all.GroupBy(x => (x.Figure.Measure, x.Figure.Currency, x.Figure.Country))
            .OrderBy(g => g.Key.Measure.Kind()).ThenBy(g => g.Key.Measure).ThenBy(g => g.Key.Currency ?? "~", StringComparer.Ordinal)
            .ThenBy(g => g.Key.Country ?? "~", StringComparer.Ordinal)
            .Select(g => new FigureSeries(g.Key.Measure, g.Key.Currency, g.Key.Country, Series(g)))];
    }

    private static ImmutableArray<FigureEntry> Series(IEnumerable<(CodedArticle Coded, Figure Figure)> claims) =>
        [.. claims.GroupBy(x => (x.Figure.Value, x.Figure.High, x.Figure.Bound, x.Figure.AsOf, x.Figure.Change, IsPart: x.Figure.PartOf is not null, x.Figure.Status, Words: x.Figure.Value is null ? x.Figure.Words.ToLowerInvariant() : "",
                Claimants: string.Join('\n', x.Figure.Attribution.Reverse().Select(a => a.Name))))
            .Select(g => new FigureEntry(g.Key.Value, g.First().Figure.Words, g.Key.Bound, g.Key.AsOf,
                [.. g.First().Figure.Attribution.Reverse().Select(a => a.Name)],
                [.. g.Select(x => new Report(x.Coded.Article.Id, null, x.Figure.Span))])
            {
                High = g.Key.High,
                Change = g.Key.Change,
                IsPart = g.Key.IsPart,
                Status = g.Key.Status,
            })
            .OrderBy(e => e.AsOf ?? DateOnly.MaxValue).ThenBy(e => e.Value ?? long.MaxValue).ThenBy(e => e.Words, StringComparer.Ordinal)
            .ThenBy(e => string.Join('\n', e.Claimants), StringComparer.Ordinal).ThenBy(e => e.Change).ThenBy(e => e.IsPart).ThenBy(e => e.Status)];
}
