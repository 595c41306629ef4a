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
        var export = new ExportOptions(format);
        var command = new Command("code", "Code articles: actors, events, quotes, figures and dates, each with the characters that prove it.");
        options.AddTo(command);
        command.Options.Add(format);
        export.AddTo(command);
        command.SetAction(parsed => export.Format(parsed) is { } chosen
            ? Export(parsed, options, chosen, export.Folder(parsed))
            : Run(Batch.Read(parsed, options)));
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

    private static int Export(ParseResult parsed, Batch.Options options, ExportFormat format, string? folder)
    {
        if (folder is not null) return ExportTo(new ExportFolder(folder, format), parsed, options);
        if (format.EventTables > 1)
        {
            Messages.Say($"--as {format.Name} has {format.EventTables} tables: name the folder for them with --out.");
            return ExitCodes.Usage;
        }
        var batch = Batch.Read(parsed, options);
        if (batch.Articles.IsEmpty) return batch.ExitCode;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var writer = new ExportWriter(format, output);
        foreach (var coded in batch.Code()) writer.Write(coded);
        return batch.ExitCode;
    }

    private static int ExportTo(ExportFolder folder, ParseResult parsed, Batch.Options options)
    {
        using (folder)
        {
            var batch = Batch.Read(parsed, options);
            if (batch.Articles.IsEmpty) return batch.ExitCode;
            foreach (var coded in batch.Code()) folder.Write(coded);
            folder.Complete();
            return batch.ExitCode;
        }
    }
}
