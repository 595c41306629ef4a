using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>Names a story; derived from its articles.</summary>
public readonly record struct StoryId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Articles on one course of things: one episode of an affair.</summary>
/// <param name="Id">Derived from the articles' ids.</param>
/// <param name="Articles">By publication day (unknown last), then id.</param>
/// <param name="Published">First to last known publication day, or null.</param>
public sealed record Story(StoryId Id, ImmutableArray<CodedArticle> Articles, Days? Published);

/// <summary>Two stories that belong to one affair.</summary>
/// <param name="First">One story.</param>
/// <param name="Second">The other.</param>
/// <param name="Reason">Why they are thought to belong together.</param>
public sealed record StoryLink(StoryId First, StoryId Second, string Reason);
