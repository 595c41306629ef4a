using System.Runtime.InteropServices;
using Demarche.Language;

namespace Demarche.Quotes.Learned;

/// <summary>How much of a stretch of words learned attributions hold.</summary>
internal static class Ascribed
{
    /// <summary>The attributions that may hold any of some tokens: those whose cues stand in the same sentences.</summary>
    /// <param name="analysis">The article.</param>
    /// <param name="attributions">In text order of their cues.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last.</param>
    public static ReadOnlySpan<Attribution> Around(Analysis analysis, List<Attribution> attributions, int first, int end)
    {
        var from = FirstFrom(attributions, analysis.Sentences[analysis.Tokens[first].Sentence].FirstToken);
        var to = FirstFrom(attributions, analysis.Sentences[analysis.Tokens[end - 1].Sentence].EndToken);
        return CollectionsMarshal.AsSpan(attributions)[from..to];
    }

    private static int FirstFrom(List<Attribution> attributions, int token)
    {
        int low = 0, high = attributions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (attributions[middle].Cue < token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>A number for what is held: 0 for nothing, else the attitude and the share in quarters.</summary>
    /// <param name="analysis">The article.</param>
    /// <param name="attributions">In text order of their cues.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last.</param>
    public static uint Of(Analysis analysis, List<Attribution> attributions, int first, int end)
    {
        int most = 0, attitude = 0;
        foreach (var a in Around(analysis, attributions, first, end))
        {
            var held = 0;
            foreach (var (from, to) in a.Content) held += Math.Max(0, Math.Min(end, to) - Math.Max(first, from));
            if (held > most) (most, attitude) = (held, (int)a.Attitude);
        }
        return most == 0 ? 0u : 1u + (uint)Math.Min(3, 4 * most / (end - first)) + (4u * (uint)attitude);
    }
}
