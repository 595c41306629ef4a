using System.Globalization;
using Demarche.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Stories;

public sealed class StoryStreamTests
{
    private static readonly string[] Places = ["Harstad", "Tumaco", "Nakuru", "Samsun", "Pirna", "Waikato"];
    private static readonly string[] Things = ["ferry", "bakery", "quarry", "lighthouse", "orchestra", "reservoir"];
    private static readonly string[] Ends = ["burnt down", "was flooded", "reopened after repairs", "lost its licence", "collapsed at dawn", "was sold to its workers"];

    private static ArticleProfile Profile(int matter, int day, string outlet)
    {
        var (place, thing, end) = (Places[matter], Things[matter], Ends[matter]);
        return ArticleProfile.Of($"{place} {thing} {end}",
            $"{outlet}: The {thing} of {place} {end}, the mayor of {place} said. Nobody near the {thing} was hurt. The people of {place} had feared for their {thing} for years.",
            new DateOnly(2031, 3, 1).AddDays(day), StoryModel.Shipped);
    }

    private static string[] Stories(IEnumerable<(int Matter, int Outlet)> articles)
    {
        var stream = new StoryStream(StoryModel.Shipped);
        var names = new List<string>();
        foreach (var (matter, outlet) in articles)
        {
            stream.Add(Profile(matter, 0, "Outlet " + outlet.ToString(CultureInfo.InvariantCulture)));
            names.Add($"{matter}.{outlet}");
        }
        return [.. Enumerable.Range(0, names.Count).GroupBy(stream.StoryOf).Select(g => string.Join(' ', g.Select(i => names[i]).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
    }

    private static readonly (int, int)[] All = [.. Enumerable.Range(0, 6).SelectMany(m => Enumerable.Range(0, 3).Select(o => (m, o)))];

    [Fact]
    public void Each_matter_is_one_story() =>
        Assert.Equal(["0.0 0.1 0.2", "1.0 1.1 1.2", "2.0 2.1 2.2", "3.0 3.1 3.2", "4.0 4.1 4.2", "5.0 5.1 5.2"], Stories(All));

    [Fact]
    public void The_order_of_arrival_changes_no_story() =>
        Prop.ForAll(Gen.Shuffle(All).ToArbitrary(), shuffled => Stories(shuffled).SequenceEqual(Stories(All))).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void Likeness_is_the_same_from_both_sides() =>
        Prop.ForAll(Gen.Choose(0, 5).Two().ToArbitrary(), p =>
            StoryModel.Shipped.Score(Profile(p.Item1, 0, "A"), Profile(p.Item2, 3, "B")).Equals(StoryModel.Shipped.Score(Profile(p.Item2, 3, "B"), Profile(p.Item1, 0, "A")))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_story_that_is_told_of_as_changed_holds_the_article()
    {
        var stream = new StoryStream(StoryModel.Shipped);
        foreach (var (matter, outlet) in All)
        {
            var changed = stream.Add(Profile(matter, 0, "Outlet " + outlet.ToString(CultureInfo.InvariantCulture)));
            Assert.Contains(stream.StoryOf(stream.Count - 1), changed);
            Assert.Contains(stream.Count - 1, stream.ArticlesOf(stream.StoryOf(stream.Count - 1)));
        }
    }

    [Theory]
    [InlineData("A text. On June 18, 2031 the ferry sank.", "2031-06-18")]
    [InlineData("Posted 18th June 2031 by a reader", "2031-06-18")]
    [InlineData("06 / 18 / 2031 The ferry sank", "2031-06-18")]
    [InlineData("In June 2031 it may sink", null)]
    public void A_full_day_near_the_beginning_is_the_texts_own(string text, string? day)
    {
        var read = StoryDates.Of(text, StoryWords.Read(text));
        Assert.Equal(day, read.Stated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Forms_of_a_word_are_one()
    {
        Assert.Equal(StoryWords.StemOf("elections"), StoryWords.StemOf("Election"));
        Assert.Equal(StoryWords.StemOf("mayor’s"), StoryWords.StemOf("mayor"));
        Assert.NotEqual(StoryWords.StemOf("mayor"), StoryWords.StemOf("major"));
    }
}
