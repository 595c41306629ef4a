using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Where grammar names nobody: the nearest actor of another country in the same clause, behind the trigger rather than before it.</summary>
internal sealed class NearestActor(Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs)
{
    /// <summary>The actors and the rule; none where the trigger has people for its object who are no actors.</summary>
    /// <param name="trigger">The word that names the act.</param>
    /// <param name="others">Who can be a target.</param>
    /// <param name="hostile">True for acts of force, which strike the country they happen in.</param>
    public (List<ActorId> Targets, string Rule) Of(Token trigger, Others others, bool hostile)
    {
        if (grammar.Objects(trigger).Any(o => verbs.People.Contains(PatternMatcher.Lemma(o.Noun)))) return ([], "none");
        var sentence = analysis.Sentences[trigger.Sentence];
        var above = Above(trigger);
        bool Fits(Token noun, bool near) => (hostile || !IsPlace(noun)) && (!near || !IsElsewhere(noun, trigger, above));
        foreach (var near in new[] { true, false })
        {
            for (var i = trigger.Index + 1; i < sentence.EndToken; i++)
                if (Foreign(i, n => Fits(n, near), others) is { Count: > 0 } after) return (after, near ? "nearest other actor after" : "other actor after");
            for (var i = trigger.Index - 1; i >= sentence.FirstToken; i--)
                if (Foreign(i, n => Fits(n, near), others) is { Count: > 0 } before) return (before, near ? "nearest other actor before" : "other actor before");
        }
        return ([], "none");
    }

    private HashSet<int> Above(Token trigger)
    {
        var above = new HashSet<int>();
        for (Token? at = trigger; at is not null; at = analysis.Head(at)) above.Add(at.Index);
        return above;
    }

    private List<ActorId> Foreign(int token, Predicate<Token> fits, Others others)
    {
        if (mentions.WithHead(token) is null) return [];
        var noun = analysis.Tokens[token];
        if (!fits(noun)) return [];
        var named = grammar.WithConjuncts(noun).SelectMany(roles.Direct);
        return others.OfOtherCountries(IsReporter(noun) ? named.SelectMany(StateOf) : named);
    }

    /// <summary>"in Singapore", "signed in the Belarusian capital": where it happened.</summary>
    public bool IsPlace(Token noun)
    {
        for (var at = noun; ;)
        {
            if (grammar.CaseOf(at) is "in" or "inside" or "across" or "throughout" or "outside" or "around" or "within" or "according to") return true;
            if (at.BaseRelation is not ("amod" or "compound" or "nmod:unmarked" or "appos" or "flat") || analysis.Head(at) is not { } head) return false;
            if (at.BaseRelation is "amod" or "compound" && verbs.Affairs.Contains(PatternMatcher.Lemma(head))) return false;
            at = head;
        }
    }

    /// <summary>In a clause that does not hang on the trigger: a relative clause, another main clause, one of time or reason.</summary>
    private bool IsElsewhere(Token noun, Token trigger, HashSet<int> above)
    {
        bool apart = false, clause = false;
        var at = noun;
        for (; !above.Contains(at.Index) && analysis.Head(at) is { } head; at = head)
        {
            var own = at.Upos is "VERB" && analysis.Child(at.Index, "nsubj") is not null;
            apart |= at.BaseRelation == "parataxis" || (at.BaseRelation == "conj" && own);
            clause |= at.Relation == "acl:relcl" || (at.BaseRelation == "advcl" && own);
        }
        return apart || (clause && at.Index != trigger.Index);
    }

    /// <summary>Whoever tells it is not therefore the one it was done to; his state may be.</summary>
    private bool IsReporter(Token noun) =>
        noun.BaseRelation == "nsubj" && analysis.Head(noun) is { } head && verbs.Report.Contains(PatternMatcher.Lemma(head));

    private IEnumerable<ActorId> StateOf(ActorId id) =>
        mentions.Actors.Where(a => a.Kind == ActorKind.State && a.Country == mentions[id].Country).Select(a => a.Id).Take(1);
}
