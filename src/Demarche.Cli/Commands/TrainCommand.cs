using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Language.Training;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche train: makes the language model from treebanks.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var train = new Option<FileInfo>("--train") { Description = "treebank to learn from (CoNLL-U)", Required = true };
        var dev = new Option<FileInfo>("--dev") { Description = "treebank to watch progress on (CoNLL-U)", Required = true };
        var vectors = new Option<FileInfo>("--vectors") { Description = "word vectors made by 'train vectors'", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "passes over the treebank", DefaultValueFactory = _ => 24 };
        var command = new Command("train", "train the language model from treebanks") { train, dev, vectors, model, seed, epochs };
        command.SetAction(r => Run(r.GetValue(train)!, r.GetValue(dev)!, r.GetValue(vectors)!, r.GetValue(model)!, new TrainingOptions(r.GetValue(seed), r.GetValue(epochs))));
        command.Add(CreateVectors());
        command.Add(TrainEntities.Create());
        return command;
    }

    private static Command CreateVectors()
    {
        var train = new Option<FileInfo>("--train") { Description = "treebank that teaches how to cut words (CoNLL-U)", Required = true };
        var corpus = new Option<FileInfo[]>("--corpus") { Description = "plain text, a paragraph a line; or .jsonl with a field text", Required = true, AllowMultipleArgumentsPerToken = true };
        var vectors = new Option<FileInfo>("--out") { Description = "where to write the vectors", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "passes over the text", DefaultValueFactory = _ => 3 };
        var command = new Command("vectors", "learn word vectors from unlabelled text") { train, corpus, vectors, seed, epochs };
        command.SetAction(r =>
        {
            using var reader = new StreamReader(r.GetValue(train)!.FullName, Encoding.UTF8);
            using var stream = new MemoryStream();
            ModelTrainer.TrainVectors(reader, r.GetValue(corpus)!.SelectMany(Lines), stream, new TrainingOptions(r.GetValue(seed), r.GetValue(epochs)), Messages.Say);
            File.WriteAllBytes(r.GetValue(vectors)!.FullName, stream.ToArray());
            return ExitCodes.Ok;
        });
        return command;
    }

    private static IEnumerable<string> Lines(FileInfo file)
    {
        var lines = File.ReadLines(file.FullName, Encoding.UTF8);
        return file.Extension == ".jsonl"
            ? lines.SelectMany(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!.Split('\n'))
            : lines;
    }

    private static int Run(FileInfo train, FileInfo dev, FileInfo vectors, FileInfo model, TrainingOptions options)
    {
        foreach (var file in new[] { train, dev, vectors })
        {
            if (file.Exists) continue;
            Messages.Say($"{file}: there is no such file");
            return ExitCodes.NotFound;
        }
        using var trainReader = new StreamReader(train.FullName, Encoding.UTF8);
        using var devReader = new StreamReader(dev.FullName, Encoding.UTF8);
        using var vectorStream = vectors.OpenRead();
        ModelTrainer.Train(trainReader, devReader, vectorStream, () => File.Create(model.FullName), options, Messages.Say);
        return ExitCodes.Ok;
    }
}
