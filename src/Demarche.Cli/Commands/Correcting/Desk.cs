using System.Collections.Immutable;
using System.CommandLine;
using System.Text.RegularExpressions;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Dossiers;
using Demarche.Server;
using Demarche.Server.Corrections;

namespace Demarche.Cli.Commands.Correcting;

/// <summary>The record as it lies before the one who corrects it: the articles coded, the log applied, everything to be found by its name.</summary>
internal sealed partial class Desk
{
    private readonly ImmutableArray<CodedArticle> _raw;
    private readonly CorrectionLog _log;

    private Desk(ImmutableArray<CodedArticle> raw, CorrectionLog log, int exitCode)
    {
        (_raw, _log, ExitCode) = (raw, log, exitCode);
        var seen = DossierMaker.Make(raw, new DossierOptions { Corrections = log });
        var plain = log.Holding.IsEmpty ? seen : DossierMaker.Make(raw);
        Catalog = new Catalog(plain.Articles.Length == raw.Length ? raw : [.. raw.DistinctBy(a => a.Article.Id)], seen.Articles, Told(seen), Told(plain));
    }

    public Catalog Catalog { get; }

    /// <summary>What reading the articles and the log came to.</summary>
    public int ExitCode { get; }

    /// <summary>Reads and codes what the paths name; null if there is nothing, with what the command shall exit with.</summary>
    public static Desk? Open(ParseResult parsed, Batch.Options options, IEnumerable<string> paths, CorrectionFile file, out int exitCode)
    {
        var log = CorrectionOptions.Read(file, out var logCode);
        var batch = Batch.Read(parsed, options, paths);
        exitCode = batch.ExitCode;
        if (batch.NothingRead) return null;
        var raw = batch.Code().ToImmutableArray();
        exitCode = batch.ExitCode == ExitCodes.Ok ? logCode : batch.ExitCode;
        return new Desk(raw, log, exitCode);
    }

    /// <summary>Finds all names; says of each that is not found which ones are like it.</summary>
    public List<Target>? Find(IEnumerable<string> names)
    {
        var found = new List<Target>();
        var missing = false;
        foreach (var name in names)
        {
            var answer = Catalog.Find(name);
            if (answer.Target is { } target) found.Add(target);
            else
            {
                missing = true;
                Messages.Say($"there is no {name} in these articles; {(answer.Nearest.IsEmpty ? "nothing there has such a name" : "nearest: " + string.Join(", ", answer.Nearest))}"
                    + "; 'demarche dossier PATH --format json' lists the ids");
            }
        }
        return missing ? null : found;
    }

    /// <summary>What entries overrule, and what overrules them.</summary>
    public IEnumerable<string> Effects(IReadOnlyList<Correction> entries)
    {
        var ids = entries.Select(e => e.Id).ToHashSet();
        var report = new Corrector(_raw.DistinctBy(a => a.Article.Id), new CorrectionLog(_log.Entries.Concat(entries))).Report;
        foreach (var o in report.Overruled.Where(o => ids.Contains(o.Later) || ids.Contains(o.Earlier))) yield return $"{o.Later} overrules {o.Earlier} ({o.What})";
    }

    /// <summary>True for what can only be a name of something in the record and not a path.</summary>
    public static bool IsName(string word) => Name().IsMatch(word) && !Path.Exists(word);

    private static IEnumerable<(Stories.Story, ImmutableArray<Reconciliation.Event>)> Told(Dossier dossier) => dossier.Stories.Select(s => (s.Story, s.Events));

    [GeneratedRegex(@"^(?:(?:ev|story|cor)-[0-9a-zA-Z]+|.+:(?:e\d+|\d+-\d+)|[0-9a-f]{16})\z")]
    private static partial Regex Name();
}
