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

    /// <summary>Who says so first of all; empty for the outlet's own word.</summary>
    public string Claimant => Claimants.Length == 0 ? "" : Claimants[0];
}

/// <summary>All numbers of one thing counted, over time and claimants; never added up.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Currency">Of sums of money, or null.</param>
/// <param name="Country">Country of the victims or the place, or null.</param>
/// <param name="Entries">By day (unknown last), then value, then claimant.</param>
public sealed record FigureSeries(FigureMeasure Measure, string? Currency, string? Country, ImmutableArray<FigureEntry> Entries)
{
    /// <summary>The rule of <see cref="Best"/>, <see cref="Low"/> and <see cref="High"/>, as the record names it.</summary>
    /// <remarks>
    /// Each claimant stands by his latest number; older ones of his are superseded. Low and high are the least and the greatest of the numbers
    /// that stand. Best is the least of the newest day's exact ones, or where none is exact of all that stand: where reports disagree, the
    /// cautious number is taken, as ACLED does, and the range kept beside it, as UCDP does.
    /// </remarks>
    public const string Rule = "latest of each claimant; best the least exact one of the newest day";

    /// <summary>What is counted, under the contract's names.</summary>
    public FigureKind Kind => Measure.Kind();

    /// <summary>Whose people or things all of them are; null if they do not say.</summary>
    public string? Side { get; init; }

    /// <summary>The numbers that stand, by <see cref="Rule"/>.</summary>
    public ImmutableArray<FigureEntry> Standing => [.. Entries.Where(e => e.IsWhole && e.Value is not null && !Entries.Any(later => Supersedes(later, e)))];

    /// <summary>The cautious number, or null where none is given.</summary>
    public long? Best
    {
        get
        {
            var standing = Standing;
            var exact = standing.Where(e => e.Bound == FigureBound.Exact).ToList();
            return exact.Count == 0 ? Low : exact.Where(e => e.AsOf == exact.Max(x => x.AsOf)).Min(e => e.Value);
        }
    }

    /// <summary>The least number that stands, or null.</summary>
    public long? Low => Standing.Min(e => e.Value);

    /// <summary>The greatest, upper ends of ranges included, or null.</summary>
    public long? High => Standing.Max(e => e.High ?? e.Value);

    /// <summary>The latest earlier entry that this one puts out of date, or null.</summary>
    public FigureEntry? PutOutOfDate(FigureEntry entry) => Entries.LastOrDefault(e => Supersedes(entry, e));

    /// <summary>The series of the articles, by kind, measure, currency, country and side.</summary>
    public static ImmutableArray<FigureSeries> Of(IReadOnlyList<CodedArticle> articles)
    {
        var all = (from coded in articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal)
                   from f in coded.Figures
                   where f.Kind != FigureKind.Other || f.Value is not null
                   select (Coded: coded, Figure: f)).ToList();
        var groups = new List<List<(CodedArticle Coded, Figure Figure)>>();
        foreach (var claim in all.OrderBy(x => x.Figure.Country is null).ThenBy(x => x.Figure.AsOf ?? DateOnly.MaxValue)) Join(groups, claim);
        return [.. groups.Select(Make).OrderBy(s => s.Kind).ThenBy(s => s.Measure).ThenBy(s => s.Currency ?? "~", StringComparer.Ordinal)
            .ThenBy(s => s.Country ?? "~", StringComparer.Ordinal).ThenBy(s => s.Side ?? "~", StringComparer.Ordinal)
            .ThenBy(s => s.Entries[0].Reports[0].Article.Value, StringComparer.Ordinal).ThenBy(s => s.Entries[0].Reports[0].Span)];
    }

    /// <summary>To the likest series with all of whose numbers it may be compared; a number without a country only where one country alone would have it.</summary>
    private static void Join(List<List<(CodedArticle Coded, Figure Figure)>> groups, (CodedArticle Coded, Figure Figure) claim)
    {
        var open = groups.Where(g => g.TrueForAll(x => FigureScope.MayShare(x, claim))).ToList();
        if (claim.Figure.Country is null && open.Select(g => g[0].Figure.Country).Where(c => c is not null).Distinct(StringComparer.Ordinal).Skip(1).Any())
            open = [.. open.Where(g => g[0].Figure.Country is null)];
        var home = open.OrderByDescending(g => g.Max(x => FigureScope.Likeness(x.Figure, claim.Figure))).FirstOrDefault();
        if (home is null) groups.Add([claim]);
        else home.Add(claim);
    }

    private static FigureSeries Make(List<(CodedArticle Coded, Figure Figure)> claims)
    {
        var sides = claims.Select(c => c.Figure.Side).Distinct(StringComparer.Ordinal).ToList();
        var first = claims[0].Figure;
        return new FigureSeries(first.Measure, first.Currency, first.Country, Series(claims)) { Side = sides.Count == 1 ? sides[0] : null };
    }

    /// <summary>The same claimant, a whole number for a later day, or for the same day one that is said to be the new total.</summary>
    private static bool Supersedes(FigureEntry later, FigureEntry earlier) =>
        later != earlier && later.IsWhole && earlier.IsWhole && later.Value is not null && later.Value != earlier.Value && later.Claimant == earlier.Claimant
        && later.AsOf is { } x && earlier.AsOf is { } y && (x > y || x == y && later.Change == FigureChange.Total && earlier.Change != FigureChange.Total);

    private static ImmutableArray<FigureEntry> Series(IEnumerable<(CodedArticle Coded, Figure Figure)> claims) =>
        [.. claims.GroupBy(x => (x.Figure.Value, x.Figure.High, x.Figure.Bound, x.Figure.AsOf, x.Figure.Change, IsPart: x.Figure.PartOf is not null, x.Figure.Status, Words: x.Figure.Value is null ? x.Figure.Words.ToLowerInvariant() : "",
                Claimants: string.Join('\n', x.Figure.Attribution.Reverse().Select(a => a.Name))))
            .Select(g => new FigureEntry(g.Key.Value, g.First().Figure.Words, g.Key.Bound, g.Key.AsOf,
                [.. g.First().Figure.Attribution.Reverse().Select(a => a.Name)],
                [.. g.Select(x => new Report(x.Coded.Article.Id, null, x.Figure.Span)).OrderBy(r => r.Article.Value, StringComparer.Ordinal).ThenBy(r => r.Span)])
            {
                High = g.Key.High,
                Change = g.Key.Change,
                IsPart = g.Key.IsPart,
                Status = g.Key.Status,
            })
            .OrderBy(e => e.AsOf ?? DateOnly.MaxValue).ThenBy(e => e.Value ?? long.MaxValue).ThenBy(e => e.Words, StringComparer.Ordinal)
            .ThenBy(e => string.Join('\n', e.Claimants), StringComparer.Ordinal).ThenBy(e => e.Change).ThenBy(e => e.IsPart).ThenBy(e => e.Status)];
}
