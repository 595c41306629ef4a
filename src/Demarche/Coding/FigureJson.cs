using System.Text.Json;
using Demarche.Figures;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Writes a figure of the record: the contract's kind, then "measure", which names exactly what is counted.</summary>
internal static class FigureJson
{
    public static void Write(Utf8JsonWriter json, Figure figure, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("kind", figure.Kind.Word());
        json.WriteString("measure", figure.Measure.Word());
        WriteNumber(json, "value", figure.Value);
        WriteNumber(json, "high", figure.High);
        json.WriteString("currency", figure.Currency);
        json.WriteString("words", figure.Words);
        json.WriteString("bound", figure.Bound.Word());
        json.WriteString("basis", figure.Basis.Word());
        json.WriteString("change", figure.Change?.Word());
        json.WriteString("status", figure.Status.Word());
        json.WriteString("country", figure.Country);
        json.WriteString("side", figure.Side);
        WritePlace(json, figure.Place, points);
        WritePeriod(json, figure.Period, points);
        RecordJson.WriteSpan(json, "part_of", figure.PartOf, points);
        RecordJson.WriteSpan(json, "span", figure.Span, points);
        RecordJson.WriteSpan(json, "sentence", figure.Sentence, points);
        RecordJson.WriteAttribution(json, figure.Attribution, points);
        json.WriteString("as_of", RecordJson.Day(figure.AsOf));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void WritePlace(Utf8JsonWriter json, FigurePlace? place, CodePoints points)
    {
        if (place is null)
        {
            json.WriteNull("place");
            return;
        }
        json.WriteStartObject("place");
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        RecordJson.WriteSpan(json, "span", place.Span, points);
        json.WriteEndObject();
    }

    private static void WritePeriod(Utf8JsonWriter json, FigurePeriod? period, CodePoints points)
    {
        if (period is null)
        {
            json.WriteNull("period");
            return;
        }
        json.WriteStartObject("period");
        json.WriteString("start", RecordJson.Day(period.Start));
        json.WriteString("end", RecordJson.Day(period.End));
        RecordJson.WriteSpan(json, "text", period.Text, points);
        json.WriteEndObject();
    }
}
