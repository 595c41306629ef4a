using System.Collections.Immutable;
using Demarche.Articles;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Articles;

public sealed class ArticleCleanerTests
{
    private static Article Clean(string text, string? title = null, string? url = null, string? outlet = null) => Repository.Cleaner.Clean(new()
    {
        Source = "x.txt",
        Kind = PageKind.Text,
        Blocks = [.. TidyText.Lines(text).Select(l => new RawBlock(l))],
        Title = title,
        Url = url,
        Outlet = outlet,
    });

    private const string Report = "Envoys of Norland and Osten met in Tarsk on Monday, officials said.\nThey parted without a word to the press.\n";

    [Theory]
    [InlineData("caption", "The envoys shake hands in Tarsk. EPA-EFE/ADA HOLM / POOL")]
    [InlineData("caption", "A guard looks over the palace wall in Tarsk on Friday.")]
    [InlineData("caption", "The hall before the talks [Ada Holm/Reuters]")]
    [InlineData("credit", "Ada Holm/AP")]
    [InlineData("credit", "Ada Holm/AFP/Getty Images")]
    [InlineData("caption", "The palace in Tarsk. (AP Photo/Ada Holm)")]
    [InlineData("caption", "The palace in Tarsk. Photograph: Ada Holm/Reuters")]
    [InlineData("caption", "The market square of the old capital lies empty hours before the first envoys reach the town")]
    [InlineData("related", "OSTEN CALLS ITS ENVOY HOME AFTER NIGHT OF SHELLING ALONG THE RIVER")]
    [InlineData("boilerplate", "* * *")]
    public void Line_between_paragraphs_is_set_aside(string reason, string line)
    {
        const string More = "The council of Osten sat until midnight on Sunday, and nobody left the hall, its speaker said.\n"
            + "It had been called together after the shelling of the three villages that lie along the river in the south.\n"
            + "Norland has denied from the first day on that its guns were anywhere near the river on that night.\n";
        var article = Clean(More + line + "\n" + More.Replace("the", "some", StringComparison.Ordinal) + Report);
        Assert.Equal(reason, Assert.Single(article.Removed).Reason);
        Assert.DoesNotContain(line, article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The rebels left the valley on Friday.")]
    [InlineData("Osten will look at the offer on Friday.")]
    [InlineData("Norland denied it, according to Reuters.")]
    [InlineData("What happens next")]
    [InlineData("The two sides meet again on Thursday.")]
    [InlineData("The minister told AFP.")]
    [InlineData("The talks in Tarsk go on, it says (Reuters).")]
    [InlineData("UNCERTAIN TRUCE")]
    [InlineData("Both/and is not the way of this minister.")]
    public void Line_of_the_report_stays(string line) =>
        Assert.Contains(line, Clean("The council of Osten sat until midnight, its speaker said.\n" + line + "\n" + Report).Text, StringComparison.Ordinal);

    [Fact]
    public void Breadcrumbs_and_a_repeated_headline_go_and_the_headline_stays()
    {
        var article = Clean("- Home\n- World\n- Envoys meet in Tarsk at last\nEnvoys meet in Tarsk at last\n" + Report);
        Assert.Equal("Envoys meet in Tarsk at last\n" + Report, article.Text);
        Assert.Equal("Envoys meet in Tarsk at last", article.Title);
        Assert.Equal(["navigation", "navigation", "repeated-title"], article.Removed.Select(r => r.Reason));
    }

    [Fact]
    public void Names_above_the_outlet_are_a_byline()
    {
        var article = Clean("Ada Holm and Bo Lind\nUSA TODAY\n" + Report);
        Assert.Equal(Report, article.Text);
        Assert.All(article.Removed, r => Assert.Equal("byline", r.Reason));
    }

    [Fact]
    public void Link_that_stands_twice_goes_twice()
    {
        const string link = "Osten buries the dead of its longest winter in the hills";
        Assert.Equal(Report + Report.Replace("Monday", "Tuesday", StringComparison.Ordinal).Replace("parted", "left", StringComparison.Ordinal),
            Clean(Report + link + "\n" + Report.Replace("Monday", "Tuesday", StringComparison.Ordinal).Replace("parted", "left", StringComparison.Ordinal) + link + "\n").Text);
    }

    [Fact]
    public void Card_in_the_middle_of_a_sentence_is_cut_out()
    {
        var article = Clean("President Ada Holm Ada (Adi) Maria HolmCouncil votes down budget Five things to know MORE said on Monday that talks go on.\n");
        Assert.Equal("President Ada Holm said on Monday that talks go on.\n", article.Text);
        Assert.Equal("Ada (Adi) Maria HolmCouncil votes down budget Five things to know MORE", Assert.Single(article.Removed).Text);
    }

    [Fact]
    public void Hard_wrapped_lines_become_paragraphs() => Assert.Equal(
        "Envoys of Norland and Osten met in the old palace of Tarsk on Monday, officials of both of the sides said, and parted late in the evening without so much as a word.\nThe talks go on tomorrow.\n",
        Clean("Envoys of Norland and Osten met in the old palace of\nTarsk on Monday, officials of both of the sides said,\nand parted late in the evening without so much as a\nword.\n\nThe talks go on tomorrow.\n").Text);

    [Theory]
    [InlineData(null, "https://www.bbc.co.uk/news/x", "BBC")]
    [InlineData("NPR Online News", null, "NPR")]
    [InlineData("The Tarsk Courier", "https://www.bbc.co.uk/news/x", "The Tarsk Courier")]
    [InlineData(null, "https://notbbc.co.uk/news/x", null)]
    [InlineData(null, "no address", null)]
    public void Outlet_is_told_by_field_or_address(string? field, string? url, string? outlet) =>
        Assert.Equal(outlet, Clean(Report, url: url, outlet: field).Outlet);

    [Theory]
    [InlineData("TARSK (Reuters) - The envoys met on Monday.", "Reuters")]
    [InlineData("TARSK, Osten (AP) — The envoys met on Monday.", "Associated Press")]
    [InlineData("The envoys (AP) met on Monday.", null)]
    public void Agency_in_the_dateline_is_the_outlet(string text, string? outlet) => Assert.Equal(outlet, Clean(text).Outlet);

    [Fact]
    public void Id_depends_on_title_and_text_alone()
    {
        Assert.Equal(Clean(Report, "A title", "https://a.example/1").Id, Clean(Report, "A title", "https://b.example/2").Id);
        Assert.NotEqual(Clean(Report, "A title").Id, Clean(Report, "Another").Id);
        Assert.Matches("^[0-9a-f]{16}$", Clean(Report).Id.Value);
    }

    [Fact]
    public void Any_text_is_cleaned_twice_the_same_and_nothing_of_it_is_lost()
    {
        var line = Gen.Elements("Advertisement", "Ada Holm/AP", "By Ada Holm", "The envoys met.", "- Home", "MORE", "a\u200Bb", "\uD83D", "x", "", "  y  ", "“No,” he said", "(", "[[[[/AP");
        var texts = Gen.ListOf(line).Select(l => string.Join("\n", l)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var once = Clean(text);
            var kept = Letters(once.Text) + string.Concat(once.Removed.Select(r => Letters(r.Text)));
            return once.Text == Clean(text).Text && once.Removed.All(r => r.Before <= once.Text.Length)
                && string.Concat(kept.Order()) == string.Concat(Letters(TidyLetters(text)).Order());
        }).QuickCheckThrowOnFailure();
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string TidyLetters(string text) => string.Concat(TidyText.Lines(text).Select(TidyText.Line));

    [Fact]
    public void Long_hostile_lines_do_not_stop_the_cleaner()
    {
        foreach (var part in ImmutableArray.Create("(", "[", "/AP", "A/", " MORE", "aB ", "Photo: ", "*", "By A ", "# ", "\"", "sign up for "))
            Assert.NotNull(Clean(string.Concat(Enumerable.Repeat(part, 200_000 / part.Length))));
    }
}
