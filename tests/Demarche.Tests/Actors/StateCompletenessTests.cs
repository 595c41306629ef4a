using System.Collections.Immutable;
using Demarche.Actors;

namespace Demarche.Tests.Actors;

/// <summary>Every state can be read in the news: by its names, its heads, and its bodies, which are read by rule.</summary>
public sealed class StateCompletenessTests
{
    // "Congolese", "Dominican": the adjective is of another state first; the adjectives of these are names of cities or parts.
    private static readonly HashSet<string> SharedAdjective = new(StringComparer.Ordinal) { "COG", "DMA", "DOM" };

    public static TheoryData<string, string> Bodies => new()
    {
        { "foreign/J ministry/N", "GOV" },
        { "defence/N ministry/N", "MIL" },
        { "army/N", "MIL" },
        { "police/N", "COP" },
        { "parliament/N", "LEG" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void The_bodies_of_every_state_are_read_from_its_adjective(string words, string sector)
    {
        foreach (var state in new ActorDataReader(Repository.Data).States().Where(s => !SharedAdjective.Contains(s.Code)))
        {
            var adjective = string.Join(' ', state.Adjectives[0].Split(' ').Select(w => w + "/J"));
            var actors = Repository.Actors.Find(Tagged.Of($"The/D {adjective} {words} refused/V"));
            Assert.True(actors.Actors.Any(a => a.Country == state.Code && a.Sector == sector), $"{state.Code} {words}: {string.Join(", ", actors.Actors.Select(a => a.Code))}");
        }
    }

    [Fact]
    public void The_states_as_shipped_lack_nothing() => Assert.DoesNotContain(ActorLint.Findings(Repository.Data), f => f.Kind == "incomplete");

    [Fact]
    public void What_a_state_lacks_is_told()
    {
        var bare = new StateEntry("AAA", "Aland", [], [], [], [], [], []);
        var term = new OfficeTerm("AAA", "president", "GOV", "Ada Holm", new DateOnly(2009, 5, 1), new DateOnly(2024, 3, 1), 1);
        var findings = StateLint.Findings([bare], [term], new ActorDataReader(Repository.Data).Roles(), _ => 7).Select(f => (f.Line, f.What)).ToList();
        Assert.Equal([(7, "Aland has no adjective"), (7, "Aland has no noun for its people"), (7, "Aland has no capital or seat of government"),
            (7, "Aland has no head of state or government in 2025, 2026")], findings);
    }

    [Fact]
    public void Bodies_that_no_words_name_are_told()
    {
        var findings = StateLint.Findings([], [], ImmutableArray<RoleEntry>.Empty, _ => 0).ToList();
        Assert.Contains(findings, f => f.What.Contains("\"police\"", StringComparison.Ordinal));
    }
}
