using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Language.Evaluation;

namespace Demarche.Language.Training;

/// <summary>One sentence to learn names from: its gold labels, the features of its words and the numbers of the parser.</summary>
/// <param name="Domain">Number of its corpus.</param>
/// <param name="Labels">One for each word.</param>
/// <param name="Rows">Rows of the features, equally many for each word; those dropped for the present step are complemented.</param>
/// <param name="Vectors">Row of the vector of each word, or -1.</param>
internal sealed record EntityExample(int Domain, int[] Labels, int[] Rows, int[] Vectors)
{
    /// <summary>Reads all sentences of some documents with the parser.</summary>
    public static List<EntityExample> Make(Analyzer analyzer, EntityReader reader, int bits, IReadOnlyList<BioDocument> documents, int domain)
    {
        var all = new List<EntityExample>();
        foreach (var document in documents) Add(analyzer, reader, bits, document, domain, all);
        return all;
    }

    /// <summary>A document as one text, a sentence a line, with its words as they are given.</summary>
    public static (Article Article, Segmentation Cut) TextOf(BioDocument document)
    {
        var cut = new Segmentation();
        var offset = 0;
        foreach (var s in document.Sentences)
        {
            var first = cut.Words.Count;
            foreach (var w in s.Words)
            {
                var span = new Text.TextSpan(offset + w.Start, offset + w.End);
                cut.Words.Add(new WordSpan(span, span));
            }
            offset += s.Text.Length + 1;
            if (cut.Words.Count > first) cut.Sentences.Add(new SentenceRange(first, cut.Words.Count, cut.Sentences.Count));
        }
        var text = string.Join('\n', document.Sentences.Select(s => s.Text)) + "\n";
        return (new Article(new ArticleId(document.Id), document.Id, null, null, null, null, ImmutableArray<string>.Empty, "en", PublicationDate.Unknown, text, []), cut);
    }

    private static void Add(Analyzer analyzer, EntityReader reader, int bits, BioDocument document, int domain, List<EntityExample> all)
    {
        var (article, cut) = TextOf(document);
        var sentences = document.Sentences.Where(s => s.Words.Count > 0).GetEnumerator();
        var cases = new WordCases(article.Text, cut);
        analyzer.Annotate(article, cut, (state, result, offset) =>
        {
            var traits = new EntityTraits[state.Count];
            var words = cut.Words.GetRange(offset, state.Count).ToArray();
            reader.Describe(state, result, article.Text, cases, words, traits);
            for (var s = 0; s + 1 < state.Starts.Count; s++)
            {
                sentences.MoveNext();
                var (first, end) = (state.Starts[s], state.Starts[s + 1]);
                all.Add(new EntityExample(domain, LabelsOf(sentences.Current), RowsOf(bits, article.Text, words, traits, first, end), state.VectorRows[first..end]));
            }
        });
    }

    private static int[] RowsOf(int bits, string text, WordSpan[] words, EntityTraits[] traits, int first, int end)
    {
        var rows = new List<int>();
        Span<uint> store = stackalloc uint[EntityFeatures.Max];
        var list = new FeatureList(store);
        var sentence = EntityReader.CapitalsOf(text, words.AsSpan(first, end - first));
        for (var i = first; i < end; i++)
        {
            EntityFeatures.Describe(traits, i, first, end, sentence, ref list);
            foreach (var f in list.Features) rows.Add(EntityTable.RowOf(f, (1u << bits) - 1) * EntityLabels.Columns);
        }
        return [.. rows];
    }

    private static int[] LabelsOf(BioSentence sentence)
    {
        var labels = new int[sentence.Words.Count];
        foreach (var (kind, first, end) in sentence.Names)
            for (var i = first; i < end; i++) labels[i] = EntityLabels.Of(kind, i - first, end - first);
        return labels;
    }
}
