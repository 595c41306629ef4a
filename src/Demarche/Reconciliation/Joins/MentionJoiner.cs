using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Text;

namespace Demarche.Reconciliation.Joins;

/// <summary>Joins mentions of one act in several documents, whatever words they use.</summary>
/// <remarks>A trained scorer judges every pair; average linkage joins. docs/decisions/0021-joining-mentions.md.</remarks>
public sealed class MentionJoiner
{
    private readonly JoinModel _model;
    private readonly WordMeanings _meanings;

    internal MentionJoiner(JoinModel model, WordMeanings meanings) => (_model, _meanings) = (model, meanings);

    /// <summary>Loads the model <c>models/joins.model</c>.</summary>
    /// <exception cref="DataException">It is missing or damaged, or was trained for other word vectors.</exception>
    public static MentionJoiner Load(DataFiles data, Analyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var meanings = new WordMeanings(analyzer.Parser);
        return new MentionJoiner(JoinModel.Load(data, meanings.Fingerprint), meanings);
    }

    /// <summary>Joins mentions in documents that may tell of the same things.</summary>
    /// <param name="documents">Some dozens; the cost grows with the square of the mentions.</param>
    /// <param name="mentions">The document's index and the indices of the words, never none.</param>
    /// <returns>Groups of indices of mentions, each in order, by the first; each mention is in exactly one. The order of documents and mentions changes no group.</returns>
    public ImmutableArray<ImmutableArray<int>> Join(IReadOnlyList<Analysis> documents, IReadOnlyList<(int Document, ImmutableArray<int> Tokens)> mentions) =>
        Join(View(documents, mentions, _meanings), _model);

    /// <summary>The mentions as they are compared: documents by their text, mentions by place, so that no sum depends on the order in which they came.</summary>
    internal static MentionSet View(IReadOnlyList<Analysis> documents, IReadOnlyList<(int Document, ImmutableArray<int> Tokens)> mentions, WordMeanings meanings)
    {
        int[] order = [.. Enumerable.Range(0, documents.Count).OrderBy(d => documents[d].Text, StringComparer.Ordinal)];
        var rank = new int[order.Length];
        for (var r = 0; r < order.Length; r++) rank[order[r]] = r;
        var acts = mentions.Select((m, i) => new ActMention(i, documents[m.Document], rank[m.Document], m.Tokens)).OrderBy(m => m.Document).ThenBy(m => m.Head.Index).ThenBy(m => m.Tokens[0]).ThenBy(m => m.Tokens.Length);
        return new MentionSet([.. order.Select(d => documents[d])], [.. acts], meanings);
    }

    internal static ImmutableArray<ImmutableArray<int>> Join(MentionSet set, JoinModel model) =>
        [.. Linkage.Group(model.Score(set), JoinModel.Bound).Select(g => g.Select(i => set.Views[i].Mention.Number).Order().ToImmutableArray()).OrderBy(g => g[0])];
}
