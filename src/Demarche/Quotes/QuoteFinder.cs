using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>Finds what was said, by whom and to whom: words in quotation marks, and reported speech without them.</summary>
/// <remarks>Marks first, then frames (the reporter's sentences), then the word of saying for each quotation: docs/pipeline.md.</remarks>
public sealed class QuoteFinder
{
    private readonly SpeechCues _cues;

    private QuoteFinder(SpeechCues cues) => _cues = cues;

    /// <summary>Reads data/quotes/cues.tsv.</summary>
    /// <exception cref="DataException">The file is missing or a line of it is bad.</exception>
    public static QuoteFinder Load(DataFiles data) => new(SpeechCues.Load(data));

    /// <summary>All quotations of an article.</summary>
    /// <returns>By start, the outer before the inner; those in marks never hold their own outer marks.</returns>
    public ImmutableArray<Quote> Find(Analysis analysis, ActorMentions actors, TimeExpressions times)
    {
        var quotations = QuotationScanner.Find(analysis.Text);
        var found = new QuoteReader(analysis, actors, times, _cues, quotations).Read();
        return [.. found.OrderBy(q => q.Span).ThenBy(q => q.Kind).ThenBy(q => q.Nested)];
    }
}
