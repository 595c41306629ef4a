using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding.Contacting;

/// <summary>Who can take part in a contact, and under what name.</summary>
internal sealed class Participants(Reading reading, ContactWords words)
{
    private const int LongestParticle = 5;

    private readonly ActorMentions _actors = reading.Actors;

    /// <summary>Those whom nouns name, each as he counts, once.</summary>
    public List<ActorId> Of(IEnumerable<Token> nouns) =>
        [.. nouns.Where(n => !words.Is("audience", n) && !IsDateline(n)).SelectMany(Named).Select(Counting).OfType<ActorId>().Distinct()];

    /// <summary>Who does what a verb says.</summary>
    public List<ActorId> Agents(Token verb)
    {
        foreach (var role in reading.Grammar.Agents(verb).GroupBy(r => r.Rule))
            if (Of(role.Select(r => r.Noun)) is { Count: > 0 } found) return found;
        return [];
    }

    /// <summary>The draft with each side once; null if fewer than two are left.</summary>
    public ContactDraft? Settle(ContactDraft draft)
    {
        var people = new List<ActorId>();
        foreach (var id in draft.People.Distinct())
            if (!IsCovered(id, draft.People)) people.Add(id);
        return people.Count < 2 || people.TrueForAll(p => _actors[p].Kind != ActorKind.Person && Same(p, people[0])) ? null : draft with { People = people };
    }

    /// <summary>True if two speak for one country.</summary>
    public bool Same(ActorId a, ActorId b) => a == b || (_actors[a].Country is { } c && c == _actors[b].Country && !IsCollective(c));

    /// <summary>True if it is a human being.</summary>
    public bool IsPerson(ActorId id) => _actors[id].Kind == ActorKind.Person;

    /// <summary>True if it is a state.</summary>
    public bool IsState(ActorId id) => _actors[id].Kind == ActorKind.State;

    /// <summary>Those a noun names; of "the envoys of Togo, Ghana and Benin" also the states whose man is not known.</summary>
    private IEnumerable<ActorId> Named(Token noun)
    {
        var direct = reading.Roles.Direct(noun);
        return noun.Xpos == "NNS" && direct.Count > 0 ? direct.Concat(States(noun).Where(s => !direct.Any(d => Same(s, d)))) : direct;
    }

    private IEnumerable<ActorId> States(Token noun) =>
        reading.Grammar.Dependents(noun.Index, "nmod").Where(n => reading.Grammar.OwnOrSharedCase(n) == "of").SelectMany(reading.Roles.Direct).Where(IsState);

    private bool IsDateline(Token noun) =>
        reading.Analysis.Sentences[noun.Sentence].FirstToken == noun.Index && noun.Index + 1 < reading.Analysis.Tokens.Length && reading.Analysis.Tokens[noun.Index + 1].Form is "(" or "—" or "–" or "-" or "/";

    // A state or body beside its own man says no more than he does.
    private bool IsCovered(ActorId id, List<ActorId> all) =>
        !IsPerson(id) && all.Exists(o => o != id && Same(o, id) && (IsPerson(o) || (IsState(o) && !IsState(id))));

    /// <summary>The actor itself; for officials without a name their state; null for those who are no party to talks.</summary>
    private ActorId? Counting(ActorId id)
    {
        var actor = _actors[id];
        if (actor.Sector is "MED" || (actor.Sector is "BUS" or "EDU" or "CVL" && actor.Kind != ActorKind.Person) || actor.Name.Length == 0) return null;
        if (IsNamed(actor)) return id;
        if (IsCollective(actor.Country!) || actor.Sector is not (null or "GOV" or "MIL") || actor.Name.Contains('-', StringComparison.Ordinal)) return null;
        if (actor.Kind == ActorKind.Person && actor.Sector is null) return null;
        return _actors.Actors.Where(a => a.Kind == ActorKind.State && a.Country == actor.Country).Select(a => (ActorId?)a.Id).FirstOrDefault() ?? id;
    }

    // "Iranian leaders", "a Ghanaian official", "the Saudi consulate", "ministers of Laos": no name of theirs.
    private static bool IsNamed(Actor actor) => actor.Known is not null || (char.IsUpper(actor.Name[0]) && actor.Name.Split(' ') is var name
        && name[^1] is { Length: > 0 } last && !char.IsLower(last[0]) && !Array.Exists(name, w => w.Length > LongestParticle && char.IsLower(w[0])));

    private static bool IsCollective(string country) => country is "IGO" or "NGO" or "MUL" or "MNC" or "INT" or "NGM" or "EUR" or "MEA" or "AFR" or "ASA" or "LAM";
}
