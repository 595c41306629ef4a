using System.Text.Json;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>Writes what people corrected, under the event and for the dossier as a whole.</summary>
internal sealed class CorrectionsJson(Utf8JsonWriter json)
{
    /// <summary>The properties "reviewed" and "corrections" of an event.</summary>
    public void Write(DossierCorrections all, Event e)
    {
        if (all.Reviews.GetValueOrDefault(e.Id) is { } review)
        {
            json.WriteStartObject("reviewed");
            Who(review.Entry);
            json.WriteStartArray("changed");
            foreach (var field in review.Changed) json.WriteStringValue(field);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else json.WriteNull("reviewed");
        json.WriteStartArray("corrections");
        foreach (var mark in all.Of(e))
        {
            json.WriteStartObject();
            Entry(mark.Entry);
            json.WriteString("report", mark.Report?.ToString());
            json.WriteStartArray("changes");
            foreach (var change in mark.Changes)
            {
                json.WriteStartObject();
                json.WriteString("field", change.Field);
                json.WriteString("from", change.From);
                json.WriteString("to", change.To);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The property "corrections" of the dossier.</summary>
    public void Write(CorrectionReport report)
    {
        json.WriteStartObject("corrections");
        json.WriteStartArray("applied");
        foreach (var applied in report.Applied)
        {
            json.WriteStartObject();
            Entry(applied.Entry);
            json.WriteStartArray("reports");
            foreach (var key in applied.Reports) json.WriteStringValue(key.ToString());
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("overruled");
        foreach (var o in report.Overruled)
        {
            json.WriteStartObject();
            json.WriteString("id", o.Earlier.Value);
            json.WriteString("by_correction", o.Later.Value);
            json.WriteString("in", o.What);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unanchored");
        foreach (var lost in report.Unanchored)
        {
            json.WriteStartObject();
            Entry(lost.Entry);
            json.WriteString("reason", lost.Reason);
            json.WriteString("article", lost.Anchor.Article.Id.Value);
            json.WriteString("source", lost.Anchor.Article.Source);
            json.WriteString("quote", lost.Anchor.Sentence?.Quote.Exact);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Entry(Correction entry)
    {
        Who(entry);
        json.WriteString("act", entry.Act.Word());
        json.WriteString("about", entry.About.Word());
        json.WriteString("name", entry.Name);
    }

    private void Who(Correction entry)
    {
        json.WriteString("id", entry.Id.Value);
        json.WriteString("by", entry.By);
        json.WriteString("time", CorrectionJson.Text(entry.Time));
        json.WriteString("because", entry.Because);
    }
}
