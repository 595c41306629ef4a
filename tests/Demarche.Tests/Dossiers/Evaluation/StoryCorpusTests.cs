using System.Text;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Dossiers.Evaluation;
using Demarche.Server.Feeds;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Tests.Dossiers.Evaluation;

/// <summary>The annotated affairs hold what their README promises, and the program reconciles them as well as it did.</summary>
public sealed class StoryCorpusTests
{
    private static readonly string Corpus = Repository.Folder("tests/corpus/stories");

    public static TheoryData<string> Affairs => [.. Directory.EnumerateFiles(Corpus, "gold.json", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Corpus, Path.GetDirectoryName(f)!).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_enough_affairs_and_reports_in_both_halves() => Assert.All(["dev", "test"], half =>
    {
        var affairs = Directory.GetDirectories(Path.Join(Corpus, half));
        Assert.True(affairs.Length >= 5, half);
        Assert.True(affairs.Sum(a => Directory.GetFiles(Path.Join(a, "json")).Length) >= 25, half);
    });

    [Theory]
    [MemberData(nameof(Affairs))]
    public void Every_report_is_annotated_and_belongs_to_a_story(string affair)
    {
        var gold = Gold(affair);
        var reports = Directory.EnumerateFiles(Path.Join(Corpus, affair, "json")).Select(f => Path.GetFileNameWithoutExtension(f) + ".txt").Order(StringComparer.Ordinal);
        Assert.Equal(reports, gold.Articles.Select(a => a.Name).Order(StringComparer.Ordinal));
        Assert.Equal(reports, gold.Stories.SelectMany(s => s).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Affairs))]
    public void What_happened_in_the_world_is_told_by_events_of_its_articles(string affair)
    {
        var gold = Gold(affair);
        var events = gold.Articles.ToDictionary(a => a.Name, a => a.Events.Length, StringComparer.Ordinal);
        Assert.All(gold.Events, e => Assert.NotEmpty(e.Reports));
        Assert.All(gold.Events.SelectMany(e => e.Reports), r => Assert.InRange(r.Event, 0, events[r.Article] - 1));
        Assert.Distinct(gold.Events.SelectMany(e => e.Reports));
        Assert.Distinct(gold.Events.Select(e => e.Id));
    }

    [Theory]
    [MemberData(nameof(Affairs))]
    public void Every_span_holds_the_words_that_it_is_given_with(string affair)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Join(Corpus, affair, "gold.json")));
        foreach (var article in gold.RootElement.GetProperty("articles").EnumerateObject()) HoldTheirWords(article.Value, article.Name, affair);
        HoldTheirWords(gold.RootElement.GetProperty("story"), null, affair);
    }

    [Theory]
    [InlineData("dev", 0.86, 0.49, 0.62, 0.24, 0.47)]
    [InlineData("test", 0.93, 0.47, 0.29, 0.32, 0.20)]
    public void Affairs_are_reconciled_no_worse_than_before(string half, double articles, double world, double contacts, double steps, double differences)
    {
        var scores = Directory.GetDirectories(Path.Join(Corpus, half)).Select(f => Score(half + "/" + Path.GetFileName(f))).ToList();
        AtLeast(articles, scores.Average(s => s.Articles?.F1), "articles");
        AtLeast(world, scores.Average(s => s.World?.F1), "world");
        AtLeast(contacts, scores.Aggregate(new Tally(), (sum, s) => sum + s.Contacts).F1, "contacts");
        AtLeast(steps, scores.Aggregate(new Tally(), (sum, s) => sum + s.Steps).F1, "steps");
        AtLeast(differences, scores.Aggregate(new Tally(), (sum, s) => sum + s.Differences).Recall, "differences");
    }

    private static void AtLeast(double floor, double? measured, string what) => Assert.True(measured >= floor, FormattableString.Invariant($"{what}: {measured:F3} is less than {floor}"));

    private static StoryScores Score(string affair)
    {
        var articles = new ArticleReader(Repository.Cleaner).Read([Path.Join(Corpus, affair, "json")], new(), Stream.Null).Select(r => r.Article).OfType<Article>();
        var coded = new PublicationDating().Date([.. articles]).AsParallel().AsOrdered().Select(Repository.Shipped.Code).ToList();
        return StoryScores.Of(Gold(affair), coded.Select(c => Printed(j => RecordJson.Write(j, c))), Printed(j => DossierJson.Write(j, DossierMaker.Make(coded))));
    }

    private static JsonElement Printed(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) write(json);
        return JsonSerializer.Deserialize<JsonElement>(stream.ToArray());
    }

    private static GoldStory Gold(string affair) =>
        GoldStory.Read(File.ReadAllText(Path.Join(Corpus, affair, "gold.json"), Encoding.UTF8), affair, article => Text(affair, article));

    private static string Text(string affair, string article)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(Path.Join(Corpus, affair, "json", Path.ChangeExtension(article, ".json"))));
        return report.RootElement.GetProperty("text").GetString()!;
    }

    /// <summary>Looks at every object that has a span or a sentence; of a story the object names its article.</summary>
    private static void HoldTheirWords(JsonElement json, string? article, string affair)
    {
        if (json.ValueKind == JsonValueKind.Array)
            foreach (var part in json.EnumerateArray()) HoldTheirWords(part, article, affair);
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var part in json.EnumerateObject()) HoldTheirWords(part.Value, article, affair);
        if (!json.TryGetProperty("span", out var span) && !json.TryGetProperty("sentence", out span)) return;
        var text = Text(affair, article ?? json.GetProperty("article").GetString()!);
        var at = CodePoints.Positions(text);
        Assert.Equal(json.GetProperty("text").GetString(), text[at[span[0].GetInt32()]..at[span[1].GetInt32()]]);
    }
}
