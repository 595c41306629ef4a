using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Articles;

namespace Demarche.Dossiers;

/// <summary>How a story of a dossier, and what it rests on, can be cited: what, by which version, from which texts.</summary>
internal static class Citation
{
    /// <summary>One line: title, program and version, what was read, as of which day, the story's id.</summary>
    /// <remarks>The day is the one asked for, else that of the newest report: the same input is cited alike on any day.</remarks>
    public static string Of(Dossier dossier, DossierStory story)
    {
        var asOf = dossier.AsOf ?? story.Story.Articles.Max(a => a.Article.Published.Date);
        return string.Create(CultureInfo.InvariantCulture,
            $"{story.Title}. Record of {Number(story.Story.Articles.Length, "report")} from {Number(story.Outlets.Length, "outlet")}"
            + $"{(asOf is { } day ? ", as of " + DossierPhrases.Day(day) : "")}. Made with {Program}. Id {story.Story.Id}.");
    }

    /// <summary>The program with its version: "Demarche 1.2.0".</summary>
    public static string Program { get; } = "Demarche " + typeof(Citation).Assembly.GetName().Version?.ToString(3);

    /// <summary>SHA-256 of an article's clean text in UTF-8, in hexadecimal digits: it tells whether two dossiers rest on the same words.</summary>
    public static string Sha256(Article article) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text)));

    private static string Number(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 ? "" : "s")}");
}
