using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Reconciliation.Joins;

/// <summary>Words of one document that name an act, with what is compared when mentions are joined.</summary>
internal sealed class ActMention
{
    private static readonly HashSet<string> DayWords = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "yesterday", "today", "tomorrow", "weekend", "morning", "evening", "night", "noon",
    };

    /// <param name="number">Its index as the caller counts.</param>
    /// <param name="analysis">Its document.</param>
    /// <param name="document">Number of its document among those at hand.</param>
    /// <param name="tokens">Its words, in order; never empty.</param>
    public ActMention(int number, Analysis analysis, int document, ImmutableArray<int> tokens)
    {
        (Number, Analysis, Document, Tokens) = (number, analysis, document, tokens);
        Head = HeadOf(analysis, tokens);
        Lemma = Head.Lemma.ToLowerInvariant();
        Arguments = ActArguments.Of(analysis, Head);
        Sentence = analysis.Sentences[Head.Sentence];
    }

    /// <summary>Its index as the caller counts.</summary>
    public int Number { get; }

    public Analysis Analysis { get; }

    public int Document { get; }

    public ImmutableArray<int> Tokens { get; }

    /// <summary>The word that governs the others.</summary>
    public Token Head { get; }

    /// <summary>Of the head, in lower case.</summary>
    public string Lemma { get; }

    public ActArguments Arguments { get; }

    public Sentence Sentence { get; }

    /// <summary>"it", "this": the act is named elsewhere.</summary>
    public bool IsPronoun => Head.Upos is "PRON" or "DET";

    public bool IsVerb => Head.Upos is "VERB" or "AUX";

    /// <summary>Lemmas of the words that say what is spoken of, in lower case.</summary>
    public static bool IsTelling(Token t) => t.Upos is "NOUN" or "VERB" or "ADJ" or "PROPN" or "NUM" && t.Lemma is not ("say" or "tell" or "have" or "be" or "do");

    /// <summary>True for weekdays, months, years and the like.</summary>
    public static bool IsTime(Token t) =>
        DayWords.Contains(t.Form.ToLowerInvariant()) || t.Form.Length == 4 && int.TryParse(t.Form, out var year) && year is > 1800 and < 2100;

    private static Token HeadOf(Analysis analysis, ImmutableArray<int> tokens)
    {
        foreach (var i in tokens)
            if (analysis.Tokens[i] is { } t && !tokens.Contains(t.Head) && t.Upos is not ("ADP" or "PUNCT" or "AUX")) return t;
        return analysis.Tokens[tokens[0]];
    }
}
