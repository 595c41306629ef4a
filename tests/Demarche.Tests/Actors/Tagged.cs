using System.Collections.Immutable;
using System.Globalization;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests.Actors;

/// <summary>Builds an analysis from words written as "form/TAG" or "form/TAG/relation@head", heads counted from 1; "|" ends a sentence.</summary>
internal static class Tagged
{
    private static readonly Dictionary<string, string> Upos = new(StringComparer.Ordinal)
    {
        ["J"] = "ADJ",
        ["N"] = "NOUN",
        ["NS"] = "NOUN",
        ["P"] = "PROPN",
        ["V"] = "VERB",
        ["D"] = "DET",
        ["A"] = "ADP",
        ["C"] = "CCONJ",
        ["R"] = "PRON",
        ["S"] = "PART",
        ["."] = "PUNCT",
        ["M"] = "NUM",
        ["X"] = "AUX",
    };

    public static Analysis Of(string words, string? day = null)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var text = new System.Text.StringBuilder();
        foreach (var sentence in words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var first = tokens.Count;
            foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = word.Split('/');
                if (text.Length > 0) text.Append(' ');
                var span = new TextSpan(text.Length, text.Length + parts[0].Length);
                text.Append(parts[0]);
                var tree = parts.Length > 2 ? parts[2].Split('@') : ["dep", "1"];
                var head = first + int.Parse(tree[1], CultureInfo.InvariantCulture) - 1;
                tokens.Add(new Token(tokens.Count, span, parts[0], parts[0].ToLowerInvariant(), Upos[parts[1]], parts[1] == "NS" ? "NNS" : "NN", "_",
                    head == tokens.Count ? -1 : head, head == tokens.Count ? "root" : tree[0], sentences.Count, span));
            }
            sentences.Add(new Sentence(sentences.Count, new TextSpan(tokens[first].Span.Start, text.Length), first, tokens.Count, 0));
        }
        var published = day is null
            ? PublicationDate.Unknown
            : new PublicationDate(DateOnly.Parse(day, CultureInfo.InvariantCulture), DateBasis.Metadata);
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", published, text.ToString(), []);
        return new Analysis(article, sentences.ToImmutable(), tokens.ToImmutable());
    }
}
