using System.Collections.Frozen;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>The country of cities and regions by name, from the states of data/actors.</summary>
internal sealed class PlaceNames
{
    private readonly FrozenDictionary<string, string> _countries;

    private PlaceNames(FrozenDictionary<string, string> countries) => _countries = countries;

    /// <exception cref="DataException">A line of the states cannot be read.</exception>
    public static PlaceNames Load(DataFiles data) => new(new ActorDataReader(data).States()
        .SelectMany(s => s.OtherNames.Prepend(s.Name).Concat(s.Metonyms.Where(m => m.Sector is null).Select(m => m.Name)).Concat(s.Places).Select(n => (Name: n.ToLowerInvariant(), s.Code)))
        .GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Select(p => p.Code).Distinct(StringComparer.Ordinal).Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal));

    /// <summary>ISO alpha-3, or null for a name that is not known or that several states have.</summary>
    public string? Country(string name) => name.Length <= 60 ? _countries.GetValueOrDefault(name.ToLowerInvariant()) : null;
}

/// <summary>The places that one article names, each with its country where that can be told.</summary>
internal sealed class ArticlePlaces
{
    private readonly Dictionary<int, (NamedEntity Place, string? Country)> _byToken = [];
    private readonly ILookup<int, NamedEntity> _bySentence;

    public ArticlePlaces(Analysis analysis, ActorMentions actors, PlaceNames names)
    {
        var places = analysis.Entities.Where(e => e.Kind == EntityKind.Location).ToList();
        _bySentence = places.ToLookup(e => analysis.Tokens[e.First].Sentence);
        var told = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = places.Count - 1; i >= 0; i--)
        {
            var place = places[i];
            var name = place.Span.Of(analysis.Text);
            var country = names.Country(name) ?? OfMention(actors, place) ?? OfNext(analysis, place);
            // "in Arvo, Bolivia" tells of every Arvo of the article
            if (country is not null) told[name] = country;
            for (var t = place.First; t < place.End; t++) _byToken[t] = (place, country);
        }
        foreach (var (token, (place, country)) in _byToken.ToList())
            if (country is null && told.TryGetValue(place.Span.Of(analysis.Text), out var elsewhere)) _byToken[token] = (place, elsewhere);
    }

    /// <summary>The places of a sentence, in text order.</summary>
    public IEnumerable<NamedEntity> Of(int sentence) => _bySentence[sentence];

    /// <summary>The country of the place that covers a token; null if there is no place or its country is not known.</summary>
    public string? CountryAt(int token) => _byToken.GetValueOrDefault(token).Country;

    private static string? OfMention(ActorMentions actors, NamedEntity place) =>
        actors.Covering(place.End - 1) is { Actors: [var only] } && actors[only] is { Kind: not ActorKind.Person, Country: { } code } ? CountryReader.Iso(code) : null;

    // "Charleston, South Carolina": the place behind the comma, already read.
    private string? OfNext(Analysis analysis, NamedEntity place) =>
        place.End + 1 < analysis.Tokens.Length && analysis.Tokens[place.End].Form is "," ? CountryAt(place.End + 1) : null;
}
