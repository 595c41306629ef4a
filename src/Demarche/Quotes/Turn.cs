using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>A stretch of text in which one person speaks: a quotation, or an answer of an interview.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Speaker">Who "I" is, or null.</param>
/// <param name="Addressee">Who "you" is, or null.</param>
/// <param name="Whole">True for a clause or more: who speaks in it calls himself by no third person.</param>
internal readonly record struct Turn(TextSpan Span, ActorId? Speaker, ActorId? Addressee, bool Whole)
{
    /// <summary>The turns of an article: those of its interviews, then its quotations, the outer before the inner.</summary>
    public static IEnumerable<Turn> Of(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes)
    {
        foreach (var turn in Interview.Turns(analysis, actors)) yield return turn;
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
