namespace Demarche.Tests.Coding;

public sealed class StatusTests
{
    [Theory]
    [InlineData("Chad attacked Sudan.", "190 occurred")]
    [InlineData("Chad is fighting Sudan.", "190 ongoing")]
    [InlineData("Norway will visit Chad.", "042 planned")]
    [InlineData("Norway said it would visit Chad next month.", "042 planned")]
    [InlineData("Chad may attack Sudan.", "190 possible")]
    [InlineData("Chad did not attack Sudan.", "190 denied")]
    [InlineData("If Chad attacks Sudan, Norway will intervene.", "190 possible")]
    [InlineData("Norway approved a plan to attack Chad.", "190 planned")]
    [InlineData("Norway stopped short of condemning Chad.", "111 denied")]
    [InlineData("Chad denied that it had attacked Sudan.", "190 denied")]
    [InlineData("Chad denied attacking Sudan.", "190 denied")]
    [InlineData("Norway is to impose sanctions on Chad.", "163 planned")]
    [InlineData("Norway has yet to recognize Chad.", "054 denied")]
    [InlineData("The upcoming talks between Norway and Chad are important.", "046 planned")]
    [InlineData("Norway meets Chad next week.", "040 planned")]
    public void Mood_negation_and_what_governs_an_act_decide(string sentence, string expected) => Assert.Contains(expected, Coded.Statuses(sentence));

    [Theory]
    [InlineData("Did Chad attack Sudan?", "190 possible")]
    [InlineData("Why did Chad attack Sudan?", "190 occurred")]
    public void What_is_asked_is_open_and_what_is_asked_about_is_not(string sentence, string expected) => Assert.Equal([expected], Coded.Statuses(sentence));

    [Theory]
    [InlineData("Norway is urging Chad to withdraw.")]
    [InlineData("Norway would be willing to mediate between Chad and Sudan.")]
    [InlineData("Norway plans to visit Chad.")]
    [InlineData("Norway not only condemned Chad but thanked Sudan.")]
    public void What_is_done_by_saying_it_has_occurred(string sentence) =>
        Assert.All(Coded.Statuses(sentence), s => Assert.EndsWith(" occurred", s, StringComparison.Ordinal));

    [Theory]
    [InlineData("Norway's prime minister travelled to Sudan to meet President Deby of Chad.", "040 occurred")]
    [InlineData("Chad's army, which attacked Sudan, may retreat.", "190 occurred")]
    [InlineData("After Chad attacked Sudan, Norway might impose sanctions.", "190 occurred")]
    public void Facts_beside_a_plan_stay_facts(string sentence, string expected) => Assert.Contains(expected, Coded.Statuses(sentence));

    [Fact]
    public void An_act_of_long_ago_is_background()
    {
        var observations = Coded.Article("Chad attacked Sudan in 2012. Norway condemned Chad on Monday.").Observations;
        Assert.Equal([true, false], observations.Select(o => o.Historical));
    }
}
