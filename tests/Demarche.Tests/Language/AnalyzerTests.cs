namespace Demarche.Tests.Language;

public sealed class AnalyzerTests
{
    [Fact]
    public void Subject_and_object_hang_on_their_verb()
    {
        var analysis = Reading.Of("The minister condemned the attack.");
        var verb = Reading.Word(analysis, "condemned");
        Assert.Equal(("condemn", "VERB", "root"), (verb.Lemma, verb.Upos, verb.Relation));
        Assert.Equal("minister", analysis.Child(verb.Index, "nsubj")?.Form);
        Assert.Equal("attack", analysis.Child(verb.Index, "obj")?.Form);
    }

    [Fact]
    public void A_passive_has_a_passive_subject_and_an_agent()
    {
        var analysis = Reading.Of("The village was shelled by government troops.");
        var verb = Reading.Word(analysis, "shelled");
        Assert.Equal("village", analysis.Child(verb.Index, "nsubj:pass")?.Form);
        Assert.Equal("troops", analysis.Child(verb.Index, "obl")?.Form);
    }

    [Fact]
    public void Names_are_proper_nouns_and_keep_their_capitals()
    {
        var analysis = Reading.Of("President Ilse Brandt visited Nairobi.");
        Assert.All(new[] { "Ilse", "Brandt", "Nairobi" }, name =>
        {
            var token = Reading.Word(analysis, name);
            Assert.Equal(("PROPN", name), (token.Upos, token.Lemma));
        });
    }

    [Theory]
    [InlineData("The envoys were meeting.", "meeting", "meet")]
    [InlineData("Nobody took the hostages.", "took", "take")]
    [InlineData("Nobody took the hostages.", "hostages", "hostage")]
    [InlineData("Three ships sank.", "sank", "sink")]
    [InlineData("The talks are over.", "are", "be")]
    [InlineData("Thousands fled the town.", "fled", "flee")]
    [InlineData("The bank froze the accounts.", "froze", "freeze")]
    [InlineData("Gunmen struck at dawn.", "struck", "strike")]
    [InlineData("Gunmen struck at dawn.", "Gunmen", "gunman")]
    [InlineData("He sought talks.", "sought", "seek")]
    [InlineData("The raid provoked anger.", "provoked", "provoke")]
    [InlineData("Some 1,250 rifles were lost.", "1,250", "1250")]
    public void Lemmas_are_dictionary_forms(string text, string form, string lemma) => Assert.Equal(lemma, Reading.Word(Reading.Of(text), form).Lemma);

    [Fact]
    public void No_text_has_no_sentences()
    {
        Assert.Empty(Reading.Of("").Sentences);
        Assert.Empty(Reading.Of(" \n\t\n ").Tokens);
    }
}
