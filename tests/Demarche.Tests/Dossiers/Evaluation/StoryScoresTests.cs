using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Dossiers.Evaluation;

namespace Demarche.Tests.Dossiers.Evaluation;

/// <summary>The judge of whole affairs: what is right costs nothing, and each kind of fault costs its own measure.</summary>
public sealed class StoryScoresTests
{
    private const string First = "Norway offered on Monday to host talks between Chile and Peru. “We are open to it,” Chilean President Ana Ruiz said. At least 12 people were killed.";
    private const string Second = "Oslo renewed its offer. Ana Ruiz telephoned Norwegian Prime Minister Kari Lund. The toll rose to 14.";

    [Fact]
    public void A_dossier_that_says_what_the_annotation_says_is_perfect()
    {
        var scores = Score();
        Assert.Equal(1, scores.Events.F1);
        Assert.Equal(1, scores.Full.F1);
        Assert.Equal(1, scores.Articles?.F1);
        Assert.Equal(1, scores.World?.F1);
        Assert.Equal(1, scores.Contacts.F1);
        Assert.Equal(1, scores.Steps.F1);
        Assert.Equal(1, scores.Differences.Recall);
        Assert.Equal(1, scores.Listed);
    }

    [Fact]
    public void An_event_of_another_type_is_missed_and_false()
    {
        var scores = Score(record: r => Event(r, 0)["plover"] = "REJECT");
        Assert.Equal(new Tally(2, 1, 1), scores.Events);
    }

    [Fact]
    public void A_wrong_day_costs_the_full_score_alone()
    {
        var scores = Score(record: r => Event(r, 0)["date"] = Days("2031-02-02"));
        Assert.Equal(1, scores.Events.F1);
        Assert.Equal(new Tally(2, 1, 1), scores.Full);
    }

    [Fact]
    public void An_event_that_stands_twice_costs_recall_of_the_world()
    {
        var scores = Score(dossier: d =>
        {
            var events = Story(d)["events"]!.AsArray();
            var copy = events[0]!.DeepClone();
            copy["id"] = "w9";
            events[0]!["reports"]!.AsArray().RemoveAt(1);
            copy["reports"]!.AsArray().RemoveAt(0);
            events.Add(copy);
        });
        Assert.Equal(1, scores.World?.Precision);
        Assert.Equal(2 / 3.0, scores.World!.Value.Recall, 9);
    }

    [Fact]
    public void A_contact_of_somebody_else_is_false_and_the_right_one_missed()
    {
        var scores = Score(dossier: d => Story(d)["contacts"]![0]!["participants"]![1] = "Donald Duck");
        Assert.Equal(new Tally(0, 1, 1), scores.Contacts);
    }

    [Fact]
    public void A_step_on_another_day_is_false_and_the_right_one_missed()
    {
        var scores = Score(dossier: d => Story(d)["mediation"]![0]!["steps"]![0]!["date"] = Days("2031-02-02"));
        Assert.Equal(new Tally(0, 1, 1), scores.Steps);
    }

    [Fact]
    public void A_difference_whose_accounts_stand_elsewhere_is_not_found()
    {
        var scores = Score(dossier: d => Story(d)["figures"]![0]!["entries"]![1]!["reports"]![0]!["span"] = new JsonArray(0, 4));
        Assert.Equal(new Tally(0, 1, 1), scores.Differences);
    }

    [Fact]
    public void Text_that_was_cleaned_is_found_again()
    {
        var scores = Score(record: r =>
        {
            var article = r["article"]!;
            article["text"] = "MORE NEWS " + article["text"]!.GetValue<string>().Replace("“", "\"", StringComparison.Ordinal).Replace("”", "\"", StringComparison.Ordinal);
            Event(r, 0)["sentence"] = new JsonArray(10, 72);
        });
        Assert.Equal(1, scores.Events.F1);
    }

    [Fact]
    public void Annotation_that_is_none_is_named()
    {
        var fault = Assert.Throws<FormatException>(() => GoldStory.Read("{\"articles\":{}}", "gold.json", _ => ""));
        Assert.StartsWith("gold.json: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sheikh Mohamed bin Zayed", "Mohamed bin Zayed Al Nahyan", true)]
    [InlineData("Nicolás Maduro", "Nicolas Maduro", true)]
    [InlineData("Putin", "Vladimir Putin", false)]
    [InlineData("", "", false)]
    public void Names_agree_if_one_holds_the_other(string a, string b, bool same) => Assert.Equal(same, NameAgreement.Same(a, b));

    private static StoryScores Score(Action<JsonNode>? record = null, Action<JsonNode>? dossier = null)
    {
        var gold = GoldStory.Read(Gold, "gold.json", name => name == "1.txt" ? First : Second);
        var first = Record("1", First, Observation("e1", "039", "AGREE", 0, 62, "n", "c"));
        var second = Record("2", Second, Observation("e1", "039", "AGREE", 0, 23, "n", "c"), Observation("e2", "041", "CONSULT", 24, 79, "r", "k"));
        var made = JsonNode.Parse(Dossier)!;
        record?.Invoke(first);
        dossier?.Invoke(made);
        return StoryScores.Of(gold, [Element(first), Element(second)], Element(made));
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static JsonNode Event(JsonNode record, int i) => record["events"]![i]!;

    private static JsonNode Story(JsonNode dossier) => dossier["stories"]![0]!;

    private static JsonObject Days(string day) => new() { ["start"] = day, ["end"] = day };

    private static JsonObject Observation(string id, string cameo, string plover, int start, int end, string source, string target) => new()
    {
        ["id"] = id,
        ["cameo"] = cameo,
        ["plover"] = plover,
        ["sentence"] = new JsonArray(start, end),
        ["status"] = "occurred",
        ["date"] = Days("2031-01-06"),
        ["sources"] = new JsonArray(source),
        ["targets"] = new JsonArray(target),
    };

    private static JsonObject Record(string name, string text, params JsonNode[] events) => new JsonObject
    {
        ["article"] = new JsonObject { ["id"] = "id" + name, ["source"] = $"in/{name}.json", ["text"] = text },
        ["actors"] = JsonNode.Parse("""
            [{"id":"n","name":"Norway","kind":"state","country":"NOR"},{"id":"c","name":"Chile","kind":"state","country":"CHL"},
             {"id":"r","name":"Ana Ruiz","kind":"person","country":"CHL"},{"id":"k","name":"Kari Lund","kind":"person","country":"NOR"}]
            """),
        ["events"] = new JsonArray(events),
    };

    private const string Gold = """
        {"articles":{
          "1.txt":{"events":[{"sentence":[0,62],"cameo":["039"],"plover":["AGREE"],"sources":[{"name":"Norway","kind":"state","country":"NOR"}],
            "targets":[{"name":"Chile","kind":"state","country":"CHL"},{"name":"Peru","kind":"state","country":"PER"}],"date":{"start":"2031-01-06","end":"2031-01-06"},"status":["occurred"]}]},
          "2.txt":{"events":[{"sentence":[0,23],"cameo":["039"],"plover":["AGREE"],"sources":[{"name":"Norway","kind":"state","country":"NOR"}],
            "targets":[{"name":"Chile","kind":"state","country":"CHL","implied":true}],"date":{"start":"2031-01-06","end":"2031-01-06"},"status":["occurred"]},
            {"sentence":[24,79],"cameo":["041"],"plover":["CONSULT"],"symmetric":true,"sources":[{"name":"Kari Lund","kind":"person","country":"NOR"}],
            "targets":[{"name":"Ana Ruiz","kind":"person","country":"CHL"}],"date":{"start":"2031-01-06","end":"2031-01-06"},"status":["occurred"]}]}},
         "story":{"stories":[{"id":"A","articles":["1.txt","2.txt"]}],
          "events":[{"id":"A1","reports":[{"article":"1.txt","event":0},{"article":"2.txt","event":0}]},{"id":"A2","reports":[{"article":"2.txt","event":1}]}],
          "contacts":[{"participants":["Ana Ruiz",["Kari Lund","Norway"]],"date":{"start":"2031-01-06","end":"2031-01-06"}}],
          "mediation":[{"steps":[{"kind":["offer"],"by":["Norway"],"date":{"start":"2031-01-06","end":"2031-01-06"}}]}],
          "discrepancies":[{"field":["value"],"about":"killed","values":[{"reports":[{"article":"1.txt","span":[120,132]}]},{"reports":[{"article":"2.txt","span":[80,99]}]}]}]}}
        """;

    private const string Dossier = """
        {"stories":[{"articles":["id1","id2"],
          "events":[{"id":"w1","reports":[{"article":"id1","event":"e1"},{"article":"id2","event":"e1"}],"discrepancies":[]},{"id":"w2","reports":[{"article":"id2","event":"e2"}],"discrepancies":[]}],
          "contacts":[{"participants":["Ana Ruiz","Kari Lund"],"date":{"start":"2031-01-06","end":"2031-01-06"}}],
          "mediation":[{"steps":[{"kind":"offer","by":"Norway","date":{"start":"2031-01-06","end":"2031-01-06"}}]}],
          "positions":[],"quotes":[],
          "figures":[{"entries":[{"value":12,"reports":[{"article":"id1","span":[120,131]}]},{"value":14,"reports":[{"article":"id2","span":[96,98]}]}]}]}]}
        """;
}
