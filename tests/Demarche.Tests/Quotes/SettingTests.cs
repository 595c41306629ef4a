using Demarche.Quotes;
using Demarche.Text;
using Xunit;

namespace Demarche.Tests.Quotes;

public sealed class SettingTests
{
    private static Quote First(string text) => Reading.Of(text).Quotes.First(q => q.Marked);

    [Theory]
    [InlineData("“The dam will hold,” the governor said in a statement.", "statement")]
    [InlineData("“The dam will hold,” the governor tweeted.", "social media")]
    [InlineData("“The dam will hold,” the governor wrote on X.", "social media")]
    [InlineData("“The dam will hold,” said Olga Brandt, an engineer at the river board, by phone from Graz.", "phone")]
    [InlineData("“The dam will hold,” the governor said at a news conference.", "press conference")]
    [InlineData("The governor told a rally in Tampa: “The dam will hold.”", "rally")]
    [InlineData("In a letter to donors, the governor wrote: “The dam will hold.”", "letter")]
    [InlineData("“The dam will hold,” the statement said.", "statement")]
    [InlineData("“The dam will hold,” the minister told TASS.", "agency")]
    [InlineData("“The dam will hold,” he said on state television.", "broadcast")]
    [InlineData("“The dam will hold,” the governor said.", null)]
    [InlineData("“The dam will hold,” the governor said after the statement.", null)]
    public void The_medium_is_what_the_word_of_saying_tells(string text, string? medium) => Assert.Equal(medium, First(text).Medium);

    [Theory]
    [InlineData("“The dam will hold,” the governor told reporters.", "reporters")]
    [InlineData("“The dam will hold,” the governor wrote to the engineers.", "the engineers")]
    [InlineData("“The dam will hold,” she said to me.", "me")]
    [InlineData("“The dam will hold,” the governor said in an interview with the Lantern.", "the Lantern")]
    [InlineData("“The dam will hold,” the governor said.", null)]
    [InlineData("The governor told a story: “The dam will hold.”", null)]
    public void The_addressee_is_the_one_told(string text, string? addressee) => Assert.Equal(addressee, First(text).Addressee);

    [Theory]
    [InlineData("The governor told a rally in Tampa: “The dam will hold.”", "Tampa")]
    [InlineData("“The dam will hold,” the engineer said by phone from Graz.", "Graz")]
    [InlineData("Speaking in Ankara, the minister said: “The dam will hold.”", "Ankara")]
    [InlineData("“The dam will hold,” said the engineer, whose sister lives in Graz.", null)]
    public void The_venue_hangs_on_the_saying(string text, string? venue) => Assert.Equal(venue, First(text).Venue);

    [Fact]
    public void The_day_is_that_of_the_saying_not_of_what_is_said()
    {
        Assert.Equal(new DateOnly(2024, 5, 14), First("“The dam will hold,” the governor said on Tuesday.").Date?.Start);
        Assert.Equal(new DateOnly(2024, 5, 14), First("At Tuesday’s hearing, the governor told the judges: “The dam will hold.”").Date?.Start);
        Assert.Null(First("“I was behind in October before,” the governor said.").Date);
    }

    [Fact]
    public void One_speech_has_one_setting()
    {
        var reading = Reading.Of("“The dam will hold,” Governor Martin Hale told reporters on Tuesday. “I checked it,” Mr. Hale added.");
        Assert.All(reading.Quotes.Where(q => q.Marked), q => Assert.Equal(("reporters", new DateOnly(2024, 5, 14)), (q.Addressee, q.Date!.Start)));
    }

    [Fact]
    public void A_bad_line_of_the_table_names_its_place()
    {
        var data = new DataFiles([KeyValuePair.Create("quotes/media.tsv", () => (Stream)new MemoryStream("statement\tstatement\tin\npost\tmail\ton\n"u8.ToArray()))]);
        Assert.Equal(2, Assert.Throws<DataException>(() => Media.Load(data)).Line);
    }
}
