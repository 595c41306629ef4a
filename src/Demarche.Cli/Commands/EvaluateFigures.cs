using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Demarche.Coding;
using Demarche.Figures;
using Demarche.Figures.Evaluation;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate figures: how many, of what, in texts with marked figures.</summary>
internal static class EvaluateFigures
{
    public static Command Create() => AnnotatedTexts.Measure(
        "figures", "How many: kinds, numbers and bounds of figures, with country, side, place, period and claimant.",
        "texts with marked figures (.txt, see tests/corpus/figures/README.md) or folders of them",
        "print each figure that is missed, false or wrong before the table",
        (_, paths, half, verbose) => Run(paths, half, verbose));

    private static int Run(string[] paths, string? half, bool verbose)
    {
        var cases = paths.SelectMany(p => AnnotatedTexts.Files(p, ".txt")).Select(f => FigureCase.Read(File.ReadAllText(f), Path.GetFileName(f))).Where(c => half is null || c.Half == half).ToList();
        var pipeline = Pipeline.LoadPatternsOnly(DataFolder.Open());
        var judged = cases.AsParallel().AsOrdered().Select(c => Judge(c, pipeline.Code(c.Article))).ToList();
        if (verbose)
            foreach (var (_, pairs, _, _) in judged) Tell(pairs);
        Console.Out.Write(FigureScores.Table(judged));
        return ExitCodes.Ok;
    }

    private static (FigureCase, ImmutableArray<FigurePair>, int, int) Judge(FigureCase text, CodedArticle coded)
    {
        var (sentences, wrong) = FigureScores.Negatives(text, coded.Analysis, coded.Figures);
        return (text, FigureScores.Pair(text, coded.Figures), sentences, wrong);
    }

    private static void Tell(ImmutableArray<FigurePair> pairs)
    {
        foreach (var pair in pairs)
        {
            var fields = FigureScores.Fields.Where(f => pair.Field(f) == false).ToList();
            var word = pair.Found is null ? "missed" : pair.Gold is null ? "false" : !pair.IsRight ? "wrong" : fields.Count > 0 ? "field" : null;
            if (word is null) continue;
            var at = pair.Gold?.Span ?? pair.Found!.Span;
            var text = pair.Case.Article.Text;
            var around = text[Math.Max(0, at.Start - 50)..Math.Min(text.Length, at.End + 50)].ReplaceLineEndings(" ");
            Console.Out.Write($"{pair.Case.File} {word,-6} {Gold(pair.Gold)} <- {Found(pair.Found)} [{string.Join(' ', fields)}] …{around}…\n");
            foreach (var field in fields) Console.Out.Write($"    {field}: {pair.Gold!.Mark[field]} <- {Value(pair.Found!, field)}\n");
        }
    }

    private static string Gold(AnnotatedFigure? f) => f is null ? "-" : Words(f.Measure, f.Value, f.High, f.Bound);

    private static string Found(Figure? f) => f is null ? "-" : Words(f.Measure, f.Value, f.High, f.Bound);

    private static string Words(FigureMeasure measure, long? value, long? high, FigureBound? bound) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure.Word()} {(value is { } v ? v.ToString(CultureInfo.InvariantCulture) : "vague")}{(high is { } h ? $"..{h}" : "")} {bound?.Word()}");

    private static string? Value(Figure f, string field) => field switch
    {
        "country" => f.Country,
        "side" => f.Side,
        "place" => f.Place?.Name,
        "period" => f.Period is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Start:yyyy-MM-dd}/{p.End:yyyy-MM-dd}") : null,
        "claimant" => string.Join("; ", f.Attribution.Select(a => a.Name)),
        _ => null,
    };
}
