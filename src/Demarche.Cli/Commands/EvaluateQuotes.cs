using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Quotes.Evaluation;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate quotes: quotations, reported speech and their speakers.</summary>
internal static class EvaluateQuotes
{
    public static Command Create()
    {
        var docs = new Option<FileInfo?>("--docs") { Description = "the texts of a .jsonl file of annotations: id and text, a line each" };
        var command = AnnotatedTexts.Measure(
            "quotes", "Quotations and reported speech with their speakers.",
            "texts with inline marks (.txt, see tests/corpus/quotes/README.md), folders of them, or a .jsonl file of annotations (with --docs)",
            "print what was missed, found in error or given to somebody else before the table",
            (r, paths, half, verbose) => Run(paths, r.GetValue(docs), half, verbose));
        command.Add(docs);
        return command;
    }

    private static int Run(string[] paths, FileInfo? docs, string? half, bool verbose)
    {
        if (docs is not null && AnnotatedTexts.AnyMissing([docs.FullName])) return ExitCodes.NotFound;
        var texts = Texts(docs);
        var pipeline = Pipeline.LoadPatternsOnly(DataFolder.Open());
        var scores = new QuoteScores();
        foreach (var (gold, found) in paths.SelectMany(p => Cases(p, texts)).Where(c => half is null || c.Half == half).ToList()
            .AsParallel().AsOrdered().Select(c => (c, pipeline.Code(c.Article).Quotes))) scores.Add(gold, found);
        if (verbose)
            foreach (var miss in scores.Misses) Console.Out.WriteLine($"{miss.Kind}\t{miss.Case}\t{miss.Words.ReplaceLineEndings(" ")}\twanted {miss.Wanted ?? "-"}\tfound {miss.Found ?? "-"}");
        Console.Out.Write(scores.Table());
        return ExitCodes.Ok;
    }

    private static Dictionary<string, string> Texts(FileInfo? docs)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in docs is null ? [] : File.ReadLines(docs.FullName, Encoding.UTF8))
        {
            using var document = JsonDocument.Parse(line);
            texts[document.RootElement.GetProperty("id").GetString()!] = document.RootElement.GetProperty("text").GetString()!;
        }
        return texts;
    }

    private static IEnumerable<QuoteCase> Cases(string path, Dictionary<string, string> texts)
    {
        if (Directory.Exists(path)) return AnnotatedTexts.Files(path, ".txt").SelectMany(f => Cases(f, texts));
        if (path.EndsWith(".jsonl", StringComparison.Ordinal))
            return File.ReadLines(path, Encoding.UTF8).Select((line, i) => (line, i)).Where(l => l.line.Length > 0).Select(l => QuoteCase.ReadJson(l.line, texts.GetValueOrDefault, path, l.i + 1));
        return [QuoteCase.ReadMarked(File.ReadAllText(path, Encoding.UTF8), path)];
    }
}
