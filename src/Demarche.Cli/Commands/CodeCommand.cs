using System.CommandLine;
using System.Text.Json;
using Demarche.Coding;

namespace Demarche.Cli.Commands;

/// <summary>`demarche code`: one line of JSON an article.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var options = new Batch.Options();
        var format = new Option<string>("--format") { Description = "jsonl: one object a line.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var command = new Command("code", "Code articles: actors, events, quotes, figures and dates, each with the characters that prove it.");
        options.AddTo(command);
        command.Options.Add(format);
        command.SetAction(parsed => Run(Batch.Read(parsed, options)));
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
}
