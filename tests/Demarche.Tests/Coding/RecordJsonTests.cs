using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Tests.Coding;

public sealed class RecordJsonTests
{
    private const string Text = "🕊 Norway called Chile on Monday. \ud800 At least 12 died.\n";

    private static TextSpan Find(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static JsonElement Write()
    {
        var day = new DateOnly(2031, 5, 5);
        var article = new Article(new("x1"), "a.txt", null, null, "Nordlys Wire", "A call", [], "en",
            new(day, DateBasis.Metadata), Text, [new("Photo: nobody", "credit", Find("At").Start)]);
        var analysis = new Analysis(article, [], []);
        ImmutableArray<Actor> actors = [new(new("a1"), "Norway", ActorKind.State, "NOR", "NOR", null, null, "NOR"),
            new(new("a2"), "Chile", ActorKind.State, "CHL", "CHL", null, null, "CHL")];
        var mentions = new ActorMentions(analysis, actors, [new(Find("Norway"), 0, MentionKind.Name, [new("a1")])]);
        var sentence = Find("🕊 Norway called Chile on Monday.");
        var coded = new CodedArticle(analysis, mentions, new(article.Published, []), [],
            [new(FigureMeasure.Killed, 12, "At least 12", FigureBound.AtLeast, null, Find("At least 12"), Find("At least 12 died."), [], day)],
            [new(new("e1"), "041", "CONSULT", "phone", ["diplomatic"], [new("a1")], [new("a2")], sentence, [Find("called")],
                new(day, day, Find("Monday")), Status.Occurred, [], null, "test", 0.5)]);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, RecordJson.Line)) RecordJson.Write(json, coded);
        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }

    [Fact]
    public void Spans_are_counted_in_code_points()
    {
        var trigger = Write().GetProperty("events")[0].GetProperty("trigger")[0];
        Assert.Equal(9, trigger[0].GetInt32());
        Assert.Equal(15, trigger[1].GetInt32());
    }

    [Fact]
    public void Words_of_the_enumerations_are_snake_case() =>
        Assert.Equal("at_least", Write().GetProperty("figures")[0].GetProperty("bound").GetString());

    [Fact]
    public void A_lone_surrogate_is_written_as_one_replacement_character() =>
        Assert.Contains("Monday. \ufffd At least", Write().GetProperty("article").GetProperty("text").GetString(), StringComparison.Ordinal);

    [Fact]
    public void An_actor_lists_its_mentions_and_the_furniture_its_place()
    {
        var record = Write();
        Assert.Equal(2, record.GetProperty("actors")[0].GetProperty("mentions")[0][0].GetInt32());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("article").GetProperty("input_id").ValueKind);
        Assert.Equal(35, record.GetProperty("article").GetProperty("furniture")[0].GetProperty("before").GetInt32());
    }
}
