using Demarche.Reconciliation.Joins;

namespace Demarche.Reconciliation.Training;

/// <summary>The mentions of one topic and which of them are one act.</summary>
/// <param name="Name">Of the topic.</param>
/// <param name="Set">The mentions.</param>
/// <param name="Clusters">The act of each mention.</param>
internal sealed record JoinTopic(string Name, MentionSet Set, IReadOnlyList<string> Clusters)
{
    /// <summary>What this topic says of words.</summary>
    public WordMemory Memory { get; } = MemoryOf(Set, Clusters);

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
internal static class JoinTrainer
{
    /// <summary>Trains on all topics.</summary>
    public static JoinModel Train(IReadOnlyList<JoinTopic> topics, TreeOptions options)
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
