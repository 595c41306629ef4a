using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Runs of capitalised words that no dictionary has.</summary>
internal static class NameWords
{
    private const int MaxWords = 5;

    private static readonly FrozenSet<string> Calendar = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "mon", "tue", "wed", "thu", "fri");

    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "the", "a", "an", "i", "he", "she", "it", "we", "they", "you", "and", "but", "or", "if", "in", "on", "at", "for", "from", "to", "by", "with", "of", "as",
        "this", "that", "these", "those", "there", "what", "who", "how", "why", "when", "where", "no", "not", "yes", "his", "her", "their", "our", "my", "its",
        "after", "before", "while", "since", "although", "though", "because", "however", "also", "earlier", "later", "still", "meanwhile", "despite",
        "over", "under", "during", "one", "two", "three", "some", "many", "most", "all", "any", "both", "so", "then", "now", "here", "only", "even", "just",
        "east", "west", "north", "south", "eastern", "western", "northern", "southern", "central", "middle", "asia", "europe", "africa", "america", "god",
        "islam", "muslim", "christian", "jewish", "arab", "european", "african", "asian", "photo", "image", "reuters", "ap", "afp", "internet", "twitter");

    /// <summary>The end of the run of name words that starts at a token; null if none does.</summary>
    public static int? Read(Analysis analysis, NameHits hits, ActorDictionary dictionary, int start, int limit)
    {
        if (!IsNameWord(analysis, start)) return null;
        var end = start;
        for (var i = start; i < limit && i - start < MaxWords * 2; i++)
        {
            if (i > start && hits.StartingAt(i) is { } hit && (hit.Sense.Kind != NameKind.Place || hit.End - hit.First > 1)) break;
            if (i > start && dictionary.Roles.Match(analysis.Tokens, i, limit) is { Role: { Title: false } or { Offices.IsEmpty: false } }) break;
            if (IsNameWord(analysis, i) || IsHyphenated(analysis, i)) end = i + 1;
            else if (i == start || !Joins(analysis, i, limit)) break;
        }
        return end > start ? end : null;
    }

    /// <summary>True if a name of the dictionary is only the first word of a person's name: "Paris" in "Paris Hilton", "Jordan" after a given name.</summary>
    public static bool SwallowsHit(Analysis analysis, ActorDictionary dictionary, NameHit hit, int end) =>
        hit.End - hit.First == 1 && hit.Sense is { Kind: NameKind.Place or NameKind.Metonym or NameKind.State, Sector: null } && end == hit.End + 1
        && (IsGivenName(analysis, hit, end) || dictionary.OfSurname(analysis.Tokens[end - 1].Form).Any(p => PersonNames.SurnameKey(p.Name.Split(' ')[0]) == PersonNames.SurnameKey(analysis.Tokens[hit.First].Form)));

    // A town that is also a given name: the parser joins it flat to the surname.
    private static bool IsGivenName(Analysis analysis, NameHit hit, int end) => hit.Sense.Kind == NameKind.Place && analysis.Tokens[end - 1] is { Relation: "flat" } last && last.Head == hit.First;

    /// <summary>True for names of days and months.</summary>
    public static bool IsCalendarWord(string form) => Calendar.Contains(form);

    /// <summary>"May" after "in" or "last", or before a number.</summary>
    public static bool IsMonth(Analysis analysis, int i) => analysis.Tokens[i].Form is "May" or "March" or "August"
        && ((i > 0 && analysis.Tokens[i - 1].Form.ToLowerInvariant() is "in" or "last" or "this" or "since" or "until" or "early" or "late" or "by" or "of" or "next" or "and" or "to")
            || (i + 1 < analysis.Tokens.Length && analysis.Tokens[i + 1].Upos == "NUM"));

    private static bool IsNameWord(Analysis analysis, int i)
    {
        var t = analysis.Tokens[i];
        if (t.Form.Length == 0 || !char.IsUpper(t.Form[0]) || Calendar.Contains(t.Form) || NoNames.Contains(t.Form)) return false;
        return t.Upos == "PROPN" || (t.Upos is "NOUN" or "X" or "ADJ" or "VERB" or "INTJ" && analysis.Sentences[t.Sentence].FirstToken != i && t.Form.Length > 1);
    }

    /// <summary>The second half of "Sang-ho".</summary>
    private static bool IsHyphenated(Analysis analysis, int i) => i > 1 && analysis.Tokens[i] is { Upos: "PROPN" } t && analysis.Tokens[i - 1] is { Form: "-" or "–" } hyphen
        && hyphen.Span.End == t.Span.Start && analysis.Tokens[i - 2].Span.End == hyphen.Span.Start;

    /// <summary>A particle or a hyphen between two name words.</summary>
    private static bool Joins(Analysis analysis, int i, int limit)
    {
        if (i + 1 >= limit) return false;
        var t = analysis.Tokens[i];
        var joins = t.Form is "-" or "–" ? t.Span.Start == analysis.Tokens[i - 1].Span.End : PersonNames.IsParticle(t.Form) && char.IsLower(t.Form[0]);
        return joins && (IsNameWord(analysis, i + 1) || IsHyphenated(analysis, i + 1) || (i + 2 < limit && PersonNames.IsParticle(analysis.Tokens[i + 1].Form) | analysis.Tokens[i + 1].Form == "-"));
    }
}
