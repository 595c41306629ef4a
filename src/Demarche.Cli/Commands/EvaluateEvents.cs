using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Coding.Evaluation;
using Demarche.Ontology;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate events: who did what to whom, in annotated sentences and reports.</summary>
internal static class EvaluateEvents
{
    public static Command Create()
    {
        var paths = PathsArgument.Create("annotated sentences and reports (.txt, see tests/corpus/events/README.md) or folders of them");
        var half = new Option<string?>("--half") { Description = "only this half: dev or test" };
        var byType = new Option<bool>("--by-type") { Description = "print a table of the PLOVER types as well" };
        var verbose = new Option<bool>("--verbose") { Description = "print each sentence with something missed, false or wrong before the table" };
        half.AcceptOnlyFromAmong("dev", "test");
        var command = new Command("events", "Who did what to whom: types, sides, status and dates of events, and false events in sentences without any.") { paths, half, byType, verbose };
        command.SetAction(r => Run(r.GetValue(paths)!, r.GetValue(half), r.GetValue(byType), r.GetValue(verbose)));
        return command;
    }

    private static int Run(string[] paths, string? half, bool byType, bool verbose)
    {
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).ToList();
        foreach (var path in missing) Messages.Say($"{path}: there is no such file");
        if (missing.Count > 0) return ExitCodes.NotFound;
        var data = DataFolder.Open();
        var ontology = EventOntology.Load(data);
        var cases = paths.SelectMany(Expand).SelectMany(f => EventCaseReader.Read(File.ReadLines(f), Path.GetFileName(f), ontology)).Where(c => half is null || c.Half == half).ToList();
        var pipeline = Pipeline.Load(data);
        var verdicts = cases.AsParallel().AsOrdered().SelectMany(c => EventJudge.Judge(c, pipeline.Code(c.Article))).ToList();
        if (verbose)
            foreach (var verdict in verdicts) Tell(verdict);
        if (byType) Console.Out.Write(EventScores.ByType(verdicts));
        Console.Out.Write(EventScores.Table(verdicts));
        return ExitCodes.Ok;
    }

    private static void Tell(SentenceVerdict v)
    {
        var faults = new StringBuilder();
        foreach (var m in v.Missed) faults.Append("  missed ").Append(Gold(m)).Append('\n');
        foreach (var o in v.IsFalseAlarm ? v.Coded.Observations.Where(o => o.Sentence.Overlaps(v.Gold.Span)) : v.False)
            faults.Append(v.IsFalseAlarm ? "  FALSE  " : "  false  ").Append(Found(o, v.Coded.Actors)).Append('\n');
        foreach (var m in v.Matches.Where(m => !m.Sides || !m.Status || m.Date == false))
            faults.Append("  wrong  ").Append(Gold(m.Gold)).Append(" <- ").Append(Found(m.Found, v.Coded.Actors)).Append('\n');
        if (faults.Length == 0) return;
        var words = v.Case.Article.Text[v.Gold.Span.Start..v.Gold.Span.End];
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{v.Case.File}:{v.Gold.Line} {words}{(v.Gold.Negative is { } n ? $" ({n})" : "")}\n{faults}"));
    }

    private static string Gold(AnnotatedEvent e) =>
        $"{e.Types[0]} {string.Join('/', e.Codes)} {string.Join("; ", e.Sources)} > {string.Join("; ", e.Targets)} {string.Join('/', e.Statuses.Select(s => s.Word()))}{string.Concat(e.Dates.Select(d => d is { } days ? $" {Days(days.Start, days.End)}" : " ?"))}";

    private static string Found(Observation o, ActorMentions actors) =>
        $"{o.Plover} {o.Cameo} {Names(o.Sources, actors)} > {Names(o.Targets, actors)} {o.Status.Word()}{(o.Date is { } d ? $" {Days(d.Start, d.End)}" : "")} [{o.Coder}]";

    private static string Names(IEnumerable<ActorId> ids, ActorMentions actors) => string.Join("; ", ids.Select(id => $"{actors[id].Name} {actors[id].Country}{actors[id].Sector}"));

    private static string Days(DateOnly start, DateOnly end) =>
        start == end ? start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}..{end:yyyy-MM-dd}");

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
