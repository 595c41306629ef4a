using Demarche.Figures;

namespace Demarche.Tests.Coding;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("Norway said Chad had attacked Sudan.", "Norway", AttributionKind.Speaker)]
    [InlineData("Chad attacked Sudan, Reuters reported.", "Reuters", AttributionKind.Agency)]
    [InlineData("Chad attacked Sudan, according to a Norwegian statement.", "Norwegian statement", AttributionKind.Statement)]
    [InlineData("Chad reportedly attacked Sudan.", "reportedly", AttributionKind.Hearsay)]
    public void Each_voice_has_its_kind(string sentence, string name, AttributionKind kind) =>
        Assert.Contains(Coded.Article(sentence).Observations.SelectMany(o => o.Attribution), a => a.Name == name && a.Kind == kind);

    [Fact]
    public void The_nearest_voice_stands_last()
    {
        var observation = Assert.Single(Coded.Article("Reuters reported that Norway had said that Chad attacked Sudan.").Observations, o => o.Cameo == "190");
        Assert.Equal(["Reuters", "Norway"], observation.Attribution.Select(a => a.Name));
    }

    [Fact]
    public void The_outlets_own_word_has_no_attribution() => Assert.Empty(Assert.Single(Coded.Article("Chad attacked Sudan.").Observations).Attribution);

    [Fact]
    public void What_an_analyst_thinks_is_an_assessment_and_no_event()
    {
        var coded = Coded.Article("\"Chad will attack Sudan and Norway will condemn it,\" said Lena Brandt, an analyst.");
        Assert.Empty(coded.Observations);
        Assert.Contains(coded.Assessments, a => a.Author == "Lena Brandt" && a.Span.Of(coded.Article.Text).StartsWith("Chad will attack", StringComparison.Ordinal));
    }
}
