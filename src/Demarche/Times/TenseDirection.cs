using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>Tells from the verb that a time hangs on whether it lies ahead or behind.</summary>
internal sealed class TenseDirection(Analysis analysis)
{
    private const int MaxClimb = 12;

    // Verbs and adjectives whose infinitive is still to come: "plans to meet on Friday".
    private static readonly FrozenSet<string> Ahead = """
        plan expect schedule set due intend hope aim want need prepare vow promise threaten likely slate go ready ask urge call propose agree offer decide choose wait order
        invite expected supposed bound pledge allow want able unlikely force require seek try
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Report = FrozenSet.ToFrozenSet(["say", "tell", "report", "write", "show", "add", "think", "believe", "note", "mean", "know"], StringComparer.Ordinal);

    /// <summary>True: ahead; false: behind; null: its clause does not tell.</summary>
    public bool? LooksForward(TextSpan span)
    {
        var (first, end) = analysis.TokensIn(span);
        if (first >= end) return null;
        // "the meeting is Tuesday"
        for (var i = first; i < end; i++)
            if (analysis.Tokens[i].Upos is "PROPN" or "NOUN" or "NUM" && analysis.Child(i, "cop") is { } copula) return copula.Xpos is "VBD" ? false : copula.Xpos is "VBZ" or "VBP" or "VB" ? true : null;
        var token = analysis.Tokens[end - 1];
        for (var n = 0; n < MaxClimb; n++)
        {
            if (!span.Overlaps(token.Span) && !IsReduced(token, end) && Of(token) is { } forward) return forward;
            if (analysis.Head(token) is not { } above) return null;
            token = above;
        }
        return null;
    }

    // "on Wednesday aimed at …": a participle behind the time does not hold it.
    private bool IsReduced(Token token, int end) =>
        token.Index >= end && token.Xpos is "VBD" or "VBN" && token.BaseRelation is "acl" or "advcl" && analysis.Child(token.Index, "nsubj", "aux") is null;

    private bool? Of(Token token)
    {
        if (token.Upos is not ("VERB" or "AUX" or "ADJ" or "NOUN" or "PROPN" or "PRON" or "NUM" or "ADV")) return null;
        var auxiliaries = analysis.Children(token.Index, "aux", "cop").ToList();
        if (token.Upos is not ("VERB" or "AUX") && auxiliaries.Count == 0) return token.Upos == "ADJ" && token.Lemma is "due" or "scheduled" ? true : null;
        if (auxiliaries.Exists(a => a.Lemma.ToLowerInvariant() is "will" or "shall" or "'ll")) return true;
        if (auxiliaries.Exists(a => a.Xpos == "VBD" || a.Lemma == "have")) return false;
        if (auxiliaries.Exists(a => a.Lemma.ToLowerInvariant() is "would" or "should" or "may" or "might" or "must")) return true;
        if (analysis.Children(token.Index, "mark").Any(m => m.Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)))
            return token.BaseRelation == "acl" || analysis.Head(token) is { } above && Ahead.Contains(above.Lemma.ToLowerInvariant()) ? true : null;
        return auxiliaries.Count > 0 ? auxiliaries.Exists(a => a.Xpos is "VBZ" or "VBP") && token.Xpos is "VBG" ? true : null : token.Xpos switch
        {
            "VBD" => false,
            "VBN" => token.Lemma is "schedule" or "plan" or "expect" or "slate" or "set",
            "VBZ" or "VBP" => Report.Contains(token.Lemma) || InHeadline(token) ? null : true,
            _ => null,
        };
    }

    // A line without a full stop: its present tense tells the past.
    private bool InHeadline(Token token)
    {
        var sentence = analysis.Sentences[token.Sentence];
        return analysis.Tokens[sentence.EndToken - 1].Form is not ("." or "!" or "?" or "”" or "\"" or "'" or "’");
    }
}
