using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures.Evaluation;

/// <summary>A marked figure beside the program's own; one of the two is null where there is no other.</summary>
/// <param name="Case">The text.</param>
/// <param name="Gold">As marked.</param>
/// <param name="Found">As found.</param>
public sealed record FigurePair(FigureCase Case, AnnotatedFigure? Gold, Figure? Found)
{
    /// <summary>True if both are there and count the same.</summary>
    public bool IsKind => Gold is not null && Found is not null && Gold.Measure == Found.Measure;

    /// <summary>True if they also have the same number and bound.</summary>
    public bool IsRight => IsKind && Gold!.Value == Found!.Value && Gold.High == Found.High && (Gold.Bound is null || Gold.Bound == Found.Bound);

    /// <summary>Whether a further field is right; null where the annotation leaves it out.</summary>
    public bool? Field(string name)
    {
        if (!IsKind || Gold!.Mark[name] is not { } wanted) return null;
        return name switch
        {
            "country" => Found!.Country == wanted,
            "side" => Found!.Side == wanted,
            "place" => Found!.Place is { } place && Overlap(place.Name, wanted),
            "period" => Found!.Period is { } p && string.Create(CultureInfo.InvariantCulture, $"{p.Start:yyyy-MM-dd}/{p.End:yyyy-MM-dd}") == wanted,
            "claimant" => Found!.Attribution.Any(a => Overlap(a.Name, wanted) || a.Span is { } span && Overlap(span.Of(Case.Article.Text), wanted)),
            "change" => Coding(Found!.Change) == wanted,
            "status" => Coding(Found!.Status) == wanted,
            "part_of" => Found!.PartOf is not null,
            "currency" => Found!.Currency == wanted,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no field of a figure"),
        };
    }

    private static string? Coding(Enum? value) => value?.ToString().ToLowerInvariant();

    // "the health ministry" and "Bolivia's health ministry": one holds the other, articles left out.
    private static bool Overlap(string found, string wanted)
    {
        string a = Bare(found), b = Bare(wanted);
        return a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string words)
    {
        foreach (var article in new[] { "the ", "a ", "an ", "off ", "near " })
            if (words.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return words[article.Length..];
        return words;
    }
}

/// <summary>Compares the figures found with those marked, one to one over overlapping spans.</summary>
public sealed class FigureScores
{
    /// <summary>The further fields of a figure that are measured among the matched.</summary>
    public static ImmutableArray<string> Fields { get; } = ["country", "side", "place", "period", "claimant", "change", "part_of", "status", "currency"];

    private readonly IReadOnlyCollection<FigurePair> _pairs;

    /// <param name="pairs">Of any number of texts.</param>
    public FigureScores(IReadOnlyCollection<FigurePair> pairs) => _pairs = pairs;

    /// <summary>The pairs of a text, in text order: the best fitting first where several overlap.</summary>
    public static ImmutableArray<FigurePair> Pair(FigureCase text, ImmutableArray<Figure> found)
    {
        ArgumentNullException.ThrowIfNull(text);
        var candidates = from gold in text.Figures
                         from figure in found
                         where gold.Span.Overlaps(figure.Span)
                         let pair = new FigurePair(text, gold, figure)
                         orderby pair.IsRight descending, pair.IsKind descending, gold.Span.Start, figure.Span.Start
                         select pair;
        var pairs = new List<FigurePair>();
        var (marked, seen) = (new HashSet<AnnotatedFigure>(ReferenceEqualityComparer.Instance), new HashSet<Figure>(ReferenceEqualityComparer.Instance));
        foreach (var pair in candidates.ToList())
        {
            if (marked.Contains(pair.Gold!) || seen.Contains(pair.Found!)) continue;
            marked.Add(pair.Gold!);
            seen.Add(pair.Found!);
            pairs.Add(pair);
        }
        pairs.AddRange(text.Figures.Where(g => !marked.Contains(g)).Select(g => new FigurePair(text, g, null)));
        pairs.AddRange(found.Where(f => !seen.Contains(f)).Select(f => new FigurePair(text, null, f)));
        return [.. pairs.OrderBy(p => p.Gold?.Span.Start ?? p.Found!.Span.Start)];
    }

    /// <summary>Figures marked.</summary>
    public int Gold => _pairs.Count(p => p.Gold is not null);

    /// <summary>Figures found.</summary>
    public int Found => _pairs.Count(p => p.Found is not null);

    /// <summary>Of spans and kinds.</summary>
    public double? KindF1 => Share(2 * _pairs.Count(p => p.IsKind), Gold + Found);

    /// <summary>Share of what was found whose kind, number and bound are right.</summary>
    public double? Precision => Share(_pairs.Count(p => p.IsRight), Found);

    /// <summary>Share of what was marked whose kind, number and bound were found.</summary>
    public double? Recall => Share(_pairs.Count(p => p.IsRight), Gold);

    /// <summary>Of kinds, numbers and bounds: the main figure.</summary>
    public double? F1 => Share(2 * _pairs.Count(p => p.IsRight), Gold + Found);

    /// <summary>Share of the pairs of one kind in which a field that was marked is right.</summary>
    public double? Accuracy(string field) => Share(_pairs.Count(p => p.Field(field) == true), _pairs.Count(p => p.Field(field) is not null));

    /// <summary>The sentences without a marked figure, and those of them in which one was found.</summary>
    public static (int Sentences, int False) Negatives(FigureCase text, Analysis analysis, ImmutableArray<Figure> found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(analysis);
        var empty = analysis.Sentences.Where(s => !text.Figures.Any(g => g.Span.Overlaps(s.Span))).ToList();
        return (empty.Count, empty.Count(s => found.Any(f => f.Span.Overlaps(s.Span))));
    }

    /// <summary>A row for each half and for all, to read.</summary>
    public static string Table(IReadOnlyCollection<(FigureCase Case, ImmutableArray<FigurePair> Pairs, int Negatives, int False)> texts)
    {
        var table = new StringBuilder();
        Line(table, "", ["texts", "gold", "found", "kind F1", "P", "R", "F1", .. Fields, "negative", "false"]);
        foreach (var half in texts.GroupBy(t => t.Case.Half, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(half.Key, [.. half]);
        Row("all", texts);
        return table.ToString();

        void Row(string name, IReadOnlyCollection<(FigureCase Case, ImmutableArray<FigurePair> Pairs, int Negatives, int False)> part)
        {
            var s = new FigureScores([.. part.SelectMany(t => t.Pairs)]);
            Line(table, name, [
                Number(part.Count), Number(s.Gold), Number(s.Found), Cell(s.KindF1), Cell(s.Precision), Cell(s.Recall), Cell(s.F1),
                .. Fields.Select(f => Cell(s.Accuracy(f))), Number(part.Sum(t => t.Negatives)), Number(part.Sum(t => t.False))]);
        }
    }

    private static void Line(StringBuilder table, string name, IEnumerable<string> cells)
    {
        table.Append(name.PadRight(5));
        foreach (var cell in cells) table.Append(cell.PadLeft(9));
        table.Append('\n');
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;

    private static string Cell(double? share) => share is { } s ? s.ToString("F3", CultureInfo.InvariantCulture) : "-";

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
