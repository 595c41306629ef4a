using Demarche.Actors;
using Demarche.Language;
using Demarche.Quotes;

namespace Demarche.Coding;

/// <summary>Who speaks to whom inside quotation marks: "I said, 'Vladimir, let's …'".</summary>
internal sealed class Dialogues(Analysis analysis, ActorMentions mentions, ActorRoles roles, IReadOnlyList<Quote> quotes)
{
    // Sentences before the words in which the other side of a told talk is named.
    private const int Reach = 4;

    /// <summary>The innermost quotation between marks that a token stands in, or null.</summary>
    public Quote? Around(Token token)
    {
        Quote? inner = null;
        foreach (var q in quotes)
            if (q.Kind == QuoteKind.Direct && q.Span.Contains(token.Span) && (inner is null || q.Span.Length <= inner.Span.Length)) inner = q;
        return inner;
    }

    /// <summary>To whom the words are said in which a token stands: who is named as the addressee, else who is called by name in them, else, in a
    /// talk retold, the other person named last before it; null if nobody can be told.</summary>
    public ActorId? Addressee(Token token)
    {
        if (Around(token) is not { Speaker: { } speaker } quote) return null;
        if (quote.Addressee is { } name)
        {
            foreach (var a in mentions.Actors)
                if (a.Name == name && a.Id != speaker && roles.IsPolitical(a.Id)) return a.Id;
            if (!quote.Nested) return null;
        }
        return Called(quote, speaker) ?? (quote.Nested ? Other(quote, speaker) : null);
    }

    /// <summary>"Vladimir, let's …": a name at the beginning of the words that a comma parts from them.</summary>
    private ActorId? Called(Quote quote, ActorId speaker)
    {
        var (first, end) = analysis.TokensIn(quote.Span);
        for (var i = first; i < end; i++)
        {
            if (mentions.WithHead(i) is not { Kind: MentionKind.Name or MentionKind.Description, Actors: [var actor] } mention || actor == speaker || !roles.IsPolitical(actor)) continue;
            var (from, to) = analysis.TokensIn(mention.Span);
            var opens = from == first || analysis.Tokens[from - 1].Form is "." or "!" or "?" or ",";
            if (analysis.Tokens[i].BaseRelation == "vocative" || (from == first && opens && to < end && analysis.Tokens[to].Form == ",")) return actor;
        }
        return null;
    }

    private ActorId? Other(Quote quote, ActorId speaker)
    {
        var (first, _) = analysis.TokensIn(quote.Span);
        for (var i = first - 1; i >= 0 && analysis.Tokens[first].Sentence - analysis.Tokens[i].Sentence <= Reach; i--)
            if (mentions.WithHead(i) is { Actors: [var actor] } && actor != speaker && mentions[actor].Kind == ActorKind.Person && roles.IsPolitical(actor)) return actor;
        return null;
    }

    /// <summary>True for a bidding in direct speech: "Withdraw your troops", "Let's talk first".</summary>
    public bool IsBidding(Token verb)
    {
        if (verb is not { Upos: "VERB", Xpos: "VB" or "VBP" } || Around(verb) is null) return false;
        if (IsLet(analysis.Head(verb)) && verb.BaseRelation is "xcomp" or "ccomp") return analysis.Child(verb.Index, "aux", "nsubj") is null;
        return verb.BaseRelation is "root" or "parataxis" or "ccomp" or "conj" && analysis.Child(verb.Index, "nsubj", "nsubj:pass", "aux", "mark", "expl", "cop") is null
            && (verb.BaseRelation != "conj" || (analysis.Head(verb) is { } head && IsBidding(head)));
    }

    private bool IsLet(Token? verb) =>
        verb is { Upos: "VERB" } && PatternMatcher.Lemma(verb) == "let" && verb.Index + 1 < analysis.Tokens.Length && analysis.Tokens[verb.Index + 1].Form is "'s" or "’s" or "us" or "‘s";
}
