using System.Collections.Immutable;
using System.Globalization;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Figures.Evaluation;

/// <summary>A text whose figures were marked by hand; the format is described in tests/corpus/figures/README.md.</summary>
/// <param name="File">Its name, without folders.</param>
/// <param name="Half">"dev" or "test".</param>
/// <param name="Article">The text with the day it was written.</param>
/// <param name="Figures">In text order.</param>
public sealed record FigureCase(string File, string Half, Article Article, ImmutableArray<AnnotatedFigure> Figures)
{
    /// <summary>Reads one file's content.</summary>
    /// <exception cref="FormatException">It is not in that format.</exception>
    public static FigureCase Read(string content, string file)
    {
        try
        {
            var marked = MarkedText.Parse(file, content);
            var day = DateOnly.ParseExact(marked.Header["dct"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var article = new Article(new ArticleId(file), file, null, null, null, null, [], "en", new PublicationDate(day, DateBasis.Metadata), marked.Text, []);
            return new FigureCase(file, file.StartsWith("test-", StringComparison.Ordinal) ? "test" : "dev", article,
                [.. marked.Marks.Where(m => m.Name == "figure").Select(m => AnnotatedFigure.Of(m))]);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException)
        {
            throw new FormatException(e.Message.StartsWith(file, StringComparison.Ordinal) ? e.Message : $"{file}: {e.Message}", e);
        }
    }
}

/// <summary>A figure as it was marked; what the annotation leaves out is null and not measured.</summary>
/// <param name="Span">The number's words.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Value">The number, of a range the lower end; null for vague words.</param>
/// <param name="High">The upper end of a range.</param>
/// <param name="Bound">How it bounds the truth; null for vague words.</param>
public sealed record AnnotatedFigure(TextSpan Span, FigureMeasure Measure, long? Value, long? High, FigureBound? Bound)
{
    /// <summary>The other attributes of the mark, by name.</summary>
    public required Mark Mark { get; init; }

    /// <summary>Reads a mark.</summary>
    /// <exception cref="FormatException">An attribute has a value that is none.</exception>
    public static AnnotatedFigure Of(Mark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var range = mark["bound"] == "range";
        var measure = CountWords.Parse<FigureMeasure>(mark["kind"] ?? "") ?? throw new FormatException($"there is no kind of figure '{mark["kind"]}'");
        var bound = range ? FigureBound.AtLeast : mark["bound"] is not { } word ? (FigureBound?)null
            : CountWords.Parse<FigureBound>(word) ?? throw new FormatException($"there is no bound '{word}'");
        return new AnnotatedFigure(mark.Span, measure, Number(mark[range ? "low" : "value"]), Number(mark["high"]), bound) { Mark = mark };
    }

    private static long? Number(string? digits) => digits is null ? null : long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
