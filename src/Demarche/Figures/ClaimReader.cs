using System.Collections.Immutable;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>Tells who claims a figure: the speakers of the quotations it stands in, direct or indirect.</summary>
internal sealed class ClaimReader(ImmutableArray<Quote> quotes)
{
    // How many quotations that begin before a figure are looked at: more never hold one and the same figure.
    private const int Nearest = 16;

    /// <summary>Who says so, nearest last; empty if only the outlet does.</summary>
    public ImmutableArray<Attribution> Of(TextSpan figure)
    {
        var claims = ImmutableArray.CreateBuilder<Attribution>();
        foreach (var quote in Around(figure))
            if (claims.All(c => c.Name != quote.SpeakerName)) claims.Add(new Attribution(quote.SpeakerName!, quote.Speaker, quote.SpeakerSpan));
        return claims.ToImmutable();
    }

    /// <summary>What somebody known says or believes that holds a span, in text order: the outer before the inner.</summary>
    public IEnumerable<Quote> Around(TextSpan span)
    {
        int low = 0, high = quotes.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (quotes[mid].Span.Start <= span.Start) low = mid + 1;
            else high = mid;
        }
        for (var i = Math.Max(0, low - Nearest); i < low; i++)
            if (quotes[i] is { SpeakerName: not null, Attitude: Attitude.Assertion or Attitude.Belief } quote && quote.Span.Contains(span)) yield return quote;
    }
}
