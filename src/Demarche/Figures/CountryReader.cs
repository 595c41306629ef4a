using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Tells the country of the counted: their own if they are called by it, else the place, else the state spoken of.</summary>
internal sealed class CountryReader(Analysis analysis, ActorMentions actors, ArticlePlaces places)
{
    private static readonly string[] Inside = ["in", "across", "within", "inside", "throughout", "near", "at"];

    /// <param name="number">The number.</param>
    /// <param name="noun">The counted noun's token.</param>
    /// <param name="next">Index of the first token of the sentence's next figure, or the end of the sentence.</param>
    /// <param name="measure">What is counted: troops and sorties are those of their senders.</param>
    /// <returns>ISO 3166-1 alpha-3, or null.</returns>
    public string? Read(NumberPhrase number, int noun, int next, FigureMeasure measure)
    {
        var sentence = analysis.Sentences[analysis.Tokens[number.First].Sentence];
        var end = Math.Min(next, sentence.EndToken);
        return Own(number, noun, end)
            ?? (measure is FigureMeasure.Troops or FigureMeasure.Sorties ? Sender(noun) : null)
            ?? Place(number.End, end)
            ?? Place(sentence.FirstToken, number.First, last: true)
            ?? Place(end, sentence.EndToken)
            ?? Victim(number, noun, sentence)
            ?? Around(sentence);
    }

    // "40 Syrian soldiers", "three Americans", "12 people of Syria"
    private string? Own(NumberPhrase number, int noun, int end)
    {
        var last = Math.Min(Math.Max(noun + 1, number.End + 4), end);
        for (var i = number.First; i < last; i++)
        {
            if (i >= number.End && i > noun && analysis.Tokens[i].Upos is not ("ADJ" or "NOUN" or "PROPN" or "ADP" or "DET")) break;
            if (i > noun && analysis.Tokens[i].Upos == "ADP" && analysis.Tokens[i].Form != "of") break;
            if (actors.Covering(i) is { } mention && CountryOf(mention) is { } country) return country;
        }
        return null;
    }

    // The first (or last) place or state behind a preposition of place.
    private string? Place(int first, int end, bool last = false)
    {
        string? found = null;
        for (var i = first; i + 1 < end; i++)
        {
            if (Array.IndexOf(Inside, analysis.Tokens[i].Form.ToLowerInvariant()) < 0 || analysis.Tokens[i].Upos != "ADP") continue;
            for (var j = i + 1; j < end && j < i + 7 && analysis.Tokens[j].Upos is "PROPN" or "NOUN" or "ADJ" or "DET" or "PART" or "NUM"; j++)
            {
                if (places.CountryAt(j) is { } named)
                {
                    found = named;
                    break;
                }
                if (actors.Covering(j) is not { } mention || actors[mention.Actors[0]].Kind == ActorKind.Person || CountryOf(mention) is not { } country) continue;
                found = country;
                break;
            }
            if (found is not null && !last) return found;
        }
        return found;
    }

    // "Arvel's strikes on Sorn killed 12": the one acted upon, that is the last state named before the verb, or whom the verb hits.
    private string? Victim(NumberPhrase number, int noun, Sentence sentence)
    {
        string? found = null;
        for (var i = sentence.FirstToken; i < number.First; i++)
            if (actors.WithHead(i) is { Kind: not MentionKind.Pronoun } mention
                && (mention.Kind == MentionKind.Description || actors[mention.Actors[0]].Kind != ActorKind.Person) && CountryOf(mention) is { } country) found = country;
        return found;
    }

    // The country that the sentence before names last, in the same paragraph.
    private string? Around(Sentence sentence)
    {
        if (sentence.Index == 0 || analysis.Sentences[sentence.Index - 1] is var before && before.Paragraph != sentence.Paragraph) return null;
        string? found = null;
        for (var i = before.FirstToken; i < before.EndToken; i++)
        {
            if (actors.WithHead(i) is not { Kind: not MentionKind.Pronoun } mention || CountryOf(mention) is not { } country) continue;
            found = country;
        }
        return found;
    }

    private string? CountryOf(ActorMention mention)
    {
        if (mention.Actors.Length != 1) return null;
        var actor = actors[mention.Actors[0]];
        return actor.Country is { } code ? Iso(code) : null;
    }

    /// <summary>A country's code; null for CAMEO's codes of groups.</summary>
    internal static string? Iso(string code) => code.Length == 3 && code is not ("IGO" or "NGO" or "MUL" or "INT" or "IMG" or "MNC" or "NGM" or "UIS" or "AFR" or "MEA" or "ASA" or "EUR" or "LAM" or "WST") ? code : null;

    // "The United States will send 1,000 troops": the state or body that is the subject of the verb above.
    private string? Sender(int noun)
    {
        var at = analysis.Tokens[noun];
        for (var step = 0; step < 4 && at.Head >= 0; step++)
        {
            at = analysis.Tokens[at.Head];
            if (at.Upos != "VERB") continue;
            foreach (var subject in analysis.Children(at.Index, "nsubj"))
                if (subject.Relation == "nsubj" && subject.Index != noun && actors.Covering(subject.Index) is { } mention && CountryOf(mention) is { } country) return country;
        }
        return null;
    }
}
