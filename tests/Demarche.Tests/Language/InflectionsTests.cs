using Demarche.Language;

namespace Demarche.Tests.Language;

/// <summary>A lexicon that knows a few words as often as news has them overrules guesses that are no words.</summary>
public sealed class InflectionsTests
{
    private static readonly Lexicon Known = Make(("post", 12), ("provoke", 8), ("smell", 8), ("call", 14), ("cal", 6), ("plan", 13), ("star", 11), ("stare", 6), ("process", 12),
        ("country", 14), ("house", 14), ("big", 12), ("large", 12), ("panic", 9), ("die", 11), ("rat", 6), ("rate", 12), ("visit", 11));

    [Theory]
    [InlineData("posted", "poste", Inflection.Past, "post")]
    [InlineData("provoked", "provok", Inflection.Past, "provoke")]
    [InlineData("smelled", "smel", Inflection.Past, "smell")]
    [InlineData("called", "call", Inflection.Past, "call")]
    [InlineData("planned", "plann", Inflection.Participle, "plan")]
    [InlineData("stared", "stare", Inflection.Past, "stare")]
    [InlineData("rated", "rate", Inflection.Past, "rate")]
    [InlineData("visiting", "visite", Inflection.Gerund, "visit")]
    [InlineData("panicking", "panick", Inflection.Gerund, "panic")]
    [InlineData("dying", "dy", Inflection.Gerund, "die")]
    [InlineData("processes", "processe", Inflection.Plural, "process")]
    [InlineData("houses", "hous", Inflection.Plural, "house")]
    [InlineData("countries", "countrie", Inflection.Plural, "country")]
    [InlineData("bigger", "bigg", Inflection.Comparative, "big")]
    [InlineData("largest", "larg", Inflection.Superlative, "large")]
    [InlineData("zorbed", "zorb", Inflection.Past, "zorb")]
    public void Known_words_overrule_guesses(string form, string guess, object kind, string lemma) =>
        Assert.Equal(lemma, Inflections.Improve(form, guess, (Inflection)kind, Known));

    [Fact]
    public void An_empty_lexicon_overrules_nothing() => Assert.Equal("poste", Inflections.Improve("posted", "poste", Inflection.Past, Lexicon.Empty));

    [Fact]
    public void A_lexicon_gives_back_what_was_put_in()
    {
        var use = new WordUse(15, 4, 3, 2, 3);
        var hash = FeatureList.HashFolded("truce");
        var file = new ModelFile("lexicon");
        new Lexicon([hash], [Lexicon.Pack(use)]).Put(file);
        Assert.Equal(use, Lexicon.Get(file).Find("Truce"));
        Assert.Equal(default, Lexicon.Get(file).Find("war"));
    }

    private static Lexicon Make(params (string Word, int Frequency)[] words)
    {
        var sorted = words.Select(w => (Hash: FeatureList.HashFolded(w.Word), w.Frequency)).OrderBy(w => w.Hash).ToList();
        return new Lexicon([.. sorted.Select(w => w.Hash)], [.. sorted.Select(w => Lexicon.Pack(new WordUse(w.Frequency, 4, 2, 1, 1)))]);
    }
}
