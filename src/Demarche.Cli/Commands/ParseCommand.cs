using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Server;
using Demarche.Text;

namespace Demarche.Cli.Commands;

/// <summary>demarche parse: CoNLL-U from raw text.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var paths = PathsArgument.Create("text files, folders of .txt files, or - for standard input");
        var pretokenized = new Option<bool>("--pretokenized") { Description = "the input is CoNLL-U: keep its tokens and sentences" };
        var command = new Command("parse", "print sentences, words, tags and dependency trees as CoNLL-U") { paths, pretokenized };
        command.SetAction(result => Run(result.GetValue(paths)!, result.GetValue(pretokenized)));
        return command;
    }

    private static int Run(string[] paths, bool pretokenized)
    {
        var analyzer = Analyzer.Load(DataFolder.Open());
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var (parsed, missing) = (0, 0);
        foreach (var path in paths.SelectMany(Expand))
        {
            if (path != "-" && !File.Exists(path))
            {
                Messages.Say($"{path}: there is no such file");
                missing++;
                continue;
            }
            using var reader = path == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(path, Encoding.UTF8);
            var name = path == "-" ? "stdin" : Path.GetFileName(path);
            var analysis = pretokenized ? Pretokenized.Analyze(analyzer, reader, name) : Analyze(analyzer, reader.ReadToEnd(), name);
            ConlluWriter.Write(analysis, name, new CodePoints(analysis.Text), output, new EntityNotes(analysis).Of);
            parsed++;
        }
        return missing == 0 ? ExitCodes.Ok : parsed == 0 ? ExitCodes.NotFound : ExitCodes.SomeRefused;
    }

    private static Analysis Analyze(Analyzer analyzer, string text, string name) =>
        analyzer.Analyze(new Article(new ArticleId(name), name, null, null, null, null, ImmutableArray<string>.Empty, "en", PublicationDate.Unknown, text, []));

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
}
