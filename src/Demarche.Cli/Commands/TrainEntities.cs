using System.CommandLine;
using System.Text;
using Demarche.Language.Training;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche train entities: makes the model of names for the shipped parser.</summary>
internal static class TrainEntities
{
    public static Command Create()
    {
        var train = new Option<FileInfo[]>("--train") { Description = "corpora of names (.bio); the first one's guidelines are kept", Required = true, AllowMultipleArgumentsPerToken = true };
        var dev = new Option<FileInfo>("--dev") { Description = "names to watch progress on (.bio)", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var command = new Command("entities", "learn names for the shipped language model") { train, dev, model, seed };
        command.SetAction(r => Run(r.GetValue(train)!, r.GetValue(dev)!, r.GetValue(model)!, r.GetValue(seed)));
        return command;
    }

    private static int Run(FileInfo[] train, FileInfo dev, FileInfo model, ulong seed)
    {
        foreach (var file in train.Append(dev))
        {
            if (file.Exists) continue;
            Messages.Say($"{file}: there is no such file");
            return ExitCodes.NotFound;
        }
        var corpora = train.Select(f => (f.Name, (TextReader)new StringReader(File.ReadAllText(f.FullName, Encoding.UTF8)))).ToList();
        using var devReader = new StreamReader(dev.FullName, Encoding.UTF8);
        using var stream = new MemoryStream();
        EntityTrainer.Train(DataFolder.Open(), corpora, devReader, stream, seed, Messages.Say);
        File.WriteAllBytes(model.FullName, stream.ToArray());
        return ExitCodes.Ok;
    }
}
