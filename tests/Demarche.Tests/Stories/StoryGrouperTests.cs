using Demarche.Stories;
using Demarche.Tests.Reconciliation;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Stories;

public sealed class StoryGrouperTests
{
    private static readonly Demarche.Coding.CodedArticle[] Reports =
    [
        new CodedReport("Fog Gazette", "2031-05-06").Says("Chile shelled the fishing harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05").Make(),
        new CodedReport("Rain Herald", "2031-05-07").Says("Peru condemned Chile because guns shelled the fishing harbour.", "111", "ACCUSE", "Peru > Chile").Make(),
        new CodedReport("Fog Gazette", "2033-02-01").Says("Chile shelled the fishing harbour in Peru once again.", "194", "ASSAULT", "Chile > Peru").Make(),
        new CodedReport("Hail Times", "2031-05-07").Says("Ghana lent Norway seven locomotives under an old railway treaty.", "070", "AID", "Ghana > Norway").Make(),
    ];

    private static string Shown(IReadOnlyList<Demarche.Coding.CodedArticle> articles)
    {
        var (stories, links) = new StoryGrouper().Group(articles);
        return string.Join('\n', stories.Select(s => s.Id + ": " + string.Join(' ', s.Articles.Select(a => a.Article.Id)))) + string.Join('\n', links);
    }

    [Fact]
    public void Reports_on_one_course_of_things_are_one_story_and_an_unrelated_one_is_not()
    {
        var (stories, _) = new StoryGrouper().Group(Reports);
        Assert.Equal([1, 1, 2], stories.Select(s => s.Articles.Length).Order());
    }

    [Fact]
    public void The_same_affair_two_years_later_is_a_story_of_its_own_and_linked()
    {
        var (stories, links) = new StoryGrouper().Group(Reports);
        var link = Assert.Single(links);
        var later = stories.Single(s => s.Published!.Value.Start.Year == 2033);
        Assert.True(link.First == later.Id || link.Second == later.Id);
    }

    [Fact]
    public void The_order_of_the_articles_changes_nothing() =>
        Prop.ForAll(Gen.Shuffle(Reports).ToArbitrary(), shuffled => Shown(shuffled) == Shown(Reports)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unrelated_report_changes_nothing_in_the_others()
    {
        string[] Lines(IReadOnlyList<Demarche.Coding.CodedArticle> articles) => Shown(articles).Split('\n');
        var other = new CodedReport("Sleet Post", "2031-05-08").Says("Ada Nordli praised a choir of schoolchildren.", "051", "SUPPORT", "Ada Nordli").Make();
        Assert.Equal([], Lines(Reports).Except(Lines([other, .. Reports])));
    }

    [Fact]
    public void A_story_keeps_its_name_when_a_later_report_joins()
    {
        var before = new StoryGrouper().Group([Reports[0]]).Stories.Single();
        var after = new StoryGrouper().Group([Reports[0], Reports[1]]).Stories.Single();
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(2, after.Articles.Length);
    }

    [Fact]
    public void A_wire_report_printed_twice_is_known_as_a_copy()
    {
        CodedReport Wire(string outlet, string day) => new CodedReport(outlet, day).Says("Chile shelled the harbour.", "194", "ASSAULT", "Chile > Peru")
            .Says("Peru condemned the shelling.", "111", "ACCUSE", "Peru > Chile").Says("Ghana urged calm.", "020", "REQUEST", "Ghana > Chile, Peru");
        var first = Wire("Fog Gazette", "2031-05-06").Make();
        var second = Wire("Rain Herald", "2031-05-07").Make();
        Assert.Equal(first.Article.Id, Assert.Single(WireCopies.Of([first, second])).Value);
        Assert.Empty(WireCopies.Of([first, Reports[1]]));
    }
}
