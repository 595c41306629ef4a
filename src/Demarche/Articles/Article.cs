using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Articles;

/// <summary>Names one article; derived from its content, so the same article has the same id on every machine.</summary>
public readonly record struct ArticleId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>On what a date rests, as the record prints it.</summary>
public enum DateBasis
{
    /// <summary>Nothing gives it.</summary>
    Unknown,

    /// <summary>A feed, a page's metadata, a field of the input, or the caller.</summary>
    Metadata,

    /// <summary>The text states it (dateline, caption, a full date).</summary>
    Text,

    /// <summary>Worked out from the text and from other, dated reports.</summary>
    Inferred,
}

/// <summary>The day an article was published. <see cref="Date"/> is null if and only if the basis is unknown.</summary>
/// <param name="Date">The outlet's own day.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Evidence">The words or the source that gave it, for people to read; null if none.</param>
public sealed record PublicationDate(DateOnly? Date, DateBasis Basis, string? Evidence = null)
{
    /// <summary>The words of the clean text that gave it; null if it does not rest on such.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The moment, where metadata give one with its offset; null otherwise.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>IANA name of the zone in which the outlet dates its reports; null if not known.</summary>
    public string? Zone { get; init; }

    /// <summary>Not known.</summary>
    public static PublicationDate Unknown { get; } = new(null, DateBasis.Unknown);
}

/// <summary>A stretch of the page that is no part of the report, kept with the reason it was set aside.</summary>
/// <param name="Text">As it stood.</param>
/// <param name="Reason">One of a fixed list: "caption", "credit", "navigation", "share", "subscribe", "repeated-title", "related", "advert", "byline", "dateline", "boilerplate".</param>
/// <param name="Before">Where in the clean text it stood: the UTF-16 position of what follows it.</param>
public sealed record Furniture(string Text, string Reason, int Before);

/// <summary>One published text, cleaned, frozen. All spans of the record point into <see cref="Text"/>.</summary>
/// <param name="Id">Derived from title and text.</param>
/// <param name="Source">Path or address as given; for a line of a .jsonl file "file.jsonl#id-or-line".</param>
/// <param name="InputId">The field <c>id</c> of a JSON input, or null.</param>
/// <param name="Url">Where it was published, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Authors">By-lines in order; may be empty.</param>
/// <param name="Language">BCP 47, "en".</param>
/// <param name="Published">The publication day with its basis.</param>
/// <param name="Text">Clean text; paragraphs end with "\n".</param>
/// <param name="Removed">What was set aside, in order.</param>
public sealed record Article(
    ArticleId Id,
    string Source,
    string? InputId,
    string? Url,
    string? Outlet,
    string? Title,
    ImmutableArray<string> Authors,
    string Language,
    PublicationDate Published,
    string Text,
    ImmutableArray<Furniture> Removed);
