using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>A name of the dictionary at tokens [First, End).</summary>
internal sealed record NameHit(int First, int End, NameSense Sense, ImmutableArray<NameSense> Senses)
{
    /// <summary>The sense of a kind, or null.</summary>
    public NameSense? As(NameKind kind)
    {
        foreach (var s in Senses)
            if (s.Kind == kind) return s;
        return null;
    }

    /// <summary>True if the name can tell whose something is.</summary>
    public bool IsOwner => Sense.Kind != NameKind.Person;
}

/// <summary>The names of the dictionary in an article, the longest first, left to right, without overlap.</summary>
internal sealed class NameHits
{
    private readonly NameHit?[] _at;

    public NameHits(ActorDictionary dictionary, Analysis analysis)
    {
        _at = new NameHit?[analysis.Tokens.Length];
        var tagged = new TaggedNames(analysis);
        foreach (var sentence in analysis.Sentences)
            for (var i = sentence.FirstToken; i < sentence.EndToken;)
            {
                var hit = At(dictionary, analysis, i, sentence);
                if (hit is { Sense.Kind: NameKind.Organisation } outlet && dictionary.Organisations[outlet.Sense.Key].Sector == "MED" && (tagged.IsPartOfOther(outlet.First, outlet.End) || IsGround(analysis, outlet.End))) hit = null;
                for (var k = i; k < (hit?.End ?? i + 1); k++) _at[k] = hit;
                i = hit?.End ?? i + 1;
            }
        Settle(dictionary);
    }

    /// <summary>A people without a state is met in that of its homes which the article names most often.</summary>
    private void Settle(ActorDictionary dictionary)
    {
        if (!_at.Any(h => h?.Sense.People is not null)) return;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _at.Length; i++)
            if (_at[i] is { Sense: { People: null, Kind: not (NameKind.Person or NameKind.Organisation) } sense } hit && hit.First == i)
                counts[sense.Key] = counts.GetValueOrDefault(sense.Key) + 1;
        for (var i = 0; i < _at.Length; i++)
        {
            if (_at[i] is not { Sense.People: { } people } hit || hit.First != i) continue;
            var home = dictionary.Peoples[people].Homes.MaxBy(h => counts.GetValueOrDefault(h))!;
            var settled = new NameHit(hit.First, hit.End, hit.Sense with { Key = home }, [.. hit.Senses.Select(s => s.People == people ? s with { Key = home } : s)]);
            for (var k = hit.First; k < hit.End; k++) _at[k] = settled;
        }
    }

    /// <summary>"the Fergana valley": an outlet may be called after a place.</summary>
    private static bool IsGround(Analysis analysis, int token) => token < analysis.Tokens.Length && analysis.Tokens[token].Form is "valley" or "Valley" or "region" or "river" or "River"
        or "basin" or "district" or "province" or "mountains" or "gorge" or "Gorge" or "desert" or "peninsula" or "island" or "islands" or "strait" or "Strait" or "bay" or "coast";

    /// <summary>The name that covers a token, or null.</summary>
    public NameHit? this[int token] => token < _at.Length ? _at[token] : null;

    /// <summary>The name that starts at a token, or null.</summary>
    public NameHit? StartingAt(int token) => this[token] is { } hit && hit.First == token ? hit : null;

    private static NameHit? At(ActorDictionary dictionary, Analysis analysis, int i, Sentence sentence)
    {
        var token = analysis.Tokens[i];
        if (token.Form.Length == 0 || !char.IsLetterOrDigit(token.Form[0])) return null;
        var start = token.Span.Start;
        var (length, values) = dictionary.Names.Longest(analysis.Text, start);
        for (var hyphen = token.Form.IndexOf('-'); length == 0 && hyphen > 0 && hyphen + 1 < token.Form.Length; hyphen = token.Form.IndexOf('-', hyphen + 1))
            (length, values) = dictionary.Names.Longest(analysis.Text, start = token.Span.Start + hyphen + 1);
        if (length == 0) return null;
        var last = start + length;
        var end = i;
        while (end < sentence.EndToken && analysis.Tokens[end].Span.End < last) end++;
        if (end >= sentence.EndToken || analysis.Tokens[end].Span.Start >= last) return null;
        end++;
        var senses = values.ToImmutableArray();
        return new NameHit(i, end, Best(analysis, senses, end, sentence), senses);
    }

    /// <summary>Of several senses the most telling; an adjective before a noun, people elsewhere.</summary>
    private static NameSense Best(Analysis analysis, ImmutableArray<NameSense> senses, int end, Sentence sentence)
    {
        var best = senses[0];
        foreach (var s in senses)
            if (Order(s, analysis, end, sentence) < Order(best, analysis, end, sentence)) best = s;
        return best;
    }

    private static int Order(NameSense sense, Analysis analysis, int end, Sentence sentence) => sense.Kind switch
    {
        NameKind.Person => 0,
        NameKind.State => 1,
        NameKind.Adjective => end < sentence.EndToken && IsNominal(analysis.Tokens[end]) ? 2 : 4,
        NameKind.People => 3,
        NameKind.Metonym => 5,
        NameKind.Organisation => 6,
        _ => 7,
    };

    /// <summary>True for words that can stand inside a noun phrase before its head or be it.</summary>
    public static bool IsNominal(Token t) =>
        t.Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" || (t.Xpos is "VBN" or "VBG" && t.Relation is "amod" or "compound") || t.Form == "-";
}
