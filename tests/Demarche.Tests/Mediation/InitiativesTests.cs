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
        var position = Assert.Single(Positions.Of(events, Initiatives.Of(events, articles, [])), p => p.Issue == "mediation by NOR");
        Assert.Equal([Stance.Open, Stance.Against], position.Entries.Select(e => e.Stance));
    }
}
