using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Times;

/// <summary>For a later day of publication no relative expression means an earlier day.</summary>
public sealed class TimesInOrderTests
{
    [Theory]
    [InlineData("They met yesterday.")]
    [InlineData("They met last Friday.")]
    [InlineData("They met on Friday.")]
    [InlineData("They will meet on Friday.")]
    [InlineData("They will meet next Friday.")]
    [InlineData("They met this Friday.")]
    [InlineData("They met last night.")]
    [InlineData("They met two weeks ago.")]
    [InlineData("They met three days ago.")]
    [InlineData("They met six months ago.")]
    [InlineData("They met ten years ago.")]
    [InlineData("They met a year ago today.")]
    [InlineData("They met last week.")]
    [InlineData("They met earlier this month.")]
    [InlineData("They met over the weekend.")]
    [InlineData("They met last year.")]
    [InlineData("They met in March.")]
    [InlineData("They will meet in March.")]
    [InlineData("They met on 29 February.")]
    [InlineData("They met last summer.")]
    [InlineData("They met this winter.")]
    [InlineData("They met last winter.")]
    [InlineData("They met in the third quarter.")]
    [InlineData("They met on the 9th.")]
    [InlineData("They met last Christmas.")]
    [InlineData("They met at Easter.")]
    [InlineData("They met last Ramadan.")]
    [InlineData("They met at Eid al-Fitr.")]
    [InlineData("They met on Thanksgiving.")]
    [InlineData("They met early in the new year.")]
    [InlineData("They will meet in three weeks' time.")]
    [InlineData("They will meet a week from today.")]
    public void A_later_publication_never_gives_an_earlier_day(string text) => Prop.ForAll(Gen.Choose(0, 40_000).Two().ToArbitrary(), days =>
    {
        var (early, late) = (Math.Min(days.Item1, days.Item2), Math.Max(days.Item1, days.Item2));
        return First(text, early) <= First(text, late);
    }).QuickCheckThrowOnFailure();

    private static DateOnly? First(string text, int day)
    {
        var written = new DateOnly(1950, 1, 1).AddDays(day).ToString("O", CultureInfo.InvariantCulture);
        return Assert.Single(Plain.Times(text, written)).Days?.Start;
    }
}
