using System.Collections.Frozen;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>The words of data/figures/sides.tsv: what calls people military, civilian, rebels …</summary>
internal sealed class SideWords
{
    private const string File = "figures/sides.tsv";

    private readonly FrozenDictionary<string, string> _sides;

    private SideWords(FrozenDictionary<string, string> sides) => _sides = sides;

    /// <exception cref="DataException">A line is not "lemma, side".</exception>
    public static SideWords Load(DataFiles data)
    {
        var sides = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split('\t') is not [{ Length: > 0 } lemma, { Length: > 0 } side]) throw new DataException(File, line, "expected a lemma and a side, with a tab between them");
            if (!sides.TryAdd(lemma, side)) throw new DataException(File, line, $"'{lemma}' stands twice");
        }
        return new SideWords(sides.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The side a word names, or null.</summary>
    public string? Of(string lemma) => _sides.GetValueOrDefault(lemma.ToLowerInvariant());
}

/// <summary>Tells whose people are counted, from the noun and the words before it.</summary>
internal sealed class SideReader(Analysis analysis, ActorMentions actors, SideWords words)
{
    /// <summary>The side, or null.</summary>
    public string? Read(NumberPhrase number, Count count)
    {
        var counted = count.Counted;
        if (words.Of(analysis.Tokens[counted].Lemma) is { } own && own != "person") return OfModifiers(counted, number) is { } nearer && nearer != "civilian" ? nearer : own;
        if (OfModifiers(counted, number) is { } modified) return modified;
        if (actors.Covering(counted) is not { Actors: [var only] } mention || mention.Kind == MentionKind.Pronoun) return null;
        return actors[only].Sector switch { "MIL" => "military", "REB" or "UAF" => "rebels", "COP" => "police", "CVL" => "civilian", _ => null };
    }

    // "Kurdish rebel fighters", "police officers", "members of the security forces"
    private string? OfModifiers(int counted, NumberPhrase number)
    {
        string? found = null;
        foreach (var child in analysis.Children(counted, "compound", "amod", "nmod", "appos"))
            if (child.Index >= number.First && child.Index <= counted + 6 && words.Of(child.Lemma) is { } side && side != "person") found ??= side;
        return found;
    }
}
