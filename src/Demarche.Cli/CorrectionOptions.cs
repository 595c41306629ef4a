using System.CommandLine;
using System.Globalization;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Server;
using Demarche.Server.Corrections;
using Demarche.Times;

namespace Demarche.Cli;

/// <summary>Options of the commands that let corrections hold.</summary>
internal sealed class CorrectionOptions
{
    private const int MostSaid = 20;

    private readonly Option<string?> _file = new("--corrections") { Description = "The log of corrections that shall hold (docs/corrections.md)." };

    private readonly Option<bool> _later = new("--later-corrections") { Description = "With --as-of: corrections made after the day hold too." };

    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_later);
        command.Validators.Add(r =>
        {
            if (r.GetResult(_later) is { Implicit: false } && r.GetResult(_file) is null) r.AddError("--later-corrections needs --corrections FILE.");
        });
    }

    /// <summary>The log asked for; null, with a message, if there is no such file.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="exitCode">What the command shall exit with if all else goes well.</param>
    public CorrectionLog? Read(ParseResult parsed, out int exitCode)
    {
        exitCode = ExitCodes.Ok;
        if (parsed.GetValue(_file) is not { } path) return CorrectionLog.Empty;
        var file = new CorrectionFile(path);
        if (file.Exists) return Read(file, out exitCode);
        Messages.Say($"{path}: there is no such log of corrections [{Errors.NotFound}]");
        exitCode = ExitCodes.NotFound;
        return null;
    }

    /// <summary>True if corrections made after the day of a horizon hold too.</summary>
    public bool Later(ParseResult parsed) => parsed.GetValue(_later);

    /// <summary>Reads a log, says what is wrong with it.</summary>
    public static CorrectionLog Read(CorrectionFile file, out int exitCode)
    {
        var (log, faults) = file.Read();
        foreach (var fault in faults) Messages.Say($"{file.Path}:{fault.Line}: {fault.Reason} [{Errors.BadCorrection}]");
        exitCode = faults.Any(f => f.LeftOut) ? ExitCodes.SomeRefused : ExitCodes.Ok;
        return log;
    }

    /// <summary>The articles with what was corrected in them; what was said of an event holds for each of its reports.</summary>
    /// <remarks>Without corrections each article goes on as soon as it is coded; with them all must be known first.</remarks>
    public IEnumerable<CodedArticle> Apply(ParseResult parsed, CorrectionLog log, Horizon? horizon, IEnumerable<CodedArticle> coded)
    {
        var later = Later(parsed);
        var holding = horizon is null || later ? log : log.Until(horizon.Day);
        if (holding.Holding.IsEmpty) return coded;
        var all = coded.ToList();
        var corrector = new Corrector(all.DistinctBy(a => a.Article.Id), holding);
        Say(corrector.Report, log, horizon, later);
        return all.Select(corrector.AsReports);
    }

    /// <summary>Says which corrections have no effect, and why.</summary>
    public static void Say(CorrectionReport report, CorrectionLog all, Horizon? horizon, bool later)
    {
        foreach (var lost in report.Unanchored.Take(MostSaid))
            Messages.Say($"correction {lost.Entry.Id} ({lost.Entry.Act.ToString().ToLowerInvariant()} {lost.Entry.Name}, by {lost.Entry.By}) has no effect at {lost.Anchor.Article.Source}"
                + $"{(lost.Anchor.Observation is { } o ? ":" + o : "")}: {lost.Reason}");
        if (report.Unanchored.Length > MostSaid)
            Messages.Say($"{report.Unanchored.Length - MostSaid} more places of corrections were not found again; the dossier's JSON lists all under corrections.unanchored");
        if (horizon is null || later) return;
        var made = all.Entries.Count(e => DateOnly.FromDateTime(e.Time.UtcDateTime) > horizon.Day);
        if (made > 0)
            Messages.Say(string.Create(CultureInfo.InvariantCulture, $"{made} corrections made after {horizon.Day:yyyy-MM-dd} do not hold; --later-corrections lets them"));
    }
}
