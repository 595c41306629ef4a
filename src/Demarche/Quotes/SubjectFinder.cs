using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>Finds whose words a verb of saying introduces: its subject, through control, coordination, participles and passives.</summary>
/// <remarks>The tree is asked first; where it has no answer outside the quotations, the order of words in the frame decides.</remarks>
/// <param name="analysis">The article.</param>
/// <param name="actors">Its actors.</param>
/// <param name="cues">The words of saying.</param>
/// <param name="innermost">For each token the innermost quotation that holds it, or -1.</param>
internal sealed class SubjectFinder(Analysis analysis, ActorMentions actors, SpeechCues cues, int[] innermost)
{
    private const int Steps = 8;

    /// <summary>The token that governs the words for the speaker, or null.</summary>
    /// <param name="frame">Where the verb stands.</param>
    /// <param name="position">Its place among the frame's items.</param>
    /// <param name="kind">What kind of saying it is.</param>
    public int? Of(Frame frame, int position, CueKind kind)
    {
        var verb = frame.Items[position].Token;
        if (IsPassive(verb) && !kind.HasFlag(CueKind.Quoted)) return Agent(verb) ?? AgentBehind(frame, position);
        if (Inverted(frame, position) is { } after) return after;
        return InTree(frame, verb) ?? OnSurface(frame, position);
    }

    /// <summary>True if the verb is passive: what its subject is, is said of it by somebody else.</summary>
    public bool IsPassive(int verb)
    {
        if (analysis.Child(verb, "nsubj:pass", "aux:pass") is not null) return true;
        var token = analysis.Tokens[verb];
        return token.Xpos == "VBN" && token.BaseRelation is "acl" or "amod";
    }

    /// <summary>"by Haddad": the agent of a passive.</summary>
    public int? Agent(int verb)
    {
        foreach (var child in analysis.Children(verb, "obl:agent", "obl"))
            if (child.Relation == "obl:agent" || analysis.Child(child.Index, "case")?.Form == "by") return child.Index;
        return null;
    }

    // "was described as “…” by Haddad", where the tree loses the agent behind the quotation.
    private int? AgentBehind(Frame frame, int position)
    {
        for (var i = position + 1; i + 1 < frame.Items.Length && i < position + 12; i++)
        {
            if (frame.Items[i].IsQuotation) continue;
            var form = analysis.Tokens[frame.Items[i].Token].Form;
            if (form is "," or ";" or "and" or "but") return null;
            if (form == "by") return PhraseAfter(frame, i);
        }
        return null;
    }

    /// <summary>The subject of the clause that a token is part of, for quotations that no verb of saying introduces.</summary>
    public int? OfClause(Frame frame, int token)
    {
        var sentence = analysis.Sentences[analysis.Tokens[token].Sentence];
        if (sentence.EndToken - sentence.FirstToken > CueReader.LongestSentence) return null;
        for (var step = 0; step < Steps && token >= 0; step++)
        {
            if (SpeechCues.IsVerb(analysis.Tokens[token]) && InTree(frame, token) is { } subject) return subject;
            token = analysis.Tokens[token].Head;
        }
        return null;
    }

    private int? InTree(Frame frame, int verb)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (OwnSubject(frame, verb) is { } subject) return subject;
            var token = analysis.Tokens[verb];
            if (token.Head < 0) return null;
            switch (token.BaseRelation)
            {
                case "acl":
                    return Outside(frame, token.Head) && MaySpeak(analysis.Tokens[token.Head]) ? Issuer(frame, analysis.Tokens[token.Head]) : null;
                case "conj" or "xcomp" or "advcl" or "ccomp" or "parataxis" or "aux" or "obj" or "obl" or "nmod":
                    verb = token.Head;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private int? OwnSubject(Frame frame, int verb)
    {
        foreach (var child in analysis.Children(verb, "nsubj"))
        {
            if (!Outside(frame, child.Index)) continue;
            var relative = child.Form.ToLowerInvariant() is "who" or "which" or "that";
            var token = analysis.Tokens[verb];
            if (!relative) return child.Index;
            return token.BaseRelation == "acl" && token.Head >= 0 && Outside(frame, token.Head) ? token.Head : NamedBefore(child.Index);
        }
        return null;
    }

    private int? NamedBefore(int pronoun)
    {
        for (var i = pronoun - 1; i >= 0 && i >= pronoun - 3; i--)
            if (actors.Covering(i) is { } mention) return mention.Head;
        return null;
    }

    // "Haddad issued a statement saying": who acts on the text, speaks in it.
    private int Issuer(Frame frame, Token noun) =>
        noun.BaseRelation == "obj" && noun.Head >= 0 && actors.WithHead(noun.Index) is null && OwnSubject(frame, noun.Head) is { } subject ? subject : noun.Index;

    // A participle behind a noun belongs to it if the noun is an actor or a text ("a letter warning of …"), else to the sentence.
    private bool MaySpeak(Token noun) => actors.WithHead(noun.Index) is not null || cues.OfNoun(noun).HasFlag(CueKind.Document);

    // “…,” said the minister: nothing but marks between the quotation and the verb, a noun phrase behind it.
    private int? Inverted(Frame frame, int position)
    {
        var i = position - 1;
        while (i >= 0 && !frame.Items[i].IsQuotation && !IsWord(frame.Items[i])) i--;
        if (i >= 0 && !frame.Items[i].IsQuotation || i < 0) return null;
        if (analysis.Tokens[frame.Items[position].Token].Xpos is "VBG") return null;
        return PhraseAfter(frame, position);
    }

    /// <summary>The head of the noun phrase that begins right behind a place in the frame, or null.</summary>
    public int? PhraseAfter(Frame frame, int position)
    {
        int? found = null;
        for (var i = position + 1; i < frame.Items.Length && i <= position + 10; i++)
        {
            if (frame.Items[i].IsQuotation) break;
            var token = analysis.Tokens[frame.Items[i].Token];
            if (token.Upos is "ADP" or "SCONJ" or "CCONJ" or "VERB" or "ADV" || token.Form is "," or ";" or ":" or "(" or "—") break;
            if (actors.Covering(token.Index) is { } mention && mention.Kind != MentionKind.Demonym)
            {
                found = Phrase(token.Index, mention);
                if (mention.Kind is MentionKind.Name && actors[mention.Actors[0]].Kind == ActorKind.Person) return found;
            }
            else if (found is null && token.Upos is "NOUN" or "PROPN" or "PRON" && !(i + 1 < frame.Items.Length && GoesOn(frame.Items[i + 1]))) found = token.Index;
        }
        return found;
    }

    // A title's mention ("Prime Minister") may be followed by the name itself; the tree knows the head.
    private int Phrase(int token, ActorMention mention)
    {
        var head = analysis.Tokens[mention.Head].Head;
        return head > mention.Head && head <= mention.Head + 4 && actors.WithHead(head) is not null
            && analysis.Tokens[mention.Head].BaseRelation is "compound" or "nmod" ? head : mention.Head >= 0 ? mention.Head : token;
    }

    private bool GoesOn(FrameItem item) => !item.IsQuotation && analysis.Tokens[item.Token].Upos is "NOUN" or "PROPN" or "PART";

    // The last one named before the verb; behind an apposition ("Haddad, the mayor of Arvel, said") the first.
    private int? OnSurface(Frame frame, int position)
    {
        var verb = analysis.Tokens[frame.Items[position].Token];
        if (Shares(frame, position)) return null;
        int? found = null;
        var apposed = position > 0 && !frame.Items[position - 1].IsQuotation && analysis.Tokens[frame.Items[position - 1].Token].Form == ",";
        for (var i = position - 1; i >= 0 && i >= position - 25 && !frame.Items[i].IsQuotation; i--)
        {
            var token = analysis.Tokens[frame.Items[i].Token];
            if (token.Upos == "PRON" && token.Form.ToLowerInvariant() is "he" or "she" or "they" or "it") return found ?? token.Index;
            if (actors.WithHead(token.Index) is not { Kind: not MentionKind.Demonym } mention) continue;
            found = mention.Head;
            if (!apposed || mention.Kind == MentionKind.Name && actors[mention.Actors[0]].Kind == ActorKind.Person) break;
        }
        return found ?? (verb.Xpos == "VBG" ? null : PhraseAfter(frame, position));
    }

    /// <summary>True if the verb takes over the subject of a verb before it: "and said", "but later added", ", saying".</summary>
    public bool Shares(Frame frame, int position)
    {
        var i = position - 1;
        while (i >= 0 && !frame.Items[i].IsQuotation && analysis.Tokens[frame.Items[i].Token].Upos is "ADV" or "AUX") i--;
        if (i < 0 || frame.Items[i].IsQuotation) return false;
        var before = analysis.Tokens[frame.Items[i].Token];
        return before.Upos == "CCONJ" || before.Form is "," or "—" or "–" && analysis.Tokens[frame.Items[position].Token].Xpos == "VBG";
    }

    private bool IsWord(FrameItem item) => analysis.Tokens[item.Token].Form.Any(char.IsLetterOrDigit);

    private bool Outside(Frame frame, int token) => innermost[token] == frame.Within;

    /// <summary>The person named right before the verb, but for adverbs and days: "…, Haddad late on Friday said".</summary>
    /// <returns>The head of the name; null if it is part of a longer phrase ("a friend of Haddad said").</returns>
    public int? PersonBefore(Frame frame, int position)
    {
        for (var i = position - 1; i >= 0 && i >= position - 6 && !frame.Items[i].IsQuotation; i--)
        {
            var token = analysis.Tokens[frame.Items[i].Token];
            if (actors.Covering(token.Index) is { } mention)
            {
                if (mention.Kind != MentionKind.Name || actors[mention.Actors[0]].Kind != ActorKind.Person) return null;
                var (first, _) = analysis.TokensIn(mention.Span);
                var before = first > 0 ? analysis.Tokens[first - 1] : null;
                return before is { Upos: "ADP" or "CCONJ" } ? null : mention.Head;
            }
            if (token.Upos is not ("ADV" or "AUX") && token.Form is not "on" && !token.Form.EndsWith("day", StringComparison.Ordinal)) return null;
        }
        return null;
    }
}
