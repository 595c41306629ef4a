using Demarche.Actors;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Dossiers;
using Demarche.Reconciliation;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Corrections;

/// <summary>What holds for every log.</summary>
public sealed class CorrectionProperties
{
    private static readonly Changes[] Edits =
    [
        new() { Cameo = "112", Plover = "ACCUSE" }, new() { Status = Status.Denied }, new() { Undated = true }, new() { Date = new Days(new(2031, 5, 1), new(2031, 5, 3)) },
        new() { Targets = [] }, new() { Sources = [new Party("Tuvalu", ActorKind.State, "TUV", "TUV")], Status = Status.Planned },
    ];

    /// <summary>A few random acts, each on what is there then.</summary>
    private static readonly Gen<int[]> Steps = Gen.Choose(0, 1_000_000).ArrayOf().Select(a => a.Take(5).ToArray());

    private static Desk Acting(int[] steps)
    {
        var desk = new Desk(Desk.Quarrel);
        foreach (var step in steps)
        {
            var events = desk.Events.ToList();
            if (events.Count == 0) return desk;
            var e = events[step / 7 % events.Count];
            var report = e.Reports[step / 1000 % e.Reports.Length];
            var name = step % 2 == 0 ? e.Id.Value : report.Article + ":" + report.Observation;
            if (step % 7 == 0) desk.Do(CorrectionAct.Accept, name);
            else if (step % 7 == 1) desk.Do(CorrectionAct.Reject, name);
            else if (step % 7 == 2 && events.Count > 1) desk.Do(CorrectionAct.Merge, e.Id.Value, null, events[(step / 7 + 1) % events.Count].Id.Value);
            else if (step % 7 == 3 && e.Reports.Length > 1) desk.Do(CorrectionAct.Split, e.Id.Value, null, report.Article + ":" + report.Observation);
            else if (step % 7 == 4 && desk.Entries.Count > 0) desk.Undo(desk.Entries[step / 7 % desk.Entries.Count].Id);
            else desk.Do(CorrectionAct.Edit, name, Edits[step / 7 % Edits.Length]);
        }
        return desk;
    }

    [Fact]
    public void To_undo_the_last_correction_restores_the_dossier_to_the_byte() =>
        Prop.ForAll(Steps.ToArbitrary(), steps =>
        {
            var desk = Acting(steps);
            if (desk.Entries.Count == 0) return true;
            var before = Desk.Json(desk.Make(new CorrectionLog(desk.Entries.SkipLast(1))));
            desk.Undo(desk.Entries[^1].Id);
            return Desk.Json(desk.Dossier) == before;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entries_that_stand_twice_and_the_order_of_the_articles_change_nothing() =>
        Prop.ForAll(Steps.ToArbitrary(), steps =>
        {
            var desk = Acting(steps);
            var json = Desk.Json(desk.Dossier);
            var turned = DossierMaker.Make(Desk.Quarrel.Reverse(), new DossierOptions { Corrections = new CorrectionLog(desk.Entries.Concat(desk.Entries)) });
            return Desk.Json(turned) == json;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_corrected_already_stays_as_it_is() =>
        Prop.ForAll(Steps.ToArbitrary(), steps =>
        {
            var desk = Acting(steps);
            var once = new Corrector(Desk.Quarrel, desk.Log).Articles;
            return Desk.Shown(new Corrector(once, desk.Log).Articles) == Desk.Shown(once);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_report_is_lost_or_doubled_save_the_rejected() =>
        Prop.ForAll(Steps.ToArbitrary(), steps =>
        {
            var desk = Acting(steps);
            var dossier = desk.Dossier;
            var told = dossier.Stories.SelectMany(s => s.Events).SelectMany(e => e.Reports).Select(r => r.Article + ":" + r.Observation).ToList();
            var coded = dossier.Articles.SelectMany(a => a.Observations.Select(o => a.Article.Id + ":" + o.Id)).ToList();
            return told.Distinct().Count() == told.Count && told.ToHashSet().SetEquals(coded) && dossier.Corrections.Report.Unanchored.IsEmpty;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_entry_is_read_as_it_was_written_and_a_change_shows() =>
        Prop.ForAll(Steps.ToArbitrary(), steps => Acting(steps).Entries.All(e =>
        {
            var line = CorrectionJson.Line(e);
            var again = CorrectionJson.Read(line, out var intact);
            CorrectionJson.Read(line.Replace("\"by\":\"", "\"by\":\"not ", StringComparison.Ordinal), out var changed);
            return intact && !changed && CorrectionJson.Line(again) == line && !line.Contains('\n', StringComparison.Ordinal);
        })).QuickCheckThrowOnFailure();
}
