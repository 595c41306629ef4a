using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Server.Feeds;

/// <summary>The fields of one JSON object that is an article: <c>text</c> or <c>html</c>, and what is known about it.</summary>
internal sealed record JsonArticle(
    string? Id, string? Url, string? Outlet, string? Title, ImmutableArray<string> Authors, string? Language,
    string? Published, string? Text, string? Html)
{
    /// <summary>Reads one object.</summary>
    /// <exception cref="RefusedException">A field is missing or of the wrong kind.</exception>
    public static JsonArticle Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new RefusedException(Errors.BadField, $"an object with the field text or html is needed here, not {Kind(element)}");
        var text = Field(element, "text");
        var html = Field(element, "html");
        if (text is null && html is null)
            throw new RefusedException(Errors.BadField, "the object has neither the field text nor the field html");
        return new(Field(element, "id"), Field(element, "url"), Field(element, "outlet"), Field(element, "title"), AuthorsOf(element),
            Field(element, "language"), Field(element, "published") ?? Field(element, "dct"), text, html);
    }

    private static string? Field(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => Str(value),
            JsonValueKind.Number when name == "id" => value.GetRawText(),
            _ => throw new RefusedException(Errors.BadField, $"the field {name} must be a string, not {Kind(value)}"),
        };

    private static ImmutableArray<string> AuthorsOf(JsonElement element)
    {
        if (!element.TryGetProperty("authors", out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.String => Str(value) is { Length: > 0 } one ? [one] : [],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(AuthorOf).OfType<string>()],
            _ => throw new RefusedException(Errors.BadField, $"the field authors must be a string or a list, not {Kind(value)}"),
        };
    }

    private static string? AuthorOf(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.String => Str(author),
        JsonValueKind.Object when author.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => Str(name),
        _ => null,
    };

    private static string Kind(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        _ => e.GetRawText(),
    };

    private static string Str(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescaped(value.GetRawText().AsSpan()[1..^1]);   // half of a surrogate pair, which JSON may hold and .NET refuses
        }
    }

    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            switch (raw[i])
            {
                case 'u':
                    text.Append((char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 'r': text.Append('\r'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                default: text.Append(raw[i]); break;
            }
        }
        return text.ToString();
    }
}
