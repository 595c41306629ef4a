using System.CommandLine;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Exports;
using Demarche.Server;
using Demarche.Server.Exports;

namespace Demarche.Cli.Commands;

/// <summary>`demarche code`: one line of JSON an article, or its events in the format of others.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var options = new Batch.Options();
        var format = new Option<string>("--format") { Description = "jsonl: one object a line.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var asOf = new AsOfOptions();
        var export = new ExportOptions(format);
        var command = new Command("code", "Code articles: actors, events, quotes, figures and dates, each with the characters that prove it.");
        options.AddTo(command);
        command.Options.Add(format);
        export.AddTo(command);
        asOf.AddTo(command);
        command.SetAction(parsed => export.Format(parsed) is { } chosen
            ? Export(() => Batch.Read(parsed, options, horizon: asOf.Of(parsed)), chosen, export.Folder(parsed))
            : Run(Batch.Read(parsed, options, horizon: asOf.Of(parsed))));
        return command;
    }

    private static int Run(Batch batch)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var coded in batch.Code())
        {
            using (var json = new Utf8JsonWriter(output, RecordJson.Line)) RecordJson.Write(json, coded);
            output.WriteByte((byte)'\n');
        }
        return batch.ExitCode;
    }

    private static int Export(Func<Batch> read, ExportFormat format, string? folder)
    {
        if (folder is not null) return ExportTo(new ExportFolder(folder, format), read);
        if (format.EventTables > 1)
        {
            Messages.Say($"--as {format.Name} has {format.EventTables} tables: name the folder for them with --out.");
            return ExitCodes.Usage;
        }
        var batch = read();
        if (batch.NothingRead) return batch.ExitCode;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var writer = new ExportWriter(format, output);
        foreach (var coded in batch.Code()) writer.Write(coded);
        return batch.ExitCode;
    }

    private static int ExportTo(ExportFolder folder, Func<Batch> read)
    {
        using (folder)
        {
            var batch = read();
            if (batch.NothingRead) return batch.ExitCode;
            foreach (var coded in batch.Code()) folder.Write(coded);
            folder.Complete();
            return batch.ExitCode;
        }
    }
}
