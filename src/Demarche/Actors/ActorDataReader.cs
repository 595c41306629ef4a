using System.Collections.Immutable;
using System.Globalization;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Reads the files of data/actors; the first bad line stops the program.</summary>
internal sealed class ActorDataReader(DataFiles data)
{
    internal const string StatesFile = "actors/states.txt";
    internal const string OfficesFile = "actors/offices.txt";
    internal const string PeopleFile = "actors/people.txt";
    internal const string OrganisationsFile = "actors/organisations.txt";
    internal const string MediaFile = "actors/media.txt";
    internal const string RegionsFile = "actors/regions.txt";
    internal const string PeoplesFile = "actors/peoples.txt";
    internal const string RolesFile = "actors/roles.txt";
    internal const string LabelsFile = "actors/labels.txt";
    internal const string GivenNamesFile = "actors/given-names.txt";

    public ImmutableArray<StateEntry> States() => [.. Rows(StatesFile, 7, 8).Select(r => new StateEntry(
        Code(r, 0) ?? throw Bad(r, "a state needs its ISO code"), Needed(r, 1), List(r, 2), List(r, 3), List(r, 4), Metonyms(r), List(r, 6), List(r, 7)))];

    public ImmutableArray<OfficeTerm> Offices() => [.. Rows(OfficesFile, 5, 6).Select(r => new OfficeTerm(
        Code(r, 0) ?? throw Bad(r, "an office needs a country"), Needed(r, 1), Needed(r, 2), Needed(r, 3),
        Day(r, 4, last: false) ?? throw Bad(r, "an office needs the day from which it was held"), Day(r, 5, last: true), r.Line))];

    public ImmutableArray<PersonEntry> People() => [.. Rows(PeopleFile, 4, 5).Select(r => new PersonEntry(
        Needed(r, 0), List(r, 1), Code(r, 2), Sector(r, 3), r.Column(4)))];

    public ImmutableArray<OrganisationEntry> Organisations() => [.. Rows(OrganisationsFile, 4, 6).Concat(Rows(RegionsFile, 4, 6)).Select(r => new OrganisationEntry(
        Needed(r, 0), List(r, 1), Kind(r, 2), Code(r, 3), r.Column(4), Sector(r, 5)))];

    public ImmutableArray<OrganisationEntry> Outlets() => [.. Rows(MediaFile, 3, 5).Select(r => new OrganisationEntry(
        Needed(r, 0), List(r, 1), ActorKind.Organization, Code(r, 2), null, "MED"))];

    public ImmutableArray<RoleEntry> Roles() => [.. Rows(RolesFile, 3, 5).Select(r => new RoleEntry(
        [.. Needed(r, 0).Split(' ')], Sector(r, 1), RoleKind(r), List(r, 3), r.Column(2) == "title", Code(r, 4)))];

    /// <summary>Peoples without a state of their own: name, other words, and the states they live in.</summary>
    public ImmutableArray<PeopleEntry> Peoples() => [.. Rows(PeoplesFile, 3, 3).Select(r => new PeopleEntry(Needed(r, 0), List(r, 1), List(r, 2)))];

    /// <summary>Names in other languages, in file order.</summary>
    public ImmutableArray<LabelEntry> Labels() => [.. Rows(LabelsFile, ActorLabels.Languages.Length + 1, ActorLabels.Languages.Length + 2).Select(r => new LabelEntry(
        Needed(r, 0), [.. Enumerable.Range(1, ActorLabels.Languages.Length).Select(r.Column)], r.Column(ActorLabels.Languages.Length + 1), r.Line))];

    /// <summary>Given names and the gender they tell: 'f' or 'm'.</summary>
    public IEnumerable<(string Name, char Gender)> GivenNames()
    {
        foreach (var r in Rows(GivenNamesFile, 2, 2))
        {
            if (Needed(r, 0) is not ("f" or "m")) throw Bad(r, "the gender is f or m");
            foreach (var name in List(r, 1)) yield return (name, r.Columns[0][0]);
        }
    }

    private IEnumerable<Row> Rows(string file, int fewest, int most)
    {
        foreach (var (line, text) in data.Lines(file))
        {
            var row = new Row(file, line, [.. text.Split('|').Select(c => c.Trim())]);
            if (row.Columns.Length < fewest || row.Columns.Length > most)
                throw Bad(row, $"{row.Columns.Length} columns, and {fewest} to {most} are expected");
            yield return row;
        }
    }

    private static string Needed(Row row, int column) => row.Column(column) ?? throw Bad(row, $"column {column + 1} is empty");

    private static ImmutableArray<string> List(Row row, int column) => row.Column(column) is { } text
        ? [.. text.Split(';').Select(x => x.Trim()).Where(x => x.Length > 0)]
        : [];

    private static string? Code(Row row, int column)
    {
        if (row.Column(column) is not { } code) return null;
        return code.Length == 3 && code.All(char.IsAsciiLetterUpper) ? code : throw Bad(row, $"\"{code}\" is no country or group code");
    }

    private static string? Sector(Row row, int column) => Code(row, column);

    private static ImmutableArray<(string, string?)> Metonyms(Row row) =>
        [.. List(row, 5).Select(m => m.IndexOf(" (", StringComparison.Ordinal) is var i and > 0
            ? (m[..i], m[(i + 2)..^1])
            : (m, (string?)null))];

    private static ActorKind Kind(Row row, int column) => row.Column(column) switch
    {
        "organization" or "organisation" => ActorKind.Organization,
        "group" => ActorKind.Group,
        _ => throw Bad(row, "the kind is organization or group"),
    };

    private static ActorKind RoleKind(Row row) => row.Column(2) switch
    {
        "person" or "title" => ActorKind.Person,
        "group" => ActorKind.Group,
        "organization" => ActorKind.Organization,
        "state" => ActorKind.State,
        _ => throw Bad(row, "the kind is person, title, group, organization or state"),
    };

    private static DateOnly? Day(Row row, int column, bool last)
    {
        if (row.Column(column) is not { } text) return null;
        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return last ? day.AddMonths(1).AddDays(-1) : day;
        if (text.Length == 4 && DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return last ? day.AddYears(1).AddDays(-1) : day;
        throw Bad(row, $"\"{text}\" is no date: YYYY, YYYY-MM or YYYY-MM-DD");
    }

    private static DataException Bad(Row row, string reason) => new(row.File, row.Line, reason);

    private sealed record Row(string File, int Line, ImmutableArray<string> Columns)
    {
        public string? Column(int i) => i < Columns.Length && Columns[i].Length > 0 ? Columns[i] : null;
    }
}
