using System.CommandLine;
using System.Globalization;
using Demarche.Actors.Evaluation;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate coref: pronouns, titles and plurals of annotated reports.</summary>
internal static class EvaluateReferences
{
    public static Command Create() => AnnotatedTexts.Measure(
        "coref", "Whom pronouns, titles, descriptions and plurals mean.",
        "annotated reports (.json, see tests/corpus/coref/README.md) or folders of them",
        "print each wrong answer before the table",
        (_, paths, half, verbose) => Run(paths, half, verbose));

    private static int Run(string[] paths, string? half, bool verbose)
    {
        var pipeline = Pipeline.Load(DataFolder.Open());
        var verdicts = new List<ReferenceVerdict>();
        foreach (var file in paths.SelectMany(p => AnnotatedTexts.Files(p, ".json")))
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
}
