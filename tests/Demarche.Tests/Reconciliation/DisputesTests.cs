using Demarche.Reconciliation;

namespace Demarche.Tests.Reconciliation;

public sealed class DisputesTests
{
    [Fact]
    public void A_truce_agreed_and_broken_is_a_contradiction_in_one_report_too()
    {
        var (found, text) = Assert.Single(Told.Differences(Told.By("Fog Gazette", "2031-05-06",
            "Norway and Chile announced a ceasefire on Monday.\n\nBy Tuesday morning the ceasefire of Norway and Chile had been broken.")), d => d.Found.Rule == "opposite standings");
        Assert.Equal(DiscrepancyField.Status, found.Field);
        Assert.Equal(["broken", "in force"], found.Values.Select(v => v.Value));
        Assert.Contains("announced a ceasefire", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standing_that_only_later_reports_change_is_superseded() =>
        Assert.Equal(DiscrepancyState.Superseded, Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-06", "Norway said that its sanctions on Chile would stay in place."),
            Told.By("Rain Herald", "2031-05-08", "Norway lifted its sanctions on Chile on Thursday.")), d => d.Found.Rule == "opposite standings").Found.State);

    [Fact]
    public void A_negation_turns_a_standing_round() =>
        Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-06", "The summit of Norway and Chile will take place in Lima."),
            Told.By("Rain Herald", "2031-05-06", "The summit of Norway and Chile will not take place, the palace said.")), d => d.Found is { Rule: "opposite standings", About: "meeting: summit" });

    [Fact]
    public void What_all_reports_tell_alike_is_no_contradiction() =>
        Assert.Empty(Told.Differences(
            Told.By("Fog Gazette", "2031-05-06", "Norway cancelled the summit with Chile on Monday."),
            Told.By("Rain Herald", "2031-05-06", "Norway called off the summit with Chile on Monday.")));

    [Fact]
    public void A_denial_stands_against_the_report_of_what_it_denies()
    {
        var (found, text) = Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-06", "Chilean boats rammed a trawler off Peru on Monday, the port captain said."),
            Told.By("Rain Herald", "2031-05-07", "A Chilean spokeswoman denied that any boat had rammed a trawler.")), d => d.Found.Rule == "claim and denial");
        Assert.Equal(["claimed", "denied"], found.Values.Select(v => v.Value));
        Assert.Contains("the port captain said", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_of_hardly_a_word_answers_the_sentence_before_it() =>
        Assert.Contains("surrounded", Assert.Single(Told.Differences(Told.By("Fog Gazette", "2031-05-06",
            "Chile says that the garrison of Tacna is surrounded.\n\nPeru denies it.")), d => d.Found.Rule == "claim and denial").Text, StringComparison.Ordinal);

    [Fact]
    public void One_call_told_for_two_days_is_shown_with_both()
    {
        var found = Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-08", "Donald Trump spoke to Emmanuel Macron on Tuesday."),
            Told.By("Rain Herald", "2031-05-08", "Emmanuel Macron discussed the harbour in a call with Donald Trump on Wednesday.")), d => d.Found.Field == DiscrepancyField.Date).Found;
        Assert.Equal(["2031-05-06", "2031-05-07"], found.Values.Select(v => v.Value));
    }

    [Fact]
    public void Who_placed_the_call_is_read_from_the_sentences_after_it()
    {
        var found = Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-08", "Donald Trump called Emmanuel Macron on Tuesday."),
            Told.By("Rain Herald", "2031-05-08", "Emmanuel Macron had a telephone conversation with Donald Trump on Tuesday.\n\nMacron had asked for the call, the palace said.")),
            d => d.Found.Type == DiscrepancyType.Direction).Found;
        Assert.Equal(DiscrepancyField.Actor, found.Field);
        Assert.Equal(["Donald Trump called Emmanuel Macron", "Emmanuel Macron called Donald Trump"], found.Values.Select(v => v.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_calls_weeks_apart_are_no_difference() =>
        Assert.DoesNotContain(Told.Differences(
            Told.By("Fog Gazette", "2031-05-08", "Donald Trump spoke to Emmanuel Macron on April 2."),
            Told.By("Rain Herald", "2031-05-08", "Donald Trump spoke to Emmanuel Macron on Wednesday.")), d => d.Found.Field == DiscrepancyField.Date);

    [Fact]
    public void An_offer_told_for_two_days_is_shown_with_both() =>
        Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-08", "Norway offered on Monday to mediate between Chile and Peru."),
            Told.By("Rain Herald", "2031-05-08", "Norway offered on Wednesday to mediate between Chile and Peru.")), d => d.Found.Rule == "day of an offer");

    [Fact]
    public void The_order_of_the_articles_does_not_matter()
    {
        var one = Told.By("Fog Gazette", "2031-05-06", "Norway said that its sanctions on Chile would stay in place.\n\nIt denied that a Norwegian boat had rammed a trawler.");
        var two = Told.By("Rain Herald", "2031-05-08", "Norway lifted its sanctions on Chile on Thursday.\n\nA Norwegian boat had rammed a trawler, Chile said.");
        Assert.Equal(Told.Differences(one, two).ConvertAll(d => d.Text), Told.Differences(two, one).ConvertAll(d => d.Text));
    }
}
