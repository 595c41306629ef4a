using Demarche.Dossiers;
using Demarche.Figures;
using Demarche.Reconciliation;

namespace Demarche.Tests.Reconciliation;

public sealed class FigureSeriesTests
{
    private static FigureEntry Entry(long? value) => new(value, "words", FigureBound.Exact, null, [], []);

    [Fact]
    public void Additions_parts_and_possibilities_are_not_set_against_totals()
    {
        Assert.True(Entry(40).IsWhole);
        Assert.False((Entry(12) with { Change = FigureChange.Addition }).IsWhole);
        Assert.False((Entry(3) with { IsPart = true }).IsWhole);
        Assert.False((Entry(500) with { Status = FigureStatus.Possible }).IsWhole);
    }

    [Fact]
    public void A_dossier_says_what_a_number_is()
    {
        Assert.Equal("another 12", DossierPhrases.Number(Entry(12) with { Change = FigureChange.Addition }));
        Assert.Equal("20 to 30", DossierPhrases.Number(Entry(20) with { High = 30 }));
        Assert.Equal("3, a part", DossierPhrases.Number(Entry(3) with { IsPart = true }));
        Assert.Equal("possibly 500", DossierPhrases.Number(Entry(500) with { Status = FigureStatus.Possible }));
    }

    [Fact]
    public void The_latest_of_each_claimant_stands_and_the_best_is_the_cautious_one()
    {
        var series = Assert.Single(FigureSeries.Of(
        [
            new CodedReport("Fog Gazette", "2031-05-06").Counts("The ministry said 9 sailors died.", 9, "PER", "ministry").Make(),
            new CodedReport("Rain Herald", "2031-05-07").Counts("The ministry said 12 sailors died.", 12, "PER", "ministry").Counts("The port said 15 sailors died.", 15, "PER", "port").Make(),
        ]));
        Assert.Equal([12L, 15L], series.Standing.Select(e => e.Value!.Value));
        Assert.Equal((12L, 12L, 15L), (series.Best, series.Low, series.High));
        Assert.Equal(9, series.PutOutOfDate(series.Entries[1])!.Value);
    }

    [Fact]
    public void A_claimants_own_update_is_told_beside_what_others_count()
    {
        var found = Assert.Single(Told.Differences(
            new CodedReport("Fog Gazette", "2031-05-06").Counts("The ministry said 9 sailors died.", 9, "PER", "ministry").Make(),
            new CodedReport("Rain Herald", "2031-05-07").Says("Peru mourned.", "111", "ACCUSE", "Peru > Chile").Counts("The ministry said 12 sailors died.", 12, "PER", "ministry")
                .Counts("The port said 15 sailors died.", 15, "PER", "port").Make()), d => d.Found.Type == DiscrepancyType.Number).Found;
        Assert.Equal(DiscrepancyState.Superseded, found.State);
        Assert.Equal(["9", "12"], found.Values.Select(v => v.Value));
    }

    [Fact]
    public void Soldiers_and_civilians_two_countries_and_two_months_are_counted_apart() =>
        Assert.Equal(4, FigureSeries.Of(
        [
            Told.By("Fog Gazette", "2031-05-06", "Eight soldiers were killed in Peru on Monday.\n\nTwelve civilians were killed in Peru on Monday.\n\nNine people were killed in Chile."),
            Told.By("Rain Herald", "2031-09-06", "Seven civilians were killed in Peru on Friday."),
        ]).Length);

    [Fact]
    public void Vague_words_without_a_country_stand_against_the_numbers_of_others() =>
        Assert.Equal(["hundreds", "31", "412"], Assert.Single(Told.Differences(
            Told.By("Fog Gazette", "2031-05-06", "Shelling has gone on for days, killing hundreds."),
            Told.By("Rain Herald", "2031-05-07", "Chile attacked Peru.\n\nAt least 412 people were killed in Peru and 31 in Chile, officials said.")),
            d => d.Found.Rule == "vague words and numbers").Found.Values.Select(v => v.Value));
}
