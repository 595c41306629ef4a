using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Times;

namespace Demarche.Tests.Actors;

public sealed class ActorOriginsTests
{
    private static readonly ActorOrigins Origins = ActorOrigins.Load(Repository.Data);

    [Fact]
    public void An_office_holder_has_his_office_of_the_day_with_its_line() =>
        Assert.Contains(Of("Angela Merkel", new DateOnly(2015, 3, 1)), o =>
            o.Place.StartsWith("actors/offices.txt:", StringComparison.Ordinal) && o.Says.StartsWith("chancellor of DEU from 2005-11", StringComparison.Ordinal));

    [Fact]
    public void Whoever_was_out_of_office_on_the_day_is_said_to_be() =>
        Assert.Contains(Of("Angela Merkel", new DateOnly(2023, 3, 1)), o => o.Says.EndsWith("not on the article's day", StringComparison.Ordinal));

    [Fact]
    public void Without_a_day_no_office_is_claimed() =>
        Assert.Contains(Of("Angela Merkel", null), o => o.Says.EndsWith("the article's day is not known", StringComparison.Ordinal));

    [Fact]
    public void A_state_has_its_line() => Assert.Equal("Norway is NOR", Assert.Single(Of("Norway", null)).Says);

    [Fact]
    public void An_organisation_has_its_entry() =>
        Assert.StartsWith("actors/organisations.txt:", Assert.Single(Of("Hezbollah", null)).Place, StringComparison.Ordinal);

    [Fact]
    public void The_unnamed_have_the_word_that_tells_their_sector_and_their_state() =>
        Assert.Equal(["“military”: sector MIL", "Mali is MLI"], Of("Malian soldiers", null).Select(o => o.Says));

    private static ImmutableArray<ActorOrigin> Of(string who, DateOnly? day)
    {
        var published = day is { } d ? new PublicationDate(d, DateBasis.Metadata) : PublicationDate.Unknown;
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", published, $"{who} visited Norway.", []);
        return Origins.Of(Repository.Actors.Find(Repository.Analyzer.Analyze(article)).Actors[0], day);
    }
}
