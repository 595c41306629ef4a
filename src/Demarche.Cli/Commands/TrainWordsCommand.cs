using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Language.Training;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche train words: the splitter and the lemmatiser of a model, its network left as it is.</summary>
internal static class TrainWordsCommand
{
    public static Command Create()
    {
        var train = new Option<FileInfo[]>("--train") { Description = "treebanks to learn from (CoNLL-U)", Required = true, AllowMultipleArgumentsPerToken = true };
        var corpus = new Option<FileInfo[]>("--corpus") { Description = "plain text, a paragraph a line, or .jsonl with a field text, to count words in; else the counts of the model are kept", AllowMultipleArgumentsPerToken = true };
        var model = new Option<FileInfo>("--model") { Description = "the model to start from", Required = true };
        var result = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var command = new Command("words", "train how words are cut and how lemmas are found, and put it into a model") { train, corpus, model, result, seed };
        command.SetAction(r =>
        {
            var treebanks = r.GetValue(train)!.Select(f => new StreamReader(f.FullName, Encoding.UTF8)).ToList();
            using var from = new MemoryStream(File.ReadAllBytes(r.GetValue(model)!.FullName));
            var text = r.GetValue(corpus) is { Length: > 0 } files ? files.SelectMany(Lines) : null;
            WordsTrainer.Train(treebanks, text, from, () => File.Create(r.GetValue(result)!.FullName), r.GetValue(seed), Messages.Say);
            treebanks.ForEach(t => t.Dispose());
            return ExitCodes.Ok;
        });
        return command;
    }

    private static IEnumerable<string> Lines(FileInfo file)
    {
        foreach (var line in File.ReadLines(file.FullName, Encoding.UTF8))
        {
            if (file.Extension != ".jsonl")
            {
                yield return line;
                continue;
            }
            using var json = JsonDocument.Parse(line);
            foreach (var paragraph in json.RootElement.GetProperty("text").GetString()!.Split('\n')) yield return paragraph;
        }
    }
}
