using Demarche.Language;

namespace Demarche.Actors;

/// <summary>The place, day and agency before a report's first sentence: "GENEVA, May 3 (Example Wire) - ". Nobody in it acts.</summary>
internal sealed class Dateline
{
    // Sentences from the start in which it is looked for (headlines and bylines may stand before), and its most tokens.
    private const int Sentences = 8;
    private const int Longest = 28;

    private readonly int _first = -1;
    private readonly int _end = -1;

    public Dateline(ActorDictionary dictionary, Analysis analysis)
    {
        foreach (var sentence in analysis.Sentences.Take(Sentences))
            if (Read(dictionary, analysis, sentence.FirstToken) is var (end, country))
            {
                (_first, _end, Country) = (sentence.FirstToken, end, country);
                return;
            }
    }

    /// <summary>The country of the place; null without a dateline, or if no data know the place.</summary>
    public string? Country { get; }

    /// <summary>True for a token of the dateline.</summary>
    public bool Covers(int token) => token >= _first && token < _end;

    private static (int End, string? Country)? Read(ActorDictionary dictionary, Analysis analysis, int first)
    {
        var limit = Math.Min(first + Longest, analysis.Tokens.Length);
        var place = first;
        while (place < limit && IsPlaceWord(analysis.Tokens[place].Form)) place++;
        if (place == first) return null;
        var (credited, inside) = (false, false);
        for (var i = place; i < limit; i++)
        {
            var form = analysis.Tokens[i].Form;
            if (IsDash(form) && !inside)
            {
                var country = CountryOf(dictionary, analysis, first, i);
                return credited || country is not null && IsInCapitals(analysis.Tokens[first].Form) ? (i + 1, country) : null;
            }
            if (form is "(" or "[") (credited, inside) = (true, true);
            else if (form is ")" or "]") inside = false;
            else if (form == "/") credited = true;
            else if (!inside && char.IsLower(form[0]) && !PersonNames.IsParticle(form)) return null;
        }
        return null;
    }

    private static bool IsPlaceWord(string form) => char.IsUpper(form[0]) || PersonNames.IsParticle(form);

    private static bool IsDash(string form) => form is "-" or "–" or "—" or "--" or "―";

    // Without a credit only capitals make a dateline; the initials of bodies and states are short.
    private static bool IsInCapitals(string form) => form.Length > 3 && form.All(char.IsUpper);

    /// <summary>Of the first name of a state or place before the dash, in whatever letters.</summary>
    private static string? CountryOf(ActorDictionary dictionary, Analysis analysis, int first, int dash)
    {
        for (var i = first; i < dash && analysis.Tokens[i].Form is not ("(" or "/" or "["); i++)
            for (var end = Math.Min(dash, i + 4); end > i; end--)
            {
                var words = analysis.Text[analysis.Tokens[i].Span.Start..analysis.Tokens[end - 1].Span.End];
                foreach (var sense in dictionary.Names.Find(words).Concat(dictionary.Names.Find(Capitalised(words))).OrderBy(s => s.Kind))
                    if (sense is { Kind: NameKind.State or NameKind.Metonym or NameKind.Place, Sector: null, People: null }) return sense.Key;
            }
        return null;
    }

    /// <summary>"NEW YORK" as "New York".</summary>
    private static string Capitalised(string words) => string.Create(words.Length, words, (span, w) =>
    {
        for (var i = 0; i < w.Length; i++) span[i] = i > 0 && char.IsLetter(w[i - 1]) ? char.ToLowerInvariant(w[i]) : w[i];
    });
}
