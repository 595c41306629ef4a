using System.CommandLine;
using Demarche.Corrections;
using Demarche.Server;
using Demarche.Server.Corrections;

namespace Demarche.Cli.Commands.Correcting;

/// <summary>`demarche correct list`: the log, a line an entry.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var file = Signature.LogOption();
        var json = new Option<bool>("--json") { Description = "Print the entries as they stand in the log." };
        var command = new Command("list", "Print the log: what was corrected, when, by whom and why, and what was undone.");
        command.Options.Add(file);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var given = new CorrectionFile(parsed.GetRequiredValue(file));
            if (!given.Exists)
            {
                Messages.Say($"{given.Path}: there is no such log of corrections [{Errors.NotFound}]");
                return ExitCodes.NotFound;
            }
            var log = CorrectionOptions.Read(given, out var exitCode);
            foreach (var e in log.Entries)
                Console.Out.WriteLine(parsed.GetValue(json) ? CorrectionJson.Line(e) : Messages.Visible($"{CorrectionJson.Text(e.Time)} {e.By}: {Signature.Phrase(e)}"
                    + (e.Because is { } why ? $" ({why})" : "") + (log.Undone.Contains(e.Id) ? " [undone]" : "")));
            return exitCode;
        });
        return command;
    }
}
