namespace Demarche.Tests.Coding;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("Norway expelled three Chadian diplomats.", "NOR 161 TCD")]
    [InlineData("Three Chadian diplomats were expelled by Norway.", "NOR 161 TCD")]
    [InlineData("Norway had the Chadian ambassador expelled.", "NOR 161 TCD")]
    public void Active_passive_and_causative_say_the_same(string sentence, string act) => Assert.Contains(act, Coded.Acts(sentence));

    [Theory]
    [InlineData("Norway offered to mediate between Chad and Sudan.", "NOR 039 TCD+SDN")]
    [InlineData("Chad refused to negotiate with Sudan.", "TCD 125 SDN")]
    [InlineData("Chad seems to have attacked Sudan.", "TCD 190 SDN")]
    [InlineData("The raid had Sudan condemn Chad.", "SDN 111 TCD")]
    public void Control_and_raising_lend_subjects(string sentence, string act) => Assert.Contains(act, Coded.Acts(sentence));

    [Theory]
    [InlineData("Chad launched strikes on Sudan.", "TCD 190 SDN")]
    [InlineData("Chad held talks with Sudan.", "TCD 046 SDN")]
    [InlineData("Norway made an offer to mediate between Chad and Sudan.", "NOR 039 TCD+SDN")]
    public void Light_verbs_lend_their_subject_to_the_noun(string sentence, string act) => Assert.Contains(act, Coded.Acts(sentence));

    [Theory]
    [InlineData("Chad's attack on Sudan was short.", "TCD 190 SDN")]
    [InlineData("Talks between Chad and Sudan ended.", "TCD 046 SDN")]
    public void Nouns_have_owners_and_partners(string sentence, string act) => Assert.Contains(act, Coded.Acts(sentence));

    [Theory]
    [InlineData("Norway and Sweden condemned Chad.", "NOR+SWE 111 TCD")]
    [InlineData("Norway condemned Chad and Sudan.", "NOR 111 TCD+SDN")]
    public void Coordination_gives_all_their_part(string sentence, string act) => Assert.Contains(act, Coded.Acts(sentence));

    [Theory]
    [InlineData("Chad, Niger and Sudan held talks.", "TCD 046 NER+SDN")]
    [InlineData("Norway and Chad signed an agreement.", "NOR 057 TCD")]
    public void Symmetric_acts_carry_all_who_take_part(string sentence, string act) => Assert.Contains(act, Coded.Acts(sentence));

    [Fact]
    public void The_noun_before_a_relative_clause_acts_in_it() =>
        Assert.Equal(["NOR 111 TCD", "NOR 051 SDN"], Coded.Acts("Norway, which condemned Chad, praised Sudan."));

    [Fact]
    public void A_singular_relative_clause_speaks_of_the_last_of_joined_nouns() =>
        Assert.Contains("SDN 190 NER", Coded.Acts("Norway met with Chad and Sudan, which has attacked Niger."));

    [Fact]
    public void Whoever_is_punished_for_it_did_it() => Assert.Contains("TCD 190 SDN", Coded.Acts("Norway punished Chad for attacking Sudan."));

    [Fact]
    public void What_is_received_comes_from_somebody_else() => Assert.Equal(["TCD 111 NOR"], Coded.Acts("Norway faced criticism from Chad."));

    [Fact]
    public void Appositions_name_the_same_actor() => Assert.Equal(["TCD 111 SDN"], Coded.Acts("Chad's president, Idriss Deby, condemned Sudan."));

    [Fact]
    public void Reported_speech_keeps_the_subject_of_what_is_told() => Assert.Contains("IRN 190 IRQ", Coded.Acts("Moscow said Tehran had attacked Iraq."));

    [Fact]
    public void A_pronoun_carries_the_subject_over_to_the_next_sentence() =>
        Assert.Contains("NOR 111 SDN", Coded.Acts("Norway condemned Chad. It also condemned Sudan."));

    [Fact]
    public void A_place_is_no_target_of_an_appeal() => Assert.Equal(["NOR 026"], Coded.Acts("Norway called for talks in Geneva."));

    [Fact]
    public void The_subject_of_a_clause_apart_is_no_target() =>
        Assert.DoesNotContain(Coded.Acts("Norway demanded an inquiry and Sudan expelled two envoys of Chad."), a => a == "NOR 100 SDN");
}
