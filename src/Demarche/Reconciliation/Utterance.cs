using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>How a rendering stands to the fullest one of its utterance.</summary>
public enum RenderingKind
{
    /// <summary>Word for word the same, whatever the case and the marks.</summary>
    SameWords,

    /// <summary>A part of it, word for word.</summary>
    Cut,

    /// <summary>Most words the same, some others: another transcript, an edit, a slip.</summary>
    Reworded,

    /// <summary>Few words in common: translated, or retold from a translation.</summary>
    Translation,
}

/// <summary>One rendering of an utterance, verbatim.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">The words, without the marks.</param>
/// <param name="Words">The same words.</param>
public sealed record Variant(ArticleId Article, TextSpan Span, string Words)
{
    /// <summary>The outlet, or null if not known.</summary>
    public string? Outlet { get; init; }

    /// <summary>How it stands to the fullest rendering, which is "same words" to itself.</summary>
    public RenderingKind Kind { get; init; }
}

/// <summary>Something that somebody said once, in every wording in which it is reported.</summary>
/// <param name="Speaker">Full name, or null if not known.</param>
/// <param name="Text">The longest rendering.</param>
/// <param name="Variants">Every rendering, by article id and place; never empty.</param>
/// <param name="Date">When it was said, if any report tells.</param>
public sealed record Utterance(string? Speaker, string Text, ImmutableArray<Variant> Variants, Days? Date)
{
    /// <summary>To whom, if any report tells.</summary>
    public string? Addressee { get; init; }

    /// <summary>The language it was spoken in: null, as no report says it in a way that can be read.</summary>
    public string? Language { get; init; }

    /// <summary>True if two renderings differ in more than case, marks and white space.</summary>
    public bool Differs => Variants.Select(v => QuoteWords.Plain(v.Words)).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>The fullest rendering: the longest; of several the first.</summary>
    public Variant Fullest => Variants.OrderByDescending(v => QuoteWords.Of(v.Words).Length).First();
}
