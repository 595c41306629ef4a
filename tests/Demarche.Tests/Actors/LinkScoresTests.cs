using Demarche.Actors;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests.Actors;

public sealed class LinkScoresTests
{
    [Fact]
    public void A_full_name_that_only_one_entry_has_is_linked_with_a_high_score() =>
        Assert.InRange(Score("Angela Merkel met the envoys in the capital.", "Angela Merkel"), 0.8f, 1f);

    [Fact]
    public void A_name_that_no_entry_has_carries_no_link_and_no_score()
    {
        var mentions = Find("Tobias Wendelin, who chairs the shipyard, welcomed the visitors.");
        Assert.All(mentions.Mentions, m => Assert.Null(m.LinkScore));
    }

    [Fact]
    public void Descriptions_and_pronouns_carry_no_score()
    {
        var mentions = Find("The Turkish president said he would travel to Cairo.");
        Assert.All(mentions.Mentions.Where(m => m.Kind is MentionKind.Description or MentionKind.Pronoun), m => Assert.Null(m.LinkScore));
    }

    [Fact]
    public void Scores_lie_between_nothing_and_one()
    {
        var mentions = Find("Vladimir Putin and Emmanuel Macron spoke by telephone. NATO and the European Union welcomed the call, as did Turkey.");
        Assert.Contains(mentions.Mentions, m => m.LinkScore is not null);
        Assert.All(mentions.Mentions, m => Assert.True(m.LinkScore is null or (>= 0f and <= 1f)));
    }

    [Fact]
    public void The_word_of_the_tagger_counts_for_and_against_a_link()
    {
        var analysis = Read("Angela Merkel spoke.");
        var name = new NamedEntity(EntityKind.Person, new TextSpan(0, 13), 0, 2, 0.9f);
        var sure = Repository.Actors.Find(With(analysis, name)).Mentions[0].LinkScore;
        var unsure = Repository.Actors.Find(With(analysis, name with { Kind = EntityKind.Organisation })).Mentions[0].LinkScore;
        var silent = Repository.Actors.Find(With(analysis)).Mentions[0].LinkScore;
        Assert.True(sure > silent && silent > unsure);
    }

    [Fact]
    public void Words_that_the_tagger_takes_for_a_body_are_no_person()
    {
        var analysis = Read("Reporters asked Maria Lund, who had no answer.");
        var body = new NamedEntity(EntityKind.Organisation, new TextSpan(16, 26), 2, 4, 0.95f);
        Assert.Contains(Repository.Actors.Find(With(analysis)).Actors, a => a.Name == "Maria Lund");
        Assert.DoesNotContain(Repository.Actors.Find(With(analysis, body)).Actors, a => a.Name == "Maria Lund");
    }

    private static Analysis With(Analysis analysis, params NamedEntity[] names) => new(analysis.Article, analysis.Sentences, analysis.Tokens) { Entities = [.. names] };

    private static float Score(string text, string name) =>
        Find(text).Mentions.Where(m => m.Span.Of(text) == name).Select(m => m.LinkScore).Single() ?? -1f;

    private static ActorMentions Find(string text) => Repository.Actors.Find(Read(text));

    private static Analysis Read(string text) =>
        Repository.Analyzer.Analyze(new Article(new ArticleId("test"), "test", null, null, null, null, [], "en", PublicationDate.Unknown, text, []));
}
