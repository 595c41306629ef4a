using System.Collections.Immutable;
using Demarche.Actors;

namespace Demarche.Tests.Actors;

/// <summary>The names of actors in other languages, and what the linter says of them.</summary>
public sealed class ActorLabelsTests
{
    private static readonly ActorLabels Labels = ActorLabels.Load(Repository.Data);

    [Theory]
    [InlineData("Russia", "ru", "Россия")]
    [InlineData("Russia", "ar", "روسيا")]
    [InlineData("Germany", "fr", "Allemagne")]
    [InlineData("Ukraine", "uk", "Україна")]
    [InlineData("Israel", "he", "ישראל")]
    [InlineData("Iran", "fa", "ایران")]
    [InlineData("Emmanuel Macron", "uk", "Емманюель Макрон")]
    [InlineData("NATO", "fr", "OTAN")]
    [InlineData("United Nations", "he", "האומות המאוחדות")]
    public void Known_actors_have_names_in_other_languages(string name, string language, string label) => Assert.Equal(label, Labels.Of(Known(name), language));

    [Fact]
    public void States_and_the_best_known_have_their_item_of_Wikidata()
    {
        Assert.Equal("Q159", Labels.WikidataOf(Known("Russia")));
        Assert.Equal("Q1065", Labels.WikidataOf(Known("United Nations")));
    }

    [Fact]
    public void Who_is_known_from_the_text_alone_has_no_label()
    {
        var unknown = Known("Russia") with { Known = null };
        Assert.Null(Labels.Of(unknown, "ru"));
        Assert.Null(Labels.WikidataOf(unknown));
    }

    [Fact]
    public void A_language_without_labels_is_refused() => Assert.Throws<ArgumentException>(() => Labels.Of(Known("Russia"), "de"));

    [Fact]
    public void Every_state_has_a_name_in_every_language()
    {
        var states = new ActorDataReader(Repository.Data).States();
        Assert.All(states, s => Assert.All(ActorLabels.Languages, l => Assert.False(string.IsNullOrEmpty(Labels.Of(Known(s.Name), l)), s.Name)));
    }

    [Theory]
    [InlineData("unknown", "Atlantis|||||Атлантида||")]
    [InlineData("script", "Russia|Россия||||||")]
    [InlineData("script", "Russia|||||Россыя||")]
    [InlineData("script", "Russia||||Russia|||")]
    [InlineData("fault", "Russia|||||||159")]
    [InlineData("duplicate", "Russia|||||||;Russia|||||||")]
    [InlineData("duplicate", "Iran|||||||Q1;Russia|||||||Q1")]
    [InlineData("unsorted", "Russia|||||||;Iran|||||||")]
    public void The_linter_finds_faults_in_labels(string kind, string lines)
    {
        var entries = lines.Split(';').Select((l, i) => Entry(l, i + 1)).ToList();
        Assert.Equal([kind], LabelLint.Findings(entries, new HashSet<string>(StringComparer.Ordinal) { "Russia", "Iran" }).Select(f => f.Kind));
    }

    [Theory]
    [InlineData("Russia||||Елизавета II|||")]
    [InlineData("Russia|روسيا|נאט\"ו|گروه ۲۰||'Об'єднані|Côte d'Ivoire|Q15")]
    public void The_linter_is_content_with_good_labels(string line) =>
        Assert.Empty(LabelLint.Findings([Entry(line, 1)], new HashSet<string>(StringComparer.Ordinal) { "Russia" }));

    private static LabelEntry Entry(string line, int number)
    {
        var columns = line.Split('|').Select(c => c.Length == 0 ? null : c).ToImmutableArray();
        return new LabelEntry(columns[0]!, columns[1..7], columns[7], number);
    }

    private static Actor Known(string name) => new(new ActorId("a1"), name, ActorKind.State, null, null, null, null, "known:" + name);
}
