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
        int low = 0, high = quotes.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (quotes[mid].Span.Start <= figure.Start) low = mid + 1;
            else high = mid;
        }
        var claims = ImmutableArray.CreateBuilder<Attribution>();
        for (var i = Math.Max(0, low - Nearest); i < low; i++)
        {
            if (!quotes[i].Span.Contains(figure) || quotes[i].SpeakerName is not { } name) continue;
            if (claims.All(c => c.Name != name)) claims.Add(new Attribution(name, quotes[i].Speaker, quotes[i].SpeakerSpan));
        }
        return claims.ToImmutable();
    }
}
