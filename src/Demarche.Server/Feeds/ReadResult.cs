using System.Globalization;
using System.Text;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>Why one input gave no article.</summary>
/// <param name="Source">Path as given.</param>
/// <param name="Place">Where in it ("line 3", "byte 120"), or "" for all of it.</param>
/// <param name="Reason">What is wrong and what to do, one line.</param>
/// <param name="Code">One of <see cref="Errors"/>.</param>
public sealed record Refusal(string Source, string Place, string Reason, string Code)
{
    /// <summary>"file: place: reason [code]", on one line, control and direction characters escaped: safe for a terminal.</summary>
    public override string ToString() =>
        Escape(Place.Length > 0 ? $"{Source}: {Place}: {Reason} [{Code}]" : $"{Source}: {Reason} [{Code}]");

    private static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                line.Append(c);
        }
        return line.ToString();
    }
}

/// <summary>What one input gave: exactly one of the two is there.</summary>
public sealed record ReadResult
{
    private ReadResult(Article? article, Refusal? refusal) => (Article, Refusal) = (article, refusal);

    /// <summary>The article, or null if the input was refused.</summary>
    public Article? Article { get; }

    /// <summary>Why there is none, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>An article.</summary>
    public static ReadResult Of(Article article) => new(article, null);

    /// <summary>A refusal.</summary>
    public static ReadResult Of(Refusal refusal) => new(null, refusal);
}

/// <summary>How inputs are read. The limits keep one hostile input from stopping a batch.</summary>
public sealed record ReadOptions
{
    /// <summary>Take texts as they stand, so that spans point into the input: nothing is removed, no white space changed.</summary>
    public bool AsIs { get; init; }

    /// <summary>Publication date of inputs that carry none; its basis is metadata. Null: leave them undated.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Most bytes of one file, unpacked. 64 MiB: above any page or archive of texts met; read whole into memory.
    /// A .jsonl file is read by the line, and the limit is a line's.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Most UTF-16 units of one article's text. 2 Mi: four times the longest novel, two hundred times a long report;
    /// a longer "article" is a dump that would hold up the parser for minutes.</summary>
    public int MaxTextLength { get; init; } = 2 << 20;

    /// <summary>Most elements open at once in a page. 512, as browsers do; deeper nests are faults or attacks.</summary>
    public int MaxMarkupDepth { get; init; } = 512;

    /// <summary>Most tags in a page. 1,000,000: some hundred times a large page.</summary>
    public int MaxMarkupNodes { get; init; } = 1_000_000;
}
