namespace Demarche.Reconciliation.Joins;

/// <summary>Verbs and nouns of one act: "assassinate" and "assassination".</summary>
internal static class ActWords
{
    private static readonly string[] Endings =
        ["isation", "ization", "ification", "ation", "ition", "ution", "ment", "ance", "ence", "sion", "tion", "ting", "ning", "ring", "ing", "al", "ure", "er", "or", "ery", "age", "ion", "ate", "ity", "y", "ed", "e", "s"];

    /// <summary>True if the words are one, begin with the same five letters, or differ in what makes a noun of a verb only.</summary>
    public static bool Alike(string a, string b) =>
        a == b || Common(a, b) is var c && (c >= 5 || c >= 3 && (c == Math.Min(a.Length, b.Length) || Root(a) == Root(b)));

    /// <summary>Number of letters with which both begin.</summary>
    public static int Common(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n;
    }

    /// <summary>A word without what makes a noun of a verb; three letters stay.</summary>
    public static string Root(string word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }
}
