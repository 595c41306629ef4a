using System.CommandLine;
using System.Globalization;
using Demarche.Corrections;
using Demarche.Server;
using Demarche.Server.Corrections;

namespace Demarche.Cli.Commands.Correcting;

/// <summary>Who corrects, when and why, and in which log; the one place that looks at the clock.</summary>
internal sealed class Signature
{
    private readonly Option<string> _by = new("--by") { Description = "Who makes the correction.", Required = true };
    private readonly Option<string?> _because = new("--because") { Description = "Why." };
    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "When (2031-05-08T09:30:00Z); without it, now.",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)) return at;
            result.AddError($"'{result.Tokens[0].Value}' is no moment: write 2031-05-08T09:30:00Z.");
            return null;
        },
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the entry that would be written, and write nothing." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the entry as it stands in the log." };
    private readonly Option<string> _log = LogOption();

    public static Option<string> LogOption() => new("--log")
    {
        Description = "The log of corrections.",
        DefaultValueFactory = _ => "corrections.jsonl",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _by, _because, _at, _log, _dryRun, _json }) command.Options.Add(option);
        command.Validators.Add(r =>
        {
            if (r.GetResult(_by) is not null && string.IsNullOrWhiteSpace(r.GetValue(_by))) r.AddError("--by needs a name.");
        });
    }

    public CorrectionFile File(ParseResult parsed) => new(parsed.GetRequiredValue(_log));

    /// <summary>An entry without its place, which the caller adds.</summary>
    public Correction Entry(ParseResult parsed, CorrectionAct act, CorrectionSubject about, string name) =>
        new(new(""), parsed.GetValue(_at) ?? TimeProvider.System.GetUtcNow(), parsed.GetRequiredValue(_by).Trim(), act, about, name,
            "demarche " + typeof(Correction).Assembly.GetName().Version?.ToString(3))
        {
            Because = parsed.GetValue(_because),
        };

    /// <summary>Adds entries to the log, or only shows them, and says of each what it does.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="entries">Without their ids.</param>
    /// <param name="effects">Lines about what the entry does to others.</param>
    public int Write(ParseResult parsed, IEnumerable<Correction> entries, Func<IReadOnlyList<Correction>, IEnumerable<string>>? effects = null)
    {
        var named = entries.Select(CorrectionJson.Named).ToList();
        var dry = parsed.GetValue(_dryRun);
        if (!dry) File(parsed).Append(named);
        foreach (var e in named)
            Console.Out.WriteLine(parsed.GetValue(_json) || dry ? CorrectionJson.Line(e) : Messages.Visible(Phrase(e)));
        foreach (var line in effects?.Invoke(named) ?? []) Messages.Say(line);
        if (dry) Messages.Say("nothing was written");
        return ExitCodes.Ok;
    }

    /// <summary>"cor-1a2b3c4d5e edit ev-3f2a9c1d07: cameo 038, date 2031-05-06".</summary>
    public static string Phrase(Correction e)
    {
        var set = e.Set is { } s ? string.Join(", ", Told(s)) : "";
        var name = e.Act == CorrectionAct.Undo ? e.Undoes?.Value : e.Name;
        return $"{e.Id} {e.Act.ToString().ToLowerInvariant()} {name}{(set.Length > 0 ? ": " + set : "")}";
    }

    private static IEnumerable<string> Told(Changes s)
    {
        if (s.Cameo is not null) yield return $"cameo {s.Cameo} ({s.Plover})";
        if (s.Status is { } status) yield return "status " + Coding.RecordWords.Word(status);
        if (s.Undated == true) yield return "no date";
        else if (s.Date is { } date) yield return "date " + date;
        if (s.Sources is { } sources) yield return "sources " + string.Join(" and ", sources.Select(p => p.Name));
        if (s.Targets is { } targets) yield return "targets " + (targets.IsEmpty ? "none" : string.Join(" and ", targets.Select(p => p.Name)));
        if (s.Speaker is { } speaker) yield return "speaker " + speaker.Name;
        if (s.Value is { } value) yield return "value " + value.ToString(CultureInfo.InvariantCulture);
    }
}
