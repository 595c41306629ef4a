using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>What a page says about itself: JSON-LD first, then meta elements, then marked-up dates.</summary>
internal sealed class PageMetadata
{
    private readonly IHtmlDocument _document;
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedData _linked;

    public PageMetadata(IHtmlDocument document)
    {
        _document = document;
        foreach (var element in document.QuerySelectorAll("meta[content]"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            var content = TidyText.Line(element.GetAttribute("content")!);
            if (!string.IsNullOrEmpty(name) && content.Length > 0) _meta.TryAdd(name.Trim(), content);
        }
        _linked = LinkedData.Of(document.QuerySelectorAll("script[type='application/ld+json']").Select(s => s.TextContent));
    }

    public string? Url =>
        Address(_document.QuerySelector("link[rel='canonical']")?.GetAttribute("href")) ?? Address(Meta("og:url")) ?? Address(_linked.Url);

    public string? SiteName => Meta("og:site_name") ?? _linked.Publisher ?? Meta("application-name");

    public string? Language => Meta("og:locale") ?? Meta("language");

    public string? Title
    {
        get
        {
            var heading = _document.QuerySelectorAll("h1").Select(h => TidyText.Line(h.TextContent)).Where(t => t.Length > 0).Take(2).ToList();
            var title = _linked.Headline ?? Meta("og:title") ?? Meta("twitter:title") ?? (heading.Count == 1 ? heading[0] : null)
                ?? TidyText.Line(_document.Title ?? "");
            return title.Length == 0 ? null : WithoutSite(title, heading);
        }
    }

    public ImmutableArray<string> Authors
    {
        get
        {
            if (_linked.Authors.Length > 0) return _linked.Authors;
            var names = new[] { "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl" }.Select(Meta).OfType<string>()
                .Concat(_document.QuerySelectorAll("[rel='author'], [itemprop='author'], .author-name, .byline a").Take(6).Select(e => TidyText.Line(e.TextContent)));
            var first = names.Select(LinkedData.AuthorName).FirstOrDefault(n => n is not null);
            return first is null ? [] : [first];
        }
    }

    /// <summary>The first that holds a day: JSON-LD, meta elements, marked-up times, dates beside the headline.</summary>
    public PublicationDate Published
    {
        get
        {
            foreach (var (name, value) in Dates())
            {
                if (PublicationDates.Parse(value) is { } day) return new(day, DateBasis.Metadata, $"{name}: {TidyText.Line(value!)}") { Instant = PublicationDates.Moment(value) };
            }
            return PublicationDate.Unknown;
        }
    }

    private IEnumerable<(string Name, string? Value)> Dates()
    {
        yield return ("JSON-LD datePublished", _linked.DatePublished);
        foreach (var name in DateNames) yield return (name, Meta(name));
        foreach (var e in _document.QuerySelectorAll("[itemprop='datePublished'], time[pubdate], abbr.published").Take(3))
            yield return ("datePublished", e.GetAttribute("datetime") ?? e.GetAttribute("content") ?? e.GetAttribute("title") ?? e.TextContent);
        foreach (var e in _document.QuerySelectorAll("article time, header time, main time, time").Take(3))
            yield return ("time", e.GetAttribute("datetime") ?? e.TextContent);
        if (PublicationDates.InUrl(Url) is { } inUrl)
            yield return ("address", inUrl.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var e in _document.QuerySelectorAll(
            ".date, .published, .pubdate, .post-date, .entry-date, .byline, .dateline, .timestamp, .posted-on, .meta, .datum, [class*='date'], [class*='Date'], [id*='date']").Take(12))
        {
            if (e.TextContent.Length < 200) yield return (e.ClassName ?? "date", TidyText.Line(e.TextContent));
        }
        foreach (var name in LateDateNames) yield return (name, Meta(name));
        yield return ("JSON-LD dateModified", _linked.DateModified);
    }

    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datePublished", "date_published",
        "publication_date", "publish_date", "publish-date", "published_date", "publishdate", "pubdate", "pub_date", "sailthru.date", "parsely-pub-date",
        "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date", "citation_date", "citation_online_date",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.created", "dcterms.date", "dc.date", "dc:date", "DC.Date",
        "article_date_original", "article.published", "article.created", "displaydate", "originalpublicationdate", "created", "createdate",
        "dateCreated", "rnews:datePublished", "bt:pubdate", "ptime", "vr:published_time", "news_publication_date", "date",
    ];

    private static readonly string[] LateDateNames = ["article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod", "revised"];

    private string? Meta(string name) => _meta.GetValueOrDefault(name);

    private static string? Address(string? url) =>
        url is not null && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url.Trim() : null;

    /// <summary>Takes " | The Site" off the end, unless the page's own headline has it.</summary>
    private string WithoutSite(string title, List<string> headings)
    {
        if (headings.Contains(title, StringComparer.OrdinalIgnoreCase)) return title;
        foreach (var heading in headings)
        {
            if (heading.Length > 15 && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) return heading;
        }
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " : ", " « "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 15) continue;
            var end = title[(at + mark.Length)..];
            if (mark is " | " or " « " || (SiteName is { } site && (end.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(end, StringComparison.OrdinalIgnoreCase))))
                return title[..at].TrimEnd();
        }
        return title;
    }
}
