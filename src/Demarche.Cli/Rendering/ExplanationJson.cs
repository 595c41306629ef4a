using System.Globalization;
using System.Text.Json;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Cli.Rendering;

/// <summary>An explanation for programs: one JSON object a line; tokens are counted over the whole article, spans in code points.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, Explanation e)
    {
        var (o, d) = (e.Observation, e.Derivation);
        json.WriteStartObject();
        json.WriteString("article", e.Coded.Article.Id.Value);
        json.WriteString("source", e.Coded.Article.Source);
        json.WriteString("event", o.Id.Value);
        json.WriteString("cameo", o.Cameo);
        json.WriteString("name", e.Code.Name);
        json.WriteString("plover", o.Plover);
        json.WriteString("mode", o.Mode);
        WriteSpan(json, e, "sentence", o.Sentence);
        json.WriteString("words", e.Text(o.Sentence));
        WritePattern(json, e);
        WriteSide(json, e, "sources", o.Sources, d.SourceRule);
        WriteSide(json, e, "targets", o.Targets, d.TargetRule);
        json.WriteStartObject("status");
        json.WriteString("value", o.Status.Word());
        json.WriteString("rule", d.StatusRule);
        json.WriteBoolean("historical", o.Historical);
        json.WriteEndObject();
        WriteDate(json, e);
        WriteAttribution(json, e);
        json.WriteNumber("confidence", o.Confidence);
        WriteRivals(json, d);
        WriteTree(json, e.Coded.Analysis, e.Range.First, e.Range.End, e.Points);
        json.WriteEndObject();
    }

    /// <summary>A sentence of which nothing was coded: its tree and the patterns that came nearest.</summary>
    public static void Write(Utf8JsonWriter json, Analysis analysis, Silence silence)
    {
        var sentence = analysis.Sentences[silence.Sentence];
        var points = new CodePoints(analysis.Text);
        json.WriteStartObject();
        json.WriteString("article", analysis.Article.Id.Value);
        json.WriteNull("event");
        WriteSpan(json, points, "sentence", sentence.Span);
        json.WriteString("words", sentence.Span.Of(analysis.Text));
        json.WriteStartArray("misses");
        foreach (var m in silence.Misses)
        {
            json.WriteStartObject();
            json.WriteNumber("trigger", m.Trigger);
            WriteRival(json, m.Pattern);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteTree(json, analysis, sentence.FirstToken, sentence.EndToken, points);
        json.WriteEndObject();
    }

    private static void WritePattern(Utf8JsonWriter json, Explanation e)
    {
        var d = e.Derivation;
        json.WriteStartObject("pattern");
        json.WriteString("text", d.Pattern);
        json.WriteString("place", "data/" + d.Place);
        json.WriteNumber("trigger", d.Trigger);
        json.WriteStartArray("conditions");
        foreach (var c in d.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("written", c.Written);
            json.WriteBoolean("met", c.Met);
            json.WriteStartArray("tokens");
            foreach (var t in c.Tokens) json.WriteNumberValue(t);
            json.WriteEndArray();
            json.WriteString("words", e.Words(c.Tokens));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("learned");
        foreach (var l in d.Learned)
        {
            json.WriteStartObject();
            json.WriteString("name", l.Name);
            json.WriteNumber("weight", l.Weight);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter json, Explanation e, string side, IEnumerable<ActorId> ids, string rule)
    {
        json.WriteStartObject(side);
        json.WriteString("rule", rule);
        json.WriteStartArray("actors");
        foreach (var id in ids) WriteActor(json, e, id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, Explanation e, ActorId id)
    {
        var actor = e.Coded.Actors[id];
        json.WriteStartObject();
        json.WriteString("id", id.Value);
        json.WriteString("name", actor.Name);
        json.WriteString("code", actor.Code);
        json.WriteString("country", actor.Country);
        json.WriteString("sector", actor.Sector);
        json.WriteString("role", actor.Role);
        json.WriteStartArray("mentions");
        foreach (var m in e.Mentions(id))
        {
            json.WriteStartObject();
            WriteSpan(json, e, "span", m.Span);
            json.WriteString("words", e.Text(m.Span));
            json.WriteString("kind", m.Kind.Word());
            json.WriteString("rule", m.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("origins");
        foreach (var origin in e.OriginsOf(id))
        {
            json.WriteStartObject();
            json.WriteString("place", "data/" + origin.Place);
            json.WriteString("says", origin.Says);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, Explanation e)
    {
        if (e.Observation.Date is not { } date)
        {
            json.WriteNull("date");
            return;
        }
        json.WriteStartObject("date");
        json.WriteString("start", Day(date.Start));
        json.WriteString("end", Day(date.End));
        if (date.Text is { } span) WriteSpan(json, e, "span", span);
        else json.WriteNull("span");
        json.WriteString("words", date.Text is { } text ? e.Text(text) : null);
        json.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter json, Explanation e)
    {
        json.WriteStartArray("attribution");
        foreach (var a in e.Observation.Attribution)
        {
            json.WriteStartObject();
            json.WriteString("name", a.Name);
            json.WriteString("kind", a.Kind.Word());
            json.WriteString("actor", a.Actor?.Value);
            if (a.Span is { } span) WriteSpan(json, e, "span", span);
            else json.WriteNull("span");
            json.WriteString("words", a.Span is { } words ? e.Text(words) : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRivals(Utf8JsonWriter json, Derivation d)
    {
        json.WriteStartArray("rivals");
        foreach (var r in d.Rivals)
        {
            json.WriteStartObject();
            WriteRival(json, r);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRival(Utf8JsonWriter json, Rival r)
    {
        json.WriteString("cameo", r.Code);
        json.WriteString("pattern", r.Pattern);
        json.WriteString("place", "data/" + r.Place);
        json.WriteBoolean("held", r.Held);
        json.WriteString("reason", r.Reason);
    }

    private static void WriteTree(Utf8JsonWriter json, Analysis analysis, int first, int end, CodePoints points)
    {
        json.WriteStartArray("tree");
        for (var i = first; i < end; i++)
        {
            var t = analysis.Tokens[i];
            json.WriteStartObject();
            json.WriteNumber("id", t.Index);
            json.WriteString("form", t.Form);
            json.WriteString("lemma", t.Lemma);
            json.WriteString("upos", t.Upos);
            json.WriteNumber("head", t.Head);
            json.WriteString("relation", t.Relation);
            WriteSpan(json, points, "span", t.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, Explanation e, string name, TextSpan span) => WriteSpan(json, e.Points, name, span);

    private static void WriteSpan(Utf8JsonWriter json, CodePoints points, string name, TextSpan span)
    {
        var (start, end) = points.Of(span);
        json.WriteStartArray(name);
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
