using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>All of data/actors, indexed for reading.</summary>
internal sealed class ActorDictionary
{
    // Rank 0 are the offices whose holders the news call by surname alone, rank 1 those it calls so within their subject.
    private static readonly FrozenDictionary<string, int> Ranks = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["president"] = 0,
        ["prime minister"] = 0,
        ["chancellor"] = 0,
        ["king"] = 0,
        ["supreme leader"] = 0,
        ["secretary-general"] = 0,
        ["pope"] = 0,
        ["emir"] = 0,
        ["crown prince"] = 1,
        ["foreign minister"] = 1,
        ["secretary of state"] = 1,
        ["vice president"] = 1,
        ["defence minister"] = 2,
        ["secretary of defense"] = 2,
        ["foreign secretary"] = 1,
        ["high representative"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const int YearsBelieved = 2;

    private readonly FrozenDictionary<(string Country, string Office), ImmutableArray<OfficeTerm>> _byOffice;
    private readonly FrozenDictionary<string, ImmutableArray<OfficeTerm>> _byPerson;
    private readonly FrozenDictionary<string, ImmutableArray<PersonEntry>> _bySurname;
    private readonly FrozenDictionary<string, char> _genders;
    private readonly FrozenDictionary<string, string> _bodies;

    private ActorDictionary(ActorDataReader reader)
    {
        States = reader.States().ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
        var terms = Believed(reader.Offices());
        Persons = Merge(reader.People(), terms);
        Organisations = reader.Organisations().Concat(reader.Outlets()).DistinctBy(o => o.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);
        Roles = new RoleLexicon(reader.Roles());
        _bodies = Organisations.Values.Where(o => o is { Country: "IGO", Code: not null }).OrderBy(o => o.Name, StringComparer.Ordinal)
            .SelectMany(o => o.OtherNames.Prepend(o.Name).Select(n => (Name: n.ToLowerInvariant(), o.Code)))
            .DistinctBy(b => b.Name, StringComparer.Ordinal).ToFrozenDictionary(b => b.Name, b => b.Code!, StringComparer.Ordinal);
        _byOffice = terms.GroupBy(t => (t.Country, t.Office)).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        _byPerson = terms.GroupBy(t => t.Person, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _bySurname = Persons.Values.OrderBy(p => p.Name, StringComparer.Ordinal)
            .SelectMany(p => PersonNames.Surnames(p).Select(s => (Surname: s, Person: p)))
            .GroupBy(x => x.Surname, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(x => x.Person).Distinct().ToImmutableArray(), StringComparer.Ordinal);
        _genders = reader.GivenNames().DistinctBy(n => NameFolding.Fold(n.Name), StringComparer.Ordinal)
            .ToFrozenDictionary(n => NameFolding.Fold(n.Name), n => n.Gender, StringComparer.Ordinal);
        Peoples = reader.Peoples().ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        Names = NameIndex.Build(this);
    }

    public NameTrie<NameSense> Names { get; }

    public FrozenDictionary<string, StateEntry> States { get; }

    public FrozenDictionary<string, PersonEntry> Persons { get; }

    public FrozenDictionary<string, OrganisationEntry> Organisations { get; }

    public FrozenDictionary<string, PeopleEntry> Peoples { get; }

    public RoleLexicon Roles { get; }

    public static ActorDictionary Load(DataFiles data) => new(new ActorDataReader(data));

    /// <summary>Persons of a surname, as <see cref="PersonNames.SurnameKey"/> folds it.</summary>
    public ImmutableArray<PersonEntry> OfSurname(string surname) =>
        _bySurname.GetValueOrDefault(PersonNames.SurnameKey(surname), []);

    /// <summary>Who held an office of a country on a day; null if nobody is known to, or more than one.</summary>
    public PersonEntry? Holder(string country, string office, DateOnly day)
    {
        if (!_byOffice.TryGetValue((country, office), out var terms)) return null;
        // Of two terms that meet on the day, the later began on it.
        var term = terms.Where(t => t.Holds(day)).OrderByDescending(t => t.From).ThenBy(t => t.Person, StringComparer.Ordinal).FirstOrDefault();
        return term is null ? null : Persons[term.Person];
    }

    /// <summary>The terms of one person, in file order.</summary>
    public ImmutableArray<OfficeTerm> TermsOf(string person) => _byPerson.GetValueOrDefault(person, []);

    /// <summary>The most prominent office a person held on a day; null if none or the day is unknown.</summary>
    public OfficeTerm? OfficeOf(string person, DateOnly? day) => day is not { } d ? null : TermsOf(person)
        .Where(t => t.Holds(d)).OrderBy(t => Rank(t.Office)).ThenByDescending(t => t.From).ThenBy(t => t.Office, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>0 for heads of state and government, more for lesser offices.</summary>
    public static int Rank(string office) => Ranks.GetValueOrDefault(office, 3);

    /// <summary>The offices that "leader" means in a country.</summary>
    public ImmutableArray<string> LeaderOffices(string country) =>
        States.TryGetValue(country, out var state) && !state.LeaderOffices.IsEmpty ? state.LeaderOffices : ["president", "secretary-general", "prime minister"];

    /// <summary>The code of the international body that a role begins with or names, "eu foreign policy chief", "chief un weapons inspector"; null if none.</summary>
    public string? BodyCodeOf(string? role)
    {
        if (role is "secretary-general") return _bodies.GetValueOrDefault("united nations");
        var words = role?.Split(' ') ?? [];
        for (var first = 0; first < words.Length; first++)
            for (var end = words.Length; end > first; end--)
                if (_bodies.TryGetValue(string.Join(' ', words[first..end]), out var code)) return code;
        return null;
    }

    /// <summary>'f', 'm', or null if the first name does not tell.</summary>
    public char? GenderOf(string fullName)
    {
        var first = fullName.IndexOf(' ', StringComparison.Ordinal) is var i and > 0 ? fullName[..i] : fullName;
        return _genders.TryGetValue(NameFolding.Fold(first), out var g) ? g : null;
    }

    /// <summary>Terms without an end are believed for so many years after the latest beginning of any: later holders are unknown.</summary>
    private static ImmutableArray<OfficeTerm> Believed(ImmutableArray<OfficeTerm> terms)
    {
        if (terms.IsEmpty) return terms;
        var last = terms.Max(t => t.From).AddYears(YearsBelieved);
        return [.. terms.Select(t => t.To is null ? t with { To = last } : t)];
    }

    private static FrozenDictionary<string, PersonEntry> Merge(ImmutableArray<PersonEntry> people, ImmutableArray<OfficeTerm> terms)
    {
        var persons = new Dictionary<string, PersonEntry>(StringComparer.Ordinal);
        foreach (var p in people) persons.TryAdd(p.Name, p);
        foreach (var t in terms)
        {
            var known = persons.GetValueOrDefault(t.Person) ?? new PersonEntry(t.Person, [], t.Country, t.Sector, t.Office);
            persons[t.Person] = known with { Country = known.Country ?? t.Country, Sector = known.Sector ?? t.Sector };
        }
        return persons.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
