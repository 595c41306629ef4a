using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>The persons an article names in full, by surname, and the choice among persons of the dictionary for a shorter name.</summary>
internal sealed class Roster(ActorDictionary dictionary, Cast cast)
{
    private readonly Dictionary<string, List<CastMember>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CastMember>> _byGivenName = new(StringComparer.Ordinal);
    private readonly List<CastMember> _all = [];

    /// <summary>In order of first full mention.</summary>
    public IReadOnlyList<CastMember> All => _all;

    /// <summary>Takes note that the article names this person in full.</summary>
    public void Add(CastMember person)
    {
        if (_all.Contains(person)) return;
        _all.Add(person);
        foreach (var surname in PersonNames.SurnamesOf(person.Name, person.Country)) List(_bySurname, PersonNames.SurnameKey(surname)).Add(person);
        var words = person.Name.Split(' ');
        if (words.Length > 1) List(_byGivenName, PersonNames.SurnameKey(words[0])).Add(person);
    }

    /// <summary>The person of the article with this surname, the one mentioned latest if there are several; else null.</summary>
    public CastMember? BySurname(string surname, Func<CastMember, bool>? fits = null)
    {
        if (!_bySurname.TryGetValue(PersonNames.SurnameKey(surname), out var members)) return null;
        CastMember? best = null;
        foreach (var m in members)
            if ((fits is null || fits(m)) && (best is null || m.LastMention > best.LastMention)) best = m;
        return best;
    }

    /// <summary>The only person of the article with this given name; null if none or several.</summary>
    public CastMember? ByGivenName(string name) =>
        _byGivenName.TryGetValue(PersonNames.SurnameKey(name), out var members) && members.Count == 1 ? members[0] : null;

    /// <summary>The person of the dictionary a title and a name mean: "President Bouteflika", "Foreign Minister Sergei Lavrov".</summary>
    public CastMember? Linked(string name, RoleEntry? role, string? country)
    {
        var words = name.Split(' ');
        var offices = role is null ? [] : Offices(role, country);
        PersonEntry? best = null;
        var bestRank = int.MaxValue;
        foreach (var p in dictionary.OfSurname(Surname(words)))
        {
            if (country is not null && p.Country != country && dictionary.TermsOf(p.Name).All(t => t.Country != country)) continue;
            if (words.Length > 1 && !SameGivenName(words[0], p)) continue;
            var rank = RankOf(p, offices);
            if (rank > (words.Length > 1 && country is not null ? 5 : 4)) continue;
            if (rank == bestRank && best is not null) return null;
            if (rank < bestRank) (best, bestRank) = (p, rank);
        }
        return best is null ? null : cast.Person(best.Name);
    }

    /// <summary>Of the whole dictionary the one person whom the news of that day calls by this surname alone; else null.</summary>
    public CastMember? Prominent(string surname)
    {
        if (PersonNames.NeedsFullerMention(surname)) return null;
        var candidates = dictionary.OfSurname(surname);
        for (var rank = 0; rank <= 2; rank++)
        {
            var found = candidates.Where(p => dictionary.TermsOf(p.Name)
                .Any(t => ActorDictionary.Rank(t.Office) == rank && (cast.Day is not { } d || t.Holds(d)))).ToList();
            if (found.Count == 1) return cast.Person(found[0].Name);
            if (found.Count > 1) return null;
        }
        return candidates.Length == 1 ? cast.Person(candidates[0].Name) : null;
    }

    /// <summary>The offices a role can name in a country.</summary>
    public ImmutableArray<string> Offices(RoleEntry role, string? country) =>
        role.Offices is ["leader"] ? country is null ? ["president", "prime minister", "supreme leader", "king", "chancellor"] : dictionary.LeaderOffices(country) : role.Offices;

    // 0 holds such an office on the day, 1 held it before, 2 will hold it or the day is unknown, 4 nothing to compare, 5 no such office.
    private int RankOf(PersonEntry person, ImmutableArray<string> offices)
    {
        if (offices.IsEmpty) return 4;
        var best = 5;
        foreach (var t in dictionary.TermsOf(person.Name))
        {
            if (!offices.Contains(t.Office)) continue;
            var rank = cast.Day is not { } d ? 2 : t.Holds(d) ? 0 : t.To < d ? 1 : 2;
            best = Math.Min(best, rank);
        }
        return best;
    }

    private static string Surname(string[] words) => words[^1] is "Jr." or "Sr." && words.Length > 1 ? words[^2] : words[^1];

    private static bool SameGivenName(string given, PersonEntry person) =>
        person.OtherNames.Prepend(person.Name).Any(n => n.Length > 0 && n.Contains(' ', StringComparison.Ordinal)
            && char.ToLowerInvariant(NameFolding.Fold(n[0])) == char.ToLowerInvariant(NameFolding.Fold(given[0])));

    private static List<CastMember> List(Dictionary<string, List<CastMember>> map, string key)
    {
        if (!map.TryGetValue(key, out var list)) map.Add(key, list = []);
        return list;
    }
}
