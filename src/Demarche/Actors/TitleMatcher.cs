using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>Finds the person of the article whom a title or description means: "the Greek minister", "the captain", "the former president".</summary>
internal sealed class TitleMatcher(ActorDictionary dictionary, Cast cast, Roster roster)
{
    // Persons looked through at most, the latest first: an article that names thousands has no use for the rest.
    private const int Reach = 60;

    /// <summary>Words that mean the holder of any of several offices; the last words of those.</summary>
    private static readonly FrozenDictionary<string, string[]> Wider = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["leader"] = ["president", "prime minister", "premier", "chancellor", "king", "emir", "supreme leader", "chief", "head", "chairman", "commander"],
        ["chief"] = ["leader", "head", "commander", "director", "secretary-general", "chairman", "president"],
        ["head"] = ["chief", "leader", "director", "chairman", "president", "secretary-general"],
        ["premier"] = ["prime minister"],
        ["prime minister"] = ["premier"],
        ["minister"] = ["secretary", "secretary of state", "secretary of defense", "chancellor of the exchequer"],
        ["diplomat"] = ["foreign minister", "secretary of state", "foreign secretary", "ambassador", "envoy", "negotiator", "high representative", "foreign policy chief", "mediator"],
        ["envoy"] = ["ambassador", "mediator", "negotiator", "representative", "emissary"],
        ["mediator"] = ["envoy", "negotiator"],
        ["negotiator"] = ["envoy", "mediator"],
        ["emissary"] = ["envoy"],
        ["ruler"] = ["king", "emir", "sultan", "president", "crown prince"],
        ["monarch"] = ["king", "queen", "emir", "sultan"],
        ["statesman"] = ["president", "prime minister", "foreign minister", "chancellor"],
        ["commander"] = ["colonel", "general", "leader", "chief"],
        ["officer"] = ["captain", "colonel", "major", "lieutenant", "general"],
        ["spokesman"] = ["spokesperson"],
        ["spokeswoman"] = ["spokesperson"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Politicians = FrozenSet.Create(StringComparer.Ordinal, "politician");

    /// <summary>The person meant, or null.</summary>
    /// <param name="chunk">The description.</param>
    /// <param name="country">The country that it names, or null.</param>
    /// <param name="sector">What the words around its head make of it, e.g. REB.</param>
    /// <param name="mentioned">True for persons mentioned already; false for those the article names only later.</param>
    public CastMember? Bearer(Chunk chunk, string? country, string? sector, bool mentioned)
    {
        var words = Words(chunk);
        CastMember? best = null;
        var bestFit = 0;
        foreach (var person in mentioned ? roster.Latest(Reach) : roster.All.Take(Reach))
        {
            if (mentioned != person.LastMention >= 0 || person.Former != chunk.Former || !InCountry(person, chunk, country)) continue;
            var fit = Fit(words, chunk.Role!, country, person);
            if (fit <= bestFit || (fit < 2 || person.Known is not null) && !InSector(person, sector)) continue;
            (best, bestFit) = (person, fit);
        }
        return best;
    }

    /// <summary>The roles that the texts or the dictionary give a person.</summary>
    public IEnumerable<string> RolesOf(CastMember person)
    {
        foreach (var role in person.Roles) yield return role;
        if (person.Role is { } own) yield return own;
        if (person.Known is null) yield break;
        foreach (var term in dictionary.TermsOf(person.Name))
            if (cast.Day is not { } day || (person.Former ? term.To < day : term.Holds(day))) yield return term.Office;
    }

    /// <summary>3 for the office itself, 2 for its words, 1 for a wider word, 0 if it does not fit.</summary>
    private int Fit(string words, RoleEntry role, string? country, CastMember person)
    {
        var offices = role.Offices.IsEmpty ? [] : roster.Offices(role, country ?? person.Country);
        var best = 0;
        foreach (var held in RolesOf(person))
            best = Math.Max(best, offices.IndexOf(held) is var at and >= 0 ? at == 0 ? 4 : 3 : held == words ? 3 : SameWords(words, held) ? 2 : IsWider(role.Text, held) ? 1 : 0);
        if (best == 0 && Politicians.Contains(role.Text) && person.Sector is "GOV" or "OPP" or "PTY" or "LEG") best = 1;
        return best;
    }

    /// <summary>"minister" and "defence minister", "rebel commander" and "commander"; not "foreign minister" and "defence minister".</summary>
    private static bool SameWords(string described, string held) =>
        held.EndsWith(" " + described, StringComparison.Ordinal) || described.EndsWith(" " + held, StringComparison.Ordinal)
        || held.StartsWith(described + " of ", StringComparison.Ordinal);

    private static bool IsWider(string described, string held) => Wider.TryGetValue(described, out var narrower)
        && narrower.Any(n => held == n || held.EndsWith(" " + n, StringComparison.Ordinal))
        || Wider.ContainsKey(described) && held.EndsWith(" " + described, StringComparison.Ordinal);

    private bool InCountry(CastMember person, Chunk chunk, string? country)
    {
        if (country is null) return true;
        if (chunk.Owners.Any(o => o.People is not null) && person.Role is { } r && ActorDictionary.Rank(r) == 0 && person.Known is not null) return false;
        return person.Country is null || person.Country == country || HoldsOffice(person, country);
    }

    private bool HoldsOffice(CastMember person, string country) =>
        person.Known is not null && dictionary.TermsOf(person.Name).Any(t => t.Country == country && (cast.Day is not { } day || t.Holds(day)));

    private static bool InSector(CastMember person, string? sector) =>
        sector is not ("REB" or "OPP" or "MIL" or "SEP") || person.Sector is null || person.Sector == sector || person.Sector is "REB" or "OPP" or "PTY";

    private static string Words(Chunk chunk) => string.Join(' ', chunk.Modifiers.Append(chunk.Role!).Select(r => r.Text));
}
