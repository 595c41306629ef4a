using System.Text.Json;
using Demarche.Coding;

namespace Demarche.Exports;

/// <summary>One event a line, with the fields of the PLOVER gold standard records (2016) and the types of PLOVER 2021.</summary>
internal static class PloverExport
{
    public static ExportFormat Create(CodeBook book, ExportSettings settings) => new("plover", book, settings, _ => true, ExportTable.OfJson("events.jsonl", (json, e) => Write(json, e, book)));

    private static void Write(Utf8JsonWriter json, ExportedEvent e, CodeBook book)
    {
        var o = e.Observation;
        var day = Cells.Day(o.Date);
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("date", Cells.Iso(day));
        json.WriteString("date_start", Cells.Iso(o.Date?.Start));
        json.WriteString("date_end", Cells.Iso(o.Date?.End));
        json.WriteString("text", e.Sentence);
        json.WriteString("event", o.Plover);
        json.WriteString("mode", o.Mode);
        JsonParts.WriteList(json, "contexts", o.Contexts, json.WriteStringValue);
        json.WriteString("cameo", o.Cameo);
        json.WriteString("status", o.Status.Word());
        json.WriteBoolean("historical", o.Historical);
        JsonParts.WriteList(json, "sources", e.Sources, a => WriteActor(json, a, e));
        JsonParts.WriteList(json, "targets", e.Targets, a => WriteActor(json, a, e));
        json.WriteBoolean("compound", e.Sources.Length > 1 || e.Targets.Length > 1);
        json.WriteBoolean("reciprocal", book.Codes[o.Cameo].Symmetric && e.Targets.IsEmpty && e.Sources.Length > 1);
        json.WriteString("event_text", string.Join(' ', o.Trigger.Select(t => e.Words(t))));
        json.WriteString("comment", "");
        JsonParts.WriteArticle(json, e.Article);
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, ExportedActor actor, ExportedEvent e)
    {
        json.WriteStartObject();
        json.WriteString("text", e.Words(actor.Mention));
        json.WriteString("name", actor.Actor.Name);
        json.WriteString("code", actor.Actor.Country);
        json.WriteString("sector", actor.Actor.Sector);
        json.WriteEndObject();
    }
}
