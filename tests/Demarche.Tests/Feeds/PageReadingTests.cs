using System.Text;
using Demarche.Articles;
using Demarche.Server.Feeds;

namespace Demarche.Tests.Feeds;

public sealed class PageReadingTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Envoys reach Tarsk | The Tarsk Courier</title>
        <meta property="og:site_name" content="The Tarsk Courier"><link rel="canonical" href="https://courier.example/world/envoys">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
        {"@type":"NewsArticle","headline":"Envoys reach Tarsk","datePublished":"2024-05-02T22:10:00-05:00","author":[{"@type":"Person","name":"By Ada Holm"}]}]}</script>
        </head><body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
        <main><article><h1>Envoys reach Tarsk</h1><p class="byline">By Ada Holm</p>
        <figure><img src="x"><figcaption>The palace in Tarsk, seen from the river on a spring day.</figcaption></figure>
        <div class="story-body"><p>Envoys of Norland &amp; Osten reached Tarsk on Thursday, the first such visit since the border closed four years ago.</p>
        <p>The two delegations will <a href="/x">hold three days</a> of talks, officials of both sides said.</p>
        <aside class="related-links"><a href="/y">Osten counts its dead after a winter of fighting in the hills</a></aside>
        <h2>What is at stake</h2><p>A truce signed in March has held so far, although each side accuses the other of breaking it almost daily.</p>
        <p>Advertisement</p></div></article></main>
        <div class="comments"><p>What a long and boring comment this is, which somebody wrote late at night and nobody read.</p></div>
        <footer><p>Copyright 2024 The Tarsk Courier. All rights reserved by the owners of the paper.</p></footer></body></html>
        """;

    private static Article Read(string html, ReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(html), options);

    private static Article Read(byte[] html, ReadOptions? options = null)
    {
        using var stdin = new MemoryStream(html);
        var result = Assert.Single(new ArticleReader(Repository.Cleaner).Read(["-"], options ?? new(), stdin));
        Assert.Null(result.Refusal);
        return result.Article!;
    }

    [Fact]
    public void Report_is_taken_and_the_page_around_it_is_not() => Assert.Equal(
        "Envoys of Norland & Osten reached Tarsk on Thursday, the first such visit since the border closed four years ago.\n" +
        "The two delegations will hold three days of talks, officials of both sides said.\n" +
        "What is at stake\n" +
        "A truce signed in March has held so far, although each side accuses the other of breaking it almost daily.\n", Read(Page).Text);

    [Fact]
    public void Metadata_are_read()
    {
        var article = Read(Page);
        Assert.Equal("Envoys reach Tarsk", article.Title);
        Assert.Equal("The Tarsk Courier", article.Outlet);
        Assert.Equal("https://courier.example/world/envoys", article.Url);
        Assert.Equal("Ada Holm", Assert.Single(article.Authors));
        Assert.Equal("en", article.Language);
        Assert.Equal((new DateOnly(2024, 5, 2), DateBasis.Metadata), (article.Published.Date!.Value, article.Published.Basis));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2023-11-05T01:00:00Z'>", "", "2023-11-05")]
    [InlineData("<meta name='date' content='5 November 2023'>", "", "2023-11-05")]
    [InlineData("", "<time datetime='2023-11-05'>today</time>", "2023-11-05")]
    [InlineData("<link rel='canonical' href='https://x.example/2023/nov/05/talks'>", "", "2023-11-05")]
    [InlineData("", "<span class='post-date'>Published November 5, 2023</span>", "2023-11-05")]
    [InlineData("<meta name='date' content='soon'>", "", null)]
    public void Date_is_found_where_the_page_has_it(string head, string body, string? date) => Assert.Equal(
        date, Read($"<html><head>{head}</head><body>{body}<p>The envoys of both states met in Tarsk and parted late at night.</p></body></html>")
            .Published.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Declared_charset_is_obeyed()
    {
        var latin = Encoding.Latin1.GetBytes("<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'></head><body><p>Minister ")
            .Concat(new byte[] { 0xAE }).Concat(Encoding.Latin1.GetBytes("ivko met the envoys of both states in Tarsk on Monday.</p></body></html>")).ToArray();
        Assert.StartsWith("Minister \u017Divko met", Read(latin).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_markup_gives_its_text() => Assert.Equal(
        "The envoys of both states met in Tarsk and parted late at night.\n",
        Read("<html><body><div><p>The envoys of <b>both <i>states</b> met</i> in Tarsk and parted late at night.<div></span></p").Text);
}
