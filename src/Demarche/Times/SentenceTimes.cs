using Demarche.Articles;
using Demarche.Language;

namespace Demarche.Times;

/// <summary>A dated expression as it hangs in the tree.</summary>
/// <param name="Time">The expression; its days are known.</param>
/// <param name="Governor">Index of the token it modifies.</param>
/// <param name="Relation">By which relation, that of its topmost word.</param>
/// <param name="Marker">Its preposition in lower case, or "".</param>
internal sealed record AttachedTime(TimeExpression Time, int Governor, string Relation, string Marker)
{
    /// <summary>True for "Friday's meeting", "the 2015 deal": the time names the noun and nothing above it.</summary>
    public bool NamesNoun => Relation is "nmod:poss" or "compound" or "nummod" or "amod" || Marker == "of";
}

/// <summary>The dated expressions of single sentences, with the words they modify.</summary>
internal sealed class SentenceTimes(Analysis analysis, TimeExpressions times)
{
    private const int MaxClimb = 5, MaxDistance = 2000;

    /// <summary>The article's day.</summary>
    public PublicationDate Published => times.Published;

    /// <summary>The dated expressions of a token's sentence, in text order; of an endless sentence those within 2,000 characters.</summary>
    public List<AttachedTime> Near(Token token)
    {
        var found = new List<AttachedTime>();
        var sentence = analysis.Sentences[token.Sentence].Span;
        var (start, end) = (Math.Max(sentence.Start, token.Span.Start - MaxDistance), Math.Min(sentence.End, token.Span.End + MaxDistance));
        for (var i = times.FirstFrom(start); i < times.All.Length && times.All[i].Span.Start < end; i++)
            if (times.All[i] is { Days: not null, Head: >= 0 } time && !times.IsDateline(time) && time.Head < analysis.Tokens.Length && Attach(time) is { } attached) found.Add(attached);
        return found;
    }

    /// <summary>True if the sentence has any time expression but bare references.</summary>
    public bool Any(Sentence sentence)
    {
        for (var i = times.FirstFrom(sentence.Span.Start); i < times.All.Length && times.All[i].Span.Start < sentence.Span.End; i++)
            if (times.All[i].Days is not null && !times.IsDateline(times.All[i])) return true;
        return false;
    }

    private AttachedTime? Attach(TimeExpression time)
    {
        var top = analysis.Tokens[time.Head];
        for (var n = 0; n < MaxClimb && top.Head >= 0; n++)
        {
            var above = analysis.Tokens[top.Head];
            var inside = time.Span.Overlaps(above.Span);
            if (!inside && top.BaseRelation is not ("appos" or "flat")) break;
            top = above;
        }
        if (OnSubject(time, top) is { } verb) return new AttachedTime(time, verb, "obl", "on");
        return top.Head < 0 ? null : new AttachedTime(time, BeforeVerb(time, top) ?? top.Head, top.Relation, Marker(top));
    }

    /// <summary>"Weber on Thursday cancelled the visit", "Weber late on Thursday said": a time behind a noun and right before a finite verb is the verb's.</summary>
    private int? BeforeVerb(TimeExpression time, Token top)
    {
        if (top.BaseRelation is not ("nmod" or "obl" or "advmod") || top.Relation == "nmod:poss" || analysis.Tokens[top.Head].Upos is not ("NOUN" or "PROPN" or "PRON" or "ADV")) return null;
        if (Marker(top) is not ("on" or "" or "late" or "early" or "earlier")) return null;
        var end = analysis.TokensIn(time.Span).End;
        while (end < analysis.Tokens.Length && analysis.Tokens[end] is { Upos: "ADV" or "AUX" }) end++;
        return end < analysis.Tokens.Length && analysis.Tokens[end] is { Upos: "VERB", Xpos: "VBD" or "VBZ" or "VBN" } verb && verb.Sentence == top.Sentence ? end : null;
    }

    /// <summary>"On Friday troops seized the town", where the tree makes the day a part of the troops' name.</summary>
    private int? OnSubject(TimeExpression time, Token top)
    {
        if (top.Relation != "compound" || time.Head == 0 || analysis.Tokens[time.Head - 1] is not { Upos: "ADP", Lemma: var on } || !on.Equals("on", StringComparison.OrdinalIgnoreCase)) return null;
        var noun = analysis.Tokens[top.Head];
        return noun.Index > top.Index && noun.Head > noun.Index && analysis.Tokens[noun.Head].Upos == "VERB" ? noun.Head : null;
    }

    private string Marker(Token top) => analysis.Child(top.Index, "case", "mark")?.Form.ToLowerInvariant() ?? "";
}
