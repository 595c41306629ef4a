using System.Collections.Immutable;

namespace Demarche.Reconciliation;

/// <summary>On which side of a comparison words stand.</summary>
public enum StretchSide
{
    /// <summary>On both.</summary>
    Same,

    /// <summary>On the left only.</summary>
    Left,

    /// <summary>On the right only.</summary>
    Right,
}

/// <summary>Neighbouring words that two renderings share, or that one of them lacks.</summary>
/// <param name="Side">Who has them.</param>
/// <param name="Words">As the left prints them where both do.</param>
public sealed record WordStretch(StretchSide Side, string Words)
{
    // Longer quotations than this are cut before they are compared: the table grows with the square.
    private const int MaxWords = 400;

    /// <summary>Both texts as stretches in order, by a longest common subsequence of words; case and marks do not count.</summary>
    public static ImmutableArray<WordStretch> Compare(string left, string right)
    {
        var (a, b) = (Pieces(left), Pieces(right));
        var longest = Longest(a, b);
        var all = new List<WordStretch>();
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i].Plain == b[j].Plain) Add(all, StretchSide.Same, a[i++].Printed, ref j);
            else if (i < a.Length && (j == b.Length || longest[i + 1, j] >= longest[i, j + 1])) Add(all, StretchSide.Left, a[i++].Printed);
            else Add(all, StretchSide.Right, b[j++].Printed);
        }
        return [.. all];
    }

    private static void Add(List<WordStretch> all, StretchSide side, string words, ref int other)
    {
        Add(all, side, words);
        other++;
    }

    private static void Add(List<WordStretch> all, StretchSide side, string words)
    {
        if (all.Count > 0 && all[^1].Side == side) all[^1] = all[^1] with { Words = all[^1].Words + " " + words };
        else all.Add(new WordStretch(side, words));
    }

    private static (string Printed, string Plain)[] Pieces(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => (w, QuoteWords.Plain(w))).Where(w => w.Item2.Length > 0).Take(MaxWords)];

    private static int[,] Longest((string Printed, string Plain)[] a, (string Printed, string Plain)[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                table[i, j] = a[i].Plain == b[j].Plain ? table[i + 1, j + 1] + 1 : Math.Max(table[i + 1, j], table[i, j + 1]);
        return table;
    }
}
