using Demarche.Reconciliation;

namespace Demarche.Tests.Reconciliation;

public sealed class UtterancesTests
{
    [Fact]
    public void Two_renderings_of_one_utterance_are_kept_side_by_side()
    {
        var utterances = Utterances.Of(
        [
            new CodedReport("Fog Gazette", "2031-05-06").Quotes("Ada Nordli", "The harbour stays open, whatever the weather may bring").Make(),
            new CodedReport("Rain Herald", "2031-05-06").Quotes("Ada Nordli", "Our harbour stays open whatever weather may bring").Make(),
        ]);
        var one = Assert.Single(utterances);
        Assert.True(one.Differs);
        Assert.Equal(["The harbour stays open, whatever the weather may bring", "Our harbour stays open whatever weather may bring"], one.Variants.Select(v => v.Words));
    }

    [Fact]
    public void The_same_words_of_two_speakers_are_two_utterances() =>
        Assert.Equal(2, Utterances.Of(
        [
            new CodedReport("Fog Gazette", "2031-05-06").Quotes("Ada Nordli", "We shall never give up the harbour").Make(),
            new CodedReport("Rain Herald", "2031-05-06").Quotes("Ciro Vidal", "We shall never give up the harbour").Make(),
        ]).Length);

    [Fact]
    public void Marks_and_case_alone_are_no_difference() =>
        Assert.False(Assert.Single(Utterances.Of(
        [
            new CodedReport("Fog Gazette", "2031-05-06").Quotes("Ada Nordli", "We don’t sell the harbour").Make(),
            new CodedReport("Rain Herald", "2031-05-06").Quotes("Ada Nordli", "we don't sell the harbour!").Make(),
        ])).Differs);

    [Fact]
    public void A_sentence_that_another_outlet_prints_alone_is_cut_out_of_a_longer_quotation()
    {
        var utterances = Utterances.Of(
        [
            Told.By("Fog Gazette", "2031-05-06", "“The boats will sail at dawn. Nobody in this town has ever been afraid of a little fog,” Emmanuel Macron said."),
            Told.By("Rain Herald", "2031-05-06", "“Nobody in our town has ever been afraid of a little fog,” Emmanuel Macron said."),
        ]);
        Assert.Equal(2, utterances.Length);
        Assert.Equal(2, Assert.Single(utterances, u => u.Differs).Variants.Length);
    }

    [Fact]
    public void A_quotation_broken_off_and_taken_up_again_is_one_with_the_unbroken_one()
    {
        var one = Assert.Single(Utterances.Of(
        [
            Told.By("Fog Gazette", "2031-05-06", "“The harbour stays open to all ships,” Emmanuel Macron said.\n\n“We shall never close the harbour to our friends.”"),
            Told.By("Rain Herald", "2031-05-06", "“Our harbour stays open to all the ships. We shall never close this harbour to our friends,” Emmanuel Macron said."),
        ]));
        Assert.Equal(3, one.Variants.Length);
    }

    [Fact]
    public void A_translation_with_few_words_in_common_is_the_same_utterance()
    {
        var one = Assert.Single(Utterances.Of(
        [
            Told.By("Fog Gazette", "2031-05-06", "“The fishing rights of Peru can be guaranteed together with the security of the harbours of Chile,” Emmanuel Macron said."),
            Told.By("Rain Herald", "2031-05-06", "“We want to protect Peru’s rights of fishing and at once to give Chile’s harbours their security,” Emmanuel Macron said.\n\nRain fell.\n\nSchools were closed.\n\nA bus was late.\n\nThe market sold apples.\n\nTwo dogs barked."),
        ]));
        Assert.Contains(one.Variants, v => v.Kind is RenderingKind.Translation or RenderingKind.Reworded);
    }

    [Fact]
    public void The_same_matter_on_two_occasions_stays_two() =>
        Assert.Equal(2, Utterances.Of(
        [
            Told.By("Fog Gazette", "2031-05-06", "“The fishing rights of Peru can be guaranteed together with the security of the harbours of Chile,” Emmanuel Macron said."),
            Told.By("Rain Herald", "2031-08-06", "“We want to protect Peru’s rights of fishing and at once to give Chile’s harbours their security,” Emmanuel Macron said."),
        ]).Length);

    [Fact]
    public void A_phrase_with_another_adjective_is_a_wording()
    {
        var one = Assert.Single(Utterances.Of(
        [
            Told.By("Fog Gazette", "2031-05-06", "Emmanuel Macron promised “grave consequences” for the raid."),
            Told.By("Rain Herald", "2031-05-06", "Emmanuel Macron warned Chile of “terrible consequences”."),
        ]));
        Assert.True(one.Differs);
    }

    [Fact]
    public void Figures_are_listed_by_claimant_and_never_added_up()
    {
        var series = Assert.Single(FigureSeries.Of(
        [
            new CodedReport("Fog Gazette", "2031-05-06").Counts("The ministry said 9 sailors died.", 9, "PER", "ministry").Make(),
            new CodedReport("Rain Herald", "2031-05-07").Counts("The port said 11 sailors died.", 11, "PER", "port").Make(),
        ]));
        Assert.Equal([9L, 11L], series.Entries.Select(e => e.Value!.Value));
        Assert.Equal(["ministry", "port"], series.Entries.SelectMany(e => e.Claimants));
    }
}
