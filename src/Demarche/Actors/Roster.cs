using System.Collections.Immutable;

namespace Demarche.Actors;

/// <summary>The persons an article names in full, by surname, and the choice among persons of the dictionary for a shorter name.</summary>
internal sealed class Roster(ActorDictionary dictionary, Cast cast)
{
    private readonly Dictionary<string, List<CastMember>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CastMember>> _byGivenName = new(StringComparer.Ordinal);
    private readonly List<CastMember> _all = [];
    private readonly List<(CastMember Person, int At)> _mentioned = [];
    private readonly HashSet<CastMember> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>In order of first full mention.</summary>
    public IReadOnlyList<CastMember> All => _all;

    /// <summary>The persons mentioned so far, the latest first; of those never mentioned yet none.</summary>
    public IEnumerable<CastMember> Latest(int most)
    {
        for (var i = _mentioned.Count - 1; i >= Math.Max(0, _mentioned.Count - most); i--)
            if (_mentioned[i].At == _mentioned[i].Person.LastMention) yield return _mentioned[i].Person;
    }

    /// <summary>Takes note that a person was mentioned at a token.</summary>
    public void Mention(CastMember person, int token) => _mentioned.Add((person, token));

    /// <summary>Takes note that the article names this person in full.</summary>
    public void Add(CastMember person)
    {
        if (!_known.Add(person)) return;
        _all.Add(person);
        foreach (var surname in PersonNames.SurnamesOf(person.Name, person.Country)) List(_bySurname, PersonNames.SurnameKey(surname)).Add(person);
        var words = person.Name.Split(' ');
        if (words.Length > 1) List(_byGivenName, PersonNames.SurnameKey(words[0])).Add(person);
    }

    /// <summary>Takes note of the surname again, once the country is known: in some the family name comes first.</summary>
    public void Rename(CastMember person)
    {
        if (person.Known is not null || person.Country is null) return;
        foreach (var surname in PersonNames.SurnamesOf(person.Name, person.Country))
            if (List(_bySurname, PersonNames.SurnameKey(surname)) is var bearers && !bearers.Contains(person)) bearers.Add(person);
    }

    /// <summary>The person of the article with this surname; of several the head of state or government, else the one mentioned latest.</summary>
    public CastMember? BySurname(string surname, Func<CastMember, bool>? fits = null)
    {
        if (!_bySurname.TryGetValue(PersonNames.SurnameKey(surname), out var members)) return null;
        CastMember? best = null;
        foreach (var m in members)
            if ((fits is null || fits(m)) && (best is null || Leads(m) && !Leads(best) || m.LastMention > best.LastMention && Leads(m) == Leads(best))) best = m;
        return best;
    }

    /// <summary>The only person named in full so far of whose name these words are the end: "Ramiro Casal Ibarra" for "Casal Ibarra"; null if none or several.</summary>
    public CastMember? ByDoubleSurname(string words)
    {
        var bearers = _all.FindAll(p => p.Name.Length > words.Length && p.Name[^(words.Length + 1)] == ' ' && p.Name.EndsWith(words, StringComparison.OrdinalIgnoreCase));
        return bearers.Count == 1 ? bearers[0] : null;
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
            var rank = RankOf(p, offices);
            if (words.Length > 1 && !SameGivenName(words[0], p, rank <= 1 && country is not null ? 1 : 3)) continue;
            if (rank > (words.Length > 1 && country is not null ? 5 : 4)) continue;
            if (rank == bestRank && best is not null) return null;
            if (rank < bestRank) (best, bestRank) = (p, rank);
        }
        return best is null ? null : cast.Person(best.Name);
    }

    /// <summary>Of the whole dictionary the one person whom the news of that day calls by this surname alone; else null.</summary>
    /// <param name="surname">As the text has it.</param>
    /// <param name="names">Whether the article names a country: asked where the surname is a common word.</param>
    public CastMember? Prominent(string surname, Func<string, bool> names)
    {
        if (surname.Length < 2) return null;
        var candidates = dictionary.OfSurname(surname);
        if (PersonNames.NeedsFullerMention(surname)) candidates = [.. candidates.Where(p => p.Country is { } c && names(c) && cast.Day is not null
            && dictionary.OfficeOf(p.Name, cast.Day) is { } term && ActorDictionary.Rank(term.Office) == 0)];
        for (var rank = 0; rank <= 2; rank++)
        {
            var found = candidates.Where(p => dictionary.TermsOf(p.Name)
                .Any(t => ActorDictionary.Rank(t.Office) == rank && (cast.Day is not { } d || t.Holds(d)))).ToList();
            if (found.Count == 1) return cast.Person(found[0].Name);
            if (found.Count > 1) return null;
        }
        return candidates.Length == 1 && !PersonNames.NeedsFullerMention(surname) ? cast.Person(candidates[0].Name) : null;
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

    private bool Leads(CastMember m) => m.Known is not null && dictionary.OfficeOf(m.Name, cast.Day) is { } term && ActorDictionary.Rank(term.Office) == 0;

    private static string Surname(string[] words) => words[^1] is "Jr." or "Sr." && words.Length > 1 ? words[^2] : words[^1];

    /// <summary>Given names that begin alike, as transliterations of one name do.</summary>
    private static bool SameGivenName(string given, PersonEntry person, int letters)
    {
        var key = PersonNames.SurnameKey(given);
        return person.OtherNames.Prepend(person.Name).Any(n => n.IndexOf(' ', StringComparison.Ordinal) is var i and > 0
            && PersonNames.SurnameKey(n[..i]) is var other && other.Length > 0 && key.Length > 0
            && (other == key || string.CompareOrdinal(other, 0, key, 0, letters) == 0 && Math.Min(other.Length, key.Length) >= letters));
    }

    private static List<CastMember> List(Dictionary<string, List<CastMember>> map, string key)
    {
        if (!map.TryGetValue(key, out var list)) map.Add(key, list = []);
        return list;
    }
}
