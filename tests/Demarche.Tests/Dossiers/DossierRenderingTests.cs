using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Cli.Rendering;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Tests.Reconciliation;

namespace Demarche.Tests.Dossiers;

public sealed partial class DossierRenderingTests
{
    private static readonly CodedArticle[] Articles =
    [
        new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Chile shelled the <script>alert(1)</script> harbour 🕊 in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Norway offered to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru", "2031-05-06")
            .Says("Ada Nordli called Pilar Quispe about the harbour.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-06")
            .Quotes("Ada Nordli", "The harbour stays open, whatever the weather may bring")
            .Counts("The ministry said 9 sailors died in the harbour.", 9, "PER", "ministry").Make(),
        new CodedReport("Rain & Hail", "2031-05-07")
            .Says("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Quotes("Ada Nordli", "Our harbour stays open whatever weather may bring")
            .Counts("The port said 11 sailors died in the harbour.", 11, "PER", "port").Make(),
    ];

    private static string Html(IEnumerable<CodedArticle> articles)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        DossierHtml.Write(text, DossierMaker.Make(articles));
        return text.ToString();
    }

    private static string Json(IEnumerable<CodedArticle> articles)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, RecordJson.Indented)) DossierJson.Write(json, DossierMaker.Make(articles));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Terminal(int width, bool colour)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        TerminalDossier.Write(text, DossierMaker.Make(Articles), null, width, colour);
        return text.ToString();
    }

    [Fact]
    public void Text_of_an_article_never_becomes_markup()
    {
        Assert.DoesNotContain("<script", Html(Articles), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", Html(Articles), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_page_leads_somewhere_on_it()
    {
        var html = Html(Articles);
        var ids = Id().Matches(html).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(Target().Matches(html).Select(m => m.Groups[1].Value), target => Assert.Contains(target, ids));
        Assert.Equal(Id().Count(html), ids.Count);
    }

    [Fact]
    public void The_page_allows_its_own_style_and_nothing_else()
    {
        var html = Html(Articles);
        Assert.Contains("default-src &#39;none&#39;".Replace("&#39;", "'", StringComparison.Ordinal), html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Differing_words_and_figures_are_shown()
    {
        var html = Html(Articles);
        Assert.Contains("<b class=\"diff\">Our</b>", html, StringComparison.Ordinal);
        Assert.Contains("according to port", html, StringComparison.Ordinal);
        Assert.Contains("No answer of Chile and Peru is reported.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_articles_changes_no_byte()
    {
        Assert.Equal(Html(Articles), Html(Articles.Reverse()));
        Assert.Equal(Json(Articles), Json(Articles.Reverse()));
    }

    [Fact]
    public void Spans_in_the_json_are_code_points()
    {
        var story = JsonDocument.Parse(Json(Articles)).RootElement.GetProperty("stories")[0];
        var offer = story.GetProperty("events").EnumerateArray().Single(e => e.GetProperty("cameo").GetString() == "039");
        var start = Articles[0].Article.Text.IndexOf("Norway offered", StringComparison.Ordinal);
        Assert.Equal(start - 1, offer.GetProperty("reports")[0].GetProperty("span")[0].GetInt32());
    }

    [Fact]
    public void An_article_given_twice_counts_once() => Assert.Equal(Json(Articles), Json([.. Articles, .. Articles]));

    [Fact]
    public void As_of_a_day_later_reports_are_left_out() =>
        Assert.Equal(["Fog Gazette"], DossierMaker.Make(Articles, new DateOnly(2031, 5, 6)).Articles.Select(a => a.Article.Outlet));

    [Fact]
    public void Markdown_shows_the_proving_sentence_under_the_event()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var dossier = DossierMaker.Make(Articles);
        DossierMarkdown.Write(text, dossier);
        var id = Assert.Single(dossier.Stories[0].Events, e => e.Cameo == "039").Id;
        Assert.Contains($"- **2031-05-06** Norway → Chile and Peru: agree (039) · 1 report: Fog Gazette · `{id}`\n  > Norway offered to mediate between Chile and Peru. — Fog Gazette\n",
            text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    public void The_terminal_keeps_to_its_width(int width) =>
        Assert.All(Terminal(width, false).Split('\n'), line => Assert.True(Paint.Columns(line) <= width, line));

    [Fact]
    public void Escape_sequences_are_written_only_in_colour()
    {
        Assert.DoesNotContain('\u001b', Terminal(80, false));
        Assert.Contains('\u001b', Terminal(80, true));
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Target();
}
