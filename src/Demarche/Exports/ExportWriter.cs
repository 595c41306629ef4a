using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Coding;

namespace Demarche.Exports;

/// <summary>Writes coded articles in one format, table by table, and the manifest of what was written.</summary>
public sealed class ExportWriter : IDisposable
{
    /// <summary>The name of the manifest within the folder of an export.</summary>
    public const string ManifestFile = "manifest.json";

    /// <summary>The property of the manifest that says in which format its files are.</summary>
    public const string FormatProperty = "export";

    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    private readonly ExportFormat _format;
    private readonly ImmutableArray<TableWriter> _tables;
    private readonly Dictionary<ArticleId, int> _copies = [];
    private long _articles;
    private long _events;
    private long _leftOut;

    /// <param name="format">How to write.</param>
    /// <param name="streams">One for each of the first tables of the format; the others are not written.</param>
    public ExportWriter(ExportFormat format, params IReadOnlyList<Stream> streams)
    {
        _format = format;
        _tables = [.. format.Tables.Zip(streams, (table, stream) => new TableWriter(table, stream))];
    }

    /// <summary>Writes the events of one article.</summary>
    public void Write(CodedArticle coded)
    {
        _articles++;
        var copy = _copies[coded.Article.Id] = _copies.GetValueOrDefault(coded.Article.Id) + 1;
        foreach (var e in ExportedEvent.Of(coded, copy))
        {
            _events++;
            if (!_format.Covers(e)) _leftOut++;
            else foreach (var table in _tables) table.Write(e);
        }
    }

    /// <summary>The manifest as UTF-8 JSON: program, code book, counts, and of each table rows, bytes and SHA-256.</summary>
    /// <param name="stream">Neither flushed nor closed.</param>
    public void WriteManifest(Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Indented)) WriteManifest(json);
        stream.WriteByte((byte)'\n');
    }

    private void WriteManifest(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(FormatProperty, _format.Name);
        json.WriteString("program", "demarche " + typeof(ExportWriter).Assembly.GetName().Version?.ToString(3));
        json.WriteString("code_book", _format.CodeBookVersion);
        json.WriteBoolean("guarded", _format.Settings.Guard);
        json.WriteBoolean("story_dates", _format.Settings.StoryDates);
        json.WriteNumber("articles", _articles);
        json.WriteNumber("events", _events);
        json.WriteNumber("events_left_out", _leftOut);
        json.WriteStartArray("files");
        foreach (var table in _tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.File);
            json.WriteNumber("rows", table.Rows);
            json.WriteNumber("bytes", table.Bytes);
            json.WriteString("sha256", table.Sha256());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var table in _tables) table.Dispose();
    }
}
