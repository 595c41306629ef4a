using System.Runtime.InteropServices;

namespace Demarche.Stories.Training;

/// <summary>An article of which it is known to which story it belongs.</summary>
/// <param name="Set">The collection it is from; all collections count alike.</param>
/// <param name="Story">Its story.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Text">Text.</param>
/// <param name="Day">Publication day, or null.</param>
public sealed record GroupedArticle(string Set, string Story, string? Title, string Text, DateOnly? Day);

/// <summary>Makes the model by which articles are compared.</summary>
public static class StoryTrainer
{
    private const int LeastWord = 3, LeastPair = 20;
    private const float WorthLearning = 0.04f, StillLearnt = 0.02f;
    private const double Pull = 1e-3, Unlike = 0.1;

    /// <summary>Counts words in unlabelled articles, then weighs the kinds of likeness by pairs of grouped ones.</summary>
    /// <param name="corpus">Articles as title and text.</param>
    /// <param name="grouped">Articles with their stories.</param>
    /// <param name="tell">Receives a few lines on what was counted and learnt.</param>
    public static StoryModel Train(IEnumerable<string> corpus, IReadOnlyList<GroupedArticle> grouped, Action<string> tell)
    {
        var (words, pairs) = Count(corpus);
        tell($"{words.Count} words, {pairs.Count} pairs of words");
        var model = new StoryModel(words, pairs, new float[PairLikeness.Count]);
        var examples = Examples(grouped, model);
        tell($"{examples.Count} pairs of articles, {examples.Count(e => e.IsSo)} of one story");
        var weights = LogisticFit.Fit(examples, PairLikeness.Count, Pull);
        for (var i = 0; i < weights.Length; i++) tell(FormattableString.Invariant($"{PairLikeness.Names[i]} {weights[i]:0.000}"));
        return new StoryModel(words, pairs, [.. weights.Select(w => (float)w)]);
    }

    private static (WordFrequencies Words, WordFrequencies Pairs) Count(IEnumerable<string> corpus)
    {
        var (words, pairs) = (new Dictionary<uint, int>(), new Dictionary<uint, int>());
        var (inArticle, pairsInArticle) = (new HashSet<uint>(), new HashSet<uint>());
        var articles = 0;
        foreach (var text in corpus)
        {
            articles++;
            var read = StoryWords.Read(text);
            for (var i = 0; i < read.Count; i++)
            {
                if (inArticle.Add(read[i].Stem)) CollectionsMarshal.GetValueRefOrAddDefault(words, read[i].Stem, out _)++;
                if (i > 0 && pairsInArticle.Add(Pack(read[i - 1].Stem, read[i].Stem))) CollectionsMarshal.GetValueRefOrAddDefault(pairs, Pack(read[i - 1].Stem, read[i].Stem), out _)++;
            }
            inArticle.Clear();
            pairsInArticle.Clear();
        }
        return (WordFrequencies.Of(articles, words, LeastWord), WordFrequencies.Of(articles, pairs, LeastPair));
    }

    private static uint Pack(uint a, uint b) => ArticleProfile.PairKey(a, b);

    /// <summary>Pairs that share some words. Of each story the pairs count as much as it has articles; those across stories a tenth as much.</summary>
    private static List<(float[] Numbers, bool IsSo, double Counts)> Examples(IReadOnlyList<GroupedArticle> articles, StoryModel model)
    {
        var profiles = articles.Select(a => ArticleProfile.Of(a.Title, a.Text, a.Day, model)).ToList();
        var sizes = articles.CountBy(a => (a.Set, a.Story)).ToDictionary();
        var sets = articles.CountBy(a => a.Set, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var examples = new List<(float[], bool, double)>();
        var likeness = new float[PairLikeness.Count];
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                PairLikeness.Describe(profiles[j], profiles[i], likeness);
                var (a, b) = ((articles[j].Set, articles[j].Story), (articles[i].Set, articles[i].Story));
                var same = a == b;
                if (likeness[1] < (same ? StillLearnt : WorthLearning)) continue;
                var counts = same ? 1.0 / (sizes[a] - 1) : Unlike * (1.0 / sizes[a] + 1.0 / sizes[b]);
                examples.Add(([.. likeness], same, counts * (0.5 / sets[a.Set] + 0.5 / sets[b.Set])));
            }
        }
        return examples;
    }
}
