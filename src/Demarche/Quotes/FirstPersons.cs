using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>Tells who "I", "we" and "you" are inside quotations, so that what a speaker says of himself can be coded.</summary>
public static class FirstPersons
{
    /// <summary>The mentions with those of the first and second person inside direct and partial quotations added.</summary>
    /// <param name="analysis">The article.</param>
    /// <param name="actors">Its actors.</param>
    /// <param name="quotes">Its quotations, by start, the outer before the inner.</param>
    /// <returns>
    /// "I" is the speaker; "we" the speaker's state if he speaks for one that the article names, otherwise the speaker; "you"
    /// the addressee if he is an actor. Tokens that have a mention keep it.
    /// </returns>
    public static ActorMentions ResolveFirstPerson(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes)
    {
        var innermost = new Dictionary<int, Quote>();
        foreach (var quote in quotes)
        {
            if (quote.Kind == QuoteKind.Indirect) continue;
            var (first, end) = analysis.TokensIn(quote.Span);
            for (var i = first; i < end; i++)
                if (IsOfPerson(analysis.Tokens[i])) innermost[i] = quote;
        }
        var added = new List<ActorMention>();
        foreach (var (index, quote) in innermost)
            if (actors.Covering(index) is null && Meant(analysis.Tokens[index], quote, actors) is { } actor)
                added.Add(new ActorMention(analysis.Tokens[index].Span, index, MentionKind.Pronoun, [actor]));
        return new ActorMentions(analysis, actors.Actors, [.. actors.Mentions.Concat(added).OrderBy(m => m.Span)]);
    }

    private static bool IsOfPerson(Token token) => IsSingular(token) || IsPlural(token) || IsSecond(token);

    private static bool IsSingular(Token token) => token.Form is "I" or "me" or "my" or "My" or "Me" or "mine" or "myself";

    private static bool IsPlural(Token token) =>
        token.Form is "we" or "We" or "us" or "our" or "Our" or "ours" or "ourselves";

    private static bool IsSecond(Token token) => token.Form is "you" or "You" or "your" or "Your" or "yours" or "yourself";

    private static ActorId? Meant(Token token, Quote quote, ActorMentions actors)
    {
        if (IsSecond(token)) return Addressee(quote, actors);
        if (quote.Speaker is not { } speaker) return null;
        return IsPlural(token) ? Side(actors[speaker], actors) : speaker;
    }

    private static ActorId? Addressee(Quote quote, ActorMentions actors)
    {
        if (quote.Addressee is not { } name) return null;
        foreach (var actor in actors.Actors)
            if (actor.Name == name) return actor.Id;
        return null;
    }

    // Those who hold an office of state speak for the state.
    private static ActorId Side(Actor speaker, ActorMentions actors)
    {
        if (speaker.Kind != ActorKind.Person || speaker.Country is null || speaker.Sector is not ("GOV" or "MIL")) return speaker.Id;
        foreach (var actor in actors.Actors)
            if (actor.Kind == ActorKind.State && actor.Country == speaker.Country) return actor.Id;
        return speaker.Id;
    }
}
