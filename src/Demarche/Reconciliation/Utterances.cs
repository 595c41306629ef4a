using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Quotes;

namespace Demarche.Reconciliation;

/// <summary>Brings the renderings of one utterance together.</summary>
/// <remarks>
/// One speaker; at least 60 % of the shorter's words in the longer and two neighbouring pairs of words in common; within one article,
/// which repeats itself less often than it quotes two sentences on one matter, 80 % and three pairs. Translations that share few words stay apart: nothing here could tell them from two statements.
/// </remarks>
public static class Utterances
{
    private const double MinContainment = 0.6;
    private const double RepeatContainment = 0.8;

    /// <summary>Every direct or partial quotation of the articles in exactly one utterance, by first article and place.</summary>
    public static ImmutableArray<Utterance> Of(IReadOnlyList<CodedArticle> articles)
    {
        var all = (from coded in articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal)
                   from q in coded.Quotes
                   where q.Kind != QuoteKind.Indirect && q.Span.Length > 0
                   orderby coded.Article.Id.Value, q.Span
                   select new Rendering(coded, q)).ToList();
        var groups = new List<List<Rendering>>();
        foreach (var r in all)
        {
            var home = groups.Find(g => g.Exists(m => SameWords(m, r)));
            if (home is null) groups.Add([r]);
            else home.Add(r);
        }
        return [.. groups.Select(Make)];
    }

    private static bool SameWords(Rendering a, Rendering b)
    {
        if (a.Coded == b.Coded && a.Quote.Span.Overlaps(b.Quote.Span)) return false;
        if (a.Speaker is null != b.Speaker is null || a.Speaker is not null && !SameSpeaker(a.Speaker, b.Speaker!)) return false;
        var few = Math.Min(a.Words.Length, b.Words.Length);
        if (few < 2) return false;
        if (few <= 3) return Math.Abs(a.Words.Length - b.Words.Length) <= 2 && QuoteWords.SharedPairs(a.Words, b.Words) >= few - 1;
        var inOneArticle = a.Coded == b.Coded;
        return QuoteWords.Containment(a.Words, b.Words) >= (inOneArticle ? RepeatContainment : MinContainment)
            && QuoteWords.SharedPairs(a.Words, b.Words) >= (inOneArticle ? 3 : 2);
    }

    private static bool SameSpeaker(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || Party.SameName(a, b);

    private static Utterance Make(List<Rendering> group)
    {
        var longest = group.OrderByDescending(r => r.Words.Length).First();
        var date = group.Select(r => r.Quote.Date).FirstOrDefault(d => d is not null);
        return new Utterance(group[0].Speaker, longest.Text,
            [.. group.Select(r => new Variant(r.Coded.Article.Id, r.Quote.Span, r.Text))], date is null ? null : new Days(date.Start, date.End));
    }

    private sealed class Rendering(CodedArticle coded, Quote quote)
    {
        public CodedArticle Coded { get; } = coded;

        public Quote Quote { get; } = quote;

        public string Text { get; } = quote.Span.Of(coded.Article.Text);

        public string[] Words { get; } = QuoteWords.Of(quote.Span.Of(coded.Article.Text));

        public string? Speaker { get; } = quote.SpeakerName ?? (quote.Speaker is { } id ? coded.Actors[id].Name : null);
    }
}
