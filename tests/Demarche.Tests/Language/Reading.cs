using Demarche.Articles;
using Demarche.Language;

namespace Demarche.Tests.Language;

/// <summary>Texts read by the shipped model.</summary>
internal static class Reading
{
    public static Analyzer Analyzer => Repository.Analyzer;

    public static Analysis Of(string text) => Of(Analyzer, text);

    public static Analysis Of(Analyzer analyzer, string text) =>
        analyzer.Analyze(new Article(new ArticleId("test"), "test.txt", null, null, null, null, [], "en", PublicationDate.Unknown, text, []));

    public static string[] Sentences(string text)
    {
        var analysis = Of(text);
        return [.. analysis.Sentences.Select(s => s.Span.Of(text))];
    }

    public static string[] Words(string text) => [.. Of(text).Tokens.Select(t => t.Form)];

    public static Token Word(Analysis analysis, string form) => analysis.Tokens.First(t => t.Form == form);
}
