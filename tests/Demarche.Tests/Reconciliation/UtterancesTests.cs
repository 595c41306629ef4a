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
