using System.CommandLine;
using Demarche.Exports;

namespace Demarche.Cli;

/// <summary>Options of the commands that write events for other programs.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string?> _as = new("--as")
    {
        Description = $"Write the events for others: {string.Join(", ", ExportFormat.Names)} (docs/exports.md).",
    };

    private readonly Option<string?> _out = new("--out") { Description = "Folder for the files of --as and their manifest; without it a single table is printed." };

    private readonly Option<bool> _rawCells = new("--raw-cells") { Description = "Of comma-separated tables: do not guard text that a spreadsheet would run as a formula." };

    private readonly Option<bool> _storyDates = new("--story-dates") { Description = "In cameo, gdelt and icews: an event whose day is not known has the day of its article." };

    /// <param name="record">The option that chooses our own record; it excludes --as.</param>
    public ExportOptions(Option<string> record) => _as.Validators.Add(result =>
    {
        if (result.GetResult(record) is { Implicit: false }) result.AddError($"--as and {record.Name} exclude each other.");
        if (result.Tokens is [var name, ..] && !ExportFormat.Names.Contains(name.Value, StringComparer.Ordinal))
            result.AddError($"there is no export '{name.Value}': the names are {string.Join(", ", ExportFormat.Names)}.");
    });

    public void AddTo(Command command)
    {
        command.Options.Add(_as);
        command.Options.Add(_out);
        command.Options.Add(_rawCells);
        command.Options.Add(_storyDates);
        command.Validators.Add(result =>
        {
            var named = result.GetResult(_as) is not null;
            if (!named && result.GetResult(_out) is not null) result.AddError("--out needs --as NAME.");
            foreach (var option in new[] { _rawCells, _storyDates })
                if (!named && result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} needs --as NAME.");
        });
    }

    /// <summary>The format asked for, or null for our own record.</summary>
    public ExportFormat? Format(ParseResult parsed) => parsed.GetValue(_as) is { } name
        ? ExportFormat.Load(name, DataFolder.Open(), new ExportSettings { Guard = !parsed.GetValue(_rawCells), StoryDates = parsed.GetValue(_storyDates) })
        : null;

    /// <summary>Where to write, or null for standard output.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_out);
}
