using System.CommandLine;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>What the commands that measure on annotated texts share: paths, halves, and what went wrong printed on demand.</summary>
internal static class AnnotatedTexts
{
    /// <param name="name">Of the command.</param>
    /// <param name="description">What is measured.</param>
    /// <param name="texts">What the paths are.</param>
    /// <param name="printed">What --verbose prints.</param>
    /// <param name="run">Given paths that exist, the half or null, and whether to print what went wrong; returns the exit code. A text that cannot be read is a <see cref="FormatException"/> that names it.</param>
    public static Command Measure(string name, string description, string texts, string printed, Func<ParseResult, string[], string?, bool, int> run)
    {
        var paths = PathsArgument.Create(texts);
        var half = new Option<string?>("--half") { Description = "only the texts of this half: dev or test" };
        var verbose = new Option<bool>("--verbose") { Description = printed };
        half.AcceptOnlyFromAmong("dev", "test");
        var command = new Command(name, description) { paths, half, verbose };
        command.SetAction(r =>
        {
            if (AnyMissing(r.GetValue(paths)!)) return ExitCodes.NotFound;
            try
            {
                return run(r, r.GetValue(paths)!, r.GetValue(half), r.GetValue(verbose));
            }
            catch (FormatException e)
            {
                Messages.Say(e.Message);
                return ExitCodes.SomeRefused;
            }
        });
        return command;
    }

    /// <summary>True if a path leads nowhere; says so.</summary>
    public static bool AnyMissing(IEnumerable<string> paths)
    {
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).ToList();
        foreach (var path in missing) Messages.Say($"{path}: there is no such file");
        return missing.Count > 0;
    }

    /// <summary>The files of a folder with an ending, in ordinal order; a file itself.</summary>
    public static IEnumerable<string> Files(string path, string ending) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*" + ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
