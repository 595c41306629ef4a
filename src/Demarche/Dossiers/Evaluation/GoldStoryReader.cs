using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>Turns the JSON of annotations into records; places become UTF-16.</summary>
internal sealed class GoldStoryReader(JsonElement root, Func<string, string> text)
{
    private readonly Dictionary<string, int[]> _positions = new(StringComparer.Ordinal);

    public GoldStory Read()
    {
        var articles = root.GetProperty("articles").EnumerateObject().Select(a => Article(a.Name, a.Value)).ToImmutableArray();
        var story = root.GetProperty("story");
        return new GoldStory(
            articles,
            [.. Each(story, "stories").Select(s => Strings(s, "articles"))],
            [.. Each(story, "events").Select(e => new GoldWorldEvent(
                e.GetProperty("id").GetString()!,
                [.. Each(e, "reports").Select(r => (r.GetProperty("article").GetString()!, r.GetProperty("event").GetInt32()))], Strings(e, "may_merge")))],
            [.. Each(story, "contacts").Select(c => new GoldDealing([.. Each(c, "participants").Select(Names)], [], Dates(c), IsCore(c)))],
            [.. Each(story, "mediation").SelectMany(m => Each(m, "steps")).Select(s => new GoldDealing(
                [Names(s.GetProperty("by"))], Names(s.GetProperty("kind")), Dates(s), IsCore(s)))],
            [.. Each(story, "discrepancies").Select(Difference)]);
    }

    private GoldArticle Article(string name, JsonElement article)
    {
        var words = text(name);
        _positions[name] = CodePoints.Positions(words);
        return new GoldArticle(name, words, [.. Each(article, "events").Select(e => new GoldEvent(
            Span(name, e.GetProperty("sentence")), Strings(e, "cameo"), Strings(e, "plover"), Actors(e, "sources"), Actors(e, "targets"),
            Flag(e, "symmetric"), Dates(e), Strings(e, "status"), IsCore(e)))]);
    }

    private GoldDifference Difference(JsonElement d) => new(
        Names(d.GetProperty("field")), d.TryGetProperty("about", out var about) ? about.GetString() ?? "" : "",
        [.. Each(d, "values").Select(v => Each(v, "reports")
            .Select(r => (r.GetProperty("article").GetString()!, Span(r.GetProperty("article").GetString()!, r.GetProperty("span")))).ToImmutableArray())],
        IsCore(d));

    private TextSpan Span(string article, JsonElement span)
    {
        var at = _positions[article];
        return new TextSpan(at[span[0].GetInt32()], at[span[1].GetInt32()]);
    }

    private static ImmutableArray<GoldActor> Actors(JsonElement e, string side) =>
        [.. Each(e, side).Select(a => new GoldActor(
            [a.GetProperty("name").GetString()!, .. Strings(a, "aka")], String(a, "kind") == "person", String(a, "country"), Flag(a, "implied")))];

    private static ImmutableArray<Days?> Dates(JsonElement e) =>
        [Day(e.TryGetProperty("date", out var date) ? date : default), .. Each(e, "date_also").Select(Day)];

    private static Days? Day(JsonElement date)
    {
        if (date.ValueKind == JsonValueKind.String) return new Days(Iso(date.GetString()!), Iso(date.GetString()!));
        if (date.ValueKind != JsonValueKind.Object) return null;
        var (start, end) = (String(date, "start"), String(date, "end"));
        return start is null && end is null ? null : new Days(Iso(start ?? end!), Iso(end ?? start!));
    }

    private static DateOnly Iso(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsCore(JsonElement e) => !e.TryGetProperty("core", out var core) || core.ValueKind != JsonValueKind.False;

    private static bool Flag(JsonElement e, string name) => e.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static string? String(JsonElement e, string name) => e.TryGetProperty(name, out var s) && s.ValueKind == JsonValueKind.String ? s.GetString() : null;

    /// <summary>A string, or a list of those that are right.</summary>
    private static ImmutableArray<string> Names(JsonElement e) =>
        e.ValueKind == JsonValueKind.Array ? [.. e.EnumerateArray().Select(x => x.GetString()!)] : [e.GetString()!];

    private static ImmutableArray<string> Strings(JsonElement e, string name) => [.. Each(e, name).Select(x => x.GetString()!)];

    private static JsonElement.ArrayEnumerator Each(JsonElement e, string name) =>
        e.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}
