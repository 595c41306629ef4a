using Demarche.Figures;
using Demarche.Tests.Quotes;

namespace Demarche.Tests.Figures;

public sealed class FigureFinderTests
{
    private static (FigureKind, long?, FigureBound, string?)[] Figures(string text) =>
        [.. Reading.Of(text).Figures.Select(f => (f.Kind, f.Value, f.Bound, f.Country))];

    [Fact]
    public void Two_figures_of_one_verb_keep_their_countries() =>
        Assert.Equal(
            [(FigureKind.Killed, 12, FigureBound.AtLeast, "SYR"), (FigureKind.Killed, 3, FigureBound.Exact, "LBN")],
            Figures("A shell killed at least 12 people in Syria and 3 in Lebanon on Monday.\n"));

    [Fact]
    public void Weapons_are_counted_in_words_and_digits() =>
        Assert.Equal(
            [(FigureKind.Missiles, 24, FigureBound.Exact, "UKR"), (FigureKind.Drones, 40, FigureBound.Exact, "UKR")],
            Figures("Two dozen missiles and 40 drones were fired at Ukraine.\n"));

    [Fact]
    public void Dead_and_injured_are_told_apart() =>
        Assert.Equal(
            [(FigureKind.Killed, 50, FigureBound.Exact, "PAK"), (FigureKind.Injured, 213, FigureBound.Exact, "PAK")],
            Figures("The flood left 50 dead and 213 injured in Pakistan.\n"));

    [Fact]
    public void Detained_people_have_the_country_of_those_who_detain_them() =>
        Assert.Equal([(FigureKind.Detained, 300, FigureBound.AtLeast, "KEN")], Figures("Police in Kenya detained more than 300 protesters.\n"));

    [Fact]
    public void Vague_words_stay_words()
    {
        var figure = Assert.Single(Reading.Of("Hundreds of people have been displaced in Sudan.\n").Figures);
        Assert.Equal((FigureKind.Displaced, null, FigureBound.About, "Hundreds"), (figure.Kind, figure.Value, figure.Bound, figure.Words));
    }

    [Fact]
    public void Votes_prices_and_years_are_no_figures() => Assert.Empty(Figures("The vote was 12 to 3, and a seat at the opera went for $40 in 2015.\n"));

    [Fact]
    public void Who_says_so_is_kept()
    {
        var figure = Assert.Single(Reading.Of("Anna Lindqvist said that the storm had killed 14 people in Norway.\n").Figures);
        Assert.Equal(["Anna Lindqvist"], figure.Attribution.Select(a => a.Name));
        Assert.Equal(new DateOnly(2024, 5, 15), figure.AsOf);
    }
}
