using System.Text.Json;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Exports;

/// <summary>Our own record, one event a line, each with its article and its actors in full.</summary>
internal static class JsonlExport
{
    public static ExportFormat Create(CodeBook book, ExportSettings settings) => new("jsonl", book, settings, _ => true, ExportTable.OfJson("events.jsonl", (json, e) => Write(json, e, book)));

    private static void Write(Utf8JsonWriter json, ExportedEvent e, CodeBook book)
    {
        var o = e.Observation;
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        JsonParts.WriteArticle(json, e.Article);
        json.WriteString("cameo", o.Cameo);
        json.WriteString("cameo_name", book.Codes[o.Cameo].Name);
        json.WriteString("plover", o.Plover);
        json.WriteString("mode", o.Mode);
        JsonParts.WriteList(json, "contexts", o.Contexts, json.WriteStringValue);
        json.WriteNumber("goldstein", book.Scales.Goldstein(o.Cameo));
        json.WriteNumber("quad_class", book.Scales.QuadClass(o.Cameo));
        json.WriteString("status", o.Status.Word());
        json.WriteBoolean("historical", o.Historical);
        JsonParts.WriteList(json, "sources", e.Sources, a => WriteActor(json, a, e));
        JsonParts.WriteList(json, "targets", e.Targets, a => WriteActor(json, a, e));
        WriteDate(json, e);
        WriteAttribution(json, e);
        WritePlace(json, o.Location);
        WriteWords(json, "sentence", o.Sentence, e, e.SentenceNumber);
        JsonParts.WriteList(json, "trigger", o.Trigger, t => WriteWords(json, null, t, e, null));
        json.WriteString("coder", o.Coder);
        json.WriteNumber("confidence", Math.Round(o.Confidence, 4));
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, ExportedActor actor, ExportedEvent e)
    {
        json.WriteStartObject();
        json.WriteString("name", actor.Actor.Name);
        json.WriteString("kind", actor.Actor.Kind.Word());
        json.WriteString("code", actor.Actor.Code);
        json.WriteString("country", actor.Actor.Country);
        json.WriteString("sector", actor.Actor.Sector);
        json.WriteString("role", actor.Actor.Role);
        json.WriteString("words", e.Words(actor.Mention));
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, ExportedEvent e)
    {
        if (e.Observation.Date is not { } date)
        {
            json.WriteNull("date");
            return;
        }
        json.WriteStartObject("date");
        json.WriteString("start", Cells.Iso(date.Start));
        json.WriteString("end", Cells.Iso(date.End));
        json.WriteString("precision", date.Precision.Word);
        if (date.Precision.TimePrecision is { } time) json.WriteNumber("time_precision", time);
        else json.WriteNull("time_precision");
        json.WriteNumber("date_prec", date.Precision.DatePrec);
        json.WriteString("basis", date.Basis.Word());
        json.WriteString("words", e.Words(date.Text));
        json.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter json, ExportedEvent e) => JsonParts.WriteList(json, "attribution", e.Attribution, a =>
    {
        json.WriteStartObject();
        json.WriteString("name", a.Voice.Name);
        json.WriteString("kind", a.Voice.Kind.Word());
        json.WriteString("code", a.Actor?.Code);
        json.WriteEndObject();
    });

    private static void WritePlace(Utf8JsonWriter json, Location? place)
    {
        if (place is null)
        {
            json.WriteNull("location");
            return;
        }
        json.WriteStartObject("location");
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string? name, TextSpan span, ExportedEvent e, int? number)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        var (start, end) = e.Points.Of(span);
        if (number is { } n) json.WriteNumber("number", n);
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
        json.WriteString("words", e.Words(span));
        json.WriteEndObject();
    }
}
