using System.CommandLine;
using System.Text;
using Demarche.Language;
using Demarche.Server;
using Demarche.Times;
using Demarche.Times.Evaluation;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate timex: temporal expressions and their values.</summary>
internal static class EvaluateTimes
{
    public static Command Create() => AnnotatedTexts.Measure(
        "timex", "Temporal expressions with their TIMEX3 types and values.",
        "texts with inline TIMEX3 marks (.tml, see tests/corpus/times/README.md), a .jsonl file of annotated documents, or folders of .tml files",
        "print what was missed, found in error or given another value before the table",
        (_, paths, half, verbose) => Run(paths, half, verbose));

    private static int Run(string[] paths, string? half, bool verbose)
    {
        var data = DataFolder.Open();
        var (analyzer, finder) = (Analyzer.Load(data), TimeFinder.Load(data));
        var scores = new TimexScores();
        foreach (var (gold, found) in paths.SelectMany(Cases).Where(c => half is null || c.Half == half).ToList()
            .AsParallel().AsOrdered().Select(c => (c, finder.Find(analyzer.Analyze(c.Article))))) scores.Add(gold, found);
        if (verbose)
            foreach (var miss in scores.Misses) Console.Out.WriteLine($"{miss.Kind}\t{miss.Case}\t{miss.Words.ReplaceLineEndings(" ")}\twanted {miss.Wanted ?? "-"}\tfound {miss.Found ?? "-"}");
        Console.Out.Write(scores.Table());
        return ExitCodes.Ok;
    }

    private static IEnumerable<TimexCase> Cases(string path)
    {
        if (Directory.Exists(path)) return AnnotatedTexts.Files(path, ".tml").SelectMany(Cases);
        if (path.EndsWith(".jsonl", StringComparison.Ordinal))
            return File.ReadLines(path, Encoding.UTF8).Select((line, i) => (line, i)).Where(l => l.line.Length > 0).Select(l => TimexCase.ReadJson(l.line, path, l.i + 1));
        return [TimexCase.ReadMarked(File.ReadAllText(path, Encoding.UTF8), path)];
    }
}
