using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Stories;

/// <summary>What an article is about, for comparing: its words and its actors with their weights, and its day.</summary>
internal sealed class ArticleProfile
{
    private readonly SortedDictionary<string, double> _words;
    private readonly SortedDictionary<string, double> _actors;

    private ArticleProfile(CodedArticle coded, SortedDictionary<string, double> words, SortedDictionary<string, double> actors)
    {
        Coded = coded;
        _words = words;
        _actors = actors;
    }

    public CodedArticle Coded { get; }

    /// <summary>The publication day, or null.</summary>
    public DateOnly? Day => Coded.Article.Published.Date;

    /// <summary>0, nothing in common, to 1: half the words, half the actors.</summary>
    public double Likeness(ArticleProfile other) => (Cosine(_words, other._words) + Cosine(_actors, other._actors)) / 2;

    /// <summary>The profiles of all articles, weighted by how rare a word or actor is among them; by article id.</summary>
    public static List<ArticleProfile> Of(IReadOnlyList<CodedArticle> articles)
    {
        var counted = articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal)
            .Select(a => (Coded: a, Words: Words(a), Actors: Actors(a))).ToList();
        var words = Frequencies(counted.Select(c => c.Words));
        var actors = Frequencies(counted.Select(c => c.Actors));
        return [.. counted.Select(c => new ArticleProfile(c.Coded, Weigh(c.Words, words, counted.Count), Weigh(c.Actors, actors, counted.Count)))];
    }

    private static SortedDictionary<string, int> Words(CodedArticle coded) =>
        Count(WordTable.Words(coded.Analysis, new TextSpan(0, coded.Article.Text.Length)));

    private static SortedDictionary<string, int> Actors(CodedArticle coded) =>
        Count(coded.Observations.SelectMany(o => o.Sources.Concat(o.Targets)).Select(a => coded.Actors[a])
            .SelectMany(a => a.Country is null || a.Name.Length == 0 ? [a.Name] : new[] { a.Name, a.Country }));

    private static SortedDictionary<string, int> Count(IEnumerable<string> items)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items) counts[item] = counts.GetValueOrDefault(item) + 1;
        return counts;
    }

    private static Dictionary<string, int> Frequencies(IEnumerable<SortedDictionary<string, int>> all)
    {
        var articles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in all.SelectMany(c => c.Keys)) articles[item] = articles.GetValueOrDefault(item) + 1;
        return articles;
    }

    private static SortedDictionary<string, double> Weigh(SortedDictionary<string, int> counts, Dictionary<string, int> articles, int all)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (item, n) in counts) weights[item] = (1 + Math.Log(n)) * Math.Log(1 + (double)all / articles[item]);
        return weights;
    }

    private static double Cosine(SortedDictionary<string, double> a, SortedDictionary<string, double> b)
    {
        double dot = 0, left = 0, right = 0;
        foreach (var (item, w) in a)
        {
            left += w * w;
            if (b.TryGetValue(item, out var v)) dot += w * v;
        }
        foreach (var w in b.Values) right += w * w;
        return dot == 0 ? 0 : dot / Math.Sqrt(left * right);
    }
}
