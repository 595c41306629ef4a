using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Tests.Reconciliation;

namespace Demarche.Tests.Mediation;

public sealed class InitiativesTests
{
    private static CodedReport Fighting() => new CodedReport("Fog Gazette", "2031-05-06")
        .Says("Chile shelled a harbour in Peru.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
        .Says("Norway offered to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru", "2031-05-06");

    private static Initiative Only(CodedReport report)
    {
        CodedArticle[] articles = [report.Make()];
        return Assert.Single(Initiatives.Of(new Reconciler().Reconcile(articles), articles, []), i => i.Mediator == "NOR");
    }

    [Fact]
    public void An_offer_without_an_answer_is_offered_and_both_parties_are_silent()
    {
        var offer = Only(Fighting());
        Assert.Equal("CHL PER", string.Join(" ", offer.Parties));
        Assert.Equal(InitiativeStatus.Offered, offer.Status);
        Assert.Equal("CHL PER", string.Join(" ", offer.Silent));
    }

    [Fact]
    public void The_refusal_of_a_state_that_is_no_party_does_not_close_it()
    {
        var offer = Only(Fighting().Says("Ghana rejected the Norwegian offer to mediate.", "126", "REJECT", "Ghana > Norway", "2031-05-07"));
        Assert.Equal(InitiativeStatus.Offered, offer.Status);
        Assert.Equal(StepRole.Other, Assert.Single(offer.Steps, s => s.Kind == StepKind.Reject).Role);
    }

    [Fact]
    public void Nobody_but_a_party_can_accept()
    {
        var offer = Only(Fighting().Says("Ghana accepted the Norwegian offer to mediate.", "038", "AGREE", "Ghana > Norway", "2031-05-07"));
        Assert.DoesNotContain(offer.Steps, s => s.Kind == StepKind.Accept);
        Assert.Equal(InitiativeStatus.Offered, offer.Status);
    }

    [Fact]
    public void The_refusal_of_a_party_does()
    {
        var offer = Only(Fighting().Says("Chile rejected the Norwegian offer to mediate.", "126", "REJECT", "Chile > Norway", "2031-05-07"));
        Assert.Equal(InitiativeStatus.Rejected, offer.Status);
        Assert.Equal("PER", string.Join(" ", offer.Silent));
    }

    [Fact]
    public void That_an_answer_is_not_yet_clear_is_no_answer()
    {
        var offer = Only(Fighting().Says("It is unclear whether Chile will take up the offer.", "038", "AGREE", "Chile > Norway", null, Status.Possible));
        Assert.Equal("CHL PER", string.Join(" ", offer.Silent));
    }

    [Fact]
    public void A_truce_that_is_shot_at_the_next_day_has_failed()
    {
        CodedArticle[] articles =
        [
            Fighting().Says("Chile and Peru agreed a truce.", "0871", "RETREAT", "Chile, Peru > Peru, Chile", "2031-05-08")
                .Says("Peru bombed a Chilean airfield.", "195", "ASSAULT", "Peru > Chile", "2031-05-09").Make(),
        ];
        var direct = Assert.Single(Initiatives.Of(new Reconciler().Reconcile(articles), articles, []), i => i.Mediator is null);
        Assert.Equal(InitiativeStatus.Failed, direct.Status);
    }

    [Fact]
    public void Fighting_alone_is_no_initiative()
    {
        CodedArticle[] articles = [new CodedReport("Fog Gazette", "2031-05-06").Says("Chile shelled a harbour in Peru.", "194", "ASSAULT", "Chile > Peru").Make()];
        Assert.Empty(Initiatives.Of(new Reconciler().Reconcile(articles), articles, []));
    }

    [Fact]
    public void A_changed_mind_is_two_stances_with_their_days()
    {
        CodedArticle[] articles =
        [
            Fighting().Says("Ciro Vidal was open to mediation by Norway.", "038", "AGREE", "Ciro Vidal > Norway", "2031-05-06", Status.Possible)
                .Says("Ciro Vidal refused mediation by Norway.", "126", "REJECT", "Ciro Vidal > Norway", "2031-05-08").Make(),
        ];
        var events = new Reconciler().Reconcile(articles);
        var position = Assert.Single(Positions.Of(Initiatives.Of(events, articles, [])), p => p.Issue == "mediation by NOR");
        Assert.Equal([Stance.Open, Stance.Against], position.Entries.Select(e => e.Stance));
    }

    [Fact]
    public void That_no_answer_is_reported_is_evidence_with_a_day_and_no_refusal()
    {
        var offer = Only(Fighting());
        var silent = offer.Responses.Where(r => r.Value == "none_reported").ToList();
        Assert.Equal(["CHL", "PER"], silent.Select(r => r.Respondent));
        Assert.All(silent, r => Assert.Equal(new DateOnly(2031, 5, 6), r.Date!.Value.End));
        Assert.Equal(InitiativeStage.Offered, offer.Stage);
    }

    [Fact]
    public void Strategy_and_outcome_are_not_read_from_tone()
    {
        var offer = Only(Fighting());
        Assert.Equal("not_stated", Assert.Single(offer.Offers).Strategy);
        Assert.Equal("offer_only", offer.Outcome);
    }

    [Fact]
    public void One_initiative_has_many_offers()
    {
        var offer = Only(Fighting().Says("Norway offered to mediate between Chile and Peru again.", "039", "AGREE", "Norway > Chile, Peru", "2031-05-09"));
        Assert.Equal(2, offer.Offers.Length);
        Assert.Equal((new DateOnly(2031, 5, 6), new DateOnly(2031, 5, 9)), (offer.First, offer.Last));
    }

    [Fact]
    public void An_offer_renewed_after_months_is_another_initiative_that_knows_the_first()
    {
        CodedArticle[] articles = [Fighting().Says("Norway offered to mediate between Chile and Peru again.", "039", "AGREE", "Norway > Chile, Peru", "2031-09-09").Make()];
        var both = Initiatives.Of(new Reconciler().Reconcile(articles), articles, []).Where(i => i.Mediator == "NOR").OrderBy(i => i.First).ToList();
        Assert.Equal(2, both.Count);
        Assert.Null(both[0].Prior);
        Assert.Equal(both[0].Id, both[1].Prior);
    }

    [Fact]
    public void A_later_answer_supersedes_an_earlier_one_of_another_kind()
    {
        var offer = Only(Fighting().Says("Chile is open to mediation by Norway.", "038", "AGREE", "Chile > Norway", "2031-05-07", Status.Possible)
            .Says("Chile rejected the Norwegian offer to mediate.", "126", "REJECT", "Chile > Norway", "2031-05-08"));
        Assert.Equal([("open_to", null), ("reject", (int?)0)], offer.Responses.Where(r => r.Respondent == "Chile").Select(r => (r.Value, r.Supersedes)));
    }

    [Fact]
    public void To_attack_a_country_and_to_praise_it_is_no_change_of_stance()
    {
        CodedArticle[] articles =
        [
            new CodedReport("Fog Gazette", "2031-05-06").Says("Chile attacked Peru.", "190", "ASSAULT", "Chile > Peru", "2031-05-05")
                .Says("Chile praised Peru.", "051", "SUPPORT", "Chile > Peru", "2031-05-06").Make(),
        ];
        Assert.Empty(Positions.Of(Initiatives.Of(new Reconciler().Reconcile(articles), articles, [])));
    }
}
