using System.Collections.Immutable;
using System.Globalization;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Reconciliation.Evaluation;
using Demarche.Reconciliation.Joins;

namespace Demarche.Reconciliation.Training;

/// <summary>The mentions of one topic and which of them are one act.</summary>
/// <param name="Set">The mentions.</param>
/// <param name="Clusters">The act of each mention.</param>
internal sealed record JoinTopic(MentionSet Set, IReadOnlyList<string> Clusters)
{
    /// <summary>What this topic says of words.</summary>
    public WordMemory Memory { get; } = MemoryOf(Set, Clusters);

    /// <summary>The same with the acts as a corpus gives them, in its order of mentions.</summary>
    public static JoinTopic Of(MentionSet set, ImmutableArray<GoldMention> mentions) =>
        new(set, [.. set.Views.Select(v => mentions[v.Mention.Number].Cluster ?? mentions[v.Mention.Number].Key)]);

    private static WordMemory MemoryOf(MentionSet set, IReadOnlyList<string> clusters)
    {
        var pairs = new Dictionary<string, (int Yes, int All)>(StringComparer.Ordinal);
        for (var a = 0; a < clusters.Count; a++)
            for (var b = 0; b < a; b++)
            {
                if (!set.SameHalf(set.Views[a].Mention.Document, set.Views[b].Mention.Document)) continue;
                var key = WordMemory.KeyOf(set.Views[a].Mention.Lemma, set.Views[b].Mention.Lemma);
                var (yes, all) = pairs.GetValueOrDefault(key);
                pairs[key] = (yes + (clusters[a] == clusters[b] ? 1 : 0), all + 1);
            }
        var size = clusters.GroupBy(c => c, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var words = clusters.Select((c, i) => (set.Views[i].Mention.Lemma, Joined: size[c] > 1)).GroupBy(x => x.Lemma, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => ((float)g.Count(x => x.Joined) / g.Count(), 1), StringComparer.Ordinal);
        return new WordMemory(pairs.ToDictionary(p => p.Key, p => ((float)p.Value.Yes / p.Value.All, 1), StringComparer.Ordinal), words);
    }
}

/// <summary>Learns from annotated topics which mentions are one act.</summary>
public static class JoinTrainer
{
    private static readonly TreeOptions Options = new() { Trees = 300, Depth = 5, Rate = 0.05, Features = 0.3 };

    /// <summary>Writes a model.</summary>
    /// <param name="analyzer">Whose word vectors the model will read.</param>
    /// <param name="corpus">Annotated mentions.</param>
    /// <param name="output">Receives the model.</param>
    /// <param name="folds">At least 2: measures besides, each topic by a model that has not seen it; below 2: does not.</param>
    /// <param name="seed">Of all random numbers.</param>
    /// <param name="say">Told of the progress.</param>
    public static void Train(Analyzer analyzer, JoinCorpus corpus, Stream output, int folds, ulong seed, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(say);
        var meanings = new WordMeanings(analyzer.Parser);
        var topics = corpus.Topics.AsParallel().AsOrdered().Select(t =>
            JoinTopic.Of(MentionJoiner.View(t.Documents, t.Places, meanings), t.Mentions)).ToList();
        say(string.Create(CultureInfo.InvariantCulture, $"{topics.Count} topics, {topics.Sum(t => t.Clusters.Count):N0} mentions"));
        var options = Options with { Seed = seed };
        if (folds > 1)
            foreach (var line in JoinTable.Of(corpus.Gold(), corpus.Clusters(Cross(topics, folds, options))).Split('\n', StringSplitOptions.RemoveEmptyEntries)) say(line);
        var file = new ModelFile(JoinModel.Name);
        Train(topics, options).Put(file, meanings.Fingerprint);
        file.Write(output);
    }

    private static ImmutableArray<ImmutableArray<int>>[] Cross(List<JoinTopic> topics, int folds, TreeOptions options)
    {
        var found = new ImmutableArray<ImmutableArray<int>>[topics.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            var model = Train([.. topics.Where((_, t) => t % folds != fold)], options);
            for (var t = fold; t < topics.Count; t += folds) found[t] = MentionJoiner.Join(topics[t].Set, model);
        }
        return found;
    }

    /// <summary>Trains on all topics.</summary>
    internal static JoinModel Train(IReadOnlyList<JoinTopic> topics, TreeOptions options)
    {
        var memory = WordMemory.Of(topics.Select(t => t.Memory));
        var (values, truth) = (new List<float[]>(), new List<bool>());
        foreach (var topic in topics)
        {
            var features = PairFeatures.Matrix(topic.Set, memory, topic.Memory);
            for (var a = 0; a < features.Length; a++)
                for (var b = 0; b < a; b++)
                {
                    var yes = topic.Clusters[a] == topic.Clusters[b];
                    if (!yes && !IsTelling(features[a][b], a + b)) continue;
                    values.Add(features[a][b]);
                    truth.Add(yes);
                }
        }
        var columns = Enumerable.Range(0, PairFeatures.Names.Length).Select(c => values.Select(v => v[c]).ToArray()).ToArray();
        return new JoinModel(memory, new TreeTrainer(columns, [.. truth], options).Train());
    }

    /// <summary>Of pairs that nobody would join only some teach anything: a third within one half of the documents, an eighth across.</summary>
    private static bool IsTelling(float[] features, int number) => features[10] > 0 || features[4] > 0 && number % 3 == 0 || number % 8 == 0;
}
