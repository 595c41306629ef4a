using System.Collections.Immutable;
using System.Globalization;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>Tells who "I", "we" and "you" are inside quotations and interviews, so that what a speaker says of himself can be coded.</summary>
public static class FirstPersons
{
    // Mentions looked back over for the one whom "thank you" is said to.
    private const int Reach = 12;

    /// <summary>The mentions with those of the first and second person inside direct and partial quotations and interviews added.</summary>
    /// <param name="analysis">The article.</param>
    /// <param name="actors">Its actors.</param>
    /// <param name="quotes">Its quotations, by start, the outer before the inner.</param>
    /// <returns>
    /// "I" is the speaker; "we" the speaker's state if he speaks for one that the article names, the body that he leads or speaks for, otherwise
    /// the speaker; "you" the addressee if he is an actor. Tokens that have a mention keep it.
    /// </returns>
    public static ActorMentions ResolveFirstPerson(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes)
    {
        var innermost = new SortedDictionary<int, Turn>();
        foreach (var turn in Turn.Of(actors, quotes))
        {
            var (first, end) = analysis.TokensIn(turn.Span);
            for (var i = first; i < end; i++)
                if (IsOfPerson(analysis.Tokens[i])) innermost[i] = turn;
        }
        var added = new List<ActorMention>();
        var all = actors.Actors.ToList();
        foreach (var (index, turn) in innermost)
            if (actors.Covering(index) is null && Meant(analysis, analysis.Tokens[index], turn, actors, all) is var (actor, rule))
                added.Add(new ActorMention(analysis.Tokens[index].Span, index, MentionKind.Pronoun, [actor]) { Rule = rule });
        return new ActorMentions(analysis, [.. all], [.. actors.Mentions.Concat(added).OrderBy(m => m.Span)]);
    }

    private static bool IsOfPerson(Token token) => IsSingular(token) || IsPlural(token) || IsSecond(token);

    private static bool IsSingular(Token token) => token.Form is "I" or "me" or "my" or "My" or "Me" or "mine" or "Mine" or "myself";

    private static bool IsPlural(Token token) =>
        token.Form is "we" or "We" or "us" or "our" or "Our" or "ours" or "Ours" or "ourselves";

    private static bool IsSecond(Token token) => token.Form is "you" or "You" or "your" or "Your" or "yours" or "yourself";

    private static (ActorId Actor, string Rule)? Meant(Analysis analysis, Token token, Turn turn, ActorMentions actors, List<Actor> all)
    {
        if (IsSecond(token))
            return (turn.Addressee ?? Thanked(analysis, token, turn, actors)) is { } addressee ? (addressee, "whom the words are said to") : null;
        if (turn.Speaker is not { } speaker) return null;
        return IsPlural(token) ? (Side(actors[speaker], all), "those for whom the speaker speaks") : (speaker, "the speaker");
    }

    /// <summary>"I thank you": the other person mentioned last before the words.</summary>
    private static ActorId? Thanked(Analysis analysis, Token token, Turn turn, ActorMentions actors)
    {
        var verb = token.Relation == "nmod:poss" && analysis.Head(token) is { } possessed ? analysis.Head(possessed) : analysis.Head(token);
        if (verb is not { Lemma: "thank" or "congratulate" or "welcome" or "salute" }) return null;
        var (first, _) = analysis.TokensIn(turn.Span);
        var seen = 0;
        for (var i = first - 1; i >= 0 && seen < Reach; i--)
        {
            if (actors.WithHead(i) is not { } mention) continue;
            seen++;
            if (mention.Actors is [var only] && only != turn.Speaker && actors[only].Kind == ActorKind.Person) return only;
        }
        return null;
    }

    /// <summary>Those for whom the speaker says "we"; taken into the record if nothing else names them.</summary>
    private static ActorId Side(Actor speaker, List<Actor> actors)
    {
        if (speaker.Side is not { } side) return speaker.Id;
        if (side.Id.Value.Length > 0) return side.Id;
        if (actors.Find(a => a.Known == side.Known && a.Name == side.Name) is { } listed) return listed.Id;
        actors.Add(side with { Id = new ActorId("a" + (actors.Count + 1).ToString(CultureInfo.InvariantCulture)) });
        return actors[^1].Id;
    }
}
