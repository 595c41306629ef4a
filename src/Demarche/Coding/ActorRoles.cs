using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>From a noun in a role to the actors it names or carries: "Putin", "Iran's proposal", "a series of Israeli strikes".</summary>
internal sealed class ActorRoles(Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, VerbClasses verbs)
{
    private const int MaxDepth = 2;

    /// <summary>True if the noun names an actor or carries one.</summary>
    public bool Names(Token noun) => Direct(noun).Count > 0 || Carried(noun).Count > 0;

    /// <summary>The actors that the noun itself names.</summary>
    public IReadOnlyList<ActorId> Direct(Token noun)
    {
        if ((mentions.WithHead(noun.Index) ?? mentions.Covering(noun.Index)) is not { } mention)
            return noun.Upos is "PRON" or "DET" && analysis.Enhanced.Antecedent(noun) is { } meant && meant != noun && meant.Upos is not ("PRON" or "DET") ? Direct(meant) : [];
        return [.. mention.Actors.Where(IsPolitical)];
    }

    /// <summary>The actors that the noun itself names, also those of whom no country is known.</summary>
    public IReadOnlyList<ActorId> Named(Token noun) =>
        Direct(noun) is { Count: > 0 } known ? known
        : (mentions.WithHead(noun.Index) ?? mentions.Covering(noun.Index)) is { } mention ? [.. mention.Actors.Where(a => mentions[a].Sector != "MED")]
        : [];

    /// <summary>The actors that a noun which names none carries with it: possessor, adjective of nationality, "of", "by", "against" …</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="among">Who may be found; null for anybody.</param>
    public List<ActorId> Carried(Token noun, Others? among = null) => Carried(noun, among, MaxDepth, false);

    /// <summary>Those it names, or else those it carries.</summary>
    public IReadOnlyList<ActorId> Any(Token noun) => Direct(noun) is { Count: > 0 } direct ? direct : Carried(noun);

    /// <summary>Those who act when the noun does: those it names, or else those it carries and does not merely concern ("a report on Iran").</summary>
    public IReadOnlyList<ActorId> Acting(Token noun) => Direct(noun) is { Count: > 0 } direct ? direct : Carried(noun, null, MaxDepth, true);

    /// <summary>An actor can be coded if its country or kind of organisation is known and it does more than report.</summary>
    public bool IsPolitical(ActorId id) => mentions[id].Country is not null && mentions[id].Sector != "MED";

    private List<ActorId> Carried(Token noun, Others? among, int depth, bool acting)
    {
        var other = verbs.Counterparts.Contains(PatternMatcher.Lemma(noun));
        foreach (var relations in CarrierOrder)
        {
            if (other && relations[0] is "nmod:poss" or "nmod") continue;
            var found = grammar.Dependents(noun.Index, relations).Where(d => !acting || Acts(d)).SelectMany(Direct);
            if ((among is null ? [.. found.Distinct()] : among.Of(found)) is { Count: > 0 } here) return here;
        }
        if (depth == 0) return [];
        foreach (var d in grammar.Dependents(noun.Index, "nmod", "appos"))
            if ((!acting || Acts(d)) && Carried(d, among, depth - 1, acting) is { Count: > 0 } deeper) return deeper;
        return [];
    }

    private bool Acts(Token dependent) =>
        dependent.BaseRelation != "nmod" || dependent.Relation == "nmod:poss"
        || grammar.CaseOf(dependent) is not ("on" or "about" or "against" or "to" or "toward" or "towards" or "over" or "into" or "with" or "between" or "at");

    private static readonly string[][] CarrierOrder = [["nmod:poss"], ["amod", "compound", "nmod:unmarked"], ["appos", "flat"], ["nmod"]];
}
