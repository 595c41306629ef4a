using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Demarche.Text;

namespace Demarche.Articles;

/// <summary>Makes an article of a page: chooses the report's own text, sets the furniture aside, names outlet, title and date.</summary>
public sealed class ArticleCleaner
{
    private readonly FurnitureFilter _furniture;
    private readonly OutletRegistry _outlets;
    private readonly PageHints _hints;

    /// <param name="data">Holds the folder "articles/".</param>
    /// <exception cref="DataException">One of them is missing or wrong.</exception>
    public ArticleCleaner(DataFiles data)
    {
        _outlets = OutletRegistry.Load(data);
        _furniture = FurnitureFilter.Load(data, _outlets);
        _hints = PageHints.Load(data);
    }

    /// <summary>The clean article. Its text is empty if the page holds no report.</summary>
    public Article Clean(RawPage page)
    {
        var (text, removed) = _furniture.Sift(Paragraphs(page), page.Title, page.Authors);
        return Make(page.Kind == PageKind.Text && page.Title is null ? page with { Title = Headline.In(text) } : page, text, removed);
    }

    private ImmutableArray<string> Paragraphs(RawPage page)
    {
        if (page.Kind == PageKind.Text)
            return [.. TidyText.Unwrap([.. page.Blocks.Select(b => TidyText.Line(b.Text))]).Where(l => l.Length > 0)];
        var title = page.Title is null ? "" : FurniturePatterns.Fold(TidyText.Line(page.Title));
        return [.. MainText.Choose(page, _hints).Select(b => b.Text).Where(t => t.Length > 0 && FurniturePatterns.Fold(t) != title)];
    }

    /// <summary>The text taken as it stands: nothing removed, not a character changed.</summary>
    public Article TakeAsIs(RawPage page, string text) => Make(page, text, []);

    private Article Make(RawPage page, string text, ImmutableArray<Furniture> removed)
    {
        var title = page.Title is { } t && TidyText.Line(t) is { Length: > 0 } tidy ? tidy : null;
        var outlet = _outlets.NameOf(page, text);
        return new(
            IdOf(title, text), page.Source, page.InputId, page.Url, outlet, title,
            page.Authors, LanguageTest.Of(page.Language, text), Local(DateOf(page), _outlets.Find(outlet)?.TimeZone), text, removed);
    }

    private static PublicationDate DateOf(RawPage page)
    {
        if (page.Published.Date is not null) return page.Published;
        return PublicationDates.InUrl(page.Url) is { } found
            ? new(found.Day, DateBasis.Metadata, found.Words)
            : PublicationDate.Unknown;
    }

    /// <summary>The same in the outlet's own zone.</summary>
    private static PublicationDate Local(PublicationDate published, string? zone)
    {
        if (zone is null) return published;
        var day = published.Instant is { } moment ? PublicationDates.LocalDay(moment, zone) : null;
        return published with { Zone = zone, Date = day ?? published.Date };
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over title and text.</summary>
    private static ArticleId IdOf(string? title, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text));
        return new(Convert.ToHexStringLower(hash)[..16]);
    }
}
