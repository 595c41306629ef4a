using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Tests.Times;

/// <summary>Articles and analyses without a parser: a line is a paragraph, a stop with a capital behind it ends a sentence, blanks part tokens.</summary>
internal static class Plain
{
    public static TimeFinder Finder { get; } = TimeFinder.Load(Repository.Data);

    public static Article Article(string text, string? day = null, string source = "a", params Furniture[] removed) =>
        new(new ArticleId(source), source, null, null, null, null, [], "en", Day(day) is { } d ? new(d, DateBasis.Metadata) : PublicationDate.Unknown, text, [.. removed]);

    public static Analysis Analysis(string text, string? day = null)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                if (text[i++] == '\n') Close();
                continue;
            }
            var end = i + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[end])) end++;
            var span = new TextSpan(i, end);
            tokens.Add(new(tokens.Count, span, text[i..end], text[i..end], "X", "X", "_", tokens.Count == first ? -1 : first, tokens.Count == first ? "root" : "dep", sentences.Count, span));
            if (text[i] is '.' or '!' or '?' && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1])) Close();
            i = end;
        }
        Close();
        return new(Article(text, day), sentences.ToImmutable(), tokens.ToImmutable());

        void Close()
        {
            if (tokens.Count == first) return;
            sentences.Add(new(sentences.Count, new(tokens[first].Span.Start, tokens[^1].Span.End), first, tokens.Count, 0));
            first = tokens.Count;
        }
    }

    public static ImmutableArray<TimeExpression> Times(string text, string? day) => Finder.Find(Analysis(text, day)).All;

    /// <summary>"words=value" of every expression.</summary>
    public static string[] Values(string text, string? day) => [.. Times(text, day).Select(t => $"{t.Span.Of(text)}={t.Value}")];

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
