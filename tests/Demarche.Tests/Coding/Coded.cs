using Demarche.Articles;
using Demarche.Coding;
using Demarche.Times;

namespace Demarche.Tests.Coding;

/// <summary>Codes a sentence of a report of 5 May 2031 by patterns and grammar alone and writes its observations plainly.</summary>
internal static class Coded
{
    /// <summary>"NOR 111 CHD": countries of the sources, CAMEO code, countries of the targets.</summary>
    public static IEnumerable<string> Acts(string text)
    {
        var coded = Article(text);
        return coded.Observations.Select(o => $"{Countries(coded, o.Sources)} {o.Cameo} {Countries(coded, o.Targets)}".TrimEnd());
    }

    /// <summary>"190 possible": CAMEO code and status.</summary>
    public static IEnumerable<string> Statuses(string text) => Article(text).Observations.Select(o => $"{o.Cameo} {o.Status.Word()}");

    /// <summary>The whole record.</summary>
    public static CodedArticle Article(string text) => Repository.PatternsOnly.Code(new Article(
        new ArticleId("t"), "t.txt", null, null, null, null, [], "en", new PublicationDate(new DateOnly(2031, 5, 5), DateBasis.Metadata), text, []));

    private static string Countries(CodedArticle coded, IEnumerable<Demarche.Actors.ActorId> actors) => string.Join('+', actors.Select(a => coded.Actors[a].Country));
}
