using System.Collections.Immutable;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds what analysts, scholars and commentators are quoted with.</summary>
internal sealed class AssessmentFinder(Analysis analysis, VoiceKinds voices, ImmutableArray<Quote> quotes)
{
    /// <summary>The assessments, in text order.</summary>
    public ImmutableArray<Assessment> Find()
    {
        var found = ImmutableArray.CreateBuilder<Assessment>();
        foreach (var quote in quotes)
        {
            if (quote.SpeakerName is not { } author || voices.Of(quote) != AttributionKind.Analyst) continue;
            if (SentenceAt(quote.Span) is { } sentence) found.Add(new Assessment(author, quote.Speaker, quote.Span, sentence));
        }
        return found.ToImmutable();
    }

    private TextSpan? SentenceAt(TextSpan span)
    {
        var (first, end) = analysis.TokensIn(span);
        return first < end ? analysis.Sentences[analysis.Tokens[first].Sentence].Span : null;
    }
}
