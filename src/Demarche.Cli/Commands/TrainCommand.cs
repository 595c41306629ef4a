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
        var train = new Option<FileInfo[]>("--train") { Description = "treebanks to learn from (CoNLL-U)", Required = true, AllowMultipleArgumentsPerToken = true };
        var dev = new Option<FileInfo?>("--dev") { Description = "treebank to watch progress on (CoNLL-U)" };
        var start = new Option<FileInfo>("--start") { Description = "word vectors to begin with, or a model to train further", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = Seed();
        var epochs = new Option<int>("--epochs") { Description = "passes over the treebank", DefaultValueFactory = _ => 16 };
        var rate = new Option<float>("--rate") { Description = "greatest rate of learning", DefaultValueFactory = _ => TrainingOptions.UsualRate };
        var command = new Command("train", "train the language model from treebanks") { train, dev, start, model, seed, epochs, rate };
        command.SetAction(r =>
        {
            var readers = r.GetValue(train)!.Select(Reader).ToList();
            using var held = r.GetValue(dev) is { } file ? Reader(file) : null;
            using var begin = r.GetValue(start)!.OpenRead();
            ModelTrainer.Train(readers, held, begin, () => File.Create(r.GetValue(model)!.FullName), new TrainingOptions(r.GetValue(seed), r.GetValue(epochs), r.GetValue(rate)), Messages.Say);
            readers.ForEach(t => t.Dispose());
            return ExitCodes.Ok;
        });
        command.Add(CreateVectors());
        command.Add(CreateStudent());
        command.Add(CreateJoin());
        command.Add(TrainEntities.Create());
        command.Add(TrainAttributions.Create());
        command.Add(TrainEvents.Create());
        command.Add(TrainStories.Create());
        command.Add(TrainJoins.Create());
        command.Add(TrainWordsCommand.Create());
        return command;
    }

    private static Command CreateStudent()
    {
        var train = new Option<FileInfo>("--train") { Description = "treebank whose words and tags the model is to know (CoNLL-U)", Required = true };
        var dev = new Option<FileInfo?>("--dev") { Description = "treebank to watch progress on (CoNLL-U)" };
        var start = new Option<FileInfo?>("--start") { Description = "a student to train further" };
        var teachers = new Option<FileInfo[]>("--teachers") { Description = "models that label the text", Required = true, AllowMultipleArgumentsPerToken = true };
        var corpus = Corpus();
        var words = new Option<long>("--words") { Description = "about how many words of the text to read", DefaultValueFactory = _ => 12_000_000 };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = Seed();
        var command = new Command("student", "train a model on unlabelled text that other models label") { train, dev, start, teachers, corpus, words, model, seed };
        command.SetAction(r =>
        {
            using var reader = Reader(r.GetValue(train)!);
            using var held = r.GetValue(dev) is { } file ? Reader(file) : null;
            using var stream = new MemoryStream();
            var streams = r.GetValue(teachers)!.Select(f => f.OpenRead()).ToList();
            using var begin = r.GetValue(start)?.OpenRead();
            ModelTrainer.Pretrain(reader, held, begin, streams, [.. r.GetValue(corpus)!.SelectMany(Lines)], r.GetValue(words), stream, r.GetValue(seed), Messages.Say);
            streams.ForEach(s => s.Dispose());
            File.WriteAllBytes(r.GetValue(model)!.FullName, stream.ToArray());
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command CreateJoin()
    {
        var models = new Option<FileInfo[]>("--models") { Description = "models trained from one start", Required = true, AllowMultipleArgumentsPerToken = true };
        var joined = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var command = new Command("join", "put networks into one model, where they vote") { models, joined };
        command.SetAction(r =>
        {
            using var stream = new MemoryStream();
            var streams = r.GetValue(models)!.Select(f => f.OpenRead()).ToList();
            ModelTrainer.Join(streams, stream);
            streams.ForEach(s => s.Dispose());
            File.WriteAllBytes(r.GetValue(joined)!.FullName, stream.ToArray());
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<ulong> Seed() => new("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };

    private static Option<FileInfo[]> Corpus() =>
        new("--corpus") { Description = "plain text, a paragraph a line; or .jsonl with a field text", Required = true, AllowMultipleArgumentsPerToken = true };

    private static StreamReader Reader(FileInfo file) => new(file.FullName, Encoding.UTF8);

    private static Command CreateVectors()
    {
        var train = new Option<FileInfo>("--train") { Description = "treebank that teaches how to cut words (CoNLL-U)", Required = true };
        var corpus = Corpus();
        var vectors = new Option<FileInfo>("--out") { Description = "where to write the vectors", Required = true };
        var seed = Seed();
        var epochs = new Option<int>("--epochs") { Description = "passes over the text", DefaultValueFactory = _ => 3 };
        var command = new Command("vectors", "learn word vectors from unlabelled text") { train, corpus, vectors, seed, epochs };
        command.SetAction(r =>
        {
            using var reader = Reader(r.GetValue(train)!);
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
}
