using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Tells where something counted is: the nearest name of a place behind a preposition of place.</summary>
internal sealed class PlaceReader(Analysis analysis, ArticlePlaces places)
{
    private static readonly string[] Prepositions =
        ["in", "at", "near", "across", "within", "inside", "throughout", "outside", "around", "off", "over", "on", "from", "to", "into", "between", "along", "of"];

    /// <summary>The place, or null if the sentence names none.</summary>
    /// <param name="number">The number.</param>
    /// <param name="next">Index of the first token of the sentence's next figure, or the end of the sentence.</param>
    /// <param name="previous">One past the last token of the sentence's figure before, or its first token.</param>
    public FigurePlace? Read(NumberPhrase number, int next, int previous)
    {
        NamedEntity? best = null;
        var least = int.MaxValue;
        foreach (var place in places.Of(analysis.Tokens[number.First].Sentence))
        {
            if (Preposition(place) is not { } preposition) continue;
            var distance = place.First >= number.End
                ? place.First - number.End + (place.First < next ? 0 : 60)
                : number.First - place.End + (place.End > previous ? 20 : 40);
            if (preposition is "from" or "to" or "of" or "on" or "into") distance += 30;
            if (distance >= least) continue;
            (best, least) = (place, distance);
        }
        return best is null ? null : new FigurePlace(best.Span.Of(analysis.Text), places.CountryAt(best.First), best.Span);
    }

    // "in Arvo", "in the town of Arvo", "near the northern city of Arvo"
    private string? Preposition(NamedEntity place)
    {
        var floor = analysis.Sentences[analysis.Tokens[place.First].Sentence].FirstToken;
        string? found = null;
        for (var i = place.First - 1; i >= floor && i > place.First - 9; i--)
        {
            var token = analysis.Tokens[i];
            var form = token.Form.ToLowerInvariant();
            if (token.Upos == "ADP" && Array.IndexOf(Prepositions, form) >= 0)
            {
                if (form != "of") return form;
                found = form;
            }
            else if (token.Upos is not ("DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" or "PART" or "CCONJ" or "PUNCT")) break;
        }
        return found;
    }
}
