using System.CommandLine;
using System.Globalization;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Coding.Linting;
using Demarche.Language;
using Demarche.Server;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Cli.Commands;

/// <summary>`demarche lint`: what in the data files ought to be mended, a line each.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH") { Description = "A data folder, or a file or folder in it; data/ of the working directory, or else the shipped data.", Arity = ArgumentArity.ZeroOrOne };
        var examples = new Option<bool>("--examples") { Description = "Also code the sentences of the patterns: each must give its code, and what stands behind '!' must not." };
        var command = new Command("lint", "Check the data files: faults, patterns that never win, codes that nothing gives. Exits with 1 if there are findings.") { path, examples };
        command.SetAction(parsed => Run(parsed.GetValue(path), parsed.GetValue(examples)));
        return command;
    }

    private static int Run(string? path, bool examples)
    {
        if (path is not null && !Path.Exists(path))
        {
            Messages.Say($"{path}: there is no such file or folder");
            return ExitCodes.NotFound;
        }
        if (DataFolder.Find(path ?? "data") is not var (data, scope))
        {
            Messages.Say($"{path}: this is not in a folder named data");
            return ExitCodes.Usage;
        }
        Coverage? coverage = null;
        var findings = Finding.Sorted(Findings(data, scope, examples, ref coverage).Where(f => f.File.StartsWith(scope, StringComparison.Ordinal) || IsCoverage(f, scope))).ToList();
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        foreach (var f in findings) output.WriteLine(Messages.Visible(f.ToString()));
        if (coverage is not null) Write(output, coverage);
        output.WriteLine(findings.Count == 0 ? "no findings" : string.Create(CultureInfo.InvariantCulture, $"{findings.Count:N0} finding{(findings.Count == 1 ? "" : "s")}"));
        return findings.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static List<Finding> Findings(DataFiles data, string scope, bool examples, ref Coverage? coverage)
    {
        var findings = new List<Finding>();
        if (Concerns("patterns/", scope) || Concerns("coding/", scope)) Attempt(() => Patterns(data, examples, findings), findings, ref coverage);
        if (Concerns("actors/", scope)) Attempt(() => { findings.AddRange(ActorLint.Findings(data)); return null; }, findings, ref coverage);
        if (scope.Length == 0 && findings.Count == 0) Attempt(() => { Pipeline.Load(data); return null; }, findings, ref coverage);
        return findings;
    }

    private static Coverage Patterns(DataFiles data, bool examples, List<Finding> findings)
    {
        var lint = PatternLint.Read(data, Analyzer.LoadParser(data));
        findings.AddRange(lint.Findings());
        if (!examples || findings.Exists(f => f.Kind == "fault")) return lint.Coverage;
        var pipeline = Pipeline.Load(data);
        findings.AddRange(lint.ExampleFindings(s => pipeline.Code(OneSentence(s)).Observations));
        return lint.Coverage;
    }

    private static void Attempt(Func<Coverage?> check, List<Finding> findings, ref Coverage? coverage)
    {
        try
        {
            coverage = check() ?? coverage;
        }
        catch (DataException e)
        {
            findings.Add(Finding.Of(e));
        }
    }

    /// <summary>True if a folder of the data lies in what is to be checked, or the other way round.</summary>
    private static bool Concerns(string folder, string scope) =>
        folder.StartsWith(scope, StringComparison.Ordinal) || scope.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>Codes without a pattern are listed under the ontology, and are a matter of the patterns.</summary>
    private static bool IsCoverage(Finding finding, string scope) => finding.Kind == "uncovered" && scope is "patterns/" or "coding/";

    private static Article OneSentence(string text) =>
        new(new ArticleId("example"), "example", null, null, null, null, [], "en", new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata), text, []);

    private static void Write(StreamWriter output, Coverage c)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{c.Patterns:N0} patterns, {c.Entries:N0} entries (trigger and pattern), {c.Phrases:N0} phrases (trigger and needed words)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{c.Covered.Length} of the {c.Covered.Length + c.Missing.Length} codes from 020 to 204 are given by a pattern or a composition"));
        if (!c.Missing.IsEmpty) output.WriteLine($"not given: {string.Join(' ', c.Missing)}");
    }
}
