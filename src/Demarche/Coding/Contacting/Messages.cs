using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding.Contacting;

/// <summary>Words that are sent: by whom, through whom, to whom.</summary>
internal sealed class Messages(Reading reading, ContactWords words, Participants people)
{
    private const int MaxBack = 10;

    private readonly Analysis _analysis = reading.Analysis;
    private readonly ClauseGrammar _grammar = reading.Grammar;

    /// <summary>The message that a verb of sending or a message's noun names; null for other words.</summary>
    public ContactDraft? Of(Token token)
    {
        if (token.Upos == "VERB" && words.Is("write-verbs", token)) return Draft(token, new(First(people.Agents(token)), null, First(Obliques(token, "to"))), ContactMode.Letter);
        if (token.Upos == "VERB" && words.Is("carry-verbs", token) && Carried(token) is { } message) return Draft(token, Way(token, message), Mode(message));
        return token.Upos is "NOUN" or "PROPN" && PatternMatcher.Lemma(token) is "message" or "letter" && !IsCarried(token) ? Noun(token) : null;
    }

    private ContactDraft? Noun(Token message)
    {
        var sender = Sender(message);
        var addressee = First(Modifiers(message, "to"));
        if (sender is null && addressee is { } to && _grammar.CaseOf(message) is "in" or "with" && _analysis.Head(message) is { Upos: "VERB" } verb)
            sender = First([.. people.Agents(verb).Where(a => !people.Same(a, to))]);
        return Draft(message, new(sender, null, addressee), Mode(message));
    }

    private MessageWay Way(Token verb, Token message)
    {
        var agent = First(people.Agents(verb));
        var sender = Sender(message) ?? First(Obliques(verb, "from"));
        var through = First(Through(verb));
        var addressee = First(Obliques(verb, "to")) ?? First(Modifiers(message, "to")) ?? First(people.Of(_grammar.Dependents(verb.Index, "iobj"))) ?? Assured(verb);
        return through is not null ? new(sender ?? agent, through, addressee)
            : sender is not null && agent is not null && sender != agent ? new(sender, agent, addressee)
            : new(sender ?? agent, null, addressee);
    }

    private ContactDraft? Draft(Token trigger, MessageWay way, ContactMode mode)
    {
        List<ActorId> all = [.. new[] { way.Sender, way.Carrier, way.Addressee }.OfType<ActorId>().Distinct()];
        return all.Count < 2 || way.Addressee is null ? null : new ContactDraft(trigger, all, mode, true) { Initiator = way.Sender, Way = way };
    }

    private ContactMode Mode(Token message) => words.Is("letters", message) ? ContactMode.Letter : ContactMode.Message;

    /// <summary>The message that a verb carries: its object, or the noun its participle or relative clause modifies.</summary>
    private Token? Carried(Token verb)
    {
        foreach (var r in _grammar.Objects(verb))
            if (words.Is("messages", r.Noun)) return r.Noun;
        if (verb.BaseRelation == "acl" && _analysis.Head(verb) is { } noun && words.Is("messages", noun)) return noun;
        return verb.Xpos == "VBN" && _analysis.Child(verb.Index, "nsubj", "nsubj:pass", "obj", "aux") is null && Through(verb).Count > 0 ? Preceding(verb) : null;
    }

    // "a message from Chad to Peru, conveyed through Norway": wherever the tree hangs the participle.
    private Token? Preceding(Token verb)
    {
        for (var i = verb.Index - 1; i >= Math.Max(_analysis.Sentences[verb.Sentence].FirstToken, verb.Index - MaxBack); i--)
            if (_analysis.Tokens[i].Upos == "NOUN" && words.Is("messages", _analysis.Tokens[i])) return _analysis.Tokens[i];
        return null;
    }

    private bool IsCarried(Token message) =>
        (_analysis.Head(message) is { Upos: "VERB" } verb && words.Is("carry-verbs", verb) && message.BaseRelation is "obj" or "nsubj")
        || _analysis.Children(message.Index, "acl").Any(c => words.Is("carry-verbs", c)) || Behind(message);

    private bool Behind(Token message)
    {
        for (var i = message.Index + 1; i < Math.Min(_analysis.Sentences[message.Sentence].EndToken, message.Index + MaxBack); i++)
            if (_analysis.Tokens[i] is { Upos: "VERB" } verb && words.Is("carry-verbs", verb) && Carried(verb) == message) return true;
        return false;
    }

    /// <summary>"…, assuring Iran that": whom the words are for.</summary>
    private ActorId? Assured(Token verb)
    {
        foreach (var c in _analysis.Children(verb.Index, "advcl", "xcomp", "conj"))
            if (c.Xpos == "VBG" && First(people.Of(_grammar.Objects(c).Select(r => r.Noun))) is { } assured) return assured;
        return null;
    }

    private ActorId? Sender(Token message) =>
        First(Modifiers(message, "from")) ?? First(people.Of(_grammar.Dependents(message.Index, "nmod:poss")));

    // "from Chad to Sudan": the second name hangs on the first at times.
    private List<ActorId> Modifiers(Token noun, string preposition) =>
        people.Of(_analysis.Children(noun.Index, "nmod").SelectMany(n => _analysis.Children(n.Index, "nmod").Prepend(n)).SelectMany(_grammar.WithConjuncts)
            .Where(n => _grammar.OwnOrSharedCase(n) == preposition));

    private List<ActorId> Obliques(Token verb, params string[] prepositions) =>
        people.Of(_grammar.Dependents(verb.Index, "obl").Where(o => prepositions.Contains(_grammar.OwnOrSharedCase(o))));

    /// <summary>"through Moscow": a capital that stands for its state elsewhere in the article.</summary>
    private List<ActorId> Through(Token verb)
    {
        if (Obliques(verb, "through", "via") is { Count: > 0 } named) return named;
        var words = _grammar.Dependents(verb.Index, "obl").Where(o => _grammar.OwnOrSharedCase(o) is "through" or "via").Select(o => o.Form).ToList();
        return [.. reading.Actors.Mentions.Where(m => m.Kind == MentionKind.Metonym && words.Contains(m.Span.Of(_analysis.Text))).SelectMany(m => m.Actors).Distinct().Take(1)];
    }

    private static ActorId? First(List<ActorId> ids) => ids.Count > 0 ? ids[0] : null;
}
