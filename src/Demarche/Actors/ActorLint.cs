using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Looks through data/actors for entries that contradict each other.</summary>
public static class ActorLint
{
    private static readonly FrozenSet<string> Groups = FrozenSet.Create(StringComparer.Ordinal, "IGO", "NGO", "NGM", "MUL", "IMG", "MNC", "INT", "EUR", "AFR", "MEA", "ASA", "LAM", "WST");

    /// <summary>One line a problem, in file order; empty if the data agree.</summary>
    /// <exception cref="DataException">A line cannot be read at all.</exception>
    public static ImmutableArray<string> Problems(DataFiles data)
    {
        var reader = new ActorDataReader(data);
        var states = reader.States();
        var known = states.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(Groups);
        var people = reader.People();
        var organisations = reader.Organisations();
        var terms = reader.Offices();
        return
        [
            .. Unsorted("states.txt", states.Select(s => s.Code)),
            .. Unsorted("roles.txt", reader.Roles().Select(r => r.Text)),
            .. Unknown("offices.txt", terms.Select(t => (t.Person, (string?)t.Country)), known),
            .. Unknown("people.txt", people.Select(p => (p.Name, p.Country)), known),
            .. Unknown("organisations.txt", organisations.Select(o => (o.Name, o.Country)), known),
            .. Unknown("media.txt", reader.Outlets().Select(o => (o.Name, o.Country)), known),
            .. TwoCountries("states.txt", states.SelectMany(StateNames)),
            .. TwoCountries("organisations.txt", organisations.SelectMany(o => o.OtherNames.Prepend(o.Name).Select(n => (n, o.Country ?? "none")))),
            .. TwoOwners("people.txt", people.SelectMany(p => p.OtherNames.Prepend(p.Name).Select(n => (n, p.Name)))),
            .. Backwards(terms),
            .. Overlaps(terms),
        ];
    }

    private static IEnumerable<(string, string)> StateNames(StateEntry state) =>
        state.OtherNames.Prepend(state.Name).Concat(state.Metonyms.Select(m => m.Name)).Concat(state.Places).Select(n => (n, state.Code));

    private static IEnumerable<string> Unsorted(string file, IEnumerable<string> keys)
    {
        string? last = null;
        foreach (var key in keys)
        {
            if (last is not null && string.CompareOrdinal(last, key) >= 0) yield return $"{file}: \"{key}\" stands after \"{last}\"";
            last = key;
        }
    }

    private static IEnumerable<string> Unknown(string file, IEnumerable<(string Name, string? Country)> entries, HashSet<string> known) =>
        entries.Where(e => e.Country is not null && !known.Contains(e.Country)).Select(e => $"{file}: {e.Name}: no state or group has the code {e.Country}");

    private static IEnumerable<string> TwoCountries(string file, IEnumerable<(string Name, string Country)> names) =>
        names.GroupBy(n => NameFolding.Fold(n.Name), StringComparer.Ordinal).Where(g => g.Select(n => n.Country).Distinct().Count() > 1)
            .Select(g => $"{file}: \"{g.Key}\" is of {string.Join(" and ", g.Select(n => n.Country).Distinct())}");

    private static IEnumerable<string> TwoOwners(string file, IEnumerable<(string Name, string Person)> names) =>
        names.GroupBy(n => NameFolding.Fold(n.Name), StringComparer.Ordinal).Where(g => g.Select(n => n.Person).Distinct().Count() > 1)
            .Select(g => $"{file}: \"{g.Key}\" is {string.Join(" and ", g.Select(n => n.Person).Distinct())}");

    private static IEnumerable<string> Backwards(ImmutableArray<OfficeTerm> terms) =>
        terms.Where(t => t.To < t.From).Select(t => $"offices.txt:{t.Line}: {t.Person} left office before taking it");

    /// <summary>One person twice in one office at one time. Two persons may be: rival governments, joint chairs.</summary>
    private static IEnumerable<string> Overlaps(ImmutableArray<OfficeTerm> terms)
    {
        foreach (var office in terms.GroupBy(t => (t.Country, t.Office, t.Person)))
        {
            var ordered = office.OrderBy(t => t.From).ThenBy(t => t.To ?? DateOnly.MaxValue).ToList();
            for (var i = 0; i + 1 < ordered.Count; i++)
                if ((ordered[i].To ?? DateOnly.MaxValue) > ordered[i + 1].From)
                    yield return $"offices.txt:{ordered[i + 1].Line}: {office.Key.Person} takes the office a second time before leaving it";
        }
    }
}
