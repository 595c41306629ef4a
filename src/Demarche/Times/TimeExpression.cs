using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>The four types of TIMEX3 (TimeML 1.2.1).</summary>
public enum TimexType
{
    /// <summary>A day or longer on the calendar.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length.</summary>
    Duration,

    /// <summary>Something that recurs.</summary>
    Set,
}

/// <summary>A temporal expression of the text.</summary>
/// <param name="Span">Its words, without a preposition.</param>
/// <param name="Head">Index of the token that governs the others of the span.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value ("2025-06-18", "2025-06-17TEV", "P2D", "PAST_REF"), or null if it cannot be resolved.</param>
/// <param name="Days">The days it denotes, if they can be told.</param>
public sealed record TimeExpression(TextSpan Span, int Head, TimexType Type, string? Value, (DateOnly Start, DateOnly End)? Days);

/// <summary>The temporal expressions of an article, in text order, resolved against its day.</summary>
public sealed record TimeExpressions(PublicationDate Published, ImmutableArray<TimeExpression> All)
{
    /// <summary>The day in a dateline ("GENEVA, March 3 (Agency) -"): that of the telling, not of anything told; null without one.</summary>
    internal TextSpan? Dateline { get; init; }

    /// <summary>True of an expression that is the dateline's.</summary>
    internal bool IsDateline(TimeExpression time) => Dateline is { } dateline && dateline.Overlaps(time.Span);

    /// <summary>Index of the first expression that begins at or after a character; their number if none does.</summary>
    internal int FirstFrom(int position)
    {
        int low = 0, high = All.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (All[mid].Span.Start < position) low = mid + 1;
            else high = mid;
        }
        return low;
    }
}
