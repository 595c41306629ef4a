using System.Collections.Immutable;

namespace Demarche.Quotes;

/// <summary>One step of a frame: a token of the reporter, or a whole quotation.</summary>
/// <param name="Token">Index of the token, or -1.</param>
/// <param name="Quotation">Index of the quotation, or -1.</param>
internal readonly record struct FrameItem(int Token, int Quotation)
{
    /// <summary>True if a quotation stands here.</summary>
    public bool IsQuotation => Quotation >= 0;
}

/// <summary>
/// A sentence as the one who quotes wrote it: his own words, and each quotation in it as a single step, however many
/// sentences it holds itself.
/// </summary>
/// <param name="Items">In text order.</param>
/// <param name="Paragraph">The paragraph it begins in.</param>
/// <param name="Within">Index of the quotation it is part of, or -1 for the reporter's own text.</param>
internal sealed record Frame(ImmutableArray<FrameItem> Items, int Paragraph, int Within)
{
    /// <summary>True if it holds no quotation.</summary>
    public bool Plain => !Items.Any(i => i.IsQuotation);
}
