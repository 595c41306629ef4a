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
        var corrections = new CorrectionOptions();
        var export = new ExportOptions(format);
        var command = new Command("code", "Code articles: actors, events, quotes, figures and dates, each with the characters that prove it.");
        options.AddTo(command);
        command.Options.Add(format);
        export.AddTo(command);
        asOf.AddTo(command);
        corrections.AddTo(command);
        command.SetAction(parsed =>
        {
            if (corrections.Read(parsed, out var logCode) is not { } log) return logCode;
            var horizon = asOf.Of(parsed);
            var work = new Work(() => Batch.Read(parsed, options, horizon: horizon), batch => corrections.Apply(parsed, log, horizon, batch.Code()));
            var exitCode = export.Format(parsed) is { } chosen ? Export(work, chosen, export.Folder(parsed)) : Run(work);
            return exitCode == ExitCodes.Ok ? logCode : exitCode;
        });
        return command;
    }

    /// <summary>Reads the articles; codes them, with what was corrected.</summary>
    private sealed record Work(Func<Batch> Read, Func<Batch, IEnumerable<CodedArticle>> Code);

    private static int Run(Work work)
    {
        var batch = work.Read();
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var coded in work.Code(batch))
        {
            using (var json = new Utf8JsonWriter(output, RecordJson.Line)) RecordJson.Write(json, coded);
            output.WriteByte((byte)'\n');
        }
        return batch.ExitCode;
    }

    private static int Export(Work work, ExportFormat format, string? folder)
    {
        if (folder is not null) return ExportTo(new ExportFolder(folder, format), work);
        if (format.EventTables > 1)
        {
            Messages.Say($"--as {format.Name} has {format.EventTables} tables: name the folder for them with --out.");
            return ExitCodes.Usage;
        }
        var batch = work.Read();
        if (batch.NothingRead) return batch.ExitCode;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var writer = new ExportWriter(format, output);
        foreach (var coded in work.Code(batch)) writer.Write(coded);
        return batch.ExitCode;
    }

    private static int ExportTo(ExportFolder folder, Work work)
    {
        using (folder)
        {
            var batch = work.Read();
            if (batch.NothingRead) return batch.ExitCode;
            foreach (var coded in work.Code(batch)) folder.Write(coded);
            folder.Complete();
            return batch.ExitCode;
        }
    }
}
