using System.CommandLine;
using System.Globalization;
using Demarche.Actors.Evaluation;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate coref: pronouns, titles and plurals of annotated reports.</summary>
internal static class EvaluateReferences
{
    public static Command Create()
    {
        var paths = PathsArgument.Create("annotated reports (.json, see tests/corpus/coref/README.md) or folders of them");
        var half = new Option<string?>("--half") { Description = "only the reports of this half: dev or test" };
        var verbose = new Option<bool>("--verbose") { Description = "print each wrong answer before the table" };
        half.AcceptOnlyFromAmong("dev", "test");
        var command = new Command("coref", "Whom pronouns, titles, descriptions and plurals mean.") { paths, half, verbose };
        command.SetAction(r => Run(r.GetValue(paths)!, r.GetValue(half), r.GetValue(verbose)));
        return command;
    }

    private static int Run(string[] paths, string? half, bool verbose)
    {
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).ToList();
        foreach (var path in missing) Messages.Say($"{path}: there is no such file");
        if (missing.Count > 0) return ExitCodes.NotFound;
        var pipeline = Pipeline.Load(DataFolder.Open());
        var verdicts = new List<ReferenceVerdict>();
        foreach (var file in paths.SelectMany(Expand))
        {
            var gold = ReferenceCase.Read(File.ReadAllText(file), file);
            if (half is null || gold.Half == half) verdicts.AddRange(ReferenceScores.Judge(gold, pipeline.Code(gold.Article).Actors));
        }
        if (verbose)
            foreach (var wrong in verdicts.Where(v => !v.Right)) Console.Out.WriteLine(Line(wrong));
        Console.Out.Write(ReferenceScores.Table(verdicts));
        return ExitCodes.Ok;
    }

    private static string Line(ReferenceVerdict v)
    {
        var wanted = string.Join(" / ", v.Reference.Accepted.Select(a => a.IsEmpty ? "nobody" : string.Join(" + ", a)));
        var found = v.Found.IsEmpty ? "nobody" : string.Join(" + ", v.Found);
        var rule = v.Rule is null ? "" : $" ({v.Rule})";
        return string.Create(CultureInfo.InvariantCulture, $"{v.Case} {v.Reference.Span.Start} \"{v.Reference.Words}\" {v.Reference.Kind}: {wanted}; found {found}{rule}");
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
