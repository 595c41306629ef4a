using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Corrections;

/// <summary>By what a correction finds its place again in a record that was made anew.</summary>
/// <param name="Article">The article.</param>
public sealed record Anchor(ArticleAnchor Article)
{
    /// <summary>Which side of a merge or split the report is on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Group { get; init; }

    /// <summary>The observation's id then; null for what is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ObservationId? Observation { get; init; }

    /// <summary>The sentence, or the words of a quotation or figure; null for an article as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextAnchor? Sentence { get; init; }

    /// <summary>The words that decided the code.</summary>
    public ImmutableArray<TextAnchor> Trigger { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the coder had made of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimValues? Then { get; init; }

    /// <summary>What else the coder had made of the same sentence, so that the two are not mistaken for each other.</summary>
    public ImmutableArray<Neighbour> Beside { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The anchor of an observation as coded.</summary>
    public static Anchor Of(CodedArticle coded, Observation o)
    {
        var (text, points) = (coded.Article.Text, new CodePoints(coded.Article.Text));
        return new Anchor(ArticleAnchor.Of(coded.Article))
        {
            Observation = o.Id,
            Sentence = TextAnchor.Of(text, o.Sentence, points),
            Trigger = [.. o.Trigger.Select(t => TextAnchor.Of(text, t, points))],
            Then = Values(coded, o),
            Beside = [.. coded.Observations.Where(x => x.Id != o.Id && x.Sentence.Overlaps(o.Sentence))
                .Select(x => new Neighbour([.. x.Trigger.Select(t => TextAnchor.Of(text, t, points))], Values(coded, x)))],
        };
    }

    /// <summary>The anchor of words that are no observation.</summary>
    public static Anchor Of(CodedArticle coded, TextSpan words) =>
        new(ArticleAnchor.Of(coded.Article)) { Sentence = TextAnchor.Of(coded.Article.Text, words, new CodePoints(coded.Article.Text)) };

    /// <summary>What an observation says, its actors by name.</summary>
    internal static ClaimValues Values(CodedArticle coded, Observation o) => new(o.Cameo, o.Plover, o.Status,
        o.Date is { } d ? new Days(d.Start, d.End) : null,
        [.. o.Sources.Select(a => Party.Of(coded.Actors[a]))], [.. o.Targets.Select(a => Party.Of(coded.Actors[a]))]);
}

/// <summary>Another observation of the same sentence.</summary>
/// <param name="Trigger">The words that decided its code.</param>
/// <param name="Then">Its values.</param>
public sealed record Neighbour(ImmutableArray<TextAnchor> Trigger, ClaimValues Then);

/// <summary>An article, by its content and by what else tells it.</summary>
/// <param name="Id">Derived from title and text.</param>
/// <param name="Source">Path or address as given.</param>
/// <param name="InputId">The field <c>id</c> of a JSON input, or null.</param>
/// <param name="Url">Or null.</param>
/// <param name="Outlet">Or null.</param>
/// <param name="Title">Or null.</param>
/// <param name="Published">Or null.</param>
public sealed record ArticleAnchor(ArticleId Id, string Source, string? InputId = null, string? Url = null, string? Outlet = null, string? Title = null, DateOnly? Published = null)
{
    /// <summary>The last part of the source.</summary>
    [JsonIgnore]
    public string FileName => NameOf(Source);

    /// <summary>The anchor of an article.</summary>
    public static ArticleAnchor Of(Article a) => new(a.Id, a.Source, a.InputId, a.Url, a.Outlet, a.Title, a.Published.Date);

    internal static string NameOf(string source) => source[(source.LastIndexOfAny(['/', '\\']) + 1)..];
}

/// <summary>A place in a text, by its words and by its position: the W3C Web Annotation model's selectors, in Unicode code points.</summary>
/// <param name="Quote">The words with some before and after.</param>
/// <param name="Position">Where they stood.</param>
public sealed record TextAnchor(TextQuoteSelector Quote, TextPositionSelector Position)
{
    private const int Context = 32;

    /// <summary>The anchor of a span.</summary>
    public static TextAnchor Of(string text, TextSpan span, CodePoints points)
    {
        var (start, end) = points.Of(span);
        var (from, to) = (Math.Max(0, span.Start - Context), Math.Min(text.Length, span.End + Context));
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to--;
        return new(new(span.Of(text), text[Math.Min(from, span.Start)..span.Start], text[span.End..Math.Max(to, span.End)]), new(start, end));
    }
}

/// <summary>Words and what stands around them.</summary>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">Up to 32 characters before.</param>
/// <param name="Suffix">Up to 32 characters after.</param>
public sealed record TextQuoteSelector(string Exact, string Prefix, string Suffix)
{
    /// <summary>The model's name for it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = nameof(TextQuoteSelector);
}

/// <summary>Code points [Start, End) of the clean text.</summary>
/// <param name="Start">First.</param>
/// <param name="End">One past the last.</param>
public sealed record TextPositionSelector(int Start, int End)
{
    /// <summary>The model's name for it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = nameof(TextPositionSelector);
}
