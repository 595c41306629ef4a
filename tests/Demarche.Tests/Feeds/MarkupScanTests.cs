using Demarche.Server;
using Demarche.Server.Feeds;

namespace Demarche.Tests.Feeds;

public sealed class MarkupScanTests
{
    private static readonly ReadOptions Options = new();

    private static string? CodeOf(string html)
    {
        try
        {
            MarkupScan.Check(html, Options);
            return null;
        }
        catch (RefusedException e)
        {
            return e.Code;
        }
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div/>")]
    [InlineData("<x-y a='>' b=c>")]
    [InlineData("<b><i>")]
    public void Deep_nest_is_refused(string part) => Assert.Equal(Errors.MarkupTooDeep, CodeOf(Repeat(part, 100_000)));

    [Theory]
    [InlineData("<a b=c=\">")]
    [InlineData("<!-->")]
    [InlineData("<!-- x --!>")]
    [InlineData("<script></scriptx></script>")]
    [InlineData("<svg><script>")]
    [InlineData("<svg><p></p>")]
    public void Nothing_hides_a_deep_nest(string before) => Assert.Equal(Errors.MarkupTooDeep, CodeOf(before + Repeat("<div>", 100_000)));

    [Theory]
    [InlineData("<p>one")]
    [InlineData("<li>one")]
    [InlineData("<br>")]
    [InlineData("<div>one</div>")]
    [InlineData("<svg><path d='m 0 0'/><path/></svg>")]
    [InlineData("<div><b>one</div>")]
    [InlineData("</div>")]
    [InlineData("a < b ")]
    [InlineData("<script>if (a<b) '<div>'</script>")]
    [InlineData("<!-- <div> -->")]
    public void Long_flat_page_passes(string part) => Assert.Null(CodeOf(Repeat(part, 20_000)));

    [Fact]
    public void Page_of_too_many_tags_is_refused() => Assert.Equal(Errors.MarkupTooLarge, CodeOf(Repeat("<br>", 1_000_001)));
}
