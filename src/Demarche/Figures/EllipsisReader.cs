using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>A number just classified, that a later one may take up.</summary>
/// <param name="Measure">What it counts.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="End">One past its last token.</param>
internal readonly record struct CountBefore(FigureMeasure Measure, int Sentence, int End);

/// <summary>Tells of a number whose noun or verb is left out whether it counts what the figure before counts.</summary>
internal sealed class EllipsisReader(Analysis analysis, ActorMentions actors, CountWords words, FigurePhrases phrases, BoundReader bounds, CountedNoun nouns)
{
    /// <summary>The measure of the figure before, where the number is a part of it, the same of somebody else, or another claim about it; else null.</summary>
    /// <remarks>"nine of them children", "58 were civilians", "police put the number at 40", "Arvel has forty", "Sorn flew out 61, Mali 143".</remarks>
    public FigureMeasure? Read(NumberPhrase number, int noun, int counted, CountBefore last)
    {
        var token = analysis.Tokens[noun];
        if (token.Sentence - last.Sentence > 1) return null;
        var sentence = analysis.Sentences[token.Sentence];
        var first = bounds.Read(number).First;
        var alone = nouns.IsAlone(number, counted);
        if (number.Basis == FigureBasis.Negation)
            return alone && last.Measure.IsOfPeople() && (IsNamedFigure(token) || IsSaid(token)) && analysis.Tokens[number.First].Form.ToLowerInvariant() is "none" or "zero" ? last.Measure : null;
        if (!alone && !(last.Measure.IsOfPeople() && IsOfPeople(analysis.Tokens[counted]))) return null;
        if (number.Value != 1 && IsPart(number, first, token.Sentence == last.Sentence, sentence)) return last.Measure;
        if (number.Value != 1 && token.Sentence == last.Sentence && IsListed(first, last)) return last.Measure;
        if (!alone && !(noun == number.End - 1 && counted > number.End + 1)) return null;
        if (IsSubject(number, noun))
            return !last.Measure.IsOfPeople() && IsBare(number) || number.Value != 1 && IsKindOf(noun) ? last.Measure : number.Value != 1 ? Verb(token, CountRole.Echo, last) : null;
        if (number.Value == 1) return null;
        if (IsNamedFigure(token) || IsTrailing(first, number.End, token.Sentence == last.Sentence, sentence)) return last.Measure;
        if (token.BaseRelation is not ("obj" or "obl" or "xcomp") || token.Head < 0 || !IsBare(number)) return null;
        return !last.Measure.IsOfPeople() && analysis.Tokens[token.Head].Lemma is "have" or "own" or "count" or "lose" or "keep" or "use" or "fire" or "launch" or "send" ? last.Measure
            : Verb(token, CountRole.Echo, last) ?? (last.Measure == FigureMeasure.Troops && words.Is(analysis.Tokens[token.Head].Lemma, CountRole.Sending) ? last.Measure : null);
    }

    private bool IsPart(NumberPhrase number, int first, bool same, Sentence sentence)
    {
        if (phrases.At(analysis, PhraseRole.PartAfter, number.End, sentence.EndToken) is { } part && !IsSome(number)
            && !(number.End + part.Length < sentence.EndToken && part.Length == 2 && analysis.Tokens[number.End + 1].Form is "those" or "these" && analysis.Tokens[number.End + 2].Upos is "NOUN" or "ADJ"))
            return true;
        return same && phrases.Before(analysis, PhraseRole.Part, first, sentence.FirstToken) is not null;
    }

    private bool IsSome(NumberPhrase number) => number.Value is null && number.Percent is null && !NumberWords.IsVague(analysis.Tokens[number.First].Form.ToLowerInvariant()) && number.End - number.First == 1;

    private bool IsOfPeople(Token thing) => thing.Upos == "PRON" || words.Is(thing.Lemma, CountRole.People) || thing.Xpos == "NNS" && !words.Is(thing.Lemma, CountRole.Goods);

    // "nine of the dead are soldiers and six police officers": joined to the number before, with no verb of its own between.
    private bool IsListed(int first, CountBefore last)
    {
        if (!last.Measure.IsOfPeople() || first <= last.End || analysis.Tokens[first - 1].Form is not ("and" or "&") || first - last.End > 9) return false;
        for (var i = last.End; i < first - 1; i++)
            if (analysis.Tokens[i] is { Upos: "VERB" or "SCONJ" or "PRON" } or { Upos: "ADP", Form: not "of" }) return false;
        return true;
    }

    // "put the number at 40", "a figure of 40", "the count was 40", "spoke of no fewer than 40"
    private bool IsNamedFigure(Token token)
    {
        // "cell number 214"
        if (token.Index > 0 && IsSum(analysis.Tokens[token.Index - 1])) return false;
        for (var step = 0; step < 3; step++)
        {
            if (token.Head < 0) return IsCountedBy(token, token);
            var head = analysis.Tokens[token.Head];
            if (IsSum(head) || token.BaseRelation is "obj" or "obl" or "ccomp" or "xcomp" && words.Is(head.Lemma, CountRole.Saying) || IsCountedBy(token, head)) return true;
            if (token.BaseRelation is not ("obl" or "nummod" or "nmod" or "advmod") || head.Upos is "NOUN" or "PROPN" or "VERB") return false;
            token = head;
        }
        return false;
    }

    private bool IsCountedBy(Token token, Token head) => analysis.Children(token.BaseRelation == "root" ? token.Index : head.Index, "nsubj", "obj").Any(IsSum);

    private static bool IsSum(Token token) => token.Lemma is "number" or "figure" or "count" or "tally" or "toll" or "total";

    // "Zero," says the minister.
    private bool IsSaid(Token token) =>
        analysis.Children(token.Index, "parataxis").Any(c => words.Is(c.Lemma, CountRole.Claim)) || token.Head >= 0 && words.Is(analysis.Tokens[token.Head].Lemma, CountRole.Claim) || token.BaseRelation == "root";

    private bool IsSubject(NumberPhrase number, int noun) => analysis.Tokens[noun].BaseRelation == "nsubj" && analysis.Tokens[noun].Head >= number.End;

    // "58 were civilians", "six were police officers": the predicate is a noun for people.
    private bool IsKindOf(int noun) =>
        analysis.Tokens[analysis.Tokens[noun].Head] is { Upos: "NOUN" or "PROPN" } head && analysis.Child(head.Index, "cop") is not null && words.Is(head.Lemma, CountRole.People);

    // "…, twenty according to police", "…, 400 or so by bullets", "…, China 143", "…, then four.": what stands in the clause before is left out.
    private bool IsTrailing(int first, int end, bool same, Sentence sentence)
    {
        if (!same || first <= sentence.FirstToken) return false;
        if (phrases.At(analysis, PhraseRole.BoundAfter, end, sentence.EndToken) is { } bound) end += bound.Length;
        var next = end < sentence.EndToken ? analysis.Tokens[end] : null;
        var closes = next is null || next.Upos == "PUNCT" && next.Form is not ("-" or "–" or ":" or "%") || next.Upos == "CCONJ";
        var opens = IsBreak(first - 1);
        if (opens && next is { Upos: "ADP" or "VERB", Form: not ("to" or "of") }) return true;
        if (opens && next is { Form: "of" } && end + 1 < sentence.EndToken && analysis.Tokens[end + 1].Form is "a" or "one" or "his" or "her" or "their" or "its") return true;
        if (!closes) return false;
        if (analysis.Tokens[first - 1].Form is "then" or "later") return true;
        return actors.WithHead(first - 1) is { } mention && analysis.TokensIn(mention.Span).First is var start && start > sentence.FirstToken
            && (IsBreak(start - 1) || analysis.Tokens[start - 1].Form is "the" && start > sentence.FirstToken + 1 && IsBreak(start - 2));
    }

    private bool IsBreak(int token) => analysis.Tokens[token].Form is "," or ";" or "—" or "–" or "and" or "but" or "or";

    // Not "the 46", "Route 5", "RN17".
    private bool IsBare(NumberPhrase number) =>
        number.First == 0 || analysis.Tokens[number.First - 1] is { Upos: not ("PROPN" or "NOUN" or "SYM") } before && before.Form is not ("the" or "this" or "that" or "every" or "No.");

    // "90,000 have left already", "he alone had carried eighty": words that go with one measure and say it only after a figure of it.
    private FigureMeasure? Verb(Token token, CountRole role, CountBefore last)
    {
        if (token.Head < 0) return null;
        var verb = analysis.Tokens[token.Head];
        foreach (var particle in analysis.Children(verb.Index, "compound", "advmod"))
            if (words.Is($"{verb.Lemma} {particle.Form}", role)) return Told(words.Of($"{verb.Lemma} {particle.Form}", role));
        return words.Is(verb.Lemma, role) ? Told(words.Of(verb.Lemma, role)) : null;

        FigureMeasure? Told(FigureMeasure? measure) => measure is null || measure == last.Measure ? last.Measure : null;
    }
}
