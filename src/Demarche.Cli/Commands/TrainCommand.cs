using System.CommandLine;
using System.Text;
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
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "passes over the treebank", DefaultValueFactory = _ => 24 };
        var command = new Command("train", "train the language model from treebanks") { train, dev, model, seed, epochs };
        command.SetAction(r => Run(r.GetValue(train)!, r.GetValue(dev)!, r.GetValue(model)!, new TrainingOptions(r.GetValue(seed), r.GetValue(epochs))));
        return command;
    }

    private static int Run(FileInfo train, FileInfo dev, FileInfo model, TrainingOptions options)
    {
        foreach (var file in new[] { train, dev })
        {
            if (file.Exists) continue;
            Messages.Say($"{file}: there is no such file");
            return ExitCodes.NotFound;
        }
        using var trainReader = new StreamReader(train.FullName, Encoding.UTF8);
        using var devReader = new StreamReader(dev.FullName, Encoding.UTF8);
        using var stream = new MemoryStream();
        ModelTrainer.Train(trainReader, devReader, stream, options, Messages.Say);
        File.WriteAllBytes(model.FullName, stream.ToArray());
        return ExitCodes.Ok;
    }
}
