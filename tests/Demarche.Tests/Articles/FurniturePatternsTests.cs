using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Tests.Articles;

public sealed class FurniturePatternsTests
{
    private static readonly FurniturePatterns Patterns = FurniturePatterns.Load(Repository.Data);

    [Fact]
    public void Every_rule_matches_its_example()
    {
        var wrong = Patterns.Examples.Where(e => Patterns.Match(e.Text) is null).Select(e => $"line {e.Line}: {e.Text}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Share prices in Tarsk fell on Monday after the envoys left.")]
    [InlineData("More than forty trucks crossed the border at dawn.")]
    [InlineData("Live fire was heard near the palace, the ministry said.")]
    [InlineData("Sign language was used at the talks.")]
    [InlineData("By Friday the two armies had left the valley.")]
    [InlineData("Read the terms carefully, the minister told the delegates.")]
    [InlineData("Home to a million people, Tarsk has been under siege since May.")]
    [InlineData("Photographs of the meeting were shown on state television.")]
    [InlineData("Join us or leave, the commander told them.")]
    [InlineData("\"Follow us,\" the soldiers shouted.")]
    public void Sentences_of_reports_stay(string line) => Assert.Null(Patterns.Match(line));

    [Fact]
    public void Bad_line_names_file_and_line()
    {
        var data = new DataFiles([KeyValuePair.Create("articles/furniture.txt", () => (Stream)new MemoryStream("# x\nshare | 3 | {a | b\n"u8.ToArray()))]);
        Assert.Contains("furniture.txt:2:", Assert.Throws<DataException>(() => FurniturePatterns.Load(data)).Message, StringComparison.Ordinal);
    }
}
