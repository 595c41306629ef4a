using Demarche.Language;

namespace Demarche.Reconciliation.Joins;

/// <summary>Who and what stands with the word for an act in the tree of its sentence.</summary>
/// <param name="Agents">Heads and names of those who do it: subjects, "by", possessives.</param>
/// <param name="Patients">Of those whom it befalls: objects, subjects of passives, "of".</param>
/// <param name="Others">Of whatever else hangs on it.</param>
internal sealed record ActArguments(IReadOnlyList<Token> Agents, IReadOnlyList<Token> Patients, IReadOnlyList<Token> Others)
{
    /// <summary>Reads them off the tree around a token.</summary>
    public static ActArguments Of(Analysis analysis, Token act)
    {
        var found = new ActArguments(new List<Token>(), new List<Token>(), new List<Token>());
        found.OfChildren(analysis, act);
        found.OfHead(analysis, act);
        return found;
    }

    private void OfChildren(Analysis analysis, Token act)
    {
        var isVerb = act.Upos is "VERB" or "AUX" or "ADJ";
        foreach (var c in analysis.Children(act.Index))
        {
            var child = analysis.Tokens[c];
            var to = child.BaseRelation switch
            {
                "nsubj" or "csubj" => !isVerb ? null : child.Relation == "nsubj:pass" ? Patients : Agents,
                "obj" or "iobj" => Patients,
                "obl" => !isVerb ? null : analysis.CaseOf(child) == "by" && child.Relation != "obl:tmod" ? Agents : Others,
                "nmod" => child.Relation == "nmod:poss" ? Agents : analysis.CaseOf(child) switch { "of" => Patients, "by" => Agents, _ => Others },
                "compound" => child.Relation == "compound:prt" ? null : Others,
                "amod" => child.Upos is "PROPN" or "ADJ" ? Others : null,
                "xcomp" => child.Upos is "NOUN" or "PROPN" ? Patients : null,
                "acl" or "advcl" => null,
                _ => null,
            };
            if (to is not null) Add(analysis, child, (List<Token>)to);
        }
    }

    /// <summary>What the verb of another clause, or the noun that it describes, lends to an act without a subject of its own.</summary>
    private void OfHead(Analysis analysis, Token act)
    {
        if (analysis.Head(act) is not { } head) return;
        if (act.BaseRelation is "acl" && head.Upos is "NOUN" or "PROPN")
        {
            Add(analysis, head, (List<Token>)(act.Xpos == "VBN" ? Patients : Agents));
            return;
        }
        if (Agents.Count > 0 || Patients.Count > 0 && act.Upos != "NOUN") return;
        if (act.BaseRelation is "xcomp" or "advcl" or "conj" or "ccomp" || act.BaseRelation is "obj" && act.Upos == "NOUN")
            foreach (var subject in analysis.Children(head.Index, "nsubj"))
                Add(analysis, subject, (List<Token>)(subject.Relation == "nsubj:pass" && act.BaseRelation != "obj" ? Patients : Agents));
    }

    private static void Add(Analysis analysis, Token noun, List<Token> to)
    {
        if (noun.Upos is "PRON" or "DET") return;
        to.Add(noun);
        foreach (var c in analysis.Children(noun.Index))
        {
            var child = analysis.Tokens[c];
            if (child.BaseRelation is "flat" or "compound" || child.BaseRelation is "appos" && child.Upos == "PROPN") to.Add(child);
            else if (child.BaseRelation is "conj" && child.Upos is "NOUN" or "PROPN") Add(analysis, child, to);
        }
    }
}
