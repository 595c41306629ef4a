using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;

namespace Demarche.Stories;

/// <summary>Finds reports that repeat another's sentences: the same wire report in two outlets is one word, not two.</summary>
public static class WireCopies
{
    private const double MinShare = 0.8;
    private const int MinSentences = 3;

    /// <summary>Every copy with the article it repeats: at least 80 % of its sentences, and three, stand word for word in the earlier one.</summary>
    /// <param name="articles">The earlier first.</param>
    public static ImmutableSortedDictionary<string, ArticleId> Of(IReadOnlyList<CodedArticle> articles)
    {
        var firstWith = new Dictionary<string, ArticleId>(StringComparer.Ordinal);
        var copies = ImmutableSortedDictionary.CreateBuilder<string, ArticleId>(StringComparer.Ordinal);
        foreach (var coded in articles)
        {
            var sentences = coded.Analysis.Sentences.Select(s => s.Span.Of(coded.Article.Text).Trim()).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            var known = sentences.Where(firstWith.ContainsKey).GroupBy(s => firstWith[s]).OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key.Value, StringComparer.Ordinal).FirstOrDefault();
            if (known is not null && known.Count() >= MinSentences && known.Count() >= MinShare * sentences.Count) copies[coded.Article.Id.Value] = known.Key;
            foreach (var s in sentences) firstWith.TryAdd(s, coded.Article.Id);
        }
        return copies.ToImmutable();
    }
}
