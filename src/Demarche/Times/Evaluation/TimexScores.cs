using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Times.Evaluation;

/// <summary>A difference between annotation and program.</summary>
/// <param name="Kind">"value" (another value), "missed" or "spurious".</param>
/// <param name="Case">The case's id.</param>
/// <param name="Words">What stands there.</param>
/// <param name="Wanted">The annotated value; null where nothing was annotated or it has none.</param>
/// <param name="Found">The program's value; null likewise.</param>
public sealed record TimexMiss(string Kind, string Case, string Words, string? Wanted, string? Found);

/// <summary>How many were right, annotated and found.</summary>
public sealed record TimexFigure(string Name, int Right, int Gold, int Found)
{
    /// <summary>Share of what was found that is right.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Share of what was annotated that is right.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);
}

/// <summary>Scores temporal expressions as TempEval-3 did (UzZaman et al., SemEval 2013), pooled over all cases.</summary>
/// <remarks>
/// Matching is one to one: exact spans first, then the largest overlap. An expression annotated without a value, and what matches it, is left out
/// of the value figures, unless it has a first and last day: then a value that denotes just these days is right.
/// </remarks>
public sealed class TimexScores
{
    private static readonly string[] Names = ["strict", "relaxed", "type", "value", "strict_value"];
    private readonly int[] _right = new int[Names.Length], _gold = new int[Names.Length], _found = new int[Names.Length];
    private readonly ImmutableArray<TimexMiss>.Builder _misses = ImmutableArray.CreateBuilder<TimexMiss>();
    private int _valuedMatches;

    /// <summary>All differences seen, case by case.</summary>
    public ImmutableArray<TimexMiss> Misses => _misses.ToImmutable();

    /// <summary>strict: same span; relaxed: spans overlap; type, value: relaxed and equal; strict_value: same span and value.</summary>
    public ImmutableArray<TimexFigure> Figures => [.. Names.Select((name, i) => new TimexFigure(name, _right[i], _gold[i], _found[i]))];

    /// <summary>Share of the matched expressions that have the right value.</summary>
    public double ValueAccuracy => _valuedMatches == 0 ? 0 : (double)_right[3] / _valuedMatches;

    /// <summary>One of the figures.</summary>
    public TimexFigure this[string name] => Figures.First(f => f.Name == name);

    /// <summary>Adds what the program found in a case.</summary>
    public void Add(TimexCase gold, TimeExpressions times)
    {
        var found = times.All;
        var pairs = Match(gold.Times, found);
        var matched = pairs.ToDictionary(p => p.Found, p => gold.Times[p.Gold]);
        var counted = Enumerable.Range(0, found.Length).Count(j => matched.ContainsKey(j) || !IsInside(found[j].Span, gold.Outer));
        int[] wanted = [gold.Times.Length, gold.Times.Length, gold.Times.Count(t => t.Type is not null), gold.Times.Count(HasValue), gold.Times.Count(HasValue)];
        int[] left = [0, 0, matched.Values.Count(t => t.Type is null), matched.Values.Count(t => !HasValue(t)), matched.Values.Count(t => !HasValue(t))];
        for (var k = 0; k < Names.Length; k++)
        {
            _gold[k] += wanted[k];
            _found[k] += counted - left[k];
        }
        foreach (var (g, f) in pairs) Judge(gold, gold.Times[g], found[f]);
        Report(gold, found, [.. pairs.Select(p => p.Gold)], [.. matched.Keys]);
    }

    /// <summary>The figures as a table to read.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{"figure",-14}{"P",9}{"R",9}{"F1",9}{"correct",9}{"gold",7}{"system",8}");
        foreach (var f in Figures)
            table.AppendLine(CultureInfo.InvariantCulture, $"{f.Name,-14}{100 * f.Precision,9:F2}{100 * f.Recall,9:F2}{100 * f.F1,9:F2}{f.Right,9}{f.Gold,7}{f.Found,8}");
        table.AppendLine(CultureInfo.InvariantCulture, $"value accuracy on relaxed matches: {100 * ValueAccuracy:F2}");
        return table.ToString();
    }

    private void Judge(TimexCase gold, AnnotatedTime wanted, TimeExpression found)
    {
        var same = wanted.Span == found.Span;
        var right = HasRightValue(wanted, found.Value);
        if (HasValue(wanted)) _valuedMatches++;
        bool[] hits = [same, true, wanted.Type is not null && wanted.Type == TimeValues.Name(found.Type), right == true, same && right == true];
        for (var k = 0; k < hits.Length; k++)
            if (hits[k]) _right[k]++;
        if (right == false) _misses.Add(new TimexMiss("value", gold.Id, wanted.Span.Of(gold.Article.Text), wanted.Value ?? $"{wanted.From}..{wanted.To}", found.Value));
    }

    private void Report(TimexCase gold, ImmutableArray<TimeExpression> found, HashSet<int> goldMatched, HashSet<int> foundMatched)
    {
        for (var g = 0; g < gold.Times.Length; g++)
            if (!goldMatched.Contains(g)) _misses.Add(new TimexMiss("missed", gold.Id, gold.Times[g].Span.Of(gold.Article.Text), gold.Times[g].Value, null));
        for (var f = 0; f < found.Length; f++)
            if (!foundMatched.Contains(f) && !IsInside(found[f].Span, gold.Outer))
                _misses.Add(new TimexMiss("spurious", gold.Id, found[f].Span.Of(gold.Article.Text), null, found[f].Value));
    }

    private static bool IsInside(TextSpan span, ImmutableArray<TextSpan> outer) => outer.Any(o => o.Start <= span.Start && span.End <= o.End);

    private static List<(int Gold, int Found)> Match(ImmutableArray<AnnotatedTime> gold, ImmutableArray<TimeExpression> found)
    {
        var pairs = new List<(int Gold, int Found)>();
        var (usedGold, usedFound) = (new bool[gold.Length], new bool[found.Length]);
        for (var f = 0; f < found.Length; f++)
        {
            var g = Enumerable.Range(0, gold.Length).FirstOrDefault(g => !usedGold[g] && gold[g].Span == found[f].Span, -1);
            if (g >= 0) Take(g, f);
        }
        var rest = from g in Enumerable.Range(0, gold.Length)
                   where !usedGold[g]
                   from f in Enumerable.Range(0, found.Length)
                   where !usedFound[f] && gold[g].Span.Overlaps(found[f].Span)
                   orderby Math.Min(gold[g].Span.End, found[f].Span.End) - Math.Max(gold[g].Span.Start, found[f].Span.Start) descending, g, f
                   select (g, f);
        foreach (var (g, f) in rest.ToList())
            if (!usedGold[g] && !usedFound[f]) Take(g, f);
        return pairs;

        void Take(int g, int f)
        {
            pairs.Add((g, f));
            (usedGold[g], usedFound[f]) = (true, true);
        }
    }

    private static (DateOnly, DateOnly)? Range(AnnotatedTime wanted) =>
        TimeValues.Denoted(wanted.From) is { } from && TimeValues.Denoted(wanted.To) is { } to ? (from.Start, to.End) : null;

    private static bool HasValue(AnnotatedTime wanted) => wanted.Value is not null || Range(wanted) is not null;

    // Null: not to be counted.
    private static bool? HasRightValue(AnnotatedTime wanted, string? found) =>
        wanted.Value is not null ? wanted.Value == found : Range(wanted) is { } days ? TimeValues.Denoted(found) == days : null;
}
