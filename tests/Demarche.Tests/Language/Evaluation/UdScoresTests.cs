using Demarche.Language.Evaluation;

namespace Demarche.Tests.Language.Evaluation;

/// <summary>Tiny annotations of one text, whose scores are counted by hand.</summary>
public sealed class UdScoresTests
{
    // Each row: id form lemma UPOS XPOS feats head relation. Two sentences of 4 and 5 words, 4 and 4 tokens.
    private const string Gold =
        """
        1 Envoys envoy NOUN NNS Number=Plur 2 nsubj
        2 left leave VERB VBD Tense=Past|VerbForm=Fin 0 root
        3 early early ADV RB _ 2 advmod
        4 . . PUNCT . _ 2 punct

        1-2 Don't _ _ _ _ _ _
        1 Do do AUX VB VerbForm=Inf 3 aux
        2 n't not PART RB Polarity=Neg 3 advmod
        3 fire fire VERB VB VerbForm=Inf 0 root
        4 back back ADV RB _ 3 advmod
        5 ! ! PUNCT . _ 3 punct
        """;

    [Fact]
    public void The_gold_standard_scores_full_marks_against_itself() =>
        Assert.All(Scores(Gold), s => Assert.Equal((s.Gold, 1.0), (s.Correct, s.F1)));

    [Fact]
    public void Tokens_are_surface_tokens_and_words_are_syntactic()
    {
        var scores = Scores(Gold);
        Assert.Equal((8, 2, 9), (scores[0].Gold, scores[1].Gold, scores[2].Gold));
    }

    [Theory]
    [InlineData("1 Envoys envoy NOUN NNS Number=Plur 2 nsubj", "1 Envoys envoy PROPN NNPS Number=Plur 2 nsubj", "UPOS XPOS")]
    [InlineData("1 Envoys envoy NOUN NNS Number=Plur 2 nsubj", "1 Envoys Envoys NOUN NNS Number=Sing 2 nsubj", "UFeats Lemmas")]
    [InlineData("3 early early ADV RB _ 2 advmod", "3 early early ADV RB _ 1 advmod", "UAS LAS")]
    [InlineData("3 early early ADV RB _ 2 advmod", "3 early early ADV RB _ 2 obl", "LAS")]
    [InlineData("4 back back ADV RB _ 3 advmod", "4 back back ADV RB _ 0 advmod", "UAS LAS")]
    [InlineData("2 left leave VERB VBD Tense=Past|VerbForm=Fin 0 root", "2 left leave VERB VBD VerbForm=Fin|Tense=Past|Own=Yes 0 root", "")]
    [InlineData("3 early early ADV RB _ 2 advmod", "3 early early ADV RB _ 2 advmod:tmod", "")]
    public void One_wrong_value_costs_its_own_measures_one_word_of_nine(string right, string wrong, string measures)
    {
        var scores = Scores(Gold.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(measures.Split(' ', StringSplitOptions.RemoveEmptyEntries), scores.Where(s => s.Correct < s.Gold).Select(s => s.Name));
        Assert.All(scores.Skip(3), s => Assert.InRange(s.Correct, 8, 9));
    }

    [Fact]
    public void An_unknown_gold_lemma_accepts_any()
    {
        var gold = Gold.Replace("1 Envoys envoy", "1 Envoys _", StringComparison.Ordinal);
        Assert.Equal(9, Compare(gold, Gold)[6].Correct);
        Assert.Equal(8, Compare(Gold, gold)[6].Correct);
    }

    [Fact]
    public void A_token_too_long_loses_both_words_that_it_joins_and_what_hangs_on_them()
    {
        // "early." is one token: 7 tokens and 8 words in all; "early" and "." have no partner.
        var system = Gold.Replace("3 early early ADV RB _ 2 advmod\n4 . . PUNCT . _ 2 punct", "3 early. early. NOUN NN _ 2 obj", StringComparison.Ordinal);
        AssertScore(system, "Tokens", 6, 8, 7);
        AssertScore(system, "Sentences", 2, 2, 2);
        AssertScore(system, "Words", 7, 9, 8);
        AssertScore(system, "LAS", 7, 9, 8);
    }

    [Fact]
    public void A_head_that_has_no_partner_is_wrong()
    {
        // "fire" is cut in two, so its dependents hang on a word that is not there: of nine words eight are found, four with their heads.
        var system = Gold.Replace("3 fire fire VERB VB VerbForm=Inf 0 root", "3 fi fi VERB VB _ 0 root\n4 re re X FW _ 3 dep", StringComparison.Ordinal)
            .Replace("4 back back ADV RB _ 3 advmod", "5 back back ADV RB _ 3 advmod", StringComparison.Ordinal)
            .Replace("5 ! ! PUNCT . _ 3 punct", "6 ! ! PUNCT . _ 3 punct", StringComparison.Ordinal);
        AssertScore(system, "Tokens", 7, 8, 9);
        AssertScore(system, "Words", 8, 9, 10);
        AssertScore(system, "UPOS", 8, 9, 10);
        AssertScore(system, "UAS", 4, 9, 10);
    }

    [Fact]
    public void A_multiword_token_left_whole_is_a_token_but_none_of_the_words()
    {
        var system = """
            1 Envoys envoy NOUN NNS Number=Plur 2 nsubj
            2 left leave VERB VBD Tense=Past|VerbForm=Fin 0 root
            3 early early ADV RB _ 2 advmod
            4 . . PUNCT . _ 2 punct

            1 Don't do AUX VB VerbForm=Inf 2 aux
            2 fire fire VERB VB VerbForm=Inf 0 root
            3 back back ADV RB _ 2 advmod
            4 ! ! PUNCT . _ 2 punct
            """;
        AssertScore(system, "Tokens", 8, 8, 8);
        AssertScore(system, "Words", 7, 9, 8);
        AssertScore(system, "LAS", 7, 9, 8);
    }

    [Fact]
    public void Inside_a_multiword_token_words_are_matched_by_their_forms()
    {
        // "DON'T" cut as "do" and "not": only the first is spelt as in the gold standard, case aside.
        var system = Gold.Replace("2 n't not PART", "2 not not PART", StringComparison.Ordinal).Replace("1 Do do", "1 DO do", StringComparison.Ordinal);
        AssertScore(system, "Tokens", 8, 8, 8);
        AssertScore(system, "Words", 8, 9, 9);
        AssertScore(system, "Lemmas", 8, 9, 9);
    }

    [Fact]
    public void A_multiword_token_that_swallows_its_neighbour_is_matched_with_both()
    {
        // "early." as one token of two words: the words are found though neither token is.
        var system = Gold.Replace("3 early early", "3-4 early. _ _ _ _ _ _\n3 early early", StringComparison.Ordinal);
        AssertScore(system, "Tokens", 6, 8, 7);
        AssertScore(system, "Words", 9, 9, 9);
        AssertScore(system, "LAS", 9, 9, 9);
    }

    [Fact]
    public void Sentences_that_are_joined_are_both_lost_and_one_root_with_them()
    {
        var system = """
            1 Envoys envoy NOUN NNS Number=Plur 2 nsubj
            2 left leave VERB VBD Tense=Past|VerbForm=Fin 0 root
            3 early early ADV RB _ 2 advmod
            4 . . PUNCT . _ 2 punct
            5-6 Don't _ _ _ _ _ _
            5 Do do AUX VB VerbForm=Inf 7 aux
            6 n't not PART RB Polarity=Neg 7 advmod
            7 fire fire VERB VB VerbForm=Inf 2 parataxis
            8 back back ADV RB _ 7 advmod
            9 ! ! PUNCT . _ 7 punct
            """;
        AssertScore(system, "Tokens", 8, 8, 8);
        AssertScore(system, "Sentences", 0, 2, 1);
        AssertScore(system, "Words", 9, 9, 9);
        AssertScore(system, "UAS", 8, 9, 9);
    }

    [Fact]
    public void A_sentence_cut_in_two_is_lost_and_its_new_root_is_wrong()
    {
        var system = Gold.Replace("3 early early ADV RB _ 2 advmod\n4 . . PUNCT . _ 2 punct", "\n1 early early ADV RB _ 0 root\n2 . . PUNCT . _ 1 punct", StringComparison.Ordinal);
        AssertScore(system, "Sentences", 1, 2, 3);
        AssertScore(system, "Words", 9, 9, 9);
        AssertScore(system, "LAS", 7, 9, 9);
    }

    [Fact]
    public void White_space_inside_tokens_does_not_count()
    {
        var wide = Gold.Replace("early", "ear\u00a0ly", StringComparison.Ordinal);
        Assert.Equal(9, Compare(Gold, wide)[2].Correct);
    }

    [Fact]
    public void Different_texts_are_refused_with_the_first_difference()
    {
        var e = Assert.Throws<ArgumentException>(() => Scores(Gold.Replace("fire", "wire", StringComparison.Ordinal)));
        Assert.Contains("from character 21: gold \"fireback!\", system \"wireback!\"", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_shows_percent_with_two_decimals() =>
        Assert.Equal(
            "metric            P        R       F1  aligned\n" +
            "Tokens        50.00    33.33    40.00         \n" +
            "LAS           12.50     8.33    10.00    14.29\n",
            UdScores.Table([new("Tokens", 2, 6, 4, null), new("LAS", 1, 12, 8, 7)]));

    [Theory]
    [InlineData(1, 800, "0.12")]
    [InlineData(3, 800, "0.38")]
    [InlineData(5, 800, "0.62")]
    [InlineData(7, 800, "0.88")]
    [InlineData(2, 3, "66.67")]
    [InlineData(1, 1, "100.00")]
    public void Exact_halves_of_a_hundredth_go_to_the_even_side(int part, int whole, string percent) =>
        Assert.Equal(percent, UdScores.Percent((double)part / whole));

    [Fact]
    public void The_raw_text_keeps_spaces_and_paragraphs_as_they_were()
    {
        const string input =
            "# newdoc id = d\n# text = Don't go.\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\t_\t_\t_\t_\t0\troot\t_\t_\n2\tn't\t_\t_\t_\t_\t1\tx\t_\tSpaceAfter=No\n"
            + "3\tgo\t_\t_\t_\t_\t1\tx\t_\tSpaceAfter=No\n4\t.\t_\t_\t_\t_\t1\tx\t_\t_\n\n# text = Stay\n1\tStay\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No\n\n"
            + "# text = .\n1\t.\t_\t_\t_\t_\t0\troot\t_\t_\n\n# newpar\n# text = End\n1\tEnd\t_\t_\t_\t_\t0\troot\t_\t_\n\n";
        Assert.Equal("Don't go. Stay.\n\nEnd\n", Treebank.Read(new StringReader(input), "raw.conllu").Text);
    }

    private static IReadOnlyList<UdScore> Scores(string system) => Compare(Gold, system);

    private static IReadOnlyList<UdScore> Compare(string gold, string system) => UdScores.Compare(Read(gold), Read(system));

    private static void AssertScore(string system, string name, int correct, int gold, int found)
    {
        var score = Scores(system).Single(s => s.Name == name);
        Assert.Equal((correct, gold, found), (score.Correct, score.Gold, score.System));
    }

    private static Treebank Read(string rows) =>
        Treebank.Read(new StringReader(string.Join('\n', rows.Split('\n').Select(r => r.Length == 0 ? r : r.Replace(' ', '\t') + "\t_\t_")) + "\n"), "rows.conllu");
}
