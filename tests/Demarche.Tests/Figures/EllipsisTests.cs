using Demarche.Figures;
using Demarche.Tests.Quotes;

namespace Demarche.Tests.Figures;

public sealed class EllipsisTests
{
    private static (FigureMeasure, long?)[] Measures(string text) => [.. Reading.Of(text).Figures.Select(f => (f.Measure, f.Value))];

    [Fact]
    public void A_number_alone_takes_up_the_weapons_of_the_sentence_before() =>
        Assert.Equal([(FigureMeasure.Drones, 30), (FigureMeasure.Drones, 12)], Measures("Mali has built 30 attack drones. Niger has twelve.\n"));

    [Fact]
    public void Another_claimant_with_a_number_alone_claims_the_same() =>
        Assert.Equal([(FigureMeasure.Killed, 73), (FigureMeasure.Killed, 11)], Measures("Local doctors count 73 dead; the junta admits 11.\n"));

    [Fact]
    public void A_denial_of_any_loss_is_nought() =>
        Assert.Equal([(FigureMeasure.Killed, 0)], Measures("The army denied that any of its soldiers had been killed.\n"));

    [Fact]
    public void What_is_said_behind_people_tells_their_case() =>
        Assert.Equal([(FigureMeasure.Missing, 40)], Measures("More than 40 are said to be under the rubble.\n"));

    [Fact]
    public void Men_of_an_army_are_troops() => Assert.Equal([(FigureMeasure.Troops, 1200)], Measures("The army says it has 1,200 men in the district.\n"));

    [Fact]
    public void A_force_may_be_so_many_strong() => Assert.Equal([(FigureMeasure.Troops, 2000)], Measures("A 2,000-strong force crossed the border.\n"));

    [Fact]
    public void A_share_of_them_is_reckoned() =>
        Assert.Equal([(FigureMeasure.Displaced, 1600), (FigureMeasure.Displaced, 800)], Measures("Some 1,600 people are displaced, half of them children.\n"));

    [Theory]
    [InlineData("Three soldiers died near Cell number 214 of the old jail.\n", 1)]
    [InlineData("Twelve people were killed. The minister, 49, resigned.\n", 1)]
    [InlineData("Oil closed at 83 dollars a barrel.\n", 0)]
    public void Other_numbers_stay_out(string text, int figures) => Assert.Equal(figures, Measures(text).Length);
}
