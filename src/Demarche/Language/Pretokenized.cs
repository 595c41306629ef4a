using System.Collections.Immutable;
using System.Text;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>Analyses CoNLL-U whose tokens and sentences are to be kept; its tags, lemmas and trees are not looked at.</summary>
public static class Pretokenized
{
    /// <summary>Longest sentence taken, in words: the cost of a tree grows with its square.</summary>
    private const int MaxWords = 1000;

    /// <summary>Reads, tags and parses.</summary>
    /// <param name="analyzer">Does the work.</param>
    /// <param name="reader">CoNLL-U.</param>
    /// <param name="name">Of the input, for error messages and as the article's source.</param>
    /// <returns>An analysis of a text put together from the tokens, a sentence a line.</returns>
    /// <exception cref="DataException">The input is no CoNLL-U.</exception>
    public static Analysis Analyze(Analyzer analyzer, TextReader reader, string name)
    {
        var text = new StringBuilder();
        var cut = new Segmentation();
        var paragraph = -1;
        foreach (var sentence in Conllu.Read(reader, name))
        {
            if (sentence.Words.Count > MaxWords) throw new DataException(name, 0, $"a sentence of {sentence.Words.Count} words; at most {MaxWords} are taken");
            if (sentence.NewParagraph || paragraph < 0) paragraph++;
            var first = cut.Words.Count;
            foreach (var token in sentence.Tokens)
            {
                AddToken(sentence, token, text.Length, cut, name);
                text.Append(token.Form);
                if (token.SpaceAfter && token.End < sentence.Words.Count) text.Append(' ');
            }
            text.Append('\n');
            cut.Sentences.Add(new SentenceRange(first, cut.Words.Count, paragraph));
        }
        var article = new Article(new ArticleId(name), name, null, null, null, null, ImmutableArray<string>.Empty, "en", PublicationDate.Unknown, text.ToString(), []);
        return analyzer.Annotate(article, cut);
    }

    private static void AddToken(ConlluSentence sentence, ConlluToken token, int at, Segmentation cut, string name)
    {
        var surface = new TextSpan(at, at + token.Form.Length);
        var words = token.End - token.First;
        if (token.Form.Length < words) throw new DataException(name, 0, $"\"{token.Form}\" is too short for {words} words");
        // Where the words do not spell the token, each but the last is given one character of it.
        var spelt = string.Concat(sentence.Words.GetRange(token.First, words).Select(w => w.Form)) == token.Form;
        for (var w = token.First; w < token.End; w++)
        {
            var end = w == token.End - 1 ? surface.End : at + (spelt ? sentence.Words[w].Form.Length : 1);
            cut.Words.Add(new WordSpan(new TextSpan(at, end), surface));
            at = end;
        }
    }
}
