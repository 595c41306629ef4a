using Demarche.Language;
using Demarche.Language.Evaluation;

namespace Demarche.Tests.Language;

/// <summary>Trees with the enhanced relations that they imply, written down by hand in the last column.</summary>
public sealed class EnhancedGraphTests
{
    [Fact]
    public void Coordinated_verbs_share_their_subject_and_the_object_after_them() => AssertImplied("""
        1 Rebels rebel NOUN NNS _ 2 nsubj 2:nsubj|4:nsubj
        2 shelled shell VERB VBD _ 0 root 0:root
        3 and and CCONJ CC _ 4 cc 4:cc
        4 took take VERB VBD _ 2 conj 2:conj:and
        5 Goma Goma PROPN NNP _ 2 obj 2:obj|4:obj
        """);

    [Fact]
    public void Coordinated_nouns_stand_alike_to_their_verb() => AssertImplied("""
        1 Norway Norway PROPN NNP _ 4 nsubj 4:nsubj
        2 and and CCONJ CC _ 3 cc 3:cc
        3 Chad Chad PROPN NNP _ 1 conj 1:conj:and|4:nsubj
        4 agreed agree VERB VBD _ 0 root 0:root
        """);

    [Fact]
    public void Conjuncts_of_a_shared_subject_are_shared_too() => AssertImplied("""
        1 Norway Norway PROPN NNP _ 4 nsubj 4:nsubj|6:nsubj
        2 and and CCONJ CC _ 3 cc 3:cc
        3 Chad Chad PROPN NNP _ 1 conj 1:conj:and|4:nsubj|6:nsubj
        4 met meet VERB VBD _ 0 root 0:root
        5 and and CCONJ CC _ 6 cc 6:cc
        6 agreed agree VERB VBD _ 4 conj 4:conj:and
        """);

    [Fact]
    public void A_second_passive_keeps_its_own_subject_relation()
    {
        var graph = Graph("""
            1 Envoys envoy NOUN NNS _ 3 nsubj:pass _
            2 were be AUX VBD _ 3 aux:pass _
            3 seized seize VERB VBN _ 0 root _
            4 and and CCONJ CC _ 5 cc _
            5 freed free VERB VBN _ 3 conj _
            6 by by ADP IN _ 7 case _
            7 troops troop NOUN NNS _ 5 obl:agent _
            """);
        Assert.Equal([new EnhancedEdge(4, 0, "nsubj:pass")], graph.Added);
    }

    [Fact]
    public void An_open_complement_has_the_subject_of_its_governor() => AssertImplied("""
        1 Norway Norway PROPN NNP _ 2 nsubj 2:nsubj|4:nsubj:xsubj
        2 refused refuse VERB VBD _ 0 root 0:root
        3 to to PART TO _ 4 mark 4:mark
        4 mediate mediate VERB VB _ 2 xcomp 2:xcomp
        """);

    [Fact]
    public void An_open_complement_beside_an_object_has_it_as_subject() => AssertImplied("""
        1 Norway Norway PROPN NNP _ 2 nsubj 2:nsubj
        2 urged urge VERB VBD _ 0 root 0:root
        3 Chad Chad PROPN NNP _ 2 obj 2:obj|5:nsubj:xsubj
        4 to to PART TO _ 5 mark 5:mark
        5 withdraw withdraw VERB VB _ 2 xcomp 2:xcomp
        """);

    [Fact]
    public void A_promise_is_kept_by_who_gives_it() => AssertImplied("""
        1 Norway Norway PROPN NNP _ 2 nsubj 2:nsubj|5:nsubj:xsubj
        2 promised promise VERB VBD _ 0 root 0:root
        3 Chad Chad PROPN NNP _ 2 obj 2:obj
        4 to to PART TO _ 5 mark 5:mark
        5 help help VERB VB _ 2 xcomp 2:xcomp
        """);

    [Fact]
    public void A_relative_pronoun_stands_for_its_noun() => AssertImplied("""
        1 envoys envoy NOUN NNS _ 0 root 0:root|3:nsubj|5:nsubj
        2 who who PRON WP PronType=Rel 3 nsubj 1:ref
        3 came come VERB VBD _ 1 acl:relcl 1:acl:relcl
        4 and and CCONJ CC _ 5 cc 5:cc
        5 left leave VERB VBD _ 3 conj 1:acl:relcl|3:conj:and
        """);

    [Fact]
    public void A_noun_is_the_object_of_its_clause_where_no_pronoun_is() => AssertImplied("""
        1 base base NOUN NN _ 0 root 0:root|5:obj
        2 they they PRON PRP _ 3 nsubj 3:nsubj|5:nsubj:xsubj
        3 wanted want VERB VBD _ 1 acl:relcl 1:acl:relcl
        4 to to PART TO _ 5 mark 5:mark
        5 attack attack VERB VB _ 3 xcomp 3:xcomp
        """);

    [Fact]
    public void The_last_column_but_one_of_what_is_printed_holds_all_relations()
    {
        using var writer = new StringWriter();
        var analysis = Reading.Of("Norway and Chad met.");
        ConlluWriter.Write(analysis, "test", new Demarche.Text.CodePoints(analysis.Text), writer);
        Assert.Contains("\t1:conj|4:nsubj\t", writer.ToString(), StringComparison.Ordinal);
    }

    private static void AssertImplied(string rows)
    {
        var score = EnhancedScore.Of(new StringReader(Conllu(rows)), "rows.conllu");
        Assert.True(score.Correct == score.Gold && score.Correct == score.System, $"{score.Correct} right of {score.System} found and {score.Gold} wanted: {string.Join(' ', Graph(rows).Added)}");
    }

    private static EnhancedGraph Graph(string rows) => EnhancedScore.Tree(Demarche.Language.Conllu.Read(new StringReader(Conllu(rows)), "rows.conllu").Single()).Enhanced;

    private static string Conllu(string rows) =>
        string.Join('\n', rows.Split('\n').Select(r => r.Replace(' ', '\t') + "\t_")) + "\n\n";
}
