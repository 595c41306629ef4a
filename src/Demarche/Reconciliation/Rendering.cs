using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>A sentence of a quotation, or the part of it between the marks: the smallest piece in which an utterance is compared.</summary>
internal sealed class Rendering(CodedArticle coded, Quote quote, TextSpan span, int order, WordTable table)
{
    public CodedArticle Coded { get; } = coded;

    public Quote Quote { get; } = quote;

    public TextSpan Span { get; } = span;

    /// <summary>Its place among the pieces of its article.</summary>
    public int Order { get; } = order;

    public string Text { get; } = span.Of(coded.Article.Text);

    public string[] Words { get; } = QuoteWords.Stems(span.Of(coded.Article.Text));

    /// <summary>The telling words, weighted.</summary>
    public SentenceWords Weights { get; } = table.Of(coded, span);

    public string? Speaker { get; } = quote.SpeakerName ?? (quote.Speaker is { } id ? coded.Actors[id].Name : null);

    public Party? Party { get; } = quote.Speaker is { } id ? Party.Of(coded.Actors[id]) : null;

    public Days? Said { get; } = quote.Date is { } d ? new Days(d.Start, d.End) : null;

    /// <summary>Every marked quotation of the articles in pieces, by article id and place.</summary>
    /// <remarks>What a quotation inside another says is taken from the inner one; of the outer only what is left says something of its own.</remarks>
    public static List<Rendering> Of(IReadOnlyList<CodedArticle> articles)
    {
        var table = new WordTable(articles);
        var all = new List<Rendering>();
        foreach (var coded in articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal))
        {
            var quotes = coded.Quotes.Where(q => q.Kind != QuoteKind.Indirect && q.Span.Length > 0).OrderBy(q => q.Span).ToList();
            var order = 0;
            var pieces = quotes.SelectMany(q => Pieces(coded, q, quotes).Select(span => (Quote: q, Span: span))).OrderBy(p => p.Span);
            foreach (var (quote, span) in pieces) all.Add(new Rendering(coded, quote, span, order++, table));
        }
        return all;
    }

    /// <summary>The quotation, cut at the ends of its sentences and around those inside it.</summary>
    private static IEnumerable<TextSpan> Pieces(CodedArticle coded, Quote quote, List<Quote> quotes)
    {
        var inner = quotes.Where(q => q != quote && q.Span.Start >= quote.Span.Start && q.Span.End <= quote.Span.End && q.Span.Length < quote.Span.Length).ToList();
        var cuts = new SortedSet<int> { quote.Span.Start, quote.Span.End };
        foreach (var s in coded.Analysis.Sentences.Where(s => s.Span.Overlaps(quote.Span))) cuts.Add(Math.Clamp(s.Span.Start, quote.Span.Start, quote.Span.End));
        foreach (var q in inner) cuts.UnionWith([q.Span.Start, q.Span.End]);
        var ends = cuts.ToList();
        for (var i = 0; i + 1 < ends.Count; i++)
        {
            var piece = Trim(coded.Article.Text, ends[i], ends[i + 1]);
            if (inner.Exists(q => q.Span.Overlaps(piece))) continue;
            var words = QuoteWords.Of(piece.Of(coded.Article.Text)).Length;
            if (words > (inner.Count > 0 ? 3 : 0)) yield return piece;    // "I said" before an inner quotation says nothing
        }
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '“' or '‘' or '"')) end--;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return new TextSpan(start, end);
    }
}
