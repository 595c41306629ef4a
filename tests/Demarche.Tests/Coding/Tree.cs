using System.Collections.Immutable;
using System.Globalization;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests.Coding;

/// <summary>Builds an analysis from a tree written down: one word a line, "form lemma UPOS XPOS head relation", heads counted from 1.</summary>
internal static class Tree
{
    public static Analysis Of(string words)
    {
        var rows = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var text = string.Join(' ', rows.Select(r => r[0]));
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var at = 0;
        foreach (var r in rows)
        {
            var span = new TextSpan(at, at + r[0].Length);
            var head = int.Parse(r[4], CultureInfo.InvariantCulture) - 1;
            tokens.Add(new Token(tokens.Count, span, r[0], r[1], r[2], r[3], "_", head, r[5], 0, span));
            at = span.End + 1;
        }
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", PublicationDate.Unknown, text, []);
        return new Analysis(article, [new Sentence(0, new TextSpan(0, text.Length), 0, tokens.Count, 0)], tokens.ToImmutable());
    }
}
