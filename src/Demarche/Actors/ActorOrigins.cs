using System.Collections.Immutable;
using System.Globalization;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>A line of data/actors that gave an actor something of its code.</summary>
/// <param name="Place">File and line among the data, "actors/offices.txt:312".</param>
/// <param name="Says">What the line says of the actor, for people to read.</param>
public sealed record ActorOrigin(string Place, string Says);

/// <summary>Finds the lines of data/actors behind an actor's code: his entry, his office on the article's day, the word that tells his sector, his state.</summary>
/// <remarks>For explanations only: it reads the files anew, and coding does without it.</remarks>
public sealed class ActorOrigins
{
    private static readonly string[] Bodies = [ActorDataReader.OrganisationsFile, ActorDataReader.RegionsFile, ActorDataReader.MediaFile];

    private readonly DataFiles _data;
    private readonly Dictionary<string, Dictionary<string, (int Line, string Text)>> _files = new(StringComparer.Ordinal);
    private readonly ILookup<string, OfficeTerm> _terms;

    private ActorOrigins(DataFiles data)
    {
        _data = data;
        _terms = new ActorDataReader(data).Offices().ToLookup(t => t.Person, StringComparer.Ordinal);
    }

    /// <summary>Reads the offices; other files are read when first needed.</summary>
    /// <exception cref="DataException">A file is missing or has a bad line.</exception>
    public static ActorOrigins Load(DataFiles data) => new(data);

    /// <summary>The lines behind an actor's country, sector and role, the deciding one first; none where only the text tells.</summary>
    /// <param name="actor">Of an article.</param>
    /// <param name="day">The article's day, on which offices are looked up; null if not known.</param>
    public ImmutableArray<ActorOrigin> Of(Actor actor, DateOnly? day) => [.. actor.Kind switch
    {
        ActorKind.State => State(actor.Country),
        ActorKind.Person when actor.Known is not null => Person(actor, day),
        _ when actor.Known is not null => Bodies.SelectMany(f => Entry(f, actor.Name)).Take(1),
        _ => Described(actor),
    }];

    private IEnumerable<ActorOrigin> Person(Actor actor, DateOnly? day)
    {
        var held = _terms[actor.Name].Where(t => day is { } d && t.Holds(d)).OrderBy(t => t.Office != actor.Role).ThenBy(t => ActorDictionary.Rank(t.Office)).ThenBy(t => t.Line);
        foreach (var t in held.Take(1))
            yield return new ActorOrigin($"{ActorDataReader.OfficesFile}:{t.Line}", $"{t.Office} of {t.Country} from {Day(t.From)}{(t.To is { } to ? " to " + Day(to) : "")}: sector {t.Sector}");
        foreach (var entry in Entry(ActorDataReader.PeopleFile, actor.Name)) yield return entry;
        if (held.Any() || !_terms.Contains(actor.Name)) yield break;
        var latest = _terms[actor.Name].MaxBy(t => t.From)!;
        yield return new ActorOrigin($"{ActorDataReader.OfficesFile}:{latest.Line}", $"{latest.Office} of {latest.Country} from {Day(latest.From)}{(latest.To is { } end ? " to " + Day(end) : "")}: "
            + (day is null ? "the article's day is not known" : "not on the article's day"));
    }

    /// <summary>Whom no entry names: the word that tells the sector, and the state.</summary>
    private IEnumerable<ActorOrigin> Described(Actor actor)
    {
        foreach (var words in new[] { actor.Role, actor.Name }.OfType<string>())
        {
            if (Role(words, actor.Sector) is not var (phrase, line)) continue;
            yield return new ActorOrigin($"{ActorDataReader.RolesFile}:{line}", $"“{phrase}”: sector {actor.Sector}");
            break;
        }
        foreach (var state in State(actor.Country)) yield return state;
    }

    private (string Phrase, int Line)? Role(string words, string? sector)
    {
        var singular = words.Split(' ', '-').Where(w => w.Length > 0).Select(RoleLexicon.Singular).ToList();
        for (var length = singular.Count; length > 0; length--)
            for (var first = singular.Count - length; first >= 0; first--)
                if (File(ActorDataReader.RolesFile).TryGetValue(string.Join(' ', singular.GetRange(first, length)), out var found)
                    && sector is not null && found.Text.Split('|')[1].Trim() == sector) return (string.Join(' ', singular.GetRange(first, length)), found.Line);
        return null;
    }

    private IEnumerable<ActorOrigin> State(string? code) =>
        code is not null && File(ActorDataReader.StatesFile).TryGetValue(code, out var found)
            ? [new ActorOrigin($"{ActorDataReader.StatesFile}:{found.Line}", $"{found.Text.Split('|')[1].Trim()} is {code}")]
            : [];

    private IEnumerable<ActorOrigin> Entry(string file, string name) =>
        File(file).TryGetValue(name, out var found)
            ? [new ActorOrigin($"{file}:{found.Line}", string.Join(", ", found.Text.Split('|', StringSplitOptions.TrimEntries).Skip(2).Where(c => c.Length > 0)))]
            : [];

    private Dictionary<string, (int Line, string Text)> File(string name)
    {
        if (_files.TryGetValue(name, out var known)) return known;
        _files[name] = known = new(StringComparer.Ordinal);
        foreach (var (line, text) in _data.Lines(name)) known.TryAdd(text.Split('|')[0].Trim(), (line, text));
        return known;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
