using System.CommandLine;
using Demarche.Corrections;
using Demarche.Server;

namespace Demarche.Cli.Commands.Correcting;

/// <summary>`demarche correct undo`: takes a correction back with an entry of its own.</summary>
internal static class UndoCommand
{
    public static Command Create()
    {
        var signature = new Signature();
        var which = new Argument<string?>("CORRECTION") { Description = "Its id (cor-…); without it the last one that holds.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("undo", "Take a correction back, or an undo; both stay in the log.");
        command.Arguments.Add(which);
        signature.AddTo(command);
        command.SetAction(parsed =>
        {
            var log = CorrectionOptions.Read(signature.File(parsed), out var exitCode);
            var name = parsed.GetValue(which);
            var meant = name is null ? log.Holding.TakeLast(1).ToList() : [.. log.Entries.Where(e => e.Id.Value.StartsWith(name, StringComparison.Ordinal))];
            if (meant.Count != 1)
            {
                Messages.Say(name is null ? $"{signature.File(parsed).Path}: nothing there to undo"
                    : $"there is {(meant.Count > 1 ? "more than one" : "no")} {name} in {signature.File(parsed).Path}; 'demarche correct list' prints the ids");
                return ExitCodes.NotFound;
            }
            if (log.Undone.Contains(meant[0].Id))
            {
                Messages.Say($"{meant[0].Id} is undone already; undo that undo to let it hold again");
                return ExitCodes.Conflict;
            }
            signature.Write(parsed, [signature.Entry(parsed, CorrectionAct.Undo, CorrectionSubject.Correction, meant[0].Id.Value) with { Undoes = meant[0].Id }]);
            return exitCode;
        });
        return command;
    }
}
