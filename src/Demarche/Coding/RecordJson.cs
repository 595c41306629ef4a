using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Figures;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>Writes one coded article as the public record: one JSON object, spans in Unicode code points, words in snake_case.</summary>
public static class RecordJson
{
    /// <summary>How the record is written: one line, characters beyond ASCII as themselves.</summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same, over many lines.</summary>
    public static JsonWriterOptions Indented { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes the object; neither flushes nor ends the line.</summary>
    public static void Write(Utf8JsonWriter json, CodedArticle coded)
    {
        var points = new CodePoints(coded.Article.Text);
        json.WriteStartObject();
        WriteArticle(json, coded.Article, points);
        WriteList(json, "actors", coded.Actors.Actors, a => WriteActor(json, coded.Actors, a, points));
        WriteList(json, "events", coded.Observations, o => WriteEvent(json, o, points));
        WriteList(json, "quotes", coded.Quotes, q => WriteQuote(json, q, points));
        WriteList(json, "figures", [.. coded.Figures.Where(f => f.Measure != FigureMeasure.Money)], f => FigureJson.Write(json, f, points));
        WriteList(json, "sums", [.. coded.Figures.Where(f => f.Measure == FigureMeasure.Money)], f => FigureJson.Write(json, f, points));
        WriteList(json, "assessments", coded.Assessments, a => WriteAssessment(json, a, points));
        WriteList(json, "dates", coded.Times.All, t => WriteTime(json, t, points));
        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article, CodePoints points)
    {
        json.WriteStartObject("article");
        json.WriteString("id", article.Id.Value);
        json.WriteString("source", article.Source);
        json.WriteString("input_id", article.InputId);
        json.WriteString("url", article.Url);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("title", article.Title);
        WriteList(json, "authors", article.Authors, json.WriteStringValue);
        json.WriteString("language", article.Language);
        json.WriteStartObject("published");
        json.WriteString("date", Day(article.Published.Date));
        json.WriteString("basis", article.Published.Basis.Word());
        json.WriteString("evidence", article.Published.Evidence);
        WriteSpan(json, "span", article.Published.Span, points);
        json.WriteString("instant", article.Published.Instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("zone", article.Published.Zone);
        json.WriteEndObject();
        json.WriteString("text", article.Text);
        WriteList(json, "furniture", article.Removed, f => WriteFurniture(json, f, points));
        json.WriteEndObject();
    }

    private static void WriteFurniture(Utf8JsonWriter json, Furniture removed, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("text", removed.Text);
        json.WriteString("reason", removed.Reason);
        json.WriteNumber("before", points.At(removed.Before));
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, ActorMentions all, Actor actor, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("id", actor.Id.Value);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", actor.Kind.Word());
        json.WriteString("code", actor.Code);
        json.WriteString("country", actor.Country);
        json.WriteString("sector", actor.Sector);
        json.WriteString("role", actor.Role);
        json.WriteStartArray("mentions");
        foreach (var m in all.Mentions)
            if (m.Actors.Contains(actor.Id)) WriteSpan(json, m.Span, points);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, Observation o, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("id", o.Id.Value);
        json.WriteString("cameo", o.Cameo);
        json.WriteString("plover", o.Plover);
        json.WriteString("mode", o.Mode);
        WriteList(json, "contexts", o.Contexts, json.WriteStringValue);
        WriteList(json, "sources", o.Sources, a => json.WriteStringValue(a.Value));
        WriteList(json, "targets", o.Targets, a => json.WriteStringValue(a.Value));
        WriteSpan(json, "sentence", o.Sentence, points);
        WriteList(json, "trigger", o.Trigger, s => WriteSpan(json, s, points));
        WriteDate(json, "date", o.Date, points);
        json.WriteString("status", o.Status.Word());
        json.WriteBoolean("historical", o.Historical);
        WriteAttribution(json, o.Attribution, points);
        WriteLocation(json, o.Location);
        json.WriteString("coder", o.Coder);
        json.WriteNumber("confidence", Math.Round(o.Confidence, 4));
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location? location)
    {
        if (location is null)
        {
            json.WriteNull("location");
            return;
        }
        json.WriteStartObject("location");
        json.WriteString("name", location.Name);
        json.WriteString("country", location.Country);
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quotes.Quote quote, CodePoints points)
    {
        json.WriteStartObject();
        WriteSpan(json, "span", quote.Span, points);
        json.WriteString("kind", quote.Kind.Word());
        json.WriteBoolean("marked", quote.Marked);
        json.WriteString("attitude", quote.Attitude.Word());
        json.WriteString("text", quote.Words);
        WriteList(json, "insertions", quote.Insertions, s => WriteSpan(json, s, points));
        json.WriteString("speaker", quote.Speaker?.Value);
        json.WriteString("speaker_name", quote.SpeakerName);
        WriteSpan(json, "speaker_span", quote.SpeakerSpan, points);
        json.WriteString("addressee", quote.Addressee);
        WriteSpan(json, "cue", quote.Cue, points);
        json.WriteString("medium", quote.Medium);
        json.WriteString("venue", quote.Venue);
        WriteDate(json, "date", quote.Date, points);
        json.WriteBoolean("nested", quote.Nested);
        json.WriteEndObject();
    }

    private static void WriteAssessment(Utf8JsonWriter json, Assessment assessment, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("author", assessment.Author);
        json.WriteString("actor", assessment.Actor?.Value);
        WriteSpan(json, "span", assessment.Span, points);
        WriteSpan(json, "sentence", assessment.Sentence, points);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, TimeExpression time, CodePoints points)
    {
        json.WriteStartObject();
        WriteSpan(json, "span", time.Span, points);
        json.WriteString("type", time.Type.Word().ToUpperInvariant());
        json.WriteString("value", time.Value);
        json.WriteEndObject();
    }

    internal static void WriteAttribution(Utf8JsonWriter json, ImmutableArray<Attribution> chain, CodePoints points) =>
        WriteList(json, "attribution", chain, a =>
        {
            json.WriteStartObject();
            json.WriteString("name", a.Name);
            json.WriteString("actor", a.Actor?.Value);
            json.WriteString("kind", a.Kind.Word());
            WriteSpan(json, "span", a.Span, points);
            json.WriteEndObject();
        });

    private static void WriteDate(Utf8JsonWriter json, string name, EventDate? date, CodePoints points)
    {
        if (date is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("start", Day(date.Start));
        json.WriteString("end", Day(date.End));
        WriteSpan(json, "text", date.Text, points);
        json.WriteString("basis", date.Basis.Word());
        json.WriteString("precision", date.Precision.Word);
        if (date.Precision.TimePrecision is { } time) json.WriteNumber("time_precision", time);
        else json.WriteNull("time_precision");
        json.WriteNumber("date_prec", date.Precision.DatePrec);
        json.WriteEndObject();
    }

    internal static void WriteSpan(Utf8JsonWriter json, string name, TextSpan? span, CodePoints points)
    {
        json.WritePropertyName(name);
        if (span is { } s) WriteSpan(json, s, points);
        else json.WriteNullValue();
    }

    internal static void WriteSpan(Utf8JsonWriter json, TextSpan span, CodePoints points)
    {
        var (start, end) = points.Of(span);
        json.WriteStartArray();
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
