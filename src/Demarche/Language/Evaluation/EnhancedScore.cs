using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Language.Evaluation;

/// <summary>Compares the edges of <see cref="EnhancedGraph"/> with those of a treebank, both made from the treebank's own trees.</summary>
public static class EnhancedScore
{
    /// <summary>Counts edges that are not in the tree, by head, dependent and relation up to the first colon; sentences with empty nodes are left out.</summary>
    /// <exception cref="DataException">The input is no CoNLL-U.</exception>
    public static UdScore Of(TextReader gold, string name)
    {
        int correct = 0, wanted = 0, found = 0;
        foreach (var sentence in Conllu.Read(gold, name))
        {
            if (sentence.Words.Exists(w => w.Deps.Contains('.', StringComparison.Ordinal))) continue;
            var expected = Edges(sentence);
            var added = Tree(sentence).Enhanced.Added
                .Select(e => (e.Head, e.Dependent, Relation: Base(e.Relation)))
                .Where(e => sentence.Words[e.Dependent].Head != e.Head || Base(sentence.Words[e.Dependent].Relation) != e.Relation)
                .ToHashSet();
            wanted += expected.Count;
            found += added.Count;
            correct += added.Count(expected.Contains);
        }
        return new UdScore("Enhanced", correct, wanted, found, null);
    }

    private static HashSet<(int Head, int Dependent, string Relation)> Edges(ConlluSentence sentence)
    {
        var edges = new HashSet<(int, int, string)>();
        for (var i = 0; i < sentence.Words.Count; i++)
            foreach (var entry in sentence.Words[i].Deps.Split('|'))
            {
                var colon = entry.IndexOf(':', StringComparison.Ordinal);
                if (colon < 1 || !int.TryParse(entry.AsSpan(0, colon), System.Globalization.CultureInfo.InvariantCulture, out var head)) continue;
                var relation = Base(entry[(colon + 1)..]);
                if (head - 1 != sentence.Words[i].Head || relation != Base(sentence.Words[i].Relation)) edges.Add((head - 1, i, relation));
            }
        return edges;
    }

    internal static Analysis Tree(ConlluSentence sentence)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(sentence.Words.Count);
        var at = 0;
        foreach (var w in sentence.Words)
        {
            var span = new TextSpan(at, at + w.Form.Length);
            tokens.Add(new Token(tokens.Count, span, w.Form, w.Lemma, w.Upos, w.Xpos, w.Feats, w.Head, w.Relation, 0, span));
            at = span.End + 1;
        }
        var text = string.Join(' ', sentence.Words.Select(w => w.Form));
        var article = new Article(new ArticleId("gold"), "gold", null, null, null, null, [], "en", PublicationDate.Unknown, text, []);
        return new Analysis(article, [new Sentence(0, new TextSpan(0, text.Length), 0, tokens.Count, 0)], tokens.MoveToImmutable());
    }

    private static string Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var i and > 0 ? relation[..i] : relation;
}
