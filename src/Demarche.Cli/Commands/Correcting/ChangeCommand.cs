using System.CommandLine;
using Demarche.Corrections;
using Demarche.Server;

namespace Demarche.Cli.Commands.Correcting;

/// <summary>`demarche correct accept`, `reject`, `merge`, `split`: names and paths, and who says so.</summary>
internal static class ChangeCommand
{
    public static Command Create(CorrectionAct act, string description)
    {
        var options = new Batch.Options();
        var signature = new Signature();
        var command = new Command(act.ToString().ToLowerInvariant(), description);
        options.Paths.Description = act switch
        {
            CorrectionAct.Merge => "Two or more events (ev-…) or stories (story-…), then the files or folders they were made from.",
            CorrectionAct.Split => "An event and its reports to part off (ev-… ARTICLE:e4 …), or a story and articles (story-… ARTICLE …), then files or folders.",
            _ => "Events (ev-…), reports (ARTICLE:e4), quotations, figures or contacts (ARTICLE:120-160), then the files or folders they were made from.",
        };
        options.AddTo(command);
        signature.AddTo(command);
        command.SetAction(parsed =>
        {
            var words = parsed.GetRequiredValue(options.Paths);
            var (names, paths) = (words.Where(Desk.IsName).Distinct(StringComparer.Ordinal).ToList(), words.Where(w => !Desk.IsName(w)).ToList());
            if (Missing(act, names, paths) is { } missing)
            {
                Messages.Say(missing);
                return ExitCodes.Usage;
            }
            if (Desk.Open(parsed, options, paths, signature.File(parsed), out var exitCode) is not { } desk) return exitCode;
            if (desk.Find(names) is not { } targets) return ExitCodes.NotFound;
            if (Contradiction(act, targets) is { } contradiction)
            {
                Messages.Say(contradiction);
                return ExitCodes.Conflict;
            }
            Correction Entry(Target t) => signature.Entry(parsed, act, t.About, t.Name) with { Was = t.Was, Reports = t.Anchors };
            var entries = act switch
            {
                CorrectionAct.Merge => [Entry(targets[0]) with
                {
                    Name = string.Join(' ', targets.Select(t => t.Name)),
                    Was = null,
                    Reports = [.. targets.SelectMany((t, group) => t.Anchors.Select(a => a with { Group = group }))],
                }],
                CorrectionAct.Split => [Entry(targets[0]) with { Reports = Sides(targets) }],
                _ => targets.Select(Entry).ToList(),
            };
            signature.Write(parsed, entries, desk.Effects);
            return desk.ExitCode;
        });
        return command;
    }

    private static string? Missing(CorrectionAct act, List<string> names, List<string> paths)
    {
        var verb = act.ToString().ToLowerInvariant();
        if (names.Count == 0) return $"correct {verb} needs the name of what it is about (ev-…, ARTICLE:e4) before the paths; 'demarche dossier PATH --format md' prints them.";
        if (paths.Count == 0) return $"correct {verb} needs the files or folders that {names[0]} was made from.";
        return act is CorrectionAct.Merge or CorrectionAct.Split && names.Count < 2
            ? $"correct {verb} needs two names or more, not {names[0]} alone." : null;
    }

    private static string? Contradiction(CorrectionAct act, List<Target> targets)
    {
        var first = targets[0];
        if (act is CorrectionAct.Accept && targets.Find(t => t.About is CorrectionSubject.Story or CorrectionSubject.Quote or CorrectionSubject.Figure or CorrectionSubject.Contact) is { } odd)
            return $"{odd.Name} cannot be accepted: events and their reports can.";
        if (act is CorrectionAct.Reject && targets.Find(t => t.About == CorrectionSubject.Story) is { } story) return $"{story.Name} cannot be rejected: leave its articles out instead.";
        if (act is CorrectionAct.Merge)
        {
            if (targets.Exists(t => t.About != first.About || t.About is not (CorrectionSubject.Event or CorrectionSubject.Story)) || first.About == CorrectionSubject.Story && targets.Exists(t => t.Home is null))
                return "only events can be merged with events, and stories with stories.";
            if (first.About == CorrectionSubject.Event && targets.Find(t => t.Home != first.Home) is { } other)
                return $"{first.Name} is in {first.Home} and {other.Name} in {other.Home}: merge the stories first.";
        }
        if (act is not CorrectionAct.Split) return null;
        if (first.About == CorrectionSubject.Story && first.Home is not null)
        {
            var members = first.Anchors.Select(a => a.Article.Id).ToHashSet();
            var apart = targets.Skip(1).SelectMany(t => t.Anchors).Select(a => a.Article.Id).ToHashSet();
            return targets.Skip(1).Any(t => t.Home is not null) || !apart.IsSubsetOf(members) ? $"what is parted off must be articles of {first.Name}: {string.Join(", ", members)}."
                : apart.Count == members.Count ? $"nothing would be left of {first.Name}." : null;
        }
        if (first.About != CorrectionSubject.Event) return $"{first.Name} cannot be split: events (ev-…) and stories (story-…) can.";
        var parted = targets.Skip(1).SelectMany(t => t.Reports).ToHashSet();
        return targets.Skip(1).Any(t => t.About != CorrectionSubject.Observation) || !parted.IsSubsetOf(first.Reports)
            ? $"what is parted off must be reports of {first.Name}: {string.Join(", ", first.Reports)}."
            : parted.Count == first.Reports.Length ? $"nothing would be left of {first.Name}." : null;
    }

    private static System.Collections.Immutable.ImmutableArray<Anchor> Sides(List<Target> targets)
    {
        var apart = targets.Skip(1).SelectMany(t => t.Anchors).Select(a => (a.Article.Id, a.Observation)).ToHashSet();
        return [.. targets[0].Anchors.Select(a => a with { Group = apart.Contains((a.Article.Id, a.Observation)) ? 1 : 0 })];
    }
}
