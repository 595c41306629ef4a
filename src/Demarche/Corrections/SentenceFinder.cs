using Demarche.Language;
using Demarche.Text;

namespace Demarche.Corrections;

/// <summary>Finds a sentence again that was reworded a little: by the longest common run of its words in order.</summary>
internal static class SentenceFinder
{
    /// <summary>Least share of common words (Dice) at which a sentence is the same one reworded.</summary>
    private const double Enough = 0.75;

    /// <summary>What the best must be ahead of the second.</summary>
    private const double Lead = 0.1;

    /// <summary>The sentence likest to the words; null if none is like enough or two are about as like.</summary>
    public static TextSpan? Find(Analysis analysis, string words)
    {
        var sought = Words(words);
        if (sought.Length == 0) return null;
        (TextSpan? Span, double Share) best = default;
        var second = 0.0;
        foreach (var sentence in analysis.Sentences)
        {
            var there = Words(sentence.Span.Of(analysis.Article.Text));
            if (there.Length == 0 || 2.0 * Math.Min(sought.Length, there.Length) / (sought.Length + there.Length) < Enough) continue;
            var share = 2.0 * Common(sought, there) / (sought.Length + there.Length);
            if (share > best.Share) (second, best) = (best.Share, (sentence.Span, share));
            else second = Math.Max(second, share);
        }
        return best.Share >= Enough && best.Share - second >= Lead ? best.Span : null;
    }

    private static string[] Words(string text) =>
        [.. new string([.. FoldedText.Fold(text).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static int Common(string[] a, string[] b)
    {
        var row = new int[b.Length + 1];
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = word == b[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row[^1];
    }
}
