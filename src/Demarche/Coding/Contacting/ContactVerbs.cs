using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding.Contacting;

/// <summary>Contacts that a verb names: "spoke with", "met", "called up", "visited", "briefed".</summary>
internal sealed class ContactVerbs(Reading reading, ContactWords words, Participants people)
{
    private readonly Analysis _analysis = reading.Analysis;
    private readonly ClauseGrammar _grammar = reading.Grammar;

    /// <summary>None, one, or one with each of several.</summary>
    public IEnumerable<ContactDraft> Of(Token verb)
    {
        if (words.Is("meet-verbs", verb)) return Together(verb, [.. Objects(verb), .. With(verb, "with")], ContactMode.Meeting, true);
        if (words.Is("sit-verbs", verb)) return Has(verb, "down") ? Together(verb, With(verb, "with"), ContactMode.Meeting, true) : [];
        if (words.Is("call-verbs", verb)) return IsCall(verb) ? Each(verb, people.Agents(verb), Objects(verb), ContactMode.Phone, true) : [];
        if (words.Is("with-verbs", verb)) return Talk(verb);
        if (words.Is("topic-verbs", verb)) return _analysis.Child(verb.Index, "obj") is null ? [] : Together(verb, With(verb, "with"), Mode(verb), false);
        if (words.Is("visit-verbs", verb)) return Visit(verb, people.Agents(verb), Objects(verb));
        if (words.Is("go-verbs", verb)) return Visit(verb, people.Agents(verb), With(verb, "to", "for"));
        if (words.Is("send-verbs", verb)) return Visit(verb, people.Of(_grammar.Dependents(verb.Index, "obj", "nsubj:pass")), With(verb, "to"));
        if (words.Is("host-verbs", verb)) return Host(verb);
        if (words.Is("brief-verbs", verb)) return Each(verb, people.Agents(verb), Objects(verb), Mode(verb), false);
        return words.Is("tell-verbs", verb) ? Each(verb, people.Agents(verb), Objects(verb), ContactMode.Message, false) : [];
    }

    /// <summary>How a talk was held, by the words beside it.</summary>
    public ContactMode Mode(Token word) => IsByPhone(word) ? ContactMode.Phone : ContactMode.Meeting;

    /// <summary>True if a word for the telephone hangs on it.</summary>
    public bool IsByPhone(Token word) =>
        words.Is("calls", word) || _analysis.Children(word.Index, "obl", "nmod", "compound", "amod", "advmod").Any(c => words.Is("phone", c));

    private IEnumerable<ContactDraft> Talk(Token verb)
    {
        var with = _grammar.Dependents(verb.Index, "obl").Where(o => _grammar.OwnOrSharedCase(o) is "with" or "to").ToList();
        var partners = people.Of(with);
        if (with.Count > 0 && partners.Count == 0) return [];
        var byPhone = IsByPhone(verb);
        return partners.Count > 1 && people.Agents(verb).Count == 1
            ? Each(verb, people.Agents(verb), partners, byPhone ? ContactMode.Phone : ContactMode.Meeting, byPhone)
            : Together(verb, partners, byPhone ? ContactMode.Phone : ContactMode.Meeting, byPhone);
    }

    private IEnumerable<ContactDraft> Together(Token verb, List<ActorId> partners, ContactMode mode, bool stated)
    {
        var agents = people.Agents(verb) is { Count: > 0 } found ? found : Speaker(verb);
        if (agents.Count == 0 || (partners.Count == 0 && (agents.Count < 2 || agents.TrueForAll(a => people.Same(a, agents[0]))))) return [];
        return [new ContactDraft(verb, [.. agents, .. partners], mode, stated)];
    }

    /// <summary>"Just spoke with the king", he wrote: who speaks of himself leaves himself out.</summary>
    private List<ActorId> Speaker(Token verb) =>
        verb.Xpos is "VBD" && _analysis.Child(verb.Index, "nsubj", "nsubj:pass", "aux:pass") is null && verb.BaseRelation is "root" or "ccomp" or "parataxis"
            ? [.. reading.Quotes.Where(q => q.Kind != Quotes.QuoteKind.Indirect && q.Span.Contains(verb.Span)).Select(q => q.Speaker).OfType<ActorId>().Take(1)] : [];

    private IEnumerable<ContactDraft> Each(Token verb, List<ActorId> agents, List<ActorId> partners, ContactMode mode, bool stated)
    {
        if (agents.Count == 0) yield break;
        foreach (var p in partners)
            yield return new ContactDraft(verb, [agents[0], p], mode, stated)
            {
                Initiator = mode == ContactMode.Phone && words.Is("call-verbs", verb) ? agents[0] : null,
                Way = mode == ContactMode.Message ? new MessageWay(agents[0], null, p) : null,
            };
    }

    private IEnumerable<ContactDraft> Visit(Token verb, List<ActorId> travellers, List<ActorId> hosts)
    {
        if (travellers.Count == 0 || !travellers.TrueForAll(people.IsPerson)) return [];
        var host = hosts.Where(h => !people.Same(h, travellers[0])).ToList();
        return host.Count == 0 ? [] : [new ContactDraft(verb, [.. travellers, host[0]], ContactMode.Visit, true)];
    }

    private IEnumerable<ContactDraft> Host(Token verb)
    {
        var guests = Objects(verb).Where(people.IsPerson).ToList();
        var hosts = people.Agents(verb);
        return hosts.Count == 0 || guests.Count == 0 ? [] : [new ContactDraft(verb, [hosts[0], .. guests], ContactMode.Meeting, true)];
    }

    /// <summary>"called him on Friday", not "called him a liar", "called on him", "called for talks".</summary>
    private bool IsCall(Token verb) =>
        PatternMatcher.Lemma(verb) != "call"
        || (_analysis.Child(verb.Index, "ccomp", "iobj") is null && !_analysis.Children(verb.Index, "xcomp").Any(x => x.Upos != "VERB") && _analysis.Children(verb.Index, "obj").Count() == 1
            && Objects(verb) is { Count: > 0 } called && called.TrueForAll(people.IsPerson)
            && !_grammar.Dependents(verb.Index, "obl").Any(o => _grammar.CaseOf(o) is "for" or "as") && !_grammar.IsPassive(verb));

    private List<ActorId> Objects(Token verb) => people.Of(_grammar.Objects(verb).Select(r => r.Noun));

    private List<ActorId> With(Token verb, params string[] prepositions) =>
        people.Of(_grammar.Dependents(verb.Index, "obl").Where(o => prepositions.Contains(_grammar.OwnOrSharedCase(o))));

    private bool Has(Token verb, string particle) =>
        _analysis.Children(verb.Index, "compound:prt", "advmod").Any(p => p.Form.Equals(particle, StringComparison.OrdinalIgnoreCase));
}
