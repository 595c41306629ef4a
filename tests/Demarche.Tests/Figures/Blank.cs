using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Tests.Figures;

/// <summary>Long texts cut at spaces and commas into sentences of 160 tokens without a parser, every token hung on the one before: the figures' own cost alone.</summary>
internal static class Blank
{
    private const int LongestSentence = 160;

    public static FigureFinder Finder { get; } = FigureFinder.Load(Repository.Data);

    public static (Analysis, ActorMentions, TimeExpressions) Of(string text)
    {
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", PublicationDate.Unknown, text, []);
        var tokens = Tokens(text);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (var first = 0; first < tokens.Length; first += LongestSentence)
        {
            var end = Math.Min(first + LongestSentence, tokens.Length);
            sentences.Add(new Sentence(sentences.Count, new TextSpan(tokens[first].Span.Start, tokens[end - 1].Span.End), first, end, 0));
        }
        var analysis = new Analysis(article, sentences.ToImmutable(), tokens);
        return (analysis, new ActorMentions(analysis, [], []), new TimeExpressions(PublicationDate.Unknown, []));
    }

    private static ImmutableArray<Token> Tokens(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (text[at] is not (',' or '-' or '$') && end < text.Length && text[end] is not (' ' or ',' or '-' or '$')) end++;
            tokens.Add(Token(tokens.Count, new TextSpan(at, end), text));
            at = end;
        }
        return tokens.ToImmutable();
    }

    private static Token Token(int index, TextSpan span, string text)
    {
        var form = span.Of(text);
        var (upos, xpos) = char.IsAsciiDigit(form[0]) ? ("NUM", "CD") : form is "killed" ? ("VERB", "VBN") : form is "of" or "between" ? ("ADP", "IN") : ("NOUN", "NNS");
        var first = index % LongestSentence == 0;
        return new Token(index, span, form, form == "killed" ? "kill" : form, upos, xpos, "_", first ? -1 : index - 1, first ? "root" : index % 2 == 0 ? "nummod" : "nmod", index / LongestSentence, span);
    }
}
