namespace Demarche.Language.Training;

/// <summary>Counts how often words begin with a capital inside sentences of running text, headlines apart.</summary>
internal static class HabitCounter
{
    /// <returns>For each word its habit (<see cref="WordVectors.HabitOf"/>).</returns>
    public static byte[] Count(IReadOnlyList<string> lines, Segmenter segmenter, string[] words)
    {
        var places = words.Select((w, i) => (w, i)).ToDictionary(e => e.w, e => e.i, StringComparer.Ordinal);
        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        var seen = new long[words.Length];
        var capital = new long[words.Length];
        Span<char> store = stackalloc char[WordKey.MaxLength];
        foreach (var line in lines)
        {
            var cut = segmenter.Segment(line);
            foreach (var s in cut.Sentences)
            {
                var capitals = default(Capitals);
                for (var i = s.First; i < s.End; i++) capitals.Add(line.AsSpan(cut.Words[i].Span.Start, cut.Words[i].Span.Length));
                for (var i = s.First + 1; i < s.End && !capitals.AreTheRule; i++)
                {
                    var form = line.AsSpan(cut.Words[i].Span.Start, cut.Words[i].Span.Length);
                    if (!lookup.TryGetValue(WordKey.Of(form, store), out var word)) continue;
                    seen[word]++;
                    if (char.IsUpper(form[0])) capital[word]++;
                }
            }
        }
        return [.. seen.Select((n, i) => WordVectors.HabitOf(capital[i], n))];
    }
}
