using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>Reads English: sentences, tokens, tags, lemmas and dependency trees of Universal Dependencies v2.</summary>
/// <remarks>Immutable once loaded: safe on any number of threads, and the same text gives the same analysis.</remarks>
public sealed class Analyzer
{
    /// <summary>Where the model lies among the data files.</summary>
    public const string ModelName = "models/english.model";

    private readonly Segmenter _segmenter;

    private Analyzer(Segmenter segmenter) => _segmenter = segmenter;

    /// <summary>Loads the model <see cref="ModelName"/>.</summary>
    /// <exception cref="DataException">It is missing, of another version, or damaged.</exception>
    public static Analyzer Load(DataFiles data)
    {
        using var stream = data.Open(ModelName);
        return Load(stream, ModelName);
    }

    internal static Analyzer Load(Stream stream, string name)
    {
        var file = ModelFile.Read(stream, name);
        return new Analyzer(SegmenterModel.Get(file));
    }

    /// <summary>Analyses the whole text of an article; a line break ends a paragraph, and a paragraph its sentence.</summary>
    public Analysis Analyze(Article article)
    {
        var text = article.Text;
        var cut = _segmenter.Segment(text);
        var tokens = ImmutableArray.CreateBuilder<Token>(cut.Words.Count);
        var sentences = ImmutableArray.CreateBuilder<Sentence>(cut.Sentences.Count);
        foreach (var s in cut.Sentences)
        {
            var span = new TextSpan(cut.Words[s.First].Surface.Start, cut.Words[s.End - 1].Surface.End);
            for (var i = s.First; i < s.End; i++)
            {
                var word = cut.Words[i];
                var form = word.Span.Of(text);
                tokens.Add(new Token(i, word.Span, form, form, "X", "FW", "_", i == s.First ? -1 : s.First, i == s.First ? "root" : "dep",
                    sentences.Count, word.Surface));
            }
            sentences.Add(new Sentence(sentences.Count, span, s.First, s.End, s.Paragraph));
        }
        return new Analysis(article, sentences.MoveToImmutable(), tokens.MoveToImmutable());
    }
}
