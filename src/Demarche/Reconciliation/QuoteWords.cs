using System.Text;

namespace Demarche.Reconciliation;

/// <summary>The words of a quotation, for comparing: lower case, letters and digits only.</summary>
internal static class QuoteWords
{
    /// <summary>In order.</summary>
    public static string[] Of(string text) => Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>In order, each without what spelling and number add: "favours" and "favor" are one, as are "activity" and "activities".</summary>
    public static string[] Stems(string text) => [.. Of(text).Select(Stem)];

    /// <summary>Words joined by single spaces; apostrophes fall away.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '‘') && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    /// <summary>Share of the shorter's words, with their number, that the longer has too, in any order.</summary>
    public static double Containment(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        var (few, many) = a.Length <= b.Length ? (a, b) : (b, a);
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var w in many) left[w] = left.GetValueOrDefault(w) + 1;
        var common = 0;
        foreach (var w in few)
        {
            if (left.GetValueOrDefault(w) == 0) continue;
            left[w]--;
            common++;
        }
        return (double)common / few.Length;
    }

    /// <summary>Number of word pairs that stand side by side in both.</summary>
    public static int SharedPairs(string[] a, string[] b)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < a.Length; i++) pairs.Add(a[i] + " " + a[i + 1]);
        var shared = 0;
        for (var i = 0; i + 1 < b.Length; i++)
            if (pairs.Remove(b[i] + " " + b[i + 1])) shared++;
        return shared;
    }

    /// <summary>True if all words of the one stand in the other, in the same order; others may come between.</summary>
    public static bool InOrder(string[] few, string[] many)
    {
        var next = 0;
        foreach (var w in many)
            if (next < few.Length && few[next] == w) next++;
        return next == few.Length;
    }

    private static string Stem(string word)
    {
        if (word.Length < 4) return word;
        if (word.EndsWith("ies", StringComparison.Ordinal)) word = word[..^3] + "y";
        else if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        if (word.Length > 4 && word.EndsWith("our", StringComparison.Ordinal)) word = word[..^2] + "r";
        return word;
    }
}
