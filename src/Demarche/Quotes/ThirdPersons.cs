using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>Nobody calls himself "he": a third person inside a quotation is somebody other than its speaker.</summary>
public static class ThirdPersons
{
    private const int MaxSentencesBack = 4;

    /// <summary>
    /// The mentions with "he", "she", "him" … inside direct quotations given to the nearest other person named before, where they were
    /// given to the speaker or to nobody; without such a person the pronoun names nobody.
    /// </summary>
    public static ActorMentions Resolve(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes)
    {
        var speakers = new SortedDictionary<int, ActorId>();
        foreach (var turn in Turn.Of(actors, quotes))
        {
            if (!turn.Whole || turn.Speaker is not { } speaker) continue;
            var (first, end) = analysis.TokensIn(turn.Span);
            for (var i = first; i < end; i++)
                if (IsThirdPerson(analysis.Tokens[i])) speakers[i] = speaker;
        }
        var mentions = actors.Mentions.ToList();
        foreach (var (token, speaker) in speakers)
        {
            var at = mentions.FindIndex(m => m.Head == token);
            if (at >= 0 && !mentions[at].Actors.Contains(speaker)) continue;
            if (at >= 0) mentions.RemoveAt(at);
            if (PersonBefore(analysis, actors, mentions, analysis.Tokens[token], speaker) is not { } person) continue;
            var mention = new ActorMention(analysis.Tokens[token].Span, token, MentionKind.Pronoun, [person]) { Rule = "the last other person before the quotation" };
            mentions.Insert(~mentions.BinarySearch(mention, BySpan), mention);
        }
        return new ActorMentions(analysis, actors.Actors, [.. mentions]);
    }

    private static readonly Comparer<ActorMention> BySpan = Comparer<ActorMention>.Create((a, b) => a.Span.CompareTo(b.Span));

    private static bool Fits(Actor person, Token pronoun) => person.Gender is not { } gender || gender == (pronoun.Form.ToLowerInvariant()[0] == 's' || pronoun.Form.StartsWith("her", StringComparison.OrdinalIgnoreCase) ? 'f' : 'm');

    private static bool IsThirdPerson(Token token) => token.Lemma is "he" or "she" or "his" or "her" or "him" or "himself" or "herself";

    /// <summary>The last other person before the pronoun, one with a name rather than one who is only described.</summary>
    private static ActorId? PersonBefore(Analysis analysis, ActorMentions actors, List<ActorMention> mentions, Token pronoun, ActorId speaker)
    {
        ActorId? described = null;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            if (mention.Span.Start >= pronoun.Span.Start) continue;
            if (analysis.Tokens[mention.Head].Sentence < pronoun.Sentence - MaxSentencesBack) break;
            if (mention.Actors is not [var only] || only == speaker || actors[only].Kind != ActorKind.Person || !Fits(actors[only], pronoun)) continue;
            if (char.IsUpper(actors[only].Name[0]) && mention.Kind != MentionKind.Description || actors[only].Known is not null) return only;
            described ??= only;
        }
        return described;
    }
}
