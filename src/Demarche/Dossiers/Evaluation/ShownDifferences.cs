using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>A disagreement that the dossier shows.</summary>
/// <param name="Field">In what.</param>
/// <param name="Values">For each account the places that give it; without a span the whole article.</param>
internal sealed record ShownDifference(string Field, ImmutableArray<ImmutableArray<(string Article, TextSpan? Span)>> Values);

/// <summary>Every disagreement that a printed dossier shows: of events, quotations in several wordings, positions that change, figures that differ.</summary>
internal sealed class ShownDifferences(JsonElement dossier, Dictionary<string, PrintedRecord> records, Dictionary<string, string> nameOf)
{
    private const string Edge = "\"'“”„‟«»‘’‚‛‹›,.;:!?…-–—() ";

    public List<ShownDifference> All() => [.. Each(dossier, "stories").SelectMany(Of).Where(d => d.Values.Length > 1)];

    private IEnumerable<ShownDifference> Of(JsonElement story)
    {
        foreach (var e in Each(story, "events"))
            foreach (var d in Each(e, "discrepancies"))
                yield return new ShownDifference(d.GetProperty("field").GetString()!, [.. Each(d, "values").Select(v => Places(Each(v, "reports")))]);
        foreach (var q in Each(story, "quotes"))
            yield return Grouped("wording", Each(q, "variants").SelectMany(Wording));
        var events = Each(story, "events").ToDictionary(e => e.GetProperty("id").GetString()!, e => Places(Each(e, "reports")), StringComparer.Ordinal);
        foreach (var p in Each(story, "positions"))
            yield return Grouped("status", Each(p, "entries").SelectMany(t => Each(t, "events").SelectMany(e => events.GetValueOrDefault(e.GetString()!, [])).Select(x => (t.GetProperty("stance").GetString()!, x))));
        foreach (var f in Each(story, "figures"))
            yield return Grouped("value", Each(f, "entries").SelectMany(t => Places(Each(t, "reports")).Select(x => (t.GetProperty("value").ToString(), x))));
    }

    private IEnumerable<(string, (string, TextSpan?))> Wording(JsonElement variant)
    {
        if (!nameOf.TryGetValue(variant.GetProperty("article").GetString()!, out var name)) yield break;
        var span = records[name].Span(variant.GetProperty("span"));
        yield return (TextAlignment.Fold(records[name].Text[span.Start..span.End]).Text.Trim(Edge.ToCharArray()), (name, span));
    }

    private static ShownDifference Grouped(string field, IEnumerable<(string Value, (string, TextSpan?) Place)> values) =>
        new(field, [.. values.GroupBy(v => v.Value, StringComparer.Ordinal).Select(g => g.Select(v => v.Place).ToImmutableArray())]);

    private ImmutableArray<(string Article, TextSpan? Span)> Places(IEnumerable<JsonElement> reports)
    {
        var places = ImmutableArray.CreateBuilder<(string, TextSpan?)>();
        foreach (var r in reports)
        {
            if (!nameOf.TryGetValue(r.GetProperty("article").GetString()!, out var name)) continue;
            var record = records[name];
            TextSpan? at = r.TryGetProperty("span", out var span) && span.ValueKind == JsonValueKind.Array ? record.Span(span)
                : r.TryGetProperty("event", out var e) ? record.Events.FirstOrDefault(x => x.Id == e.GetString())?.Sentence : null;
            places.Add((name, at));
        }
        return places.ToImmutable();
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement e, string name) => e.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;
}
