using System.CommandLine;

namespace Demarche.Cli;

/// <summary>The files, folders and standard input that a command reads; the same argument for every command that reads articles.</summary>
internal static class PathsArgument
{
    /// <summary>Takes one path or more; a misspelt option among them is an error of the command line, not a file that is missing.</summary>
    /// <param name="description">For the help.</param>
    /// <param name="needed">False where the command can do without.</param>
    public static Argument<string[]> Create(string description, bool needed = true)
    {
        var paths = new Argument<string[]>("PATH") { Description = description, Arity = needed ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore };
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (IsOption(token.Value)) result.AddError($"unknown option {token.Value}");
            }
        });
        return paths;
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-' && !Path.Exists(token);
}
