using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Dossiers.Evaluation;
using Demarche.Server;
using Demarche.Server.Feeds;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate stories: the dossier of whole affairs against what a careful reader made of the same reports.</summary>
internal static class EvaluateStories
{
    private static readonly string[] Heads = ["events", "full", "articles", "world", "contacts", "steps", "differ", "shown"];

    public static Command Create() => AnnotatedTexts.Measure(
        "stories", "Whole affairs: events in the world, contacts, steps of mediation, disagreements.",
        "annotated affairs (gold.json with the reports in json/ beside it, see tests/corpus/stories/README.md) or folders of them",
        "print what was missed and what was found in error before the table",
        (_, paths, half, verbose) => Run(paths, half, verbose));

    private static int Run(string[] paths, string? half, bool verbose)
    {
        var files = paths.SelectMany(p => AnnotatedTexts.Files(p, "gold.json")).Where(f => half is null || IsOf(f, half)).ToList();
        var data = DataFolder.Open();
        var pipeline = Pipeline.Load(data);
        var all = new List<StoryScores>();
        Row("", Heads);
        foreach (var file in files)
        {
            var name = Name(file);
            all.Add(Score(file, data, pipeline, verbose ? t => Console.Out.WriteLine(name + "\t" + t) : null));
            Row(name, Cells(all[^1].Events, all[^1].Full, all[^1].Articles?.F1, all[^1].World?.F1, all[^1].Contacts, all[^1].Steps, all[^1].Differences, all[^1].Listed));
        }
        if (all.Count > 1)
            Row("all", Cells(Sum(all, s => s.Events), Sum(all, s => s.Full), Mean(all, s => s.Articles?.F1), Mean(all, s => s.World?.F1), Sum(all, s => s.Contacts), Sum(all, s => s.Steps), Sum(all, s => s.Differences), all.Sum(s => s.Listed)));
        return ExitCodes.Ok;
    }

    private static StoryScores Score(string file, DataFiles data, Pipeline pipeline, Action<string>? tell)
    {
        var inputs = Inputs(file);
        var gold = GoldStory.Read(File.ReadAllText(file, Encoding.UTF8), file, name => Text(inputs, file, name));
        var articles = new ArticleReader(new ArticleCleaner(data)).Read([inputs], new ReadOptions(), Stream.Null).Select(r => r.Article).OfType<Article>();
        var coded = new PublicationDating().Date([.. articles]).AsParallel().AsOrdered().Select(pipeline.Code).ToList();
        var records = coded.Select(c => Print(j => RecordJson.Write(j, c))).ToList();
        return StoryScores.Of(gold, records, Print(j => DossierJson.Write(j, DossierMaker.Make(coded))), tell);
    }

    private static JsonElement Print(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) write(json);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>The reports of a file of annotations: the folder json beside it, or the one with its name before "-gold".</summary>
    private static string Inputs(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var beside = Path.Combine(folder, "json");
        if (Directory.Exists(beside)) return beside;
        var named = Path.Combine(folder, Path.GetFileNameWithoutExtension(file).Replace("-gold", "", StringComparison.Ordinal));
        return Directory.Exists(named) && named != folder ? named : throw new FormatException($"{file}: there is no folder json with the reports beside it");
    }

    /// <summary>The text that the annotation's places point into: a file of that name with the reports or in txt/, or the field "text" of the report.</summary>
    private static string Text(string inputs, string file, string name)
    {
        string[] plain = [Path.Combine(inputs, name), Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "txt", name)];
        if (Array.Find(plain, File.Exists) is { } path) return File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n");
        var report = Path.Combine(inputs, Path.ChangeExtension(name, ".json"));
        if (!File.Exists(report)) throw new FormatException($"{file}: there is no report {name}");
        using var document = JsonDocument.Parse(File.ReadAllBytes(report));
        return document.RootElement.GetProperty("text").GetString()!;
    }

    private static bool IsOf(string file, string half) => Path.GetFullPath(file).Split(Path.DirectorySeparatorChar).Contains(half);

    private static string Name(string file) =>
        Path.GetFileNameWithoutExtension(file) is "gold" ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))! : Path.GetFileNameWithoutExtension(file);

    private static Tally Sum(List<StoryScores> all, Func<StoryScores, Tally> part) => all.Aggregate(new Tally(), (sum, s) => sum + part(s));

    private static double Mean(List<StoryScores> all, Func<StoryScores, double?> part) => all.Average(s => part(s) ?? 0);

    private static string[] Cells(Tally events, Tally full, double? articles, double? world, Tally contacts, Tally steps, Tally differences, int listed) =>
        [Cell(events.F1), Cell(full.F1), Cell(articles), Cell(world), Cell(contacts.F1), Cell(steps.F1), Cell(differences.Recall), string.Create(CultureInfo.InvariantCulture, $"{differences.Right}/{listed}")];

    private static string Cell(double? share) => share is { } s ? s.ToString("F3", CultureInfo.InvariantCulture) : "-";

    private static void Row(string name, string[] cells)
    {
        Console.Out.Write(name.PadRight(32));
        foreach (var cell in cells) Console.Out.Write(cell.PadLeft(10));
        Console.Out.Write('\n');
    }
}
