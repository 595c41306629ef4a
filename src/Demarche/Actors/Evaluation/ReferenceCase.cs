using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Actors.Evaluation;

/// <summary>An annotated expression that refers to actors.</summary>
/// <param name="Span">Its characters in the text of the case.</param>
/// <param name="Words">The same as words.</param>
/// <param name="Kind">"pronoun", "possessive", "description" …: the figures are told apart by it.</param>
/// <param name="Accepted">The right answers, the best first; each is the set of actors meant, empty for nobody.</param>
public sealed record AnnotatedReference(TextSpan Span, string Words, string Kind, ImmutableArray<ImmutableArray<string>> Accepted);

/// <summary>A report whose references have been annotated by hand: one file of tests/corpus/coref.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Half">"dev" or "test".</param>
/// <param name="Article">The report, as an article with its day.</param>
/// <param name="Anchors">For each actor, by name, words of the text that name him, at their first occurrence; null if the text does not.</param>
/// <param name="References">In text order.</param>
public sealed record ReferenceCase(
    string Id,
    string Half,
    Article Article,
    ImmutableSortedDictionary<string, TextSpan?> Anchors,
    ImmutableArray<AnnotatedReference> References)
{
    /// <summary>Reads a case from JSON; the format is described in tests/corpus/coref/README.md.</summary>
    /// <exception cref="DataException">It is not in that format, or words that it quotes are not in its text.</exception>
    public static ReferenceCase Read(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, file);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataException(file, 0, e.Message);
        }
    }

    private static ReferenceCase Read(JsonElement root, string file)
    {
        var id = Text(root, "id");
        var text = string.Join("\n\n", root.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()));
        var day = DateOnly.ParseExact(Text(root, "published"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var article = new Article(new ArticleId(id), file, id, null, null, null, [], "en", new PublicationDate(day, DateBasis.Metadata), text, []);
        var anchors = ImmutableSortedDictionary.CreateBuilder<string, TextSpan?>(StringComparer.Ordinal);
        foreach (var actor in root.GetProperty("actors").EnumerateArray())
        {
            var name = Text(actor, "name");
            var quoted = actor.TryGetProperty("as", out var words);
            var span = Find(text, quoted ? words.GetString()! : name, 1);
            if (span is null && quoted) throw new DataException(file, 0, $"the text has no \"{words.GetString()}\"");
            if (!anchors.TryAdd(name, span)) throw new DataException(file, 0, $"the actor \"{name}\" is listed twice");
        }
        var references = root.GetProperty("references").EnumerateArray().Select(r => Reference(r, text, anchors, file)).OrderBy(r => r.Span);
        return new ReferenceCase(id, Text(root, "half"), article, anchors.ToImmutable(), [.. references]);
    }

    private static AnnotatedReference Reference(JsonElement r, string text, ImmutableSortedDictionary<string, TextSpan?>.Builder actors, string file)
    {
        var words = Text(r, "words");
        var occurrence = r.GetProperty("occurrence").GetInt32();
        if (Find(text, words, occurrence) is not { } span) throw new DataException(file, 0, $"the text has no \"{words}\" number {occurrence}");
        var accepted = new List<ImmutableArray<string>> { Names(r.GetProperty("is")) };
        if (r.TryGetProperty("also", out var also)) accepted.AddRange(also.EnumerateArray().Select(Names));
        foreach (var name in accepted.SelectMany(a => a))
            if (!actors.ContainsKey(name)) throw new DataException(file, 0, $"\"{words}\" number {occurrence}: \"{name}\" is not among the actors");
        return new AnnotatedReference(span, words, Text(r, "kind"), [.. accepted]);
    }

    private static ImmutableArray<string> Names(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetString()!)];

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString() ?? throw new FormatException($"\"{field}\" is null");

    /// <summary>The n-th place, counted from 1, where the words stand as whole words; null if there are fewer.</summary>
    private static TextSpan? Find(string text, string words, int occurrence)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))) continue;
            if (--occurrence == 0) return new TextSpan(at, end);
        }
        return null;
    }
}
