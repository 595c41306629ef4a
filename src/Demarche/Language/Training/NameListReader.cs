using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Gathers the known names of data/actors and data/names for <see cref="NameLists"/>.</summary>
internal static class NameListReader
{
    private const string CommonNames = "names/names.txt";

    /// <exception cref="DataException">A file is missing.</exception>
    public static NameLists Read(DataFiles data)
    {
        var names = new Dictionary<ulong, NameList>();
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
        return new NameLists(names);
    }

    private static void AddPerson(Dictionary<ulong, NameList> names, IEnumerable<string> all)
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

    private static void Add(Dictionary<ulong, NameList> names, string name, NameList list)
    {
        if (name.Length < 2) return;
        var hash = NameLists.Extend(NameLists.Empty, name);
        names[hash] = names.GetValueOrDefault(hash) | list;
    }

    private static IEnumerable<string[]> Columns(DataFiles data, string file) =>
        data.Lines("actors/" + file).Select(l => l.Text.Split('|').Select(c => c.Trim()).ToArray());

    private static string[] Parts(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
