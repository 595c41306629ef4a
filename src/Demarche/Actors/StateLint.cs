using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Looks for what a state lacks to be read in the news: names, a capital, and who heads it in each year.</summary>
/// <remarks>Ministries, armed forces, police and parliament need no lines: "the Danish defence ministry" is read by rule from the state's adjective and the words of roles.txt, which must be there.</remarks>
internal static class StateLint
{
    private const int FirstYear = 2010;

    // The data say who holds office until the beginning of this year.
    private const int LastYear = 2026;

    private static readonly FrozenSet<string> Heads = FrozenSet.Create(StringComparer.Ordinal,
        "president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "prince", "supreme leader", "pope", "governor", "chief executive", "state counsellor",
        "chairman of the presidency", "sovereign council chairman", "presidential council chairman", "president of the council of ministers", "head of the junta", "military ruler", "acting president");

    // What every state has, read by rule; the sector that it must give.
    private static readonly (string Words, string Sector)[] Bodies =
        [("foreign ministry", "GOV"), ("defence ministry", "MIL"), ("army", "MIL"), ("air force", "MIL"), ("police", "COP"), ("parliament", "LEG"), ("supreme court", "JUD"), ("government", "GOV")];

    // The Congolese are those of the other Congo; Hong Kong is its own capital, and the Vatican has no people that the news call so.
    private static readonly FrozenSet<string> Peopleless = FrozenSet.Create(StringComparer.Ordinal, "COG", "VAT");
    private static readonly FrozenSet<string> WithoutCapital = FrozenSet.Create(StringComparer.Ordinal, "HKG");

    // San Marino changes its two captains regent every half year, and the news do not name them; South Sudan is of 2011.
    private static bool IsHeadless(string state, int year) => state == "SMR" || state == "SSD" && year < 2011;

    /// <param name="states">With their lines by code.</param>
    /// <param name="terms">All terms of office.</param>
    /// <param name="roles">The words of roles.txt.</param>
    /// <param name="lineOf">The line of a state.</param>
    public static IEnumerable<Finding> Findings(ImmutableArray<StateEntry> states, ImmutableArray<OfficeTerm> terms, ImmutableArray<RoleEntry> roles, Func<string, int> lineOf)
    {
        var heads = terms.Where(t => Heads.Contains(t.Office)).ToLookup(t => t.Country, StringComparer.Ordinal);
        foreach (var state in states)
        {
            foreach (var missing in Missing(state)) yield return Incomplete(lineOf(state.Code), $"{state.Name} has no {missing}", "add it");
            var years = YearsWithout(state.Code, heads[state.Code].ToList());
            if (years.Count > 0) yield return Incomplete(lineOf(state.Code), $"{state.Name} has no head of state or government in {string.Join(", ", years)}", $"add the terms to {ActorDataReader.OfficesFile}");
        }
        foreach (var (words, sector) in Bodies)
            if (!roles.Any(r => r.Text == words && r.Sector == sector))
                yield return new Finding(ActorDataReader.RolesFile, 0, "incomplete", $"no words \"{words}\" of sector {sector}, and no state's can be read", "add them");
    }

    private static IEnumerable<string> Missing(StateEntry state)
    {
        if (state.Adjectives.IsEmpty) yield return "adjective";
        if (state.People.IsEmpty && !Peopleless.Contains(state.Code)) yield return "noun for its people";
        if (state.Metonyms.IsEmpty && !WithoutCapital.Contains(state.Code)) yield return "capital or seat of government";
    }

    private static List<int> YearsWithout(string state, List<OfficeTerm> heads) => [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        .Where(y => !IsHeadless(state, y) && !heads.Any(t => t.From.Year <= y && (t.To is not { } to || to.Year >= y)))];

    private static Finding Incomplete(int line, string what, string remedy) => new(ActorDataReader.StatesFile, line, "incomplete", what, remedy);
}
