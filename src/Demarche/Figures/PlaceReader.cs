using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Tells where something counted is: the nearest name of a place behind a preposition of place.</summary>
internal sealed class PlaceReader
{
    private static readonly string[] Inside =
        ["in", "at", "near", "across", "within", "inside", "throughout", "outside", "around", "off", "over", "on", "from", "to", "into", "between", "along", "of"];

    private readonly Analysis _analysis;
    private readonly ActorMentions _actors;
    private readonly ILookup<int, NamedEntity> _places;

    public PlaceReader(Analysis analysis, ActorMentions actors)
    {
        (_analysis, _actors) = (analysis, actors);
        _places = analysis.Entities.Where(e => e.Kind == EntityKind.Location).ToLookup(e => analysis.Tokens[e.First].Sentence);
    }

    /// <summary>The place, or null if the sentence names none.</summary>
    /// <param name="number">The number.</param>
    /// <param name="next">Index of the first token of the sentence's next figure, or the end of the sentence.</param>
    /// <param name="previous">One past the last token of the sentence's figure before, or its first token.</param>
    public FigurePlace? Read(NumberPhrase number, int next, int previous)
    {
        NamedEntity? best = null;
        var least = int.MaxValue;
        foreach (var place in _places[_analysis.Tokens[number.First].Sentence])
        {
            if (Preposition(place) is not { } preposition) continue;
            var distance = place.First >= number.End
                ? place.First - number.End + (place.First < next ? 0 : 60)
                : number.First - place.End + (place.End > previous ? 20 : 40);
            if (preposition is "from" or "to" or "of" or "on" or "into") distance += 30;
            if (distance >= least) continue;
            (best, least) = (place, distance);
        }
        if (best is null) return null;
        return new FigurePlace(best.Span.Of(_analysis.Text), CountryOf(best), best.Span);
    }

    private string? CountryOf(NamedEntity place) =>
        _actors.Covering(place.End - 1) is { Actors: [var only] } && _actors[only] is { Kind: not ActorKind.Person, Country: { Length: 3 } code } && code is not ("IGO" or "NGO" or "MUL" or "INT")
            ? code : null;

    // "in Arvo", "in the town of Arvo", "near the northern city of Arvo"
    private string? Preposition(NamedEntity place)
    {
        var floor = _analysis.Sentences[_analysis.Tokens[place.First].Sentence].FirstToken;
        string? found = null;
        for (var i = place.First - 1; i >= floor && i > place.First - 9; i--)
        {
            var token = _analysis.Tokens[i];
            if (token.Upos == "ADP" && Array.IndexOf(Inside, token.Form.ToLowerInvariant()) >= 0)
            {
                if (token.Form != "of") return token.Form.ToLowerInvariant();
                found = "of";
            }
            else if (token.Upos is not ("DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" or "PART") && !(token.Upos is "CCONJ" or "PUNCT")) break;
        }
        return found;
    }
}
