using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Cli.Rendering;
using Demarche.Coding;
using Demarche.Ontology;
using Demarche.Server;
using Demarche.Times;

namespace Demarche.Cli.Commands;

/// <summary>`demarche explain`: why an event was coded as it was, down to rule, tree and characters.</summary>
internal static partial class ExplainCommand
{
    public static Command Create()
    {
        var options = new Batch.Options(pathsNeeded: false);
        options.Paths.Description = "Files, folders, or - for standard input; a last word such as e3 names the event.";
        var text = new Option<string?>("--text") { Description = "Explain this sentence, or several, instead of files." };
        var wanted = new Option<string?>("--event") { Description = "The event's id within its article, e.g. e3; without it all events are explained." };
        var article = new Option<string?>("--article") { Description = "The article's id, or its beginning, where the input holds several." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var json = new Option<bool>("--json") { Description = "The same as --format json: one object an event and line." };
        var all = new Option<bool>("--all") { Description = "Show every pattern that was called and every mention, not the nearest only." };
        var command = new Command("explain", "Show why an event was coded: sentence, tree, pattern, actors, status, who says so, and why other patterns lost.");
        options.AddTo(command);
        foreach (var option in new Option[] { text, wanted, article, format, json, all }) command.Options.Add(option);
        command.Validators.Add(r =>
        {
            if (r.GetResult(text) is null == r.GetResult(options.Paths) is not { Tokens.Count: > 0 }) r.AddError("explain needs either a PATH or --text");
        });
        command.SetAction(parsed =>
        {
            var view = new View(parsed.GetValue(json) || parsed.GetRequiredValue(format) == "json", parsed.GetValue(all), false);
            var id = parsed.GetValue(wanted);
            if (parsed.GetValue(text) is { } words) return Run([Given(words, parsed.GetValue(options.Published))], id, view with { Silences = id is null }, ExitCodes.Ok);
            var paths = parsed.GetRequiredValue(options.Paths).ToList();
            if (id is null && paths.Count > 1 && EventId().IsMatch(paths[^1]) && !Path.Exists(paths[^1]))
            {
                id = paths[^1];
                paths.RemoveAt(paths.Count - 1);
            }
            var batch = Batch.Read(parsed, options, paths);
            var chosen = batch.Articles.Where(a => parsed.GetValue(article) is not { } named || a.Id.Value.StartsWith(named, StringComparison.Ordinal));
            return Run([.. chosen], id, view, batch.ExitCode);
        });
        return command;
    }

    private sealed record View(bool Json, bool All, bool Silences);

    [GeneratedRegex(@"^e\d+\z")]
    private static partial Regex EventId();

    private static Article Given(string text, DateOnly? published) => new(
        new ArticleId("text"), "--text", null, null, null, null, [], "en",
        published is { } day ? new PublicationDate(day, DateBasis.Metadata) : PublicationDate.Unknown, text, []);

    private static int Run(ImmutableArray<Article> articles, string? wanted, View view, int exitCode)
    {
        if (wanted is not null && articles.Length > 1)
        {
            Messages.Say($"{wanted} may be in any of {articles.Length} articles: name one with --article, e.g. --article {articles[0].Id}");
            return ExitCodes.Usage;
        }
        if (articles.IsEmpty) return exitCode;
        var shown = Print(articles, wanted, view);
        if (shown > 0 || view.Silences) return exitCode;
        Messages.Say(wanted is null
            ? "nothing was coded here; 'demarche parse' shows the trees"
            : $"there is no event {wanted} in this input; 'demarche code' lists the events with their ids");
        return wanted is null ? exitCode : ExitCodes.NotFound;
    }

    private static int Print(ImmutableArray<Article> articles, string? wanted, View view)
    {
        var data = DataFolder.Open();
        var (pipeline, origins, codes) = (Pipeline.Load(data), ActorOrigins.Load(data), EventOntology.Load(data));
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
        var paint = Terminal.Paint(text);
        var shown = 0;
        foreach (var article in articles)
        {
            var (coded, derivations) = pipeline.Explain(article);
            foreach (var (observation, derivation) in coded.Observations.Zip(derivations))
            {
                if (wanted is not null && observation.Id.Value != wanted) continue;
                shown++;
                var explanation = new Explanation(coded, observation, derivation, codes[observation.Cameo], origins);
                if (view.Json) WriteLine(output, json => ExplanationJson.Write(json, explanation));
                else new ExplanationText(paint, explanation, view.All).Write();
            }
            if (!view.Silences) continue;
            foreach (var silence in pipeline.ExplainSilence(coded))
                if (view.Json) WriteLine(output, json => ExplanationJson.Write(json, coded.Analysis, silence));
                else SentenceText.WriteSilence(paint, coded.Analysis, silence);
        }
        return shown;
    }

    private static void WriteLine(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, RecordJson.Line)) write(json);
        output.WriteByte((byte)'\n');
    }
}
