using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Demarche.Articles;
using Demarche.Coding;

namespace Demarche.Corrections;

/// <summary>Writes and reads entries of the log, one line of JSON each; docs/corrections.md names every field.</summary>
public static class CorrectionJson
{
    private const string EmptyId = "{\"id\":\"\",";
    private const string Prefix = "cor-";
    private const int IdLength = 14;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new NameConverter<CorrectionId>(s => new(s), id => id.Value),
            new NameConverter<ArticleId>(s => new(s), id => id.Value),
            new NameConverter<ObservationId>(s => new(s), id => id.Value),
            new NameConverter<DateTimeOffset>(Moment, Text),
        },
    };

    /// <summary>The same entry with the id that follows from what it says.</summary>
    public static Correction Named(Correction entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var nameless = JsonSerializer.Serialize(entry with { Id = new("") }, Options);
        return entry with { Id = new(IdOf(nameless[EmptyId.Length..])) };
    }

    /// <summary>One line without its end.</summary>
    public static string Line(Correction entry) => JsonSerializer.Serialize(entry, Options);

    /// <summary>Reads a line.</summary>
    /// <param name="line">Without its end.</param>
    /// <param name="intact">False if the line is not as the program wrote it: its id does not follow from the rest.</param>
    /// <exception cref="JsonException">It is no entry, or only a part of one.</exception>
    public static Correction Read(string line, out bool intact)
    {
        ArgumentNullException.ThrowIfNull(line);
        var entry = JsonSerializer.Deserialize<Correction>(line, Options) ?? throw new JsonException("null is no correction");
        if (entry.Id.Value.Length == 0) throw new JsonException("the entry has no id");
        var head = $"{{\"id\":\"{entry.Id.Value}\",";
        intact = line.StartsWith(head, StringComparison.Ordinal) && IdOf(line[head.Length..]) == entry.Id.Value;
        return entry;
    }

    private static string IdOf(string rest) => (Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rest))))[..IdLength];

    /// <summary>"2031-05-08T09:30:00.000Z".</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment : throw new JsonException($"\"{text}\" is no moment");

    private sealed class NameConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException("null is no name"));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
