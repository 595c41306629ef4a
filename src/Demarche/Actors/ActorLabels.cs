using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>The names of the best-known actors in other languages, and their items of Wikidata: data/actors/labels.txt.</summary>
public sealed class ActorLabels
{
    private readonly FrozenDictionary<string, LabelEntry> _entries;

    private ActorLabels(IEnumerable<LabelEntry> entries) =>
        _entries = entries.DistinctBy(e => e.Name, StringComparer.Ordinal).ToFrozenDictionary(e => e.Name, StringComparer.Ordinal);

    /// <summary>The languages that labels may be in, as ISO 639-1 has them, in the order of the file's columns.</summary>
    public static ImmutableArray<string> Languages { get; } = ["ar", "he", "fa", "ru", "uk", "fr"];

    /// <summary>Reads data/actors/labels.txt.</summary>
    /// <exception cref="DataException">The file is missing or has a bad line.</exception>
    public static ActorLabels Load(DataFiles data) => new(new ActorDataReader(data).Labels());

    /// <summary>The actor's name in a language, written as its press writes it; null for actors that only the text makes known, and where none is listed.</summary>
    /// <param name="actor">Of an article.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <exception cref="ArgumentException">There are no labels in that language.</exception>
    public string? Of(Actor actor, string language)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var column = Languages.IndexOf(language);
        if (column < 0) throw new ArgumentException($"\"{language}\" is none of {string.Join(", ", Languages)}", nameof(language));
        return Entry(actor)?.Labels[column];
    }

    /// <summary>The actor's item of Wikidata, "Q159"; null where it is not surely known.</summary>
    public string? WikidataOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Entry(actor)?.Wikidata;
    }

    private LabelEntry? Entry(Actor actor) => actor.Known is null ? null : _entries.GetValueOrDefault(actor.Name);
}
