namespace Demarche.Actors;

/// <summary>Puts every name of the dictionary into one trie.</summary>
internal static class NameIndex
{
    public static NameTrie<NameSense> Build(ActorDictionary dictionary)
    {
        var names = new NameTrie<NameSense>();
        foreach (var person in dictionary.Persons.Values.OrderBy(p => p.Name, StringComparer.Ordinal)) Add(names, person);
        // A seat of power stands for its state, also where it is listed as a body: "the Kremlin".
        var seats = dictionary.States.Values.SelectMany(s => s.Metonyms).Where(m => m.Sector is not null).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var organisation in dictionary.Organisations.Values.OrderBy(o => o.Name, StringComparer.Ordinal))
            foreach (var name in organisation.OtherNames.Prepend(organisation.Name).Where(n => !seats.Contains(WithoutArticle(n))))
                names.Add(name, new NameSense(NameKind.Organisation, organisation.Name));
        foreach (var state in dictionary.States.Values.OrderBy(s => s.Code, StringComparer.Ordinal)) Add(names, state);
        foreach (var people in dictionary.Peoples.Values.OrderBy(p => p.Name, StringComparer.Ordinal))
            foreach (var word in people.Words.Prepend(people.Name))
            {
                names.Add(word, new NameSense(NameKind.Adjective, people.Homes[0], null, people.Name));
                names.Add(word, new NameSense(NameKind.People, people.Homes[0], null, people.Name));
            }
        return names;
    }

    private static void Add(NameTrie<NameSense> names, PersonEntry person)
    {
        foreach (var name in person.OtherNames.Prepend(person.Name))
        {
            names.Add(name, new NameSense(NameKind.Person, person.Name));
            if (WithoutInitials(name) is { } shorter) names.Add(shorter, new NameSense(NameKind.Person, person.Name));
        }
    }

    private static void Add(NameTrie<NameSense> names, StateEntry state)
    {
        foreach (var name in state.OtherNames.Prepend(state.Name)) names.Add(name, new NameSense(NameKind.State, state.Code));
        foreach (var name in state.Adjectives) names.Add(name, new NameSense(NameKind.Adjective, state.Code));
        foreach (var name in state.People) names.Add(name, new NameSense(NameKind.People, state.Code));
        foreach (var (name, sector) in state.Metonyms) names.Add(name, new NameSense(NameKind.Metonym, state.Code, sector));
        foreach (var name in state.Places) names.Add(name, new NameSense(NameKind.Place, state.Code));
    }

    private static string WithoutArticle(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    /// <summary>"Lindsey O. Graham" as "Lindsey Graham"; null if there is no initial.</summary>
    private static string? WithoutInitials(string name)
    {
        var words = name.Split(' ');
        var kept = words.Where((w, i) => i == 0 || w.Length != 2 || w[1] != '.').ToArray();
        return kept.Length < words.Length && kept.Length > 1 ? string.Join(' ', kept) : null;
    }
}
