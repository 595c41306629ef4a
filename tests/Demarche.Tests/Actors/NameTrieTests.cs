using Demarche.Actors;

namespace Demarche.Tests.Actors;

public sealed class NameTrieTests
{
    [Fact]
    public void The_longest_name_wins_and_ends_where_a_word_ends()
    {
        var names = new NameTrie<int>();
        names.Add("Guinea", 1);
        names.Add("Guinea-Bissau", 2);
        Assert.Equal(13, names.Longest("Guinea-Bissau voted", 0).Length);
        Assert.Equal(6, names.Longest("Guinea-Bissauan", 0).Length);
        Assert.Equal(0, names.Longest("Guineans", 0).Length);
    }

    [Fact]
    public void Diacritics_and_the_shapes_of_apostrophes_do_not_count()
    {
        var names = new NameTrie<int>();
        names.Add("Côte d'Ivoire", 1);
        Assert.Equal([1], names.Longest("Cote d’Ivoire", 0).Values);
    }

    [Theory]
    [InlineData("Zelenskyy", "Zelensky")]
    [InlineData("al-Assad", "Assad")]
    [InlineData("Erdoğan", "Erdogan")]
    public void Transliterations_of_a_surname_fall_together(string one, string other) =>
        Assert.Equal(PersonNames.SurnameKey(one), PersonNames.SurnameKey(other));
}
