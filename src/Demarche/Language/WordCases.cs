using System.Runtime.InteropServices;

namespace Demarche.Language;

/// <summary>How the words of an article are written in it: a name keeps its capital, the first word of a sentence has it by its place.</summary>
internal sealed class WordCases
{
    private readonly Dictionary<uint, (int Small, int Capital)> _counts = [];

    /// <summary>Counts small and capital first letters; words that begin a sentence and sentences all in capitals tell nothing.</summary>
    public WordCases(ReadOnlySpan<char> text, Segmentation cut)
    {
        var words = CollectionsMarshal.AsSpan(cut.Words);
        foreach (var s in cut.Sentences)
        {
            if (EntityReader.CapitalsOf(text, words[s.First..s.End]) > 1) continue;
            for (var i = s.First; i < s.End; i++)
            {
                var c = text[words[i].Span.Start];
                if (!char.IsLetter(c) || i == s.First && char.IsUpper(c)) continue;
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, KeyOf(text, words[i]), out _);
                if (char.IsUpper(c)) count.Capital++;
                else count.Small++;
            }
        }
    }

    /// <summary>1 if the word stands with a small letter somewhere, 2 with a capital inside a sentence, 3 both, 0 neither.</summary>
    public uint Of(ReadOnlySpan<char> text, WordSpan word) =>
        _counts.TryGetValue(KeyOf(text, word), out var c) ? (c.Small > 0 ? 1u : 0u) | (c.Capital > 0 ? 2u : 0u) | (c.Capital > 1 ? 4u : 0u) : 0u;

    private static uint KeyOf(ReadOnlySpan<char> text, WordSpan word) =>
        FeatureList.HashFolded(text.Slice(word.Span.Start, Math.Min(word.Span.Length, WordKey.MaxLength)));
}
