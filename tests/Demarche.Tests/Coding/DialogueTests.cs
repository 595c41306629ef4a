namespace Demarche.Tests.Coding;

/// <summary>Who bids whom in told talks, and what only looks like a bidding or an appeal.</summary>
public sealed class DialogueTests
{
    [Theory]
    [InlineData("Emmanuel Macron called Olaf Scholz on Monday. \"I said, 'Olaf, let's mediate in Cyprus today,'\" Macron told reporters.")]
    [InlineData("Emmanuel Macron spoke with Olaf Scholz on Monday. \"I said, 'Please mediate in Cyprus,'\" Macron told reporters.")]
    public void A_bidding_in_a_talk_retold_is_a_demand_to_the_other_side(string text) => Assert.Contains("FRA 108 DEU", Coded.Acts(text));

    [Fact]
    public void A_bidding_said_to_somebody_is_a_demand_to_him() =>
        Assert.Contains("FRA 1056 TUR", Coded.Acts("\"Withdraw your troops,\" Emmanuel Macron told Recep Tayyip Erdoğan."));

    [Fact]
    public void What_an_outlet_bids_its_readers_is_none() => Assert.Empty(Coded.Acts("Withdraw your savings from Turkey."));

    [Theory]
    [InlineData("On Tuesday, Emmanuel Macron called the treaty of Chile a milestone.")]
    [InlineData("Emmanuel Macron suggested that Turkey might be responsible for the delay.")]
    public void A_weekday_calls_on_nobody_and_what_is_held_to_be_so_is_not_asked(string text) =>
        Assert.DoesNotContain(Coded.Article(text).Observations, o => o.Plover == "REQUEST");

    [Theory]
    [InlineData("Emmanuel Macron called on Turkey to release the hostages.")]
    [InlineData("Emmanuel Macron suggested that Turkey withdraw from Syria.")]
    public void Real_appeals_stay(string text) => Assert.Contains(Coded.Article(text).Observations, o => o.Plover == "REQUEST");
}
