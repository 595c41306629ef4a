using System.Collections.Immutable;
using Demarche.Articles;

namespace Demarche.Times;

/// <summary>What was known at the end of a day: the articles published by then.</summary>
/// <remarks>
/// An article whose day of publication is not known cannot be shown to have been known, so it is left out; in doubt nothing of a later day comes in.
/// On request it is taken in unless it tells of something later: docs/decisions/0024-corrections-and-as-of.md.
/// </remarks>
/// <param name="Day">The last day.</param>
public sealed record Horizon(DateOnly Day)
{
    /// <summary>Takes in articles of unknown day that tell of nothing later than <see cref="Day"/> in so many words.</summary>
    public bool UndatedToo { get; init; }

    /// <summary>True if the article had been published by the end of the day, or may have been where that is asked for.</summary>
    public bool Holds(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Published.Date is { } day) return day <= Day;
        return UndatedToo && (NotBefore(article) is not { } bound || bound <= Day);
    }

    /// <summary>A day before which an article cannot have appeared: the latest that it gives in full for something that has happened; null if it gives none.</summary>
    public static DateOnly? NotBefore(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new AffairProfile(article, null).LatestStated;
    }

    /// <summary>Dates a batch by what was known: a later article neither stays nor dates another.</summary>
    /// <param name="batch">In any order.</param>
    /// <returns>The articles within the horizon, in their order.</returns>
    public ImmutableArray<Article> Date(IReadOnlyList<Article> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var known = batch.Where(a => a.Published.Date is not { } day || day <= Day).ToList();
        while (true)
        {
            var dated = new PublicationDating().Date(known);
            var later = dated.Count(a => a.Published.Date > Day);
            if (later == 0) return [.. dated.Where(Holds)];
            known = [.. known.Where((_, i) => !(dated[i].Published.Date > Day))];    // what was inferred from these is inferred anew
        }
    }
}
