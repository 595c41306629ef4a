using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Stories;

/// <summary>What an article is about, for comparing: its words and its actors with their weights, and its day.</summary>
internal sealed class ArticleProfile
{
    private readonly (int[] Ids, double[] Weights) _words;
    private readonly (int[] Ids, double[] Weights) _actors;

    private ArticleProfile(CodedArticle coded, (int[] Ids, double[] Weights) words, (int[] Ids, double[] Weights) actors)
    {
        Coded = coded;
        _words = words;
        _actors = actors;
    }

    public CodedArticle Coded { get; }

    /// <summary>The publication day; where it is not known the last day on which something is said to have taken place; or null.</summary>
    public DateOnly? Day => Coded.Article.Published.Date
        ?? Coded.Observations.Where(o => o.Status == Status.Occurred && o.Date is not null).Max(o => (DateOnly?)o.Date!.End);

    /// <summary>0, nothing in common, to 1: half the words, half the actors; the words alone where one names no actor.</summary>
    public double Likeness(ArticleProfile other)
    {
        var words = Cosine(_words, other._words);
        return _actors.Ids.Length == 0 || other._actors.Ids.Length == 0 ? words : (words + Cosine(_actors, other._actors)) / 2;
    }

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
        Count(coded.Observations.SelectMany(o => o.Sources.Concat(o.Targets))
            .Concat(coded.Actors.Mentions.SelectMany(m => m.Actors)).Select(a => coded.Actors[a])
            .SelectMany(a => a.Country is null || a.Name.Length == 0 ? [a.Name] : new[] { a.Name, a.Country }));

    private static SortedDictionary<string, int> Count(IEnumerable<string> items)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items) counts[item] = counts.GetValueOrDefault(item) + 1;
        return counts;
    }

    /// <summary>Every item's number, by ordinal order of the items, and in how many articles it stands.</summary>
    private static Dictionary<string, (int Id, int Articles)> Frequencies(IEnumerable<SortedDictionary<string, int>> all)
    {
        var articles = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in all.SelectMany(c => c.Keys)) articles[item] = articles.GetValueOrDefault(item) + 1;
        return articles.Select((a, id) => (a.Key, Id: id, a.Value)).ToDictionary(a => a.Key, a => (a.Id, a.Value), StringComparer.Ordinal);
    }

    /// <summary>Weights of unit length, by item number.</summary>
    private static (int[] Ids, double[] Weights) Weigh(SortedDictionary<string, int> counts, Dictionary<string, (int Id, int Articles)> known, int all)
    {
        var weights = counts.Select(c => (1 + Math.Log(c.Value)) * Math.Log(1 + (double)all / known[c.Key].Articles)).ToArray();
        var length = Math.Sqrt(weights.Sum(w => w * w));
        return ([.. counts.Keys.Select(k => known[k].Id)], [.. weights.Select(w => w / length)]);
    }

    private static double Cosine((int[] Ids, double[] Weights) a, (int[] Ids, double[] Weights) b)
    {
        var dot = 0.0;
        for (int i = 0, j = 0; i < a.Ids.Length && j < b.Ids.Length;)
        {
            if (a.Ids[i] < b.Ids[j]) i++;
            else if (a.Ids[i] > b.Ids[j]) j++;
            else dot += a.Weights[i++] * b.Weights[j++];
        }
        return dot;
    }
}
