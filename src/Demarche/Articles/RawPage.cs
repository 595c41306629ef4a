using System.Collections.Immutable;

namespace Demarche.Articles;

/// <summary>What kind of input a page was: a web page's blocks are chosen among, a text's lines are all kept unless furniture.</summary>
public enum PageKind
{
    /// <summary>Plain text: one block a line, an empty block for an empty line.</summary>
    Text,

    /// <summary>Markup: one block for each element that holds text of its own.</summary>
    Markup,
}

/// <summary>One stretch of a page between two breaks.</summary>
/// <param name="Text">As read, entities and inline markup resolved.</param>
/// <param name="Tag">Name of the element in lower case ("p", "h2", "li"); "" for a line of plain text.</param>
/// <param name="Container">Index of the nearest container in <see cref="RawPage.Containers"/>; -1 for plain text.</param>
/// <param name="LinkShare">Share of the characters that stand inside links, 0 to 1.</param>
public sealed record RawBlock(string Text, string Tag = "", int Container = -1, double LinkShare = 0);

/// <summary>An element of a page that holds blocks.</summary>
/// <param name="Parent">Index of the container around it, always smaller than its own; -1 for the outermost.</param>
/// <param name="Tag">Name in lower case.</param>
/// <param name="Hints">Class, id and role as written, separated by spaces.</param>
public sealed record RawContainer(int Parent, string Tag, string Hints);

/// <summary>One input as read, before anything is judged: its blocks in order and what its metadata say.</summary>
public sealed record RawPage
{
    /// <summary>Path or address as given.</summary>
    public required string Source { get; init; }

    /// <summary>Plain text or markup.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>In reading order.</summary>
    public required ImmutableArray<RawBlock> Blocks { get; init; }

    /// <summary>The elements that the blocks stand in, outer ones before inner ones; none for plain text.</summary>
    public ImmutableArray<RawContainer> Containers { get; init; } = [];

    /// <summary>The field <c>id</c> of a JSON input, or null.</summary>
    public string? InputId { get; init; }

    /// <summary>Where it was published, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet as the input names it (a JSON field, <c>og:site_name</c>), or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline by metadata, or null.</summary>
    public string? Title { get; init; }

    /// <summary>By-lines by metadata.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>BCP 47 by metadata, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Publication date by metadata.</summary>
    public PublicationDate Published { get; init; } = PublicationDate.Unknown;
}
