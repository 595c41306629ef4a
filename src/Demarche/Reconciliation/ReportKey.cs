using Demarche.Articles;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>Names one observation among all articles.</summary>
/// <param name="Article">The article.</param>
/// <param name="Observation">The observation within it.</param>
public readonly record struct ReportKey(ArticleId Article, ObservationId Observation)
{
    /// <summary>"article:observation", as users name it.</summary>
    public override string ToString() => Article.Value + ":" + Observation.Value;
}
