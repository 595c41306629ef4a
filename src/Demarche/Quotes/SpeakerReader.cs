using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Reads who is meant by a noun, name or pronoun that stands as the subject of a verb of saying.</summary>
internal sealed class SpeakerReader(Analysis analysis, ActorMentions actors, SpeechCues cues)
{
    // An office speaks for the one who holds it: "the premier's bureau said".
    private static readonly string[] Mouthpieces = ["office", "bureau", "team", "camp", "lawyer", "account", "feed", "page", "campaign"];

    private static readonly string[] Assemblies = ["Council", "Assembly", "Parliament", "Congress", "Senate", "House of"];

    /// <summary>The speaker that a token names.</summary>
    /// <param name="head">The token that governs the naming words.</param>
    /// <param name="outer">Who says the sentence itself: the one "I" stands for. Null for the outlet.</param>
    /// <param name="before">Who spoke last before this place, for "the statement said" and pronouns; null if nobody.</param>
    public Speaker? Read(int head, Speaker? outer, Speaker? before)
    {
        for (var step = 0; step < 4; step++)
        {
            var token = analysis.Tokens[head];
            if (IsFirstPerson(token)) return outer is null ? null : outer with { Span = token.Span };
            if (Mention(head) is { } mention) return outer?.Actor is { } self && mention.Actors[0] == self ? Other(mention, self) : Of(mention);
            if (IsPronoun(token)) return Carried(token, before);
            if (Possessor(head, token) is not { } next)
                return cues.OfNoun(token).HasFlag(CueKind.Document) ? Issuer(token, before) : Unnamed(head);
            head = next;
        }
        return null;
    }

    /// <summary>The speaker that a mention names.</summary>
    public Speaker Of(ActorMention mention)
    {
        var actor = actors[mention.Actors[0]];
        // "the Kremlin": the state's actor under the name that the text gives him.
        var seat = actor.Kind == ActorKind.State && mention.Kind is (MentionKind.Metonym or MentionKind.Description);
        var name = seat ? mention.Span.Of(analysis.Text).ReplaceLineEndings(" ") : actor.Name;
        return new Speaker(actor.Id, name, mention.Span, actor.Sector == "MED", actor.Kind == ActorKind.Person);
    }

    // Whoever speaks of himself says "I": a "he" inside his words is the last other person named.
    private Speaker? Other(ActorMention mention, ActorId self)
    {
        if (mention.Kind != MentionKind.Pronoun) return Of(mention);
        for (var i = mention.Head - 1; i >= 0 && i > mention.Head - 60; i--)
            if (actors.WithHead(i) is { } other && other.Actors[0] != self && actors[other.Actors[0]].Kind == ActorKind.Person)
                return Of(other) with { Span = mention.Span };
        return null;
    }

    // The mention of the token itself, or of the name that its title or apposition leads to.
    private ActorMention? Mention(int head)
    {
        var own = actors.WithHead(head) ?? actors.Covering(head);
        if (own is { Kind: MentionKind.Demonym } && own.Head != head) own = null;
        if (own is not null && Addressed(own) is { } person) return person;
        if (own is not null && actors[own.Actors[0]] is { Kind: ActorKind.Person, Known: null } or { Kind: not ActorKind.Person } || own is null)
        {
            foreach (var child in analysis.Children(head, "flat", "appos", "compound"))
                if (actors.WithHead(child.Index) is { Kind: MentionKind.Name } named && actors[named.Actors[0]].Kind == ActorKind.Person)
                    return named;
        }
        return own;
    }

    // "Mr. Jordan" is no state: the person of that surname.
    private ActorMention? Addressed(ActorMention mention)
    {
        var (first, _) = analysis.TokensIn(mention.Span);
        if (actors[mention.Actors[0]].Kind == ActorKind.Person || first == 0 || analysis.Tokens[first - 1].Form is not ("Mr." or "Mrs." or "Ms." or "Dr.")) return null;
        var surname = " " + mention.Span.Of(analysis.Text);
        foreach (var actor in actors.Actors)
            if (actor.Kind == ActorKind.Person && actor.Name.EndsWith(surname, StringComparison.Ordinal)) return mention with { Actors = [actor.Id] };
        return null;
    }

    private static bool IsFirstPerson(Token token) => token.Form is "I" or "me" or "We" or "we" or "us" or "Me" or "myself";

    private static bool IsPronoun(Token token) =>
        token.Upos == "PRON" || token.Form.ToLowerInvariant() is "he" or "she" or "they" or "it" or "who" or "which" or "that" or "him" or "her" or "them";

    private static Speaker? Carried(Token pronoun, Speaker? before)
    {
        var personal = pronoun.Form.ToLowerInvariant() is "he" or "she" or "him" or "her";
        return before is null || personal && !before.Human && before.Actor is not null ? null : before with { Span = pronoun.Span };
    }

    // A plain "statement" is that of the last speaker, a "joint declaration" speaks for itself, a resolution is an assembly's.
    private Speaker? Issuer(Token token, Speaker? before)
    {
        if (token.Lemma == "resolution" && Assembly(token) is { } assembly) return assembly with { Span = token.Span };
        if (analysis.Child(token.Index, "amod", "compound") is not null || before is null) return Unnamed(token.Index);
        return before with { Span = token.Span };
    }

    private Speaker? Assembly(Token token)
    {
        for (var i = token.Index; i >= 0 && i > token.Index - 2000; i--)
            if (actors.WithHead(i) is { } mention && Assemblies.Any(a => actors[mention.Actors[0]].Name.Contains(a, StringComparison.Ordinal)))
                return Of(mention);
        return null;
    }

    // "Haddad's statement", "a letter from the king", "the Kremlin statement", "the premier's office".
    private int? Possessor(int head, Token token)
    {
        if (cues.OfNoun(token) == CueKind.None && Array.IndexOf(Mouthpieces, token.Lemma.ToLowerInvariant()) < 0) return null;
        var poss = analysis.Child(head, "nmod:poss");
        if (poss is not null) return poss.Index;
        foreach (var child in analysis.Children(head, "nmod", "compound", "amod"))
        {
            if (actors.WithHead(child.Index) is null) continue;
            if (child.BaseRelation != "nmod" || CaseOf(child.Index) is "by" or "of" or "from") return child.Index;
        }
        return null;
    }

    private string? CaseOf(int token) => analysis.Child(token, "case")?.Form.ToLowerInvariant();

    /// <summary>The words of a noun phrase that no actor is known for: "a senior official in the ministry" → "senior official in the ministry".</summary>
    private Speaker? Unnamed(int head)
    {
        var token = analysis.Tokens[head];
        if (token.Upos is not ("NOUN" or "PROPN" or "ADJ" or "NUM" or "DET") || !token.Form.Any(char.IsLetter)) return null;
        int first = head, last = head;
        foreach (var child in analysis.Children(head, "det", "amod", "compound", "nmod:poss", "nummod"))
        {
            if (child.Index > head) continue;
            var start = child.BaseRelation == "det" ? child.Index + 1 : analysis.Subtree(child.Index)[0];
            first = Math.Min(first, start);
        }
        foreach (var child in analysis.Children(head, "flat", "nmod"))
        {
            if (child.Index < head || child.BaseRelation == "nmod" && CaseOf(child.Index) is not ("for" or "of" or "at" or "in" or "with" or "from")) continue;
            if (child.Index - head <= 8) last = Math.Max(last, child.Index);
        }
        while (first < head && analysis.Tokens[first].Upos == "DET") first++;
        var span = new TextSpan(analysis.Tokens[first].Span.Start, analysis.Tokens[last].Span.End);
        return span.Length > 120 ? null : new Speaker(null, span.Of(analysis.Text).ReplaceLineEndings(" "), span, false, true);
    }
}
