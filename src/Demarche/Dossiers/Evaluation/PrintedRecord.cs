using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>An actor as the record prints it.</summary>
internal sealed record PrintedActor(string Id, string Name, bool IsPerson, string? Country);

/// <summary>An observation as the record prints it.</summary>
internal sealed record PrintedEvent(
    string Id, string Cameo, string Plover, TextSpan Sentence, string Status, Days? Days, ImmutableArray<PrintedActor> Sources, ImmutableArray<PrintedActor> Targets);

/// <summary>One article of what <c>demarche code</c> prints, as far as the scores of a story need it; places in UTF-16.</summary>
internal sealed class PrintedRecord
{
    private readonly int[] _positions;

    public PrintedRecord(JsonElement record)
    {
        var article = record.GetProperty("article");
        Id = article.GetProperty("id").GetString()!;
        Source = article.GetProperty("source").GetString()!;
        Text = article.GetProperty("text").GetString()!;
        _positions = CodePoints.Positions(Text);
        var actors = record.GetProperty("actors").EnumerateArray()
            .Select(a => new PrintedActor(a.GetProperty("id").GetString()!, a.GetProperty("name").GetString() ?? "", a.GetProperty("kind").GetString() == "person", a.GetProperty("country").GetString()))
            .ToDictionary(a => a.Id, StringComparer.Ordinal);
        Events = [.. record.GetProperty("events").EnumerateArray().Select(e => new PrintedEvent(
            e.GetProperty("id").GetString()!, e.GetProperty("cameo").GetString()!, e.GetProperty("plover").GetString()!, Span(e.GetProperty("sentence")), e.GetProperty("status").GetString()!,
            Days(e.GetProperty("date")), Side(e, "sources"), Side(e, "targets")))];

        ImmutableArray<PrintedActor> Side(JsonElement e, string side) => [.. e.GetProperty(side).EnumerateArray().Select(a => actors[a.GetString()!])];
    }

    public string Id { get; }

    public string Source { get; }

    public string Text { get; }

    public ImmutableArray<PrintedEvent> Events { get; }

    /// <summary>The name of the source's file without folder and ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Source.Replace('\\', '/'));

    public TextSpan Span(JsonElement span) => new(_positions[span[0].GetInt32()], _positions[span[1].GetInt32()]);

    /// <summary>Days as printed; null for none.</summary>
    public static Days? Days(JsonElement date) =>
        date.ValueKind == JsonValueKind.Object ? new Days(Day(date.GetProperty("start")), Day(date.GetProperty("end"))) : null;

    private static DateOnly Day(JsonElement day) => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
