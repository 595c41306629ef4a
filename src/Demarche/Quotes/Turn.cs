using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>A stretch of text in which one person speaks: a quotation, or a turn of an interview.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Speaker">Who "I" is, or null.</param>
/// <param name="Addressee">Who "you" is, or null.</param>
/// <param name="Whole">True for a clause or more: who speaks in it calls himself by no third person.</param>
internal readonly record struct Turn(TextSpan Span, ActorId? Speaker, ActorId? Addressee, bool Whole)
{
    /// <summary>The turns of an article: its quotations, marked or not, the outer before the inner.</summary>
    public static IEnumerable<Turn> Of(ActorMentions actors, ImmutableArray<Quote> quotes)
    {
        foreach (var quote in quotes)
            if (quote.Kind != QuoteKind.Indirect) yield return new Turn(quote.Span, quote.Speaker, Named(quote.Addressee, actors), quote.Kind == QuoteKind.Direct);
    }

    private static ActorId? Named(string? name, ActorMentions actors)
    {
        if (name is null) return null;
        foreach (var actor in actors.Actors)
            if (actor.Name == name) return actor.Id;
        return null;
    }
}
