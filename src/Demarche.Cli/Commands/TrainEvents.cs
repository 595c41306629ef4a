using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Coding.Training;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche train events: learns from annotated sentences which words report which events.</summary>
internal static class TrainEvents
{
    public static Command Create()
    {
        var annotations = new Option<FileInfo>("--annotations") { Description = "stand-off annotations", Required = true };
        var negatives = new Option<FileInfo>("--negatives") { Description = "sentences, one a line, that report no event", Required = true };
        var corpus = new Option<FileInfo>("--corpus") { Description = "the articles that are annotated (JSONL with id and text)", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var command = new Command("events", "learn to code events from annotated sentences") { annotations, negatives, corpus, model, seed };
        command.SetAction(r => Run(r.GetValue(annotations)!, r.GetValue(negatives)!, r.GetValue(corpus)!, r.GetValue(model)!, r.GetValue(seed)));
        return command;
    }

    private static int Run(FileInfo annotations, FileInfo negatives, FileInfo corpus, FileInfo model, ulong seed)
    {
        foreach (var file in new[] { annotations, negatives, corpus })
        {
            if (file.Exists) continue;
            Messages.Say($"{file}: there is no such file");
            return ExitCodes.NotFound;
        }
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(corpus.FullName, Encoding.UTF8))
        {
            using var article = JsonDocument.Parse(line);
            texts[article.RootElement.GetProperty("id").GetString()!] = article.RootElement.GetProperty("text").GetString()!;
        }
        using var reader = new StreamReader(annotations.FullName, Encoding.UTF8);
        using var lessons = new StreamReader(negatives.FullName, Encoding.UTF8);
        using var stream = new MemoryStream();
        EventTrainer.Train(DataFolder.Open(), reader, annotations.Name, lessons, texts.GetValueOrDefault, stream, seed, Messages.Say);
        File.WriteAllBytes(model.FullName, stream.ToArray());
        return ExitCodes.Ok;
    }
}
