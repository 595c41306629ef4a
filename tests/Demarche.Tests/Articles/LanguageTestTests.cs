using Demarche.Articles;

namespace Demarche.Tests.Articles;

public sealed class LanguageTestTests
{
    private const string English = "The envoys of the two states met in the old palace on Monday and they said that the talks would go on for as long as it takes to agree.";
    private const string German = "Die Gesandten der beiden Staaten trafen sich am Montag in dem alten Palast und sagten, dass die Gespräche auf unbestimmte Zeit nicht enden werden und es ist auch gut.";

    [Theory]
    [InlineData(English, null, "en")]
    [InlineData(English, "en-GB", "en")]
    [InlineData(English, "de", "en")]
    [InlineData(German, null, "de")]
    [InlineData(German, "en", "de")]
    [InlineData("Short.", null, "en")]
    [InlineData("Послы двух государств встретились в понедельник", null, "ru")]
    [InlineData("Посли двох держав зустрілися в понеділок", "uk", "uk")]
    [InlineData("", null, "en")]
    public void Language_is_told_by_common_words_and_script(string text, string? declared, string language) =>
        Assert.Equal(language, LanguageTest.Of(declared, text));
}
