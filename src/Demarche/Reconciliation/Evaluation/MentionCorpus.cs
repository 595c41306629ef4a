using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Reconciliation.Evaluation;

/// <summary>A mention of an act in a corpus.</summary>
/// <param name="Document">Its document's id.</param>
/// <param name="Name">Its name in the document.</param>
/// <param name="Topic">Mentions of one topic are compared, others are not.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Tokens">Indices of its words in the sentence.</param>
/// <param name="Cluster">The act that it is a mention of; null where the file does not say.</param>
public sealed record GoldMention(string Document, string Name, string Topic, int Sentence, ImmutableArray<int> Tokens, string? Cluster)
{
    /// <summary>Names it among all mentions.</summary>
    public string Key => Document + " " + Name;
}

/// <summary>Documents cut into words, and the mentions of acts in them, from JSON lines.</summary>
public static class MentionCorpus
{
    /// <summary>Reads mentions, one document a line: id, topic, mentions [{m, kind, sentence, tokens, cluster, scored}]; those of acts that count.</summary>
    /// <exception cref="DataException">A line is not of this form.</exception>
    public static List<GoldMention> ReadMentions(IEnumerable<string> lines, string name) => Read(lines, name, document =>
    {
        var (id, topic) = (document.GetProperty("id").GetString()!, document.GetProperty("topic").ToString());
        return document.GetProperty("mentions").EnumerateArray()
            .Where(m => m.GetProperty("kind").GetString() == "event" && !(m.TryGetProperty("scored", out var scored) && !scored.GetBoolean()))
            .Select(m => new GoldMention(id, m.GetProperty("m").ToString(), topic, m.GetProperty("sentence").GetInt32(),
                [.. m.GetProperty("tokens").EnumerateArray().Select(t => t.GetInt32())], m.TryGetProperty("cluster", out var c) ? c.GetString() : null)).ToList();
    }).SelectMany(m => m).ToList();

    /// <summary>Reads documents, one a line: id, sentences [[word, …], …].</summary>
    /// <exception cref="DataException">A line is not of this form.</exception>
    public static List<(string Id, string[][] Sentences)> ReadDocuments(IEnumerable<string> lines, string name) => [.. Read(lines, name, document =>
        (document.GetProperty("id").GetString()!, document.GetProperty("sentences").EnumerateArray()
            .Select(s => s.EnumerateArray().Select(w => Plain(w.GetString()!)).ToArray()).ToArray()))];

    /// <summary>Parses a document whose words and sentences are given.</summary>
    public static Analysis Analyze(Analyzer analyzer, string id, string[][] sentences)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var text = new StringBuilder();
        var cut = new Segmentation();
        foreach (var sentence in sentences.Select(s => s.Length == 0 ? ["_"] : s))
        {
            var first = cut.Words.Count;
            foreach (var word in sentence)
            {
                var span = new TextSpan(text.Length, text.Length + word.Length);
                cut.Words.Add(new WordSpan(span, span));
                text.Append(word).Append(' ');
            }
            text.Append('\n');
            cut.Sentences.Add(new SentenceRange(first, cut.Words.Count, cut.Sentences.Count));
        }
        return analyzer.Annotate(new Article(new ArticleId(id), id, null, null, null, null, [], "en", PublicationDate.Unknown, text.ToString(), []), cut);
    }

    // White space inside a word would cut it, and an empty one has no place in the text.
    private static string Plain(string word) => string.Join('_', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } plain ? plain : "_";

    private static IEnumerable<T> Read<T>(IEnumerable<string> lines, string name, Func<JsonElement, T> read)
    {
        var n = 0;
        foreach (var line in lines)
        {
            n++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            T value;
            try
            {
                using var document = JsonDocument.Parse(line);
                value = read(document.RootElement);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new DataException(name, n, e.Message);
            }
            yield return value;
        }
    }
}
