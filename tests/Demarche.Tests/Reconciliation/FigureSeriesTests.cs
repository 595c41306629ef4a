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
}
