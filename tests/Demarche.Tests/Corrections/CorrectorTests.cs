using Demarche.Actors;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Dossiers;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Times;

namespace Demarche.Tests.Corrections;

public sealed class CorrectorTests
{
    private static readonly Party Peru = new("Peru", ActorKind.State, "PER", "PER");

    [Fact]
    public void A_rejected_event_goes_with_all_its_reports_and_stays_in_the_log()
    {
        var desk = new Desk(Desk.Quarrel);
        desk.Do(CorrectionAct.Reject, desk.The("194").Id.Value);
        Assert.DoesNotContain(desk.Events, e => e.Cameo == "194");
        Assert.Equal(2, Assert.Single(desk.Dossier.Corrections.Report.Applied).Reports.Length);
        Assert.Single(desk.Log.Entries);
    }

    [Fact]
    public void A_rejected_report_leaves_the_event_to_the_others()
    {
        var desk = new Desk(Desk.Quarrel);
        var shelling = desk.The("194");
        desk.Do(CorrectionAct.Reject, shelling.Reports[0].Article + ":" + shelling.Reports[0].Observation);
        Assert.Equal(shelling.Reports[1].Article, Assert.Single(desk.The("194").Reports).Article);
    }

    [Fact]
    public void An_edited_event_has_the_new_values_and_says_what_they_were()
    {
        var desk = new Desk(Desk.Quarrel);
        desk.Do(CorrectionAct.Edit, desk.The("039").Id.Value,
            new Changes { Cameo = "126", Plover = "REJECT", Status = Status.Denied, Date = new Days(new(2031, 5, 8), new(2031, 5, 9)), Targets = [Peru] });
        var e = Assert.Single(desk.Events, e => e.Cameo == "126" && e.Status == Status.Denied);
        Assert.Equal(("REJECT", "2031-05-08/2031-05-09", "Peru"), (e.Plover, e.Date.ToString(), Assert.Single(e.Targets).Name));
        var mark = Assert.Single(desk.Dossier.Corrections.Of(e));
        Assert.Equal([("cameo", "039", "126"), ("plover", "AGREE", "REJECT"), ("status", "occurred", "denied"), ("date", "2031-05-06", "2031-05-08/2031-05-09"), ("targets", "Chile, Peru", "Peru")],
            mark.Changes.Select(c => (c.Field, c.From!, c.To!)));
        Assert.Contains("corrected by Ana", Markdown(desk.Dossier), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_report_is_joined_anew_with_its_new_values_and_may_name_somebody_the_article_does_not()
    {
        var desk = new Desk(Desk.Quarrel);
        var name = desk.The("126").Reports[0] is var r ? r.Article + ":" + r.Observation : "";
        desk.Do(CorrectionAct.Edit, name, new Changes { Cameo = "0871", Plover = "RETREAT", Undated = true, Sources = [new Party("Tuvalu", ActorKind.State, "TUV", "TUV")] });
        var e = desk.The("0871");
        Assert.Equal((null, "Tuvalu", "TUV"), (e.Date, e.Sources[0].Name, e.Sources[0].Code));
        Assert.Contains("corrected by Ana (cor-", desk.Dossier[r.Article].Observations.Single(o => o.Id == r.Observation).Coder, StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_events_are_one_and_a_later_split_parts_them_again()
    {
        var desk = new Desk(Desk.Quarrel);
        var calls = desk.Events.Where(e => e.Cameo == "041").Select(e => e.Id.Value).ToList();
        Assert.Equal(2, calls.Count);
        var merge = desk.Do(CorrectionAct.Merge, calls[0], null, calls[1]);
        var joined = desk.The("041");
        Assert.Equal((2, "joined by a correction"), (joined.Reports.Length, joined.Reason));
        var split = desk.Do(CorrectionAct.Split, joined.Id.Value, null, joined.Reports[1].Article + ":" + joined.Reports[1].Observation);
        Assert.Equal(calls.Order(), desk.Events.Where(e => e.Cameo == "041").Select(e => e.Id.Value).Order());
        Assert.Equal(new Overruled(merge.Id, split.Id, "joined"), Assert.Single(desk.Dossier.Corrections.Report.Overruled));
    }

    [Fact]
    public void Acts_of_two_kinds_can_be_merged_and_one_event_can_be_split()
    {
        var desk = new Desk(Desk.Quarrel);
        desk.Do(CorrectionAct.Merge, desk.The("039").Id.Value, null, desk.The("126").Id.Value);
        Assert.Equal(2, Assert.Single(desk.Events, e => e.Reason == "joined by a correction").Reports.Length);
        var shelling = desk.The("194");
        desk.Do(CorrectionAct.Split, shelling.Id.Value, null, shelling.Reports[0].Article + ":" + shelling.Reports[0].Observation);
        Assert.Equal(2, desk.Events.Count(e => e.Cameo == "194"));
    }

    [Fact]
    public void Stories_are_split_and_merged()
    {
        var desk = new Desk(Desk.Quarrel);
        var story = Assert.Single(desk.Dossier.Stories).Story;
        desk.Do(CorrectionAct.Split, story.Id.Value, null, story.Articles[1].Article.Id.Value);
        var two = desk.Dossier.Stories.Select(s => s.Story.Id.Value).ToList();
        Assert.Equal(2, two.Count);
        desk.Do(CorrectionAct.Merge, two[0], null, two[1]);
        Assert.Equal(story.Id, Assert.Single(desk.Dossier.Stories).Story.Id);
    }

    [Fact]
    public void A_contact_and_a_step_of_mediation_follow_their_event()
    {
        var desk = new Desk(Desk.Quarrel);
        var calls = desk.Events.Where(e => e.Cameo == "041").ToList();
        Assert.Equal(2, desk.Dossier.Stories[0].Contacts.Length);
        desk.Do(CorrectionAct.Reject, calls[0].Id.Value);
        desk.Do(CorrectionAct.Edit, calls[1].Id.Value, new Changes { Date = new Days(new(2031, 5, 11), new(2031, 5, 11)) });
        Assert.Equal("2031-05-11", Assert.Single(desk.Dossier.Stories[0].Contacts).Date.ToString());
        var sentence = Assert.Single(desk.Dossier.Stories[0].Contacts).Reports[0];
        desk.Do(CorrectionAct.Reject, $"{sentence.Article}:{sentence.Span.Start}-{sentence.Span.End}");
        Assert.Empty(desk.Dossier.Stories[0].Contacts);
        Assert.Contains(desk.Dossier.Stories[0].Mediation.SelectMany(i => i.Steps), s => s.Kind == StepKind.Offer);
        desk.Do(CorrectionAct.Edit, desk.The("039").Id.Value, new Changes { Cameo = "112", Plover = "ACCUSE" });
        Assert.DoesNotContain(desk.Dossier.Stories[0].Mediation.SelectMany(i => i.Steps), s => s.Kind == StepKind.Offer);
    }

    [Fact]
    public void A_merge_that_two_stories_keep_asunder_is_said_not_to_hold()
    {
        var desk = new Desk(Desk.Quarrel);
        var story = Assert.Single(desk.Dossier.Stories).Story;
        desk.Do(CorrectionAct.Merge, desk.The("039").Id.Value, null, desk.The("126").Id.Value);
        desk.Do(CorrectionAct.Split, story.Id.Value, null, story.Articles[1].Article.Id.Value);
        Assert.Equal("what it merges is in two stories now", Assert.Single(desk.Dossier.Corrections.Report.Unanchored).Reason);
    }

    [Fact]
    public void A_checked_event_is_reviewed_until_something_in_it_changes()
    {
        var desk = new Desk(Desk.Quarrel);
        var id = desk.The("039").Id;
        desk.Do(CorrectionAct.Accept, id.Value);
        Assert.Empty(desk.Dossier.Corrections.Reviews[id].Changed);
        desk.Do(CorrectionAct.Edit, id.Value, new Changes { Status = Status.Planned });
        Assert.Equal("status", Assert.Single(desk.Dossier.Corrections.Reviews[id].Changed));
        Assert.Contains("checked by Ana, since changed: status", Markdown(desk.Dossier), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_edits_of_a_field_the_later_holds_and_the_other_is_named()
    {
        var desk = new Desk(Desk.Quarrel);
        var id = desk.The("039").Id.Value;
        var first = desk.Do(CorrectionAct.Edit, id, new Changes { Status = Status.Planned, Undated = true });
        var second = desk.Do(CorrectionAct.Edit, id, new Changes { Status = Status.Denied });
        Assert.Equal((Status.Denied, null), (desk.The("039").Status, desk.The("039").Date));
        Assert.Equal(new Overruled(first.Id, second.Id, "status"), Assert.Single(desk.Dossier.Corrections.Report.Overruled));
    }

    [Fact]
    public void What_is_accepted_after_it_was_rejected_is_there_again()
    {
        var desk = new Desk(Desk.Quarrel);
        var id = desk.The("039").Id.Value;
        var rejection = desk.Do(CorrectionAct.Reject, id);
        var acceptance = desk.Do(CorrectionAct.Accept, id);
        Assert.Equal(id, desk.The("039").Id.Value);
        Assert.Equal(new Overruled(rejection.Id, acceptance.Id, "accepted"), Assert.Single(desk.Dossier.Corrections.Report.Overruled));
    }

    [Fact]
    public void A_speaker_and_a_number_are_set_and_taken_out()
    {
        var desk = new Desk(Desk.Quarrel);
        var article = desk.Dossier.Articles.First(a => a.Quotes.Length > 0);
        string At(Demarche.Text.TextSpan span) => $"{article.Article.Id}:{span.Start}-{span.End}";
        desk.Do(CorrectionAct.Edit, At(article.Quotes[0].Span), new Changes { Speaker = new Party("Pilar Quispe", ActorKind.Person, "PERGOV", "PER") });
        desk.Do(CorrectionAct.Edit, At(article.Figures[0].Span), new Changes { Value = 11 });
        Assert.Equal("Pilar Quispe", Assert.Single(desk.Dossier.Stories[0].Quotes).Speaker);
        Assert.Equal(11, Assert.Single(Assert.Single(desk.Dossier.Stories[0].Figures).Entries).Value);
        desk.Do(CorrectionAct.Reject, At(article.Quotes[0].Span));
        Assert.Empty(desk.Dossier.Stories[0].Quotes);
    }

    [Fact]
    public void An_undone_undo_lets_the_correction_hold_again()
    {
        var desk = new Desk(Desk.Quarrel);
        var rejection = desk.Do(CorrectionAct.Reject, desk.The("039").Id.Value);
        var undo = desk.Undo(rejection.Id);
        desk.The("039");
        desk.Undo(undo.Id);
        Assert.DoesNotContain(desk.Events, e => e.Cameo == "039");
    }

    [Fact]
    public void As_of_a_day_only_corrections_made_by_then_hold_unless_asked_for()
    {
        var desk = new Desk(Desk.Quarrel);
        desk.Do(CorrectionAct.Reject, desk.The("194").Id.Value);    // on 9 May
        int Shellings(int day, bool later) => DossierMaker.Make(Desk.Quarrel, new DossierOptions
        {
            Horizon = new Horizon(new DateOnly(2031, 5, day)),
            Corrections = desk.Log,
            LaterCorrections = later,
        }).Stories.SelectMany(s => s.Events).Count(e => e.Cameo == "194");
        Assert.Equal((1, 0, 0), (Shellings(8, false), Shellings(9, false), Shellings(8, true)));
    }

    [Fact]
    public void Names_may_be_cut_short_and_those_not_found_have_neighbours()
    {
        var desk = new Desk(Desk.Quarrel);
        var dossier = desk.Dossier;
        var catalog = new Catalog(dossier.Articles, dossier.Articles, dossier.Stories.Select(s => (s.Story, s.Events)));
        var id = desk.The("039").Id.Value;
        Assert.Equal(id, catalog.Find(id[..^2]).Target?.Name);
        Assert.Null(catalog.Find("ev-").Target);
        Assert.Contains(id, catalog.Find(id[..^1] + "x").Nearest);
        Assert.Null(catalog.Find(dossier.Articles[0].Article.Id + ":e99").Target);
        Assert.Equal("e1", catalog.Find("Fog Gazette.txt:e1").Target?.Reports.Single().Observation.Value);
        Assert.Equal(("Peru", "PER"), (catalog.FindParty("peru")!.Name, catalog.FindParty("peru")!.Code));
        Assert.Equal(("Tuvalu", "TUVGOV", "TUV"), catalog.FindParty("Tuvalu/TUVGOV") is { } p ? (p.Name, p.Code, p.Country) : default);
        Assert.Null(catalog.FindParty("Tuvalu"));
    }

    private static string Markdown(Dossier dossier)
    {
        var text = new StringWriter();
        DossierMarkdown.Write(text, dossier);
        return text.ToString();
    }
}
