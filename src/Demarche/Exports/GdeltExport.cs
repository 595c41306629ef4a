using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Actors;
using Demarche.Articles;

namespace Demarche.Exports;

/// <summary>The 61 columns of GDELT 2.0 Events and the 16 of its Mentions, tab-separated, without heads (GDELT Event Code Book 2.0, 2015).</summary>
internal static class GdeltExport
{
    private static readonly string[] GeoColumns = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

    public static ExportFormat Create(CodeBook book, ExportSettings settings) => new(
        "gdelt", book, settings, e => e.IsNews,
        ExportTable.Of("events.tsv", Dialect.BareTabs, Events(book), e => Dyad.Of(e, book, settings)),
        ExportTable.Of("mentions.tsv", Dialect.BareTabs, Mentions, e => Dyad.Of(e, book, settings)));

    private static ImmutableArray<Column<Dyad>> Events(CodeBook book) =>
    [
        new("GLOBALEVENTID", ColumnType.Integer, Number),
        new("SQLDATE", ColumnType.Text, d => Cells.Digits(d.Date)),
        new("MonthYear", ColumnType.Text, Month),
        new("Year", ColumnType.Text, Year),
        new("FractionDate", ColumnType.Number, Fraction),
        .. ActorColumns("Actor1", book, d => d.Source.Actor),
        .. ActorColumns("Actor2", book, d => d.Target?.Actor),
        new("IsRootEvent", ColumnType.Integer, d => InLead(d.Event) ? "1" : "0"),
        new("EventCode", ColumnType.Text, d => d.Cameo),
        new("EventBaseCode", ColumnType.Text, d => d.Cameo.Length > 3 ? d.Cameo[..3] : d.Cameo),
        new("EventRootCode", ColumnType.Text, d => d.Cameo[..2]),
        new("QuadClass", ColumnType.Integer, d => Cells.Whole(book.Scales.QuadClass(d.Cameo))),
        new("GoldsteinScale", ColumnType.Number, d => Cells.Real(book.Scales.Goldstein(d.Cameo), "0.0")),
        new("NumMentions", ColumnType.Integer, _ => "1"),
        new("NumSources", ColumnType.Integer, _ => "1"),
        new("NumArticles", ColumnType.Integer, _ => "1"),
        new("AvgTone", ColumnType.Number, _ => null),
        .. GeoColumns.Select(c => new Column<Dyad>("Actor1Geo_" + c, Geo(c), _ => null)),
        .. GeoColumns.Select(c => new Column<Dyad>("Actor2Geo_" + c, Geo(c), _ => null)),
        .. GeoColumns.Select(c => new Column<Dyad>("ActionGeo_" + c, Geo(c), d => c == "FullName" ? d.Event.Observation.Location?.Name : null)),
        new("DATEADDED", ColumnType.Text, _ => null),
        new("SOURCEURL", ColumnType.Text, d => d.Event.Article.Url),
    ];

    private static ImmutableArray<Column<Dyad>> Mentions { get; } =
    [
        new("GLOBALEVENTID", ColumnType.Integer, Number),
        new("EventTimeDate", ColumnType.Text, _ => null),
        new("MentionTimeDate", ColumnType.Text, _ => null),
        new("MentionType", ColumnType.Integer, d => d.Event.Article.Url is null ? "2" : "1"),
        new("MentionSourceName", ColumnType.Text, d => d.Event.Article.Outlet),
        new("MentionIdentifier", ColumnType.Text, d => d.Event.Article.Url ?? Citation(d.Event.Article)),
        new("SentenceID", ColumnType.Integer, d => d.Event.SentenceNumber is { } n ? Cells.Whole(n) : null),
        new("Actor1CharOffset", ColumnType.Integer, d => Offset(d, d.Source.Mention?.Start)),
        new("Actor2CharOffset", ColumnType.Integer, d => Offset(d, d.Target?.Mention?.Start)),
        new("ActionCharOffset", ColumnType.Integer, d => Offset(d, d.Event.Observation.Trigger is [var first, ..] ? first.Start : null)),
        new("InRawText", ColumnType.Integer, _ => null),
        new("Confidence", ColumnType.Integer, d => Cells.Whole((long)Math.Round(100 * d.Event.Observation.Confidence, MidpointRounding.AwayFromZero))),
        new("MentionDocLen", ColumnType.Integer, d => Offset(d, d.Event.Article.Text.Length)),
        new("MentionDocTone", ColumnType.Number, _ => null),
        new("MentionDocTranslationInfo", ColumnType.Text, _ => null),
        new("Extras", ColumnType.Text, d => Extras(d.Event)),
    ];

    private static IEnumerable<Column<Dyad>> ActorColumns(string side, CodeBook book, Func<Dyad, Actor?> actor) =>
    [
        new(side + "Code", ColumnType.Text, d => actor(d)?.Code),
        new(side + "Name", ColumnType.Text, d => actor(d)?.Name),
        new(side + "CountryCode", ColumnType.Text, d => GdeltActor.Of(actor(d), book)?.Country),
        new(side + "KnownGroupCode", ColumnType.Text, d => GdeltActor.Of(actor(d), book)?.KnownGroup),
        new(side + "EthnicCode", ColumnType.Text, _ => null),
        new(side + "Religion1Code", ColumnType.Text, _ => null),
        new(side + "Religion2Code", ColumnType.Text, _ => null),
        .. Enumerable.Range(1, 3).Select(n => new Column<Dyad>(
            FormattableString.Invariant($"{side}Type{n}Code"), ColumnType.Text, d => GdeltActor.Of(actor(d), book)?.Types.ElementAtOrDefault(n - 1))),
    ];

    private static ColumnType Geo(string column) => column switch
    {
        "Type" => ColumnType.Integer,
        "Lat" or "Long" => ColumnType.Number,
        _ => ColumnType.Text,
    };

    /// <summary>GDELT's loaders want a whole number: 62 bits of the SHA-256 of our own name of the row.</summary>
    private static string Number(Dyad dyad) =>
        Cells.Whole((long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(dyad.Id))) >> 2));

    private static string? Month(Dyad d) =>
        d.Date is { } date && (date.Start.Year, date.Start.Month) == (date.End.Year, date.End.Month)
            ? date.Start.ToString("yyyyMM", CultureInfo.InvariantCulture) : null;

    private static string? Year(Dyad d) =>
        d.Date is { } date && date.Start.Year == date.End.Year ? date.Start.ToString("yyyy", CultureInfo.InvariantCulture) : null;

    /// <summary>As GDELT reckons it, with months of 30 days: the year and ((month - 1) · 30 + day) / 365.</summary>
    private static string? Fraction(Dyad d) => Cells.Day(d.Date) is { } day
        ? Cells.Real(day.Year + ((((day.Month - 1) * 30) + day.Day) / 365d), "0.0000") : null;

    /// <summary>The sentence stands in the first paragraph.</summary>
    private static bool InLead(ExportedEvent e)
    {
        var end = e.Article.Text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 || e.Observation.Sentence.Start < end;
    }

    private static string? Offset(Dyad d, int? position) => position is { } p ? Cells.Whole(d.Event.Points.At(p)) : null;

    private static string Citation(Article article) =>
        string.Join(": ", new[] { article.Outlet, article.Title }.Where(p => p is not null)) is { Length: > 0 } citation ? citation : article.Id.Value;

    private static string Extras(ExportedEvent e) =>
        "event=" + e.Id + (e.Article.Published.Date is { } day ? ";published=" + Cells.Iso(day) : "");
}
