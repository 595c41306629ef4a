using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Quotes.Evaluation;

/// <summary>An annotated quotation or attribution.</summary>
/// <param name="Spans">All that is ascribed.</param>
/// <param name="Quoted">What of it stands in quotation marks, or else is somebody's very words; may be empty.</param>
/// <param name="Source">The mention beside it; empty if there is none.</param>
/// <param name="Name">The words of that mention, or the speaker's full name; null if nobody is told.</param>
/// <param name="Addressee">To whom; null if not annotated.</param>
/// <param name="Medium">Through what; null if not annotated.</param>
/// <param name="Venue">Where; null if not annotated.</param>
/// <param name="Said">When; null if not annotated.</param>
/// <param name="Clean">Its words without insertions; null if not annotated.</param>
public sealed record AnnotatedQuote(
    ImmutableArray<TextSpan> Spans, ImmutableArray<TextSpan> Quoted, ImmutableArray<TextSpan> Source, string? Name,
    string? Addressee = null, string? Medium = null, string? Venue = null, DateOnly? Said = null, string? Clean = null);

/// <summary>A text whose quotations and attributions were annotated by hand.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Half">"dev" or "test"; null if it belongs to neither.</param>
/// <param name="Article">The text.</param>
/// <param name="Quotes">In text order.</param>
/// <param name="Marked">What stands in double quotation marks, where findings are to be cut to that; null to go by their kind.</param>
public sealed record QuoteCase(string Id, string? Half, Article Article, ImmutableArray<AnnotatedQuote> Quotes, ImmutableArray<TextSpan>? Marked)
{
    /// <summary>Reads a line of JSON with id and quotes ("spans", "quoted", "source"), offsets in code points.</summary>
    /// <param name="json">The line.</param>
    /// <param name="textOf">The text of a document by its id, or null.</param>
    /// <param name="file">For messages.</param>
    /// <param name="line">For messages.</param>
    /// <exception cref="FormatException">It is not in that format, or the text is missing.</exception>
    public static QuoteCase ReadJson(string json, Func<string, string?> textOf, string file, int line)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var id = root.GetProperty("id").GetString()!;
            var text = textOf(id) ?? throw new FormatException($"there is no text for {id}");
            var units = CodePoints.Positions(text);
            return new QuoteCase(id, null, Written(id, file, null, text), [.. root.GetProperty("quotes").EnumerateArray().Select(q => Quote(q, units, text))], Regions(text));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"{file}:{line}: {e.Message}", e);
        }
    }

    private static AnnotatedQuote Quote(JsonElement q, int[] units, string text)
    {
        var source = q.TryGetProperty("source", out var s) && s.ValueKind == JsonValueKind.Object ? s : (JsonElement?)null;
        var spans = source is { } named ? Spans(named, "spans", units) : [];
        var words = source?.TryGetProperty("text", out var t) == true ? t.GetString() : spans.IsEmpty ? null : spans[0].Of(text);
        return new AnnotatedQuote(Spans(q, "spans", units), Spans(q, "quoted", units), spans, words);
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement element, string field, int[] units) =>
        element.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()]))] : [];

    /// <summary>Reads a text with inline marks; the format is described in tests/corpus/quotes/README.md.</summary>
    /// <exception cref="FormatException">It is not in that format.</exception>
    public static QuoteCase ReadMarked(string content, string file)
    {
        var marked = MarkedText.Parse(file, content);
        var id = Path.GetFileNameWithoutExtension(file);
        var half = id.StartsWith("dev-", StringComparison.Ordinal) ? "dev" : id.StartsWith("test-", StringComparison.Ordinal) ? "test" : null;
        var sources = marked.Marks.Where(m => m.Name == "source").SelectMany(m => (m["of"] ?? "").Split(' ').Select(of => (of, m.Span))).ToLookup(s => s.of, s => s.Span);
        return new QuoteCase(id, half, Written(id, file, marked.Header.GetValueOrDefault("dct"), marked.Text),
            [.. marked.Marks.Where(m => m.Name == "quote").GroupBy(m => m["id"] ?? "").Select(g => Quote([.. g], [.. sources[g.Key]]))], null);
    }

    private static AnnotatedQuote Quote(List<Mark> pieces, ImmutableArray<TextSpan> source)
    {
        ImmutableArray<TextSpan> spans = [.. pieces.Select(p => p.Span)];
        var first = pieces[0];
        return new AnnotatedQuote(spans, first["kind"] == "indirect" ? [] : spans, source, first["speaker"], first["addressee"], first["medium"], first["venue"],
            first["said"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, pieces is [var only] ? only["clean"] : null);
    }

    private static Article Written(string id, string file, string? dct, string text)
    {
        var day = dct is null ? PublicationDate.Unknown
            : DateOnly.TryParseExact(dct, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written) ? new PublicationDate(written, DateBasis.Metadata)
            : throw new FormatException($"{file}: the day of writing (dct) is no day: {dct}");
        return new Article(new ArticleId(id), file, id, null, null, null, [], "en", day, text, []);
    }

    /// <summary>What stands in double quotation marks, paragraph by paragraph; a mark that nothing closes runs to the paragraph's end.</summary>
    private static ImmutableArray<TextSpan> Regions(string text)
    {
        var regions = ImmutableArray.CreateBuilder<TextSpan>();
        int? open = null;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n')
            {
                if (open is { } left && left < i) regions.Add(new TextSpan(left, i));
                open = null;
            }
            else if (open is null && c is '“' or '"') open = i + 1;
            else if (open is { } start && c is '”' or '"')
            {
                regions.Add(new TextSpan(start, i));
                open = null;
            }
        }
        return regions.ToImmutable();
    }
}
