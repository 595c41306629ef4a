using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>One rendering of an utterance, verbatim.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">The words, without the marks.</param>
/// <param name="Words">The same words.</param>
public sealed record Variant(ArticleId Article, TextSpan Span, string Words);

/// <summary>Something that somebody said once, in every wording in which it is reported.</summary>
/// <param name="Speaker">Full name, or null if not known.</param>
/// <param name="Text">The longest rendering.</param>
/// <param name="Variants">Every rendering, by article id and place; never empty.</param>
/// <param name="Date">When it was said, if any report tells.</param>
public sealed record Utterance(string? Speaker, string Text, ImmutableArray<Variant> Variants, Days? Date)
{
    /// <summary>True if two renderings differ in more than case, marks and white space.</summary>
    public bool Differs => Variants.Select(v => QuoteWords.Plain(v.Words)).Distinct(StringComparer.Ordinal).Skip(1).Any();
}
