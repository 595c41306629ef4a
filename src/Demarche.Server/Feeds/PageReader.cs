using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>Reads a web page: its blocks, the containers they stand in, and its metadata. Nothing is fetched, no script is run.</summary>
internal static class PageReader
{
    /// <exception cref="RefusedException">The page is nested too deep or too large.</exception>
    public static RawPage Read(string html, string source, ReadOptions options)
    {
        MarkupScan.Check(html, options);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var blocks = new PageBlocks();
        if (document.Body is { } body) blocks.Read(body);
        var meta = new PageMetadata(document);
        return new()
        {
            Source = source,
            Kind = PageKind.Markup,
            Blocks = [.. blocks.Blocks],
            Containers = [.. blocks.Containers],
            Url = meta.Url,
            Outlet = meta.SiteName,
            Title = meta.Title,
            Authors = meta.Authors,
            Language = document.DocumentElement.GetAttribute("lang") ?? meta.Language,
            Published = meta.Published,
        };
    }
}
