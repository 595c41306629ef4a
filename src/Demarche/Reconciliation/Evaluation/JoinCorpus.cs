using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Reconciliation.Joins;
using Demarche.Text;

namespace Demarche.Reconciliation.Evaluation;

/// <summary>Annotated mentions with their parsed documents, topic by topic.</summary>
public sealed class JoinCorpus
{
    private JoinCorpus(ImmutableArray<Topic> topics) => Topics = topics;

    /// <summary>Mentions that are compared with each other.</summary>
    /// <param name="Name">Of the topic.</param>
    /// <param name="Mentions">In the order of the file.</param>
    /// <param name="Documents">Those that hold mentions.</param>
    /// <param name="Places">Document and words of each mention.</param>
    public sealed record Topic(string Name, ImmutableArray<GoldMention> Mentions, ImmutableArray<Analysis> Documents, ImmutableArray<(int Document, ImmutableArray<int> Tokens)> Places);

    /// <summary>By first mention.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>Parses the documents of the mentions.</summary>
    /// <exception cref="DataException">A mention lies in no document, or outside it.</exception>
    public static JoinCorpus Read(Analyzer analyzer, IReadOnlyList<GoldMention> mentions, IReadOnlyList<(string Id, string[][] Sentences)> documents, string name)
    {
        var needed = mentions.Select(m => m.Document).ToHashSet(StringComparer.Ordinal);
        var parsed = documents.Where(d => needed.Contains(d.Id)).AsParallel().AsOrdered()
            .Select(d => (d.Id, Analysis: MentionCorpus.Analyze(analyzer, d.Id, d.Sentences))).ToDictionary(d => d.Id, d => d.Analysis, StringComparer.Ordinal);
        return new JoinCorpus([.. mentions.GroupBy(m => m.Topic, StringComparer.Ordinal).Select(g =>
        {
            var ids = g.Select(m => m.Document).Distinct(StringComparer.Ordinal).ToList();
            var index = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
            var missing = ids.Find(id => !parsed.ContainsKey(id));
            if (missing is not null) throw new DataException(name, 0, $"no document {missing}");
            return new Topic(g.Key, [.. g], [.. ids.Select(id => parsed[id])], [.. g.Select(m => (index[m.Document], Tokens(parsed[m.Document], m, name)))]);
        })]);
    }

    /// <summary>The cluster of each mention, as a joiner would have it.</summary>
    public Dictionary<string, string> Join(MentionJoiner joiner)
    {
        ArgumentNullException.ThrowIfNull(joiner);
        return Clusters([.. Topics.Select(t => joiner.Join(t.Documents, t.Places))]);
    }

    /// <summary>The cluster of each mention as annotated, by its key; a cluster ends with its topic.</summary>
    public Dictionary<string, string> Gold() =>
        Topics.SelectMany(t => t.Mentions).ToDictionary(m => m.Key, m => m.Topic + " " + m.Cluster, StringComparer.Ordinal);

    internal Dictionary<string, string> Clusters(IReadOnlyList<ImmutableArray<ImmutableArray<int>>> groups)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (topic, found) in Topics.Zip(groups))
            for (var g = 0; g < found.Length; g++)
                foreach (var m in found[g]) clusters[topic.Mentions[m].Key] = topic.Name + "-" + (g + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return clusters;
    }

    private static ImmutableArray<int> Tokens(Analysis analysis, GoldMention m, string name)
    {
        if (m.Sentence < 0 || m.Sentence >= analysis.Sentences.Length) throw new DataException(name, 0, $"mention {m.Key}: there is no sentence {m.Sentence}");
        var sentence = analysis.Sentences[m.Sentence];
        if (m.Tokens.IsEmpty || m.Tokens.Any(t => t < 0 || t >= sentence.EndToken - sentence.FirstToken)) throw new DataException(name, 0, $"mention {m.Key}: its words lie outside the sentence");
        return [.. m.Tokens.Order().Select(t => sentence.FirstToken + t)];
    }
}
