using System.CommandLine;
using Demarche.Cli.Commands.Correcting;
using Demarche.Corrections;

namespace Demarche.Cli.Commands;

/// <summary>`demarche correct`: people's word on the record, in a log of its own.</summary>
internal static class CorrectCommand
{
    public static Command Create()
    {
        var command = new Command("correct", """
            Correct the record: accept, reject, edit, merge, split, undo. What is said goes to a log (corrections.jsonl), to which lines are only added;
            'demarche dossier PATH --corrections corrections.jsonl' lets it hold, also for articles coded anew.

              demarche dossier reports --format md                                        # prints the ids: ev-…, story-…
              demarche correct edit ev-3f2a9c1d07 reports --cameo 038 --by Ana --because "they accepted"
              demarche correct reject 9c1b2a3d4e5f6071:e4 reports --by Ana               # one report of an event: ARTICLE:e4
              demarche correct merge ev-3f2a9c1d07 ev-81b2c3d4e5 reports --by Ana
              demarche correct split ev-3f2a9c1d07 9c1b2a3d4e5f6071:e4 reports --by Ana  # that report is another event
              demarche correct undo --by Ana                                              # takes the last one back
            """);
        command.Subcommands.Add(ChangeCommand.Create(CorrectionAct.Accept, "Say that you have checked events, or single reports of them, and that they stand."));
        command.Subcommands.Add(ChangeCommand.Create(CorrectionAct.Reject, "Take events with all their reports, single reports, quotations, figures or contacts out of the dossier; the log keeps them."));
        command.Subcommands.Add(EditCommand.Create());
        command.Subcommands.Add(ChangeCommand.Create(CorrectionAct.Merge, "Say that two or more events are one, or that two or more stories are."));
        command.Subcommands.Add(ChangeCommand.Create(CorrectionAct.Split, "Say that reports of an event are of another one, or that articles of a story belong to another."));
        command.Subcommands.Add(UndoCommand.Create());
        command.Subcommands.Add(ListCommand.Create());
        return command;
    }
}
