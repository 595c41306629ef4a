using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Ontology;
using Demarche.Reconciliation;
using Demarche.Server;

namespace Demarche.Cli.Commands.Correcting;

/// <summary>`demarche correct edit`: sets fields of events, of single reports, of quotations and figures.</summary>
internal static class EditCommand
{
    private const string None = "none";

    private static readonly Option<string?> Cameo = new("--cameo") { Description = "CAMEO code; the PLOVER type follows from it." };
    private static readonly Option<string?> Status = new("--status") { Description = "occurred, ongoing, planned, possible or denied." };
    private static readonly Option<string?> Date = new("--date") { Description = "A day (2031-05-06), first and last day (2031-05-06/2031-05-08), or none." };
    private static readonly Option<string[]> Sources = new("--source") { Description = "Who did it: a name as the record has it, or NAME/CODE (\"Uruguay/URYGOV\"); again for each." };
    private static readonly Option<string[]> Targets = new("--target") { Description = "To whom, in the same way; none for nobody." };
    private static readonly Option<string?> Speaker = new("--speaker") { Description = "Of a quotation (ARTICLE:120-160): who said it." };
    private static readonly Option<long?> Value = new("--value") { Description = "Of a figure (ARTICLE:120-160): the number." };

    public static Command Create()
    {
        var options = new Batch.Options();
        var signature = new Signature();
        var command = new Command("edit", "Set fields of events, of single reports of them, the speaker of a quotation, the number of a figure.");
        options.Paths.Description = "Events (ev-…), reports (ARTICLE:e4), quotations or figures (ARTICLE:120-160), then the files or folders they were made from.";
        options.AddTo(command);
        var fields = new Option[] { Cameo, Status, Date, Sources, Targets, Speaker, Value };
        foreach (var field in fields) command.Options.Add(field);
        signature.AddTo(command);
        Status.AcceptOnlyFromAmong("occurred", "ongoing", "planned", "possible", "denied");
        command.Validators.Add(r =>
        {
            if (fields.All(f => r.GetResult(f) is null)) r.AddError("correct edit needs a field to set: --cameo, --status, --date, --source, --target, --speaker or --value.");
        });
        command.SetAction(parsed =>
        {
            var words = parsed.GetRequiredValue(options.Paths);
            var (names, paths) = (words.Where(Desk.IsName).Distinct(StringComparer.Ordinal).ToList(), words.Where(w => !Desk.IsName(w)).ToList());
            if (names.Count == 0 || paths.Count == 0)
            {
                Messages.Say("correct edit needs what it is about (ev-…, ARTICLE:e4) and the files or folders it was made from.");
                return ExitCodes.Usage;
            }
            var codes = EventOntology.Load(DataFolder.Open());
            if (Plain(parsed, codes) is not { } plain) return ExitCodes.Usage;
            if (Desk.Open(parsed, options, paths, signature.File(parsed), out var exitCode) is not { } desk) return exitCode;
            if (desk.Find(names) is not { } targets) return ExitCodes.NotFound;
            if (WithParties(parsed, plain, desk.Catalog) is not { } set) return ExitCodes.NotFound;
            if (targets.Find(t => !Fits(t.About, set)) is { } odd)
            {
                Messages.Say($"{odd.Name} is {(odd.About == CorrectionSubject.Observation ? "a report" : "of kind " + odd.About.Word())}: it has no such field to set.");
                return ExitCodes.Conflict;
            }
            signature.Write(parsed, targets.Select(t => signature.Entry(parsed, CorrectionAct.Edit, t.About, t.Name) with { Was = t.Was, Set = set, Reports = t.Anchors }), desk.Effects);
            return desk.ExitCode;
        });
        return command;
    }

    /// <summary>The fields that need no look into the articles; null, with a message, if one is wrong.</summary>
    private static Changes? Plain(ParseResult parsed, EventOntology codes)
    {
        var set = new Changes { Value = parsed.GetValue(Value) };
        if (parsed.GetValue(Cameo) is { } cameo)
        {
            if (!codes.TryFind(cameo, out var code) || code.Plover is null)
            {
                Messages.Say($"--cameo {cameo}: {(code is null ? "CAMEO has no such code" : "codes under 01 have no PLOVER type and are not kept as events")}; data/ontology/cameo.txt lists them.");
                return null;
            }
            set = set with { Cameo = code.Code, Plover = code.Plover, Mode = code.Mode };
        }
        if (parsed.GetValue(Status) is { } status) set = set with { Status = Enum.Parse<Status>(status, ignoreCase: true) };
        if (parsed.GetValue(Date) is not { } date) return set;
        if (date == None) return set with { Undated = true };
        var days = date.Split('/').Select(d => DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).ToList();
        if (days.Count is 1 or 2 && days[0] is { } first && days[^1] is { } last && first <= last) return set with { Date = new Days(first, last) };
        Messages.Say($"--date {date}: write 2031-05-06, 2031-05-06/2031-05-08 or none.");
        return null;
    }

    private static Changes? WithParties(ParseResult parsed, Changes set, Catalog catalog)
    {
        if (Parties(parsed.GetValue(Sources) ?? [], catalog) is not { } sources || Parties(parsed.GetValue(Targets) ?? [], catalog) is not { } targets
            || Parties(parsed.GetValue(Speaker) is { } one ? [one] : [], catalog) is not { } speakers) return null;
        return set with
        {
            Sources = sources.IsEmpty ? null : sources,
            Targets = parsed.GetValue(Targets) is { Length: > 0 } ? targets : null,
            Speaker = speakers.FirstOrDefault(),
        };
    }

    private static ImmutableArray<Party>? Parties(string[] names, Catalog catalog)
    {
        var parties = ImmutableArray.CreateBuilder<Party>();
        foreach (var name in names.Where(n => n != None))
        {
            if (catalog.FindParty(name) is { } party)
            {
                parties.Add(party);
                continue;
            }
            Messages.Say($"the articles name no actor {name}; nearest: {string.Join(", ", catalog.PartiesLike(name))}; an actor that they do not name is given as NAME/CODE, e.g. \"Uruguay/URYGOV\".");
            return null;
        }
        return parties.ToImmutable();
    }

    private static bool Fits(CorrectionSubject about, Changes set) => about switch
    {
        CorrectionSubject.Quote => set with { Speaker = null } == new Changes() && set.Speaker is not null,
        CorrectionSubject.Figure => set with { Value = null } == new Changes() && set.Value is not null,
        CorrectionSubject.Event or CorrectionSubject.Observation => set is { Speaker: null, Value: null },
        _ => false,
    };
}
