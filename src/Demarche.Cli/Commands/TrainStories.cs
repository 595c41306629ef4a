using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Server;
using Demarche.Stories.Training;

namespace Demarche.Cli.Commands;

/// <summary>demarche train stories: counts words in news, and learns from grouped articles which likenesses make a story.</summary>
internal static class TrainStories
{
    public static Command Create()
    {
        var corpus = new Option<string[]>("--corpus") { Description = "unlabelled news to count words in: JSONL with title and text, or text with empty lines between the articles", Required = true, AllowMultipleArgumentsPerToken = true };
        var stream = new Option<string>("--stream") { Description = "articles: JSONL with id, date, title, text", Required = true };
        var gold = new Option<string>("--gold") { Description = "their stories: JSONL with id, set, cluster", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var command = new Command("stories", "count words in news, and learn from grouped articles what makes a story") { corpus, stream, gold, model };
        command.SetAction(r => Run(r.GetValue(corpus)!, r.GetValue(stream)!, r.GetValue(gold)!, r.GetValue(model)!));
        return command;
    }

    private static int Run(string[] corpus, string stream, string gold, FileInfo model)
    {
        if (AnnotatedTexts.AnyMissing([.. corpus, stream, gold])) return ExitCodes.NotFound;
        try
        {
            var groups = GroupedArticles.Read(gold);
            var articles = StreamLines.Of(stream).Select(l => StreamLines.Article(l.Number, l.Line)).Where(a => groups.ContainsKey(a.Id))
                .Select(a => new GroupedArticle(groups[a.Id].Set, groups[a.Id].Group, a.Title, a.Text, a.Day)).ToList();
            var made = StoryTrainer.Train(corpus.SelectMany(Texts), articles, Messages.Say);
            using var file = File.Create(model.FullName);
            made.Write(file);
            return ExitCodes.Ok;
        }
        catch (FormatException e)
        {
            Messages.Say(e.Message);
            return ExitCodes.SomeRefused;
        }
    }

    private static IEnumerable<string> Texts(string path)
    {
        if (path.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            foreach (var (_, line) in StreamLines.Of(path))
            {
                using var json = JsonDocument.Parse(line);
                yield return StreamLines.Field(json.RootElement, "title") + "\n" + StreamLines.Field(json.RootElement, "text");
            }
            yield break;
        }
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(path, Encoding.UTF8).Append(""))
        {
            if (line.Length > 0) text.Append(line).Append('\n');
            else if (text.Length > 0)
            {
                yield return text.ToString();
                text.Clear();
            }
        }
    }
}
