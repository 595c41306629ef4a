using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Gathers the known names of data/actors and data/names for <see cref="NameLists"/>.</summary>
internal static class NameListReader
{
    private const string CommonNames = "names/names.txt";

    /// <exception cref="DataException">A file is missing.</exception>
    public static List<(NameList List, string Name)> Read(DataFiles data)
    {
        var names = new List<(NameList, string)>();
        foreach (var c in Columns(data, "people.txt")) AddPerson(names, [c[0], .. Parts(c[1])]);
        foreach (var c in Columns(data, "offices.txt")) AddPerson(names, [c[3]]);
        foreach (var c in Columns(data, "given-names.txt"))
            foreach (var name in Parts(c[1])) Add(names, name, NameList.GivenName);
        foreach (var file in new[] { "organisations.txt", "media.txt" })
            foreach (var c in Columns(data, file))
                foreach (var name in Parts(c[1]).Prepend(c[0])) Add(names, name, NameList.Organisation);
        foreach (var c in Columns(data, "states.txt"))
        {
            foreach (var name in Parts(c[2]).Prepend(c[1])) Add(names, name, NameList.State);
            foreach (var name in Parts(c[3]).Concat(Parts(c[4]))) Add(names, name, NameList.People);
            foreach (var name in Parts(c[5]).Concat(Parts(c[6]))) Add(names, name.Split(" (")[0], NameList.Place);
        }
        foreach (var c in Columns(data, "peoples.txt"))
            foreach (var name in Parts(c[1]).Prepend(c[0])) Add(names, name, NameList.People);
        foreach (var c in Columns(data, "roles.txt"))
        {
            Add(names, c[0], NameList.Role);
            Add(names, string.Join(' ', c[0].Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..])), NameList.Role);
        }
        foreach (var (line, text) in data.Lines(CommonNames))
        {
            var c = text.Split('|', 2, StringSplitOptions.TrimEntries);
            var list = c[0] switch
            {
                "given" => NameList.GivenName,
                "surname" => NameList.Surname,
                "place" => NameList.Place,
                "organisation" => NameList.Organisation,
                _ => throw new DataException(CommonNames, line, $"unknown kind of name {c[0]}"),
            };
            foreach (var name in Parts(c[^1])) Add(names, name, list);
        }
        return names;
    }

    /// <summary>Keeps a hash of each name.</summary>
    public static NameLists Index(IEnumerable<(NameList List, string Name)> names)
    {
        var index = new Dictionary<ulong, NameList>();
        foreach (var (list, name) in names)
        {
            Add(name, list);
            // A word of the text may end wherever letters end.
            var end = 0;
            while (end < name.Length && (char.IsLetterOrDigit(name[end]) || name[end] == '.')) end++;
            if (end > 0 && end < name.Length) Add(name[..end], NameList.Opening);
        }
        return new NameLists(index);

        void Add(string name, NameList list)
        {
            var hash = NameLists.Extend(NameLists.Empty, name);
            index[hash] = index.GetValueOrDefault(hash) | list;
        }
    }

    private static void AddPerson(List<(NameList, string)> names, IEnumerable<string> all)
    {
        foreach (var name in all)
        {
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Add(names, name, NameList.Person);
            if (words.Length < 2) continue;
            Add(names, words[0], NameList.GivenName);
            Add(names, words[^1], NameList.Surname);
        }
    }

    private static void Add(List<(NameList, string)> names, string name, NameList list)
    {
        if (name.Length > 1) names.Add((list, name));
    }

    private static IEnumerable<string[]> Columns(DataFiles data, string file) =>
        data.Lines("actors/" + file).Select(l => l.Text.Split('|').Select(c => c.Trim()).ToArray());

    private static string[] Parts(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
