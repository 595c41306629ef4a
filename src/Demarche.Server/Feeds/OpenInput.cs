using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>One opened input: finds out what it is and makes articles of it.</summary>
internal sealed class OpenInput(ArticleCleaner cleaner, InputFile file, Stream stream, ReadOptions options)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>All articles of the input, or the refusals in their places.</summary>
    public IEnumerable<ReadResult> Read() => file.Kind == InputKind.JsonLines ? ReadLines() : ReadWhole();

    private IEnumerable<ReadResult> ReadWhole()
    {
        byte[] bytes;
        InputKind kind;
        string text;
        try
        {
            bytes = InputStreams.ReadAll(stream, options.MaxFileBytes);
            if (bytes.Length == 0) throw new RefusedException(Errors.Empty, "the file is empty");
            if (file.Kind == InputKind.Text) CheckLength(bytes.Length / 4);
            text = Decode(bytes, file.Kind is InputKind.Html or InputKind.Unknown);
            kind = file.Kind == InputKind.Unknown ? Sniff(text) : file.Kind;
        }
        catch (RefusedException e)
        {
            return [ReadResult.Of(e.Of(file.Path))];
        }
        return kind switch
        {
            InputKind.Json => ReadJson(text),
            InputKind.JsonLines => ReadJsonLines(text),
            InputKind.Html => [One(() => Page(text, file.Path, null))],
            _ => [One(() => Plain(text, new() { Source = file.Path, Kind = PageKind.Text, Blocks = [] }))],
        };
    }

    private IEnumerable<ReadResult> ReadLines()
    {
        using var lines = NumberedLines().GetEnumerator();
        var any = false;
        while (true)
        {
            Refusal? refusal = null;
            try
            {
                if (!lines.MoveNext()) break;
            }
            catch (RefusedException e)
            {
                refusal = e.Of(file.Path);
            }
            if (refusal is not null)
            {
                yield return ReadResult.Of(refusal);
                yield break;
            }
            var (number, bytes) = lines.Current;
            if (bytes is not null && bytes.AsSpan().Trim(" \t\r"u8).IsEmpty) continue;
            any = true;
            yield return OneLine(number, () => bytes is null
                ? throw new RefusedException(Errors.FileTooLarge, InputStreams.TooLong("the line", options.MaxFileBytes))
                : Decode(bytes, false));
        }
        if (!any) yield return ReadResult.Of(new Refusal(file.Path, "", "the file is empty", Errors.Empty));
    }

    private IEnumerable<(int Number, byte[]? Line)> NumberedLines()
    {
        var start = new byte[4096];
        var n = InputStreams.Guarded(() => stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        Stream whole = new JoinedStream(start.AsMemory(0, n), stream);
        if (TextDecoder.WideEncoding(start.AsSpan(0, n)) is { } wide) whole = Encoding.CreateTranscodingStream(whole, wide, Encoding.UTF8);
        foreach (var line in InputStreams.ReadLines(whole, options.MaxFileBytes)) yield return line;
    }

    private IEnumerable<ReadResult> ReadJsonLines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return OneLine(number, () => line);
        }
    }

    private ReadResult OneLine(int number, Func<string> line)
    {
        var place = "line " + number.ToString(CultureInfo.InvariantCulture);
        try
        {
            using var json = Parse(line().Trim('\uFEFF', ' ', '\t', '\r'), number);
            return ReadResult.Of(Article(JsonArticle.Of(json.RootElement), number));
        }
        catch (RefusedException e)
        {
            return ReadResult.Of(e.Of(file.Path, e.Place.Length > 0 && e.Code == Errors.BadJson ? e.Place : place));
        }
    }

    private IEnumerable<ReadResult> ReadJson(string text)
    {
        JsonDocument json;
        try
        {
            json = Parse(text, 1);
        }
        catch (RefusedException e)
        {
            // Several objects, one a line, under the name of a single one.
            return IsJsonLines(text) ? ReadJsonLines(text) : [ReadResult.Of(e.Of(file.Path))];
        }
        return ReadDocument(json);
    }

    private IEnumerable<ReadResult> ReadDocument(JsonDocument json)
    {
        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Array)
            {
                yield return One(() => Article(JsonArticle.Of(json.RootElement), 0));
                yield break;
            }
            if (json.RootElement.GetArrayLength() == 0)
                yield return ReadResult.Of(new Refusal(file.Path, "", "the list is empty", Errors.Empty));
            var number = 0;
            foreach (var element in json.RootElement.EnumerateArray())
            {
                number++;
                yield return One(() => Article(JsonArticle.Of(element), number), $"entry {number.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    private ReadResult One(Func<Article> read, string place = "")
    {
        try
        {
            return ReadResult.Of(read());
        }
        catch (RefusedException e)
        {
            return ReadResult.Of(e.Of(file.Path, place));
        }
    }

    /// <param name="json">The fields.</param>
    /// <param name="number">Line or entry within the file; 0 if it is the whole file.</param>
    private Article Article(JsonArticle json, int number)
    {
        var source = number == 0 ? file.Path : $"{file.Path}#{json.Id ?? number.ToString(CultureInfo.InvariantCulture)}";
        if (json.Text is null) return Page(json.Html!, source, json);
        return Plain(json.Text, new()
        {
            Source = source,
            Kind = PageKind.Text,
            Blocks = [],
            InputId = json.Id,
            Url = json.Url,
            Outlet = json.Outlet,
            Title = json.Title,
            Authors = json.Authors,
            Language = json.Language,
            Published = Published(json.Published),
        });
    }

    private Article Plain(string text, RawPage page)
    {
        CheckLength(text.Length);
        if (string.IsNullOrWhiteSpace(text)) throw new RefusedException(Errors.Empty, "there is no text in it");
        if (BinaryContent.HasControls(text)) throw new RefusedException(Errors.Binary, "binary data (control characters), not text");
        if (options.AsIs) return cleaner.TakeAsIs(Dated(page), text);
        return Reported(cleaner.Clean(Dated(page) with { Blocks = [.. TidyText.Lines(text).Select(l => new RawBlock(l))] }));
    }

    /// <summary>What the fields of a JSON input say goes before what the page says.</summary>
    private Article Page(string html, string source, JsonArticle? json)
    {
        if (string.IsNullOrWhiteSpace(html)) throw new RefusedException(Errors.Empty, "there is no page in it");
        if (BinaryContent.HasControls(html)) throw new RefusedException(Errors.Binary, "binary data (control characters), not a page");
        var page = PageReader.Read(html, source, options);
        if (json is not null)
        {
            page = page with
            {
                InputId = json.Id,
                Url = json.Url ?? page.Url,
                Outlet = json.Outlet ?? page.Outlet,
                Title = json.Title ?? page.Title,
                Authors = json.Authors.Length > 0 ? json.Authors : page.Authors,
                Language = json.Language ?? page.Language,
                Published = Published(json.Published) is { Date: not null } given ? given : page.Published,
            };
        }
        var article = Reported(cleaner.Clean(Dated(page)));
        CheckLength(article.Text.Length);
        return article;
    }

    /// <summary>An article without text is none.</summary>
    private static Article Reported(Article article) => article.Text.Length > 0
        ? article
        : throw new RefusedException(Errors.OnlyFurniture, "there is no report in it, only navigation, captions and the like");

    private RawPage Dated(RawPage page) =>
        page.Published.Date is null && PublicationDates.InUrl(page.Url) is null && options.Published is { } day
            ? page with { Published = new(day, DateBasis.Metadata, "--published") }
            : page;

    private static PublicationDate Published(string? value) =>
        PublicationDates.Parse(value) is { } day ? new(day, DateBasis.Metadata, value!.Trim()) { Instant = PublicationDates.Moment(value) } : PublicationDate.Unknown;

    private void CheckLength(long length)
    {
        if (length > options.MaxTextLength)
            throw new RefusedException(Errors.TextTooLong, string.Create(CultureInfo.InvariantCulture,
                $"the text has more than {options.MaxTextLength} characters, too many for one article; split it"));
    }

    private static string Decode(byte[] bytes, bool markup)
    {
        if (BinaryContent.Name(bytes) is { } name) throw new RefusedException(Errors.Binary, $"this is {name}, not text");
        if (TextDecoder.TryDecode(bytes, markup, out var text, out var fault)) return text;
        throw new RefusedException(Errors.BadEncoding, fault!.Value.Reason, fault.Value.Place);
    }

    private static InputKind Sniff(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        if (start.StartsWith("{") || start.StartsWith("[{")) return IsJsonLines(text) ? InputKind.JsonLines : InputKind.Json;
        return start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.Contains("<body", StringComparison.OrdinalIgnoreCase)
                ? InputKind.Html
                : InputKind.Text;
    }

    /// <summary>True if the first line is an object by itself and more follows.</summary>
    private static bool IsJsonLines(string text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || trimmed.AsSpan(end).IsWhiteSpace()) return false;
        try
        {
            using var first = JsonDocument.Parse(trimmed.AsMemory(0, end));
            return first.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonDocument Parse(string text, int firstLine)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException e)
        {
            var line = firstLine + (e.LineNumber ?? 0);
            throw new RefusedException(Errors.BadJson, "this is not valid JSON", string.Create(CultureInfo.InvariantCulture,
                $"line {line}, byte {(e.BytePositionInLine ?? 0) + 1}"));
        }
        catch (ArgumentException)
        {
            throw new RefusedException(Errors.BadJson, "this is not valid JSON: it holds half of a character");
        }
    }
}
