using System.CommandLine;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Server;
using Demarche.Stories;

namespace Demarche.Cli.Commands;

/// <summary>`demarche stories`: which articles of a stream are on one story.</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var paths = PathsArgument.Create("Articles in order of arrival, one JSON object a line: text, and where known id, date, outlet, title. - for standard input.");
        var format = new Option<string>("--format") { Description = "jsonl: one object a line.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var command = new Command("stories", "Group a stream of articles into stories, one event or affair each, without coding them.") { paths, format };
        command.SetAction(r => Run(r.GetValue(paths)!));
        return command;
    }

    private static int Run(string[] paths)
    {
        if (AnnotatedTexts.AnyMissing(paths.Where(p => p != "-"))) return ExitCodes.NotFound;
        var stream = new StoryStream(StoryModel.Shipped);
        var ids = new List<string>();
        var refused = false;
        foreach (var (article, profile, reason) in paths.SelectMany(p => StreamLines.Of(p).Select(l => (Path: p, l.Number, l.Line)))
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(l => Read(l.Path, l.Number, l.Line)))
        {
            if (reason is not null) Messages.Say(reason);
            refused |= reason is not null;
            if (profile is null) continue;
            ids.Add(article!.Id);
            stream.Add(profile);
        }
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        for (var i = 0; i < ids.Count; i++)
        {
            using (var json = new Utf8JsonWriter(output, RecordJson.Line))
            {
                json.WriteStartObject();
                json.WriteString("id", ids[i]);
                json.WriteString("cluster", ids[stream.StoryOf(i)]);
                json.WriteEndObject();
            }
            output.WriteByte((byte)'\n');
        }
        return refused ? ExitCodes.SomeRefused : ExitCodes.Ok;
    }

    private static (StreamArticle? Article, ArticleProfile? Profile, string? Reason) Read(string path, int number, string line)
    {
        try
        {
            var article = StreamLines.Article(number, line);
            return (article with { Text = "" }, ArticleProfile.Of(article.Title, article.Text, article.Day, StoryModel.Shipped), null);
        }
        catch (FormatException e)
        {
            return (null, null, $"{path}:{number}: refused: {e.Message}");
        }
    }
}
