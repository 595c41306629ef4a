using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Tests.Coding;

public sealed class ClauseGrammarTests
{
    private static readonly VerbClasses Verbs = VerbClasses.Load(Repository.Data);

    [Fact]
    public void The_agent_of_a_passive_acts_and_its_subject_is_acted_upon()
    {
        var tree = Tree.Of("""
            Envoys envoy NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            expelled expel VERB VBN 0 root
            by by ADP IN 5 case
            Norway Norway PROPN NNP 3 obl:agent
            """);
        Assert.Equal(["Norway"], Agents(tree, "expelled"));
        Assert.Equal(["Envoys"], Objects(tree, "expelled"));
    }

    [Fact]
    public void A_passive_without_agent_has_nobody_who_acts()
    {
        var tree = Tree.Of("""
            Envoys envoy NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            expelled expel VERB VBN 0 root
            """);
        Assert.Empty(Agents(tree, "expelled"));
    }

    [Fact]
    public void A_bare_complement_shares_the_subject_of_its_governor()
    {
        var tree = Tree.Of("""
            Norway Norway PROPN NNP 2 nsubj
            refused refuse VERB VBD 0 root
            to to PART TO 4 mark
            mediate mediate VERB VB 2 xcomp
            """);
        Assert.Equal(["Norway"], Agents(tree, "mediate"));
    }

    [Fact]
    public void The_object_of_urge_acts_in_the_complement()
    {
        var tree = Tree.Of("""
            Norway Norway PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            Chad Chad PROPN NNP 2 obj
            to to PART TO 5 mark
            withdraw withdraw VERB VB 2 xcomp
            """);
        Assert.Equal(["Chad"], Agents(tree, "withdraw"));
    }

    [Fact]
    public void A_relative_pronoun_stands_for_the_noun_before_it()
    {
        var tree = Tree.Of("""
            Norway Norway PROPN NNP 6 nsubj
            , , PUNCT , 4 punct
            which which PRON WDT 4 nsubj
            mediates mediate VERB VBZ 1 acl:relcl
            , , PUNCT , 4 punct
            left leave VERB VBD 0 root
            """);
        Assert.Equal(["Norway"], Agents(tree, "mediates"));
    }

    [Fact]
    public void A_participle_is_the_act_of_the_noun_before_it()
    {
        var tree = Tree.Of("""
            troops troop NOUN NNS 0 root
            shelling shell VERB VBG 1 acl
            Goma Goma PROPN NNP 2 obj
            """);
        Assert.Equal(["troops"], Agents(tree, "shelling"));
    }

    [Fact]
    public void Coordinated_verbs_and_coordinated_subjects_share()
    {
        var tree = Tree.Of("""
            Norway Norway PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Chad Chad PROPN NNP 1 conj
            met meet VERB VBD 0 root
            and and CCONJ CC 6 cc
            agreed agree VERB VBD 4 conj
            """);
        Assert.Equal(["Norway", "Chad"], Agents(tree, "agreed"));
    }

    [Fact]
    public void What_a_relative_clause_acts_upon_is_the_noun_it_modifies()
    {
        var tree = Tree.Of("""
            base base NOUN NN 0 root
            Chad Chad PROPN NNP 3 nsubj
            attacked attack VERB VBD 1 acl:relcl
            """);
        Assert.Equal(["base"], Objects(tree, "attacked"));
        Assert.Equal(["Chad"], Agents(tree, "attacked"));
    }

    private static string[] Agents(Analysis tree, string verb) =>
        [.. new ClauseGrammar(tree, Verbs).Agents(Word(tree, verb)).Select(r => r.Noun.Form)];

    private static string[] Objects(Analysis tree, string verb) =>
        [.. new ClauseGrammar(tree, Verbs).Objects(Word(tree, verb)).Select(r => r.Noun.Form)];

    private static Token Word(Analysis tree, string form) => tree.Tokens.Single(t => t.Form == form);
}
