using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Tells what befell people from what their verb says together with its negation, its complements or its place.</summary>
internal sealed class FateReader(Analysis analysis, CountWords words, FigurePhrases phrases)
{
    private const int Reach = 12;

    /// <summary>The measure, or null.</summary>
    /// <param name="noun">The token that governs the number: the subject or object of the verb, or the noun that a relative clause describes.</param>
    public FigureMeasure? Read(int noun)
    {
        foreach (var clause in analysis.Children(noun, "acl"))
            if (clause.Index > noun && Of(clause) is { } described) return described;
        var token = analysis.Tokens[noun];
        return token.BaseRelation is "nsubj" && token.Head >= 0 ? Of(analysis.Tokens[token.Head]) : null;
    }

    /// <summary>The measure that words behind the counted give: "21 in intensive care", "40 are said to be under the rubble"; null if none do.</summary>
    public FigureMeasure? Condition(NumberPhrase number, int counted) =>
        Behind(PhraseRole.Condition, number, counted) is { } found ? CountWords.Parse<FigureMeasure>(found.Meaning) : null;

    /// <summary>The first phrase of a role behind the counted, before the clause ends or another number begins; null if there is none.</summary>
    public FoundPhrase? Behind(PhraseRole role, NumberPhrase number, int counted)
    {
        var start = Math.Max(number.End, counted + 1);
        var end = analysis.Sentences[analysis.Tokens[number.First].Sentence].EndToken;
        for (var i = start; i < end && i < start + Reach; i++)
        {
            if (phrases.At(analysis, role, i, end) is { } found) return found;
            if (analysis.Tokens[i] is { Upos: "NUM" or "CCONJ" } or { Upos: "PUNCT", Form: "," or ";" or ":" or "." or "—" or "–" }) return null;
        }
        return null;
    }

    private FigureMeasure? Of(Token verb)
    {
        // "have not been heard of", "did not return"
        if (words.Of(verb.Lemma, CountRole.Unseen) is { } unseen && IsNegated(verb)) return unseen;
        foreach (var place in analysis.Children(verb.Index, "obl", "advmod", "obj"))
        {
            // "were flown home with wounds", "were in hospital with burns"
            if (place.BaseRelation == "obl" && words.Of(place.Lemma, CountRole.Hurt) is { } hurt && analysis.Child(place.Index, "case")?.Form is "with" or "for" or "from") return hurt;
            // "walked out of the jail", "escaped from prison"
            if (words.Is(place.Lemma, CountRole.Custody) && analysis.Children(place.Index, "case").Any(c => c.Form is "of" or "from")) return FigureMeasure.Released;
        }
        return verb.Lemma is "be" ? null : InHospital(verb);
    }

    // "Eleven policemen were in hospital", "twelve have gunshot wounds"
    private FigureMeasure? InHospital(Token word) =>
        word.Upos == "NOUN" && words.Of(word.Lemma, CountRole.Hurt) is { } hurt && analysis.Child(word.Index, "case")?.Form is "with" or "from" ? hurt : null;

    private bool IsNegated(Token verb) => analysis.Children(verb.Index, "advmod").Any(c => c.Lemma is "not" or "never" or "yet" or "n't");
}
