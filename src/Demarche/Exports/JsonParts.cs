using System.Text.Json;
using Demarche.Articles;
using Demarche.Coding;

namespace Demarche.Exports;

/// <summary>What the JSON exports have in common.</summary>
internal static class JsonParts
{
    /// <summary>Where the event was read: the article's fields, without its text.</summary>
    public static void WriteArticle(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("article");
        json.WriteString("id", article.Id.Value);
        json.WriteString("source", article.Source);
        json.WriteString("input_id", article.InputId);
        json.WriteString("url", article.Url);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("title", article.Title);
        json.WriteString("language", article.Language);
        json.WriteStartObject("published");
        json.WriteString("date", Cells.Iso(article.Published.Date));
        json.WriteString("basis", article.Published.Basis.Word());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
