using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Actors.Evaluation;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests.Actors.Evaluation;

public sealed class ReferenceScoresTests
{
    private const string Json = """
        { "id": "c", "half": "dev", "published": "2016-05-01", "style": "wire",
          "actors": [ {"name": "Ana Lind"}, {"name": "Peru", "as": "Lima"}, {"name": "the miners", "as": "Miners"} ],
          "paragraphs": [ "Miners marched. Lima feared them.", "Ana Lind said it rained on them, and she met it." ],
          "references": [
            {"words": "them", "occurrence": 1, "kind": "pronoun", "is": ["the miners"]},
            {"words": "it", "occurrence": 1, "kind": "pronoun", "is": []},
            {"words": "them", "occurrence": 2, "kind": "pronoun", "is": ["the miners", "Peru"], "also": [["the miners"]]},
            {"words": "she", "occurrence": 1, "kind": "subject", "is": ["Ana Lind"]},
            {"words": "it", "occurrence": 2, "kind": "pronoun", "is": ["Peru"]} ] }
        """;

    private static readonly ReferenceCase Gold = ReferenceCase.Read(Json, "c.json");

    [Fact]
    public void Quoted_words_are_found_by_their_number() =>
        Assert.Equal([28, 49, 62, 72, 80], Gold.References.Select(r => r.Span.Start));

    [Fact]
    public void Names_anchors_and_further_answers_are_accepted()
    {
        // The miners are found as "miners", Peru as "Government of Peru" at its anchor: four of five are right, "it" is missed.
        var verdicts = ReferenceScores.Judge(Gold, Found(("Miners", 0, 0), ("Lima", 0, 1), ("them", 0, 0), ("them", 1, 0), ("Ana Lind", 0, 2), ("she", 0, 2)));
        Assert.Equal([true, true, true, true, false], verdicts.Select(v => v.Right));
        Assert.Equal(0.8, ReferenceScores.Accuracy(verdicts));
    }

    [Fact]
    public void Another_actor_one_too_many_and_one_for_nobody_are_wrong()
    {
        var verdicts = ReferenceScores.Judge(Gold, Found(("Miners", 0, 0), ("Lima", 0, 1), ("them", 0, 1), ("it", 0, 1), ("she", 0, 0), ("it", 1, 1)));
        Assert.Equal([false, false, false, false, true], verdicts.Select(v => v.Right));
    }

    [Fact]
    public void The_table_tells_kinds_apart()
    {
        var table = ReferenceScores.Table(ReferenceScores.Judge(Gold, Found(("Miners", 0, 0), ("them", 0, 0), ("she", 0, 1))));
        Assert.Equal(
            """
            kind                right    wrong   missed       of accuracy
            pronoun                 2        0        2        4    0.500
            subject                 0        1        0        1    0.000
            all                     2        1        2        5    0.400

            """.ReplaceLineEndings("\n"), table);
    }

    [Theory]
    [InlineData("\"occurrence\": 2, \"kind\": \"pronoun\", \"is\": [\"Peru\"]", "\"occurrence\": 7, \"kind\": \"pronoun\", \"is\": [\"Peru\"]")]
    [InlineData("\"is\": [\"Ana Lind\"]", "\"is\": [\"Ana\"]")]
    [InlineData("\"as\": \"Lima\"", "\"as\": \"Cuzco\"")]
    [InlineData("\"style\"", "style")]
    public void A_case_that_contradicts_its_text_is_refused(string right, string wrong) =>
        Assert.Throws<DataException>(() => ReferenceCase.Read(Json.Replace(right, wrong, StringComparison.Ordinal), "c.json"));

    private static ActorMentions Found(params (string Words, int Skip, int Actor)[] mentions)
    {
        ImmutableArray<Actor> actors =
        [
            new(new ActorId("a1"), "miners", ActorKind.Group, null, null, null, null, null),
            new(new ActorId("a2"), "Government of Peru", ActorKind.State, "PER", "PER", "GOV", null, null),
            new(new ActorId("a3"), "Ana Lind", ActorKind.Person, null, null, null, null, null),
        ];
        var analysis = new Analysis(Gold.Article, [], []);
        return new ActorMentions(analysis, actors, [.. mentions.Select(m => new ActorMention(Span(m.Words, m.Skip), 0, MentionKind.Name, [actors[m.Actor].Id]))]);
    }

    private static TextSpan Span(string words, int skip)
    {
        var at = Gold.Article.Text.IndexOf(words, StringComparison.Ordinal);
        for (; skip > 0; skip--) at = Gold.Article.Text.IndexOf(words, at + 1, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
