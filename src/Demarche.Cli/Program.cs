using System.CommandLine;
using System.CommandLine.Help;
using Demarche.Cli;
using Demarche.Cli.Commands;
using Demarche.Server;
using Demarche.Text;

if (args is ["--version"])
{
    Console.WriteLine($"demarche {typeof(Demarche.Pipeline).Assembly.GetName().Version?.ToString(3)}");
    return ExitCodes.Ok;
}

var root = new Command("demarche", "Demarche reads news reports of conflicts and diplomacy and keeps one sourced, dated record of who did or said what to whom.")
{
    new HelpOption { Recursive = true },
    CodeCommand.Create(),
    CorrectCommand.Create(),
    DossierCommand.Create(),
    EvaluateCommand.Create(),
    ExplainCommand.Create(),
    ExtractCommand.Create(),
    LintCommand.Create(),
    ParseCommand.Create(),
    StoriesCommand.Create(),
    TrainCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Messages.Say(error.Message);
    Messages.Say("'demarche --help' lists the commands, 'demarche COMMAND --help' their options.");
    return ExitCodes.Usage;
}
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (DataException e)
{
    Messages.Say(e.Message);
    return ExitCodes.Failed;
}
catch (IOException e)
{
    Messages.Say(e.Message);
    return ExitCodes.Failed;
}
