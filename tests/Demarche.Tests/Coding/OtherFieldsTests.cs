using Demarche.Articles;

namespace Demarche.Tests.Coding;

/// <summary>What is told of games, firms, storms and novels is no act of a state; the same words of politics are.</summary>
public sealed class OtherFieldsTests
{
    [Theory]
    [InlineData("Kenya attacked Uganda in the semi-final.")]
    [InlineData("Spain defended its title against Serbia.")]
    [InlineData("Peruvian cyclists attacked Chile's champion.")]
    [InlineData("The Kenyan attacked the Ethiopian.")]
    [InlineData("A Danish brewer attacked a Czech rival.")]
    [InlineData("Samsung rejected the proposal of a Chinese rival.")]
    [InlineData("Korean steelmakers are invading Vietnam.")]
    [InlineData("A storm from Norway struck Denmark.")]
    [InlineData("The film tells how France invades Spain.")]
    [InlineData("In the novel, Turkey attacks Greece.")]
    public void Other_fields_have_no_events(string sentence) => Assert.Empty(Codes(sentence));

    [Theory]
    [InlineData("Kenya attacked Uganda.")]
    [InlineData("Somali rebels attacked a Kenyan army base on the day of the cup final.")]
    [InlineData("Chinese companies sold steel to Vietnam.")]
    [InlineData("Peru's lawmakers condemned Chile.")]
    [InlineData("Turkey condemned a French film.")]
    public void Politics_has_them_in_the_same_words(string sentence) => Assert.NotEmpty(Codes(sentence));

    [Theory]
    [InlineData("Neither Greece nor Turkey attacked Libya.", "Denied")]
    [InlineData("It is not true that Poland attacked Ukraine.", "Denied")]
    [InlineData("Talks between Chad and Libya have yet to begin.", "Denied")]
    [InlineData("Had Iran attacked Iraq, the price of oil would have doubled.", "Possible")]
    [InlineData("Imagine that Canada invaded Denmark.", "Possible")]
    [InlineData("Rumours that Qatar had attacked Bahrain spread.", "Possible")]
    public void What_did_not_happen_is_not_told_as_done(string sentence, string status) =>
        Assert.All(Codes(sentence), c => Assert.EndsWith(status, c, StringComparison.Ordinal));

    private static IEnumerable<string> Codes(string sentence)
    {
        var day = new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata);
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", day, sentence, []);
        return Repository.PatternsOnly.Code(article).Observations.Select(o => $"{o.Cameo} {o.Status}");
    }
}
