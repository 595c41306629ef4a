using Demarche.Figures;
using Demarche.Tests.Quotes;

namespace Demarche.Tests.Figures;

public sealed class FigureFieldTests
{
    private static Figure One(string text) => Assert.Single(Reading.Of(text).Figures);

    private static Figure[] All(string text) => [.. Reading.Of(text).Figures];

    [Theory]
    [InlineData("Between 20 and 30 villagers were killed.\n", 20L, 30L)]
    [InlineData("The blast wounded 15 to 20 people.\n", 15L, 20L)]
    [InlineData("Police detained 40-50 protesters.\n", 40L, 50L)]
    public void A_range_keeps_both_ends(string text, long low, long high)
    {
        var figure = One(text);
        Assert.Equal((low, high, FigureBound.AtLeast), (figure.Value, figure.High, figure.Bound));
    }

    [Theory]
    [InlineData("Nobody was hurt in the attack.\n", FigureMeasure.Injured)]
    [InlineData("No soldiers were killed in the attack.\n", FigureMeasure.Killed)]
    [InlineData("No casualties were reported.\n", FigureMeasure.Casualties)]
    public void A_negation_is_nought_and_says_so(string text, FigureMeasure measure)
    {
        var figure = One(text);
        Assert.Equal((measure, 0L, FigureBasis.Negation), (figure.Measure, figure.Value, figure.Basis));
    }

    [Theory]
    [InlineData("Norway pledged $300 million in aid.\n", 300_000_000L, "USD")]
    [InlineData("The court imposed a fine of €1.2bn on the company.\n", 1_200_000_000L, "EUR")]
    [InlineData("The ministry promised 3 billion roubles in compensation.\n", 3_000_000_000L, "RUB")]
    [InlineData("Canberra offered 50 million Australian dollars in aid.\n", 50_000_000L, "AUD")]
    public void Payments_have_a_currency(string text, long value, string currency)
    {
        var figure = One(text);
        Assert.Equal((FigureMeasure.Money, value, currency), (figure.Measure, figure.Value, figure.Currency));
    }

    [Fact]
    public void An_addition_is_told_from_a_total()
    {
        var figures = All("Another 12 soldiers died in the night, raising the death toll to 40.\n");
        Assert.Equal([(12L, FigureChange.Addition), (40L, FigureChange.Total)], figures.Select(f => (f.Value!.Value, f.Change!.Value)));
    }

    [Fact]
    public void A_part_points_to_its_whole()
    {
        var figures = All("Shelling killed 40 people, including three children.\n");
        Assert.Equal(2, figures.Length);
        Assert.Equal(figures[0].Span, figures[1].PartOf);
        Assert.Equal(FigureMeasure.Killed, figures[1].Measure);
    }

    [Fact]
    public void What_may_happen_is_marked() => Assert.Equal(FigureStatus.Possible, One("An assault on the city could kill thousands of people.\n").Status);

    [Fact]
    public void Vague_words_may_widen() => Assert.Equal("Dozens, perhaps hundreds", One("Dozens, perhaps hundreds, of villagers are missing.\n").Words);

    [Fact]
    public void The_side_is_that_of_the_counted() =>
        Assert.Equal(["military", "civilian"], All("The raid killed 12 soldiers and wounded four civilians.\n").Select(f => f.Side));

    [Fact]
    public void The_place_is_the_nearest() =>
        Assert.Equal(["Aleppo", "Homs"], All("Shells killed 12 people in Aleppo and wounded four people in Homs.\n").Select(f => f.Place?.Name));

    [Theory]
    [InlineData("The rebels released 45 prisoners.\n", FigureMeasure.Released)]
    [InlineData("Some 1,200 homes were destroyed.\n", FigureMeasure.Buildings)]
    [InlineData("The army flew 45 sorties.\n", FigureMeasure.Sorties)]
    [InlineData("The country sent 5,000 troops to the border.\n", FigureMeasure.Troops)]
    [InlineData("Gunmen kidnapped 30 girls.\n", FigureMeasure.Abducted)]
    [InlineData("Forty-one people were evacuated.\n", FigureMeasure.Evacuated)]
    [InlineData("Eleven people are missing.\n", FigureMeasure.Missing)]
    [InlineData("The navy lost two warships.\n", FigureMeasure.Vehicles)]
    public void Each_measure_has_its_words(string text, FigureMeasure measure) => Assert.Equal(measure, One(text).Measure);

    [Theory]
    [InlineData("A 12-year-old boy met the 40-year-old mayor.\n")]
    [InlineData("One of the envoys lives at 12 High Street.\n")]
    [InlineData("The team won 3-1 in front of 20,000 fans.\n")]
    [InlineData("The road to the village is 12 km long, and 40 percent of it is paved.\n")]
    [InlineData("The 23rd brigade held its parade at 9:30 a.m. on April 12, 2021.\n")]
    [InlineData("Oil rose to $80 a barrel.\n")]
    [InlineData("The three-ship group left the port.\n")]
    [InlineData("The two leaders met for the third time in 18 months.\n")]
    public void Other_numbers_are_no_figures(string text) => Assert.Empty(All(text));
}
