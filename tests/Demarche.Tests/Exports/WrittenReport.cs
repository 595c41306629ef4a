using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Exports;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Tests.Exports;

/// <summary>One coded article written down by hand: its sentences, its actors, and what is exported of them.</summary>
internal sealed class WrittenReport
{
    private readonly List<string> _sentences = [];
    private readonly List<Actor> _actors = [];
    private readonly List<ActorMention> _mentions = [];
    private readonly List<Observation> _observations = [];

    public string? Outlet { get; init; } = "Nordlys Wire";

    public string? Url { get; init; } = "https://nordlys.example/1";

    public string? Title { get; init; } = "A day of calls";

    public DateOnly? Published { get; init; } = new(2031, 5, 6);

    public Location? Place { get; init; }

    public double Confidence { get; init; } = 0.5;

    private string Text => string.Concat(_sentences.Select(s => s + "\n"));

    /// <summary>An actor under the next id.</summary>
    public string Actor(string name, string? code = null, string? country = null, string? sector = null, ActorKind kind = ActorKind.Organization)
    {
        var id = "a" + (_actors.Count + 1).ToString(CultureInfo.InvariantCulture);
        _actors.Add(new Actor(new(id), name, kind, code, country, sector, null, null));
        return id;
    }

    /// <summary>A sentence of its own paragraph that reports one act; the actors are ids, the first word in <paramref name="trigger"/> decided the code.</summary>
    public WrittenReport Says(
        string sentence, string cameo, string plover, string[] sources, string[] targets, string? from = null, string? to = null,
        Status status = Status.Occurred, bool historical = false, string trigger = "", string? mode = null, string[]? attribution = null)
    {
        var start = Text.Length;
        _sentences.Add(sentence);
        foreach (var actor in _actors.Where(a => sentence.Contains(a.Name, StringComparison.Ordinal)).OrderBy(a => sentence.IndexOf(a.Name, StringComparison.Ordinal)))
        {
            var at = start + sentence.IndexOf(actor.Name, StringComparison.Ordinal);
            _mentions.Add(new ActorMention(new(at, at + actor.Name.Length), 0, MentionKind.Name, [actor.Id]));
        }
        var word = start + sentence.IndexOf(trigger, StringComparison.Ordinal);
        _observations.Add(new Observation(
            new("e" + (_observations.Count + 1).ToString(CultureInfo.InvariantCulture)), cameo, plover, mode, ["diplomatic", "military"], Ids(sources), Ids(targets),
            new(start, start + sentence.Length), trigger.Length == 0 ? [] : [new TextSpan(word, word + trigger.Length)],
            from is null ? null : new EventDate(Day(from), Day(to ?? from), null), status,
            [.. (attribution ?? []).Select(name => new Attribution(name, null, null))], Place, "patterns/04-consult.txt:7", Confidence)
        { Historical = historical });
        return this;
    }

    public CodedArticle Make()
    {
        var published = Published is { } day ? new PublicationDate(day, DateBasis.Metadata) : PublicationDate.Unknown;
        var article = new Article(new("0a1b"), "a.json", "17", Url, Outlet, Title, [], "en", published, Text, []);
        var sentences = _observations.Select((o, i) => new Sentence(i, o.Sentence, 0, 0, i)).ToImmutableArray();
        var analysis = new Analysis(article, sentences, []);
        return new CodedArticle(analysis, new ActorMentions(analysis, [.. _actors], [.. _mentions]), new(published, []), [], [], [.. _observations]);
    }

    /// <summary>All files of the export of this one article, the manifest among them, by name.</summary>
    public Dictionary<string, string> Export(string format, ExportSettings? settings = null) => Export(format, settings, Make());

    public static Dictionary<string, string> Export(string format, ExportSettings? settings, params CodedArticle[] articles)
    {
        var chosen = ExportFormat.Load(format, Repository.Data, settings);
        var streams = chosen.Tables.Select(_ => new MemoryStream()).ToList();
        using var writer = new ExportWriter(chosen, streams);
        foreach (var article in articles) writer.Write(article);
        var files = chosen.Tables.Zip(streams).ToDictionary(t => t.First.File, t => Encoding.UTF8.GetString(t.Second.ToArray()));
        using var manifest = new MemoryStream();
        writer.WriteManifest(manifest);
        files.Add(ExportWriter.ManifestFile, Encoding.UTF8.GetString(manifest.ToArray()));
        return files;
    }

    /// <summary>The rows of a tab-separated table, each by the names that its types file gives the columns.</summary>
    public List<Dictionary<string, string>> Rows(string format, string table = "events", ExportSettings? settings = null)
    {
        var files = Export(format, settings);
        var columns = files[table + ".types.csv"].Split("\r\n").Skip(1).SkipLast(1).Select(l => l[..l.LastIndexOf(',')]).ToList();
        var lines = files[table + ".tsv"].Split('\n').SkipLast(1).ToList();
        if (format == "icews") lines.RemoveAt(0);
        return [.. lines.Select(l =>
        {
            var cells = l.Split('\t');
            Assert.Equal(columns.Count, cells.Length);
            return columns.Zip(cells).ToDictionary(p => p.First, p => p.Second);
        })];
    }

    private static ImmutableArray<ActorId> Ids(string[] ids) => [.. ids.Select(i => new ActorId(i))];

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
