using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>The article of a page's JSON-LD (schema.org): the first object whose type is an article's.</summary>
internal sealed record LinkedData(
    string? Headline, string? DatePublished, string? DateModified, ImmutableArray<string> Authors, string? Publisher, string? Url)
{
    private const int MostObjects = 2000;
    private static readonly LinkedData None = new(null, null, null, [], null, null);
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the scripts; broken ones are passed over, as browsers do.</summary>
    public static LinkedData Of(IEnumerable<string> scripts)
    {
        LinkedData? page = null;
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(Unbroken(script), Lenient);
                foreach (var item in Objects(json.RootElement))
                {
                    if (IsA(item, "Article", "BlogPosting", "Report", "LiveBlogPosting")) return Article(item);
                    if (page is null && IsA(item, "WebPage")) page = Article(item);
                }
            }
            catch (JsonException)
            {
                continue;   // somebody else's typing error; the meta elements say the same
            }
            catch (InvalidOperationException)
            {
                continue;   // half of a surrogate pair in a string
            }
        }
        // A page's own headline is the site's as often as the article's.
        return page is null ? None : page with { Headline = null };
    }

    /// <summary>A person's name, without "By" before it; null if it is an address or no name.</summary>
    public static string? AuthorName(string? value)
    {
        if (value is null) return null;
        var name = TidyText.Line(value);
        if (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) name = name[3..].TrimStart();
        return name.Length is < 2 or > 100 || name.Contains("://", StringComparison.Ordinal) || name.StartsWith('@') || !name.Any(char.IsLetter) ? null : name;
    }

    /// <summary>Line breaks within strings are against JSON and common.</summary>
    private static string Unbroken(string script) => script.Trim().Trim(';').ReplaceLineEndings(" ").Replace('\t', ' ');

    /// <summary>All objects that may be the page's own: at the top, in lists, in @graph and mainEntity.</summary>
    private static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var open = new Queue<JsonElement>([root]);
        for (var n = 0; n < MostObjects && open.TryDequeue(out var e); n++)
        {
            if (e.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in e.EnumerateArray()) open.Enqueue(item);
            }
            if (e.ValueKind != JsonValueKind.Object) continue;
            yield return e;
            foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (e.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object) open.Enqueue(inner);
            }
        }
    }

    private static bool IsA(JsonElement item, params ReadOnlySpan<string> endings)
    {
        if (!item.TryGetProperty("@type", out var type)) return false;
        foreach (var ending in endings)
        {
            if (type.ValueKind == JsonValueKind.String && type.GetString()!.EndsWith(ending, StringComparison.Ordinal)) return true;
            if (type.ValueKind != JsonValueKind.Array) continue;
            foreach (var one in type.EnumerateArray())
            {
                if (one.ValueKind == JsonValueKind.String && one.GetString()!.EndsWith(ending, StringComparison.Ordinal)) return true;
            }
        }
        return false;
    }

    private static LinkedData Article(JsonElement item) => new(
        Name(item, "headline"), Name(item, "datePublished") ?? Name(item, "dateCreated"), Name(item, "dateModified"),
        [.. Names(item, "author").Select(AuthorName).OfType<string>().Distinct(StringComparer.Ordinal)],
        Names(item, "publisher").FirstOrDefault(), Name(item, "url"));

    private static string? Name(JsonElement item, string field) => Names(item, field).FirstOrDefault();

    /// <summary>The strings of a field, or the names of the objects in it.</summary>
    private static IEnumerable<string> Names(JsonElement item, string field)
    {
        if (!item.TryGetProperty(field, out var value)) yield break;
        var list = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        foreach (var e in list)
        {
            var one = e.ValueKind == JsonValueKind.Object && e.TryGetProperty("name", out var name) ? name : e;
            if (one.ValueKind == JsonValueKind.String && TidyText.Line(System.Net.WebUtility.HtmlDecode(one.GetString()!)) is { Length: > 0 } text) yield return text;
        }
    }
}
