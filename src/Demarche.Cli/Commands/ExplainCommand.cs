using System.CommandLine;
using Demarche.Articles;
using Demarche.Cli.Rendering;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>`demarche explain`: why an event was coded as it was, down to rule, tree and characters.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var options = new Batch.Options();
        var wanted = new Option<string?>("--event") { Description = "The event's id within its article, e.g. e3; without it all events are explained." };
        var article = new Option<string?>("--article") { Description = "The article's id, where the input holds several." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", "Show why an event was coded: sentence, tree, pattern, arguments, status, spans.");
        options.AddTo(command);
        command.Options.Add(wanted);
        command.Options.Add(article);
        command.Options.Add(format);
        command.SetAction(parsed => Run(
            Batch.Read(parsed, options), parsed.GetValue(wanted), parsed.GetValue(article), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Run(Batch batch, string? wanted, string? articleId, string format)
    {
        var chosen = batch.Articles.Where(a => articleId is null || a.Id.Value.StartsWith(articleId, StringComparison.Ordinal)).ToList();
        if (wanted is not null && chosen.Count > 1)
        {
            Messages.Say($"{wanted} may be in any of {chosen.Count} articles: name one with --article, e.g. --article {chosen[0].Id}");
            return ExitCodes.Usage;
        }
        return Print(chosen, wanted, format) || wanted is null ? batch.ExitCode : NotFound(wanted);
    }

    private static bool Print(List<Article> articles, string? wanted, string format)
    {
        var pipeline = Pipeline.Load(DataFolder.Open());
        using var output = new StreamWriter(Console.OpenStandardOutput());
        var any = false;
        foreach (var article in articles)
        {
            var (coded, derivations) = pipeline.Explain(article);
            for (var i = 0; i < derivations.Length; i++)
            {
                if (wanted is not null && coded.Observations[i].Id.Value != wanted) continue;
                any = true;
                var explanation = new Explanation(coded, coded.Observations[i], derivations[i]);
                if (format == "json") explanation.WriteJson(output);
                else explanation.WriteText(output);
            }
        }
        return any;
    }

    private static int NotFound(string wanted)
    {
        Messages.Say($"there is no event {wanted} in this input; 'demarche code' lists the events with their ids");
        return ExitCodes.NotFound;
    }
}
