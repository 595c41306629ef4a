using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Times.Evaluation;

/// <summary>An annotated temporal expression.</summary>
/// <param name="Span">Its characters in the text of the case.</param>
/// <param name="Type">"DATE", "TIME", "DURATION", "SET"; null if the annotation leaves it open.</param>
/// <param name="Value">TIMEX3 value; null if the annotation gives none.</param>
/// <param name="From">Where there is no value, the first of the days it denotes as a TIMEX3 value; or null.</param>
/// <param name="To">The last of them, likewise.</param>
public sealed record AnnotatedTime(TextSpan Span, string? Type, string? Value, string? From = null, string? To = null);

/// <summary>A text whose temporal expressions were annotated by hand.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Half">"dev" or "test"; null if it belongs to neither.</param>
/// <param name="Article">The text with the day it was written.</param>
/// <param name="Times">In text order.</param>
/// <param name="Outer">Wider annotated stretches within which a finding that matches nothing is neither right nor wrong.</param>
public sealed record TimexCase(string Id, string? Half, Article Article, ImmutableArray<AnnotatedTime> Times, ImmutableArray<TextSpan> Outer)
{
    /// <summary>Reads a line of JSON: id, dct, text, timex and timex_outer, offsets in code points.</summary>
    /// <exception cref="FormatException">It is not in that format.</exception>
    public static TimexCase ReadJson(string json, string file, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var units = CodePoints.Positions(text);
            var id = root.GetProperty("id").GetString()!;
            return new TimexCase(id, null, Written(id, file, Text(root, "dct"), text),
                [.. List(root, "timex").Select(t => new AnnotatedTime(Span(t, units), Text(t, "type"), Text(t, "value"), Text(t, "from"), Text(t, "to")))],
                [.. List(root, "timex_outer").Select(t => Span(t, units))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"{file}:{line}: {e.Message}", e);
        }
    }

    /// <summary>Reads a text with inline TIMEX3 marks; the format is described in tests/corpus/times/README.md.</summary>
    /// <exception cref="FormatException">It is not in that format.</exception>
    public static TimexCase ReadMarked(string content, string file)
    {
        var marked = MarkedText.Parse(file, content);
        var id = Path.GetFileNameWithoutExtension(file);
        var half = marked.Header.GetValueOrDefault("half") ?? (id.StartsWith("dev-", StringComparison.Ordinal) ? "dev" : id.StartsWith("test-", StringComparison.Ordinal) ? "test" : null);
        return new TimexCase(id, half, Written(id, file, marked.Header.GetValueOrDefault("dct"), marked.Text),
            [.. marked.Marks.Where(m => m.Name == "TIMEX3").Select(m => new AnnotatedTime(m.Span, m["type"], m["value"] is { Length: > 0 } value ? value : null))], []);
    }

    private static Article Written(string id, string file, string? dct, string text)
    {
        var day = dct is null ? PublicationDate.Unknown
            : DateOnly.TryParseExact(dct, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written) ? new PublicationDate(written, DateBasis.Metadata)
            : throw new FormatException($"{file}: the day of writing (dct) is no day: {dct}");
        return new Article(new ArticleId(id), file, id, null, null, null, [], "en", day, text, []);
    }

    private static IEnumerable<JsonElement> List(JsonElement root, string field) => root.TryGetProperty(field, out var list) ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string field) => element.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static TextSpan Span(JsonElement t, int[] units) => new(units[t.GetProperty("start").GetInt32()], units[t.GetProperty("end").GetInt32()]);
}
