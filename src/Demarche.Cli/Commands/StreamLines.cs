using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Cli.Commands;

/// <summary>An article of a stream, as little of it as grouping needs.</summary>
/// <param name="Id">Field <c>id</c>, or the number of its line.</param>
/// <param name="Title">Field <c>title</c>, or null.</param>
/// <param name="Text">Field <c>text</c>.</param>
/// <param name="Day">Field <c>date</c> or <c>published</c>, or null.</param>
internal sealed record StreamArticle(string Id, string? Title, string Text, DateOnly? Day);

/// <summary>Reads JSON lines that need not fit into memory together.</summary>
internal static class StreamLines
{
    /// <summary>The lines of a file, or of standard input for "-", that are not empty, with their numbers.</summary>
    public static IEnumerable<(int Number, string Line)> Of(string path)
    {
        using var reader = path == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(path, Encoding.UTF8);
        for (var n = 1; reader.ReadLine() is { } line; n++)
            if (line.Length > 0) yield return (n, line);
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="FormatException">It is not an article; the message says why.</exception>
    public static StreamArticle Article(int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            if (article.ValueKind != JsonValueKind.Object) throw new FormatException("an object with the field text is needed");
            return new StreamArticle(
                Field(article, "id") ?? number.ToString(CultureInfo.InvariantCulture), Field(article, "title"),
                Field(article, "text") ?? throw new FormatException("the field text is missing"), Day(Field(article, "date") ?? Field(article, "published")));
        }
        catch (JsonException e)
        {
            throw new FormatException("it is not JSON: " + e.Message, e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("a string holds half a character", e);
        }
    }

    /// <summary>A field that is a string, or of an id a number; null if it is absent or null.</summary>
    public static string? Field(JsonElement article, string name) => !article.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when name == "id" => value.GetRawText(),
        _ => throw new FormatException($"the field {name} must be a string"),
    };

    private static DateOnly? Day(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new FormatException("a date must begin with YYYY-MM-DD");
    }
}
