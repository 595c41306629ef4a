using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Looks through data/actors for entries that contradict each other, and for what is missing.</summary>
public sealed class ActorLint
{
    private const string Contradiction = "contradiction";

    private static readonly FrozenSet<string> Groups = FrozenSet.Create(StringComparer.Ordinal, "IGO", "NGO", "NGM", "MUL", "IMG", "MNC", "INT", "EUR", "AFR", "MEA", "ASA", "LAM", "WST");

    private readonly DataFiles _data;
    private readonly Dictionary<string, Dictionary<string, int>> _lines = new(StringComparer.Ordinal);

    private ActorLint(DataFiles data) => _data = data;

    /// <summary>All findings, sorted; none if the data agree and are complete.</summary>
    /// <exception cref="DataException">A line cannot be read at all.</exception>
    public static ImmutableArray<Finding> Findings(DataFiles data) => [.. Finding.Sorted(new ActorLint(data).All())];

    private IEnumerable<Finding> All()
    {
        var reader = new ActorDataReader(_data);
        var states = reader.States();
        var known = states.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(Groups);
        var people = reader.People();
        var organisations = reader.Organisations();
        var terms = reader.Offices();
        return
        [
            .. Unsorted(ActorDataReader.StatesFile, states.Select(s => s.Code)),
            .. Unsorted(ActorDataReader.RolesFile, reader.Roles().Select(r => r.Text)),
            .. reader.Roles().Where(r => r.Country is not null && !known.Contains(r.Country)).Select(r => NoSuchCode(ActorDataReader.RolesFile, LineOf(ActorDataReader.RolesFile, r.Text), r.Text, r.Country!)),
            .. terms.Where(t => !known.Contains(t.Country)).Select(t => NoSuchCode(ActorDataReader.OfficesFile, t.Line, t.Person, t.Country)),
            .. Unknown(ActorDataReader.PeopleFile, people.Select(p => (p.Name, p.Country)), known),
            .. Unknown(ActorDataReader.OrganisationsFile, organisations.Select(o => (o.Name, o.Country)), known),
            .. Unknown(ActorDataReader.MediaFile, reader.Outlets().Select(o => (o.Name, o.Country)), known),
            .. TwoCountries(ActorDataReader.StatesFile, states.SelectMany(StateNames)),
            .. TwoCountries(ActorDataReader.OrganisationsFile, organisations.SelectMany(o => o.OtherNames.Prepend(o.Name).Select(n => (n, o.Country ?? "none", o.Name)))),
            .. TwoOwners(ActorDataReader.PeopleFile, people.SelectMany(p => p.OtherNames.Prepend(p.Name).Select(n => (n, p.Name)))),
            .. StateLint.Findings(states, terms, reader.Roles(), code => LineOf(ActorDataReader.StatesFile, code)),
            .. LabelLint.Findings(reader.Labels(), NamesOf(states, people, terms, organisations.Concat(reader.Outlets()))),
            .. Backwards(terms),
            .. Overlaps(terms),
        ];
    }

    private static HashSet<string> NamesOf(IEnumerable<StateEntry> states, IEnumerable<PersonEntry> people, IEnumerable<OfficeTerm> terms, IEnumerable<OrganisationEntry> organisations) =>
        [.. states.Select(s => s.Name), .. people.Select(p => p.Name), .. terms.Select(t => t.Person), .. organisations.Select(o => o.Name)];

    private static IEnumerable<(string Name, string Country, string Key)> StateNames(StateEntry state) =>
        state.OtherNames.Prepend(state.Name).Concat(state.Metonyms.Select(m => m.Name)).Concat(state.Places).Select(n => (n, state.Code, state.Code));

    private IEnumerable<Finding> Unsorted(string file, IEnumerable<string> keys)
    {
        string? last = null;
        foreach (var key in keys)
        {
            if (last is not null && string.CompareOrdinal(last, key) >= 0)
                yield return new Finding(file, LineOf(file, key), "unsorted", $"\"{key}\" stands after \"{last}\"", "sort the file by its first column, ordinal");
            last = key;
        }
    }

    private IEnumerable<Finding> Unknown(string file, IEnumerable<(string Name, string? Country)> entries, HashSet<string> known) =>
        entries.Where(e => e.Country is not null && !known.Contains(e.Country)).Select(e => NoSuchCode(file, LineOf(file, e.Name), e.Name, e.Country!));

    private static Finding NoSuchCode(string file, int line, string name, string code) =>
        new(file, line, "unknown", $"{name}: no state or group has the code {code}", "write a code of states.txt or a CAMEO group code");

    private IEnumerable<Finding> TwoCountries(string file, IEnumerable<(string Name, string Country, string Key)> names) =>
        names.GroupBy(n => NameFolding.Fold(n.Name), StringComparer.Ordinal).Where(g => g.Select(n => n.Country).Distinct().Count() > 1)
            .Select(g => new Finding(file, LineOf(file, g.Last().Key), Contradiction,
                $"\"{g.Key}\" is of {string.Join(" and ", g.Select(n => n.Country).Distinct())}", "leave the name to one of them"));

    private IEnumerable<Finding> TwoOwners(string file, IEnumerable<(string Name, string Person)> names) =>
        names.GroupBy(n => NameFolding.Fold(n.Name), StringComparer.Ordinal).Where(g => g.Select(n => n.Person).Distinct().Count() > 1)
            .Select(g => new Finding(file, LineOf(file, g.Last().Person), Contradiction,
                $"\"{g.Key}\" is {string.Join(" and ", g.Select(n => n.Person).Distinct())}", "leave the name to one of them"));

    private static IEnumerable<Finding> Backwards(ImmutableArray<OfficeTerm> terms) => terms.Where(t => t.To < t.From)
        .Select(t => new Finding(ActorDataReader.OfficesFile, t.Line, Contradiction, $"{t.Person} left office before taking it", "mend the days"));

    /// <summary>One person twice in one office at one time. Two persons may be: rival governments, joint chairs.</summary>
    private static IEnumerable<Finding> Overlaps(ImmutableArray<OfficeTerm> terms)
    {
        foreach (var office in terms.GroupBy(t => (t.Country, t.Office, t.Person)))
        {
            var ordered = office.OrderBy(t => t.From).ThenBy(t => t.To ?? DateOnly.MaxValue).ToList();
            for (var i = 0; i + 1 < ordered.Count; i++)
                if ((ordered[i].To ?? DateOnly.MaxValue) > ordered[i + 1].From)
                    yield return new Finding(ActorDataReader.OfficesFile, ordered[i + 1].Line, Contradiction,
                        $"{office.Key.Person} takes the office a second time before leaving it", "mend the days");
        }
    }

    /// <summary>The line whose first column is a key; 0 where another file has it.</summary>
    private int LineOf(string file, string key)
    {
        if (!_lines.TryGetValue(file, out var lines))
        {
            _lines[file] = lines = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (line, text) in _data.Lines(file)) lines[text.Split('|')[0].Trim()] = line;
        }
        return lines.GetValueOrDefault(key);
    }
}
