using Demarche.Language;

namespace Demarche.Actors;

/// <summary>How descriptions stand beside names.</summary>
internal static class Descriptions
{
    /// <summary>A name and the description in apposition to it, among two neighbouring chunks, in either order; null if they are not.</summary>
    public static (Chunk Name, Chunk Description)? Apposed(Analysis analysis, List<Chunk> chunks, int i)
    {
        var (a, b) = (chunks[i], chunks[i + 1]);
        if (IsName(a) && Between(analysis, a.End, b.First) is { } gap)
        {
            if (b.Kind == ChunkKind.Description && IsSingle(b) && !IsOwner(analysis, b) && (gap.Comma || IsNamedAs(analysis, a, b))) return (a, b);
            // "Ushakov, Putin's adviser": the owner is a chunk of its own between the two.
            if (gap.Comma && i + 2 < chunks.Count && chunks[i + 2] is { Kind: ChunkKind.Description } c && IsSingle(c) && c.First == b.End
                && c.Owners.Length > 0) return (a, c);
        }
        return a.Kind == ChunkKind.Description && IsSingle(a) && IsName(b) && (b.Owners.IsEmpty || b.Former && !a.Former) && IsDirectlyAfterComma(analysis, a.End, b) ? (b, a) : null;
    }

    /// <summary>The words of an unnamed person with the article and adjectives before them: "a senior Israeli official".</summary>
    public static string WithArticle(Analysis analysis, Chunk chunk)
    {
        var first = chunk.First;
        while (first > 0 && analysis.Tokens[first - 1] is { Upos: "ADJ" or "DET" or "NUM" } t && t.Sentence == analysis.Tokens[chunk.First].Sentence)
        {
            first--;
            if (t.Upos == "DET") break;
        }
        var start = analysis.Tokens[first];
        var words = analysis.Text[start.Span.Start..analysis.Tokens[chunk.End - 1].Span.End];
        return start.Upos == "DET" ? words.ToLowerInvariant()[..start.Form.Length] + words[start.Form.Length..] : words;
    }

    /// <summary>False after "a" and its like: such words bring somebody new.</summary>
    public static bool IsDefinite(Analysis analysis, Chunk chunk)
    {
        var sentence = analysis.Tokens[chunk.First].Sentence;
        for (var i = chunk.First - 1; i >= 0 && chunk.First - i <= 4 && analysis.Tokens[i].Sentence == sentence; i--)
        {
            var t = analysis.Tokens[i];
            if (t.Form.ToLowerInvariant() is "a" or "an" or "another" or "some" or "any" or "no" or "one" or "each" or "every") return false;
            if (t.Upos is not ("ADJ" or "ADV" or "NOUN" or "PROPN" or "PUNCT") || t.Form is ",") break;
        }
        return chunk.Definite;
    }

    /// <summary>The usual name of a state's forces or of those against it: "Russian military".</summary>
    public static string NameOf(StateEntry state, string sector) => (state.Adjectives.IsEmpty ? state.Name : state.Adjectives[0]) + sector switch
    {
        "MIL" => " military",
        "COP" => " police",
        "SPY" => " intelligence services",
        "OPP" => " opposition",
        _ => " rebels",
    };

    private static bool IsName(Chunk chunk) => chunk.Kind is ChunkKind.KnownPerson or ChunkKind.Name;

    // "the king, the prince's father": not the prince.
    private static bool IsOwner(Analysis analysis, Chunk chunk) => chunk.End < analysis.Tokens.Length && analysis.Tokens[chunk.End].Form is "'s" or "’s" or "'" or "’";

    private static bool IsSingle(Chunk chunk) => !chunk.Plural && chunk.Role is { Kind: ActorKind.Person or ActorKind.Group };

    /// <summary>Only articles, adjectives and one comma between; null if anything else is.</summary>
    private static (bool Comma, int Words)? Between(Analysis analysis, int from, int to)
    {
        var comma = false;
        for (var i = from; i < to; i++)
        {
            var t = analysis.Tokens[i];
            if (t.Form == "," && !comma && i == from) comma = true;
            else if (t.Upos is not ("DET" or "ADJ" or "PRON" or "ADV") || !comma) return null;
        }
        return (comma, to - from);
    }

    private static bool IsDirectlyAfterComma(Analysis analysis, int end, Chunk name) =>
        (name.First == end + 1 || name.Former && name.First == end + 2) && analysis.Tokens[end].Form == "," && name.End < analysis.Tokens.Length
        && (analysis.Tokens[name.End].Form is "," or "." or ":" or ")" || analysis.Tokens[name.End].Upos is "VERB" or "AUX");

    private static bool IsNamedAs(Analysis analysis, Chunk name, Chunk description) =>
        description.First > name.End && analysis.Tokens[name.End].Form == ",";
}
