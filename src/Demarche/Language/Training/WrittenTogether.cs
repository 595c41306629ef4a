using System.Collections.Frozen;

namespace Demarche.Language.Training;

/// <summary>Contractions that are written without their apostrophe and then are no other word; a treebank holds only some of them.</summary>
internal static class WrittenTogether
{
    private static readonly string[] Spelt =
    [
        "ai|nt", "ar|nt", "are|nt", "ca|nt", "could|nt", "did|nt", "does|nt", "do|nt", "had|nt", "has|nt", "have|nt", "is|nt", "must|nt", "should|nt",
        "was|nt", "were|nt", "wo|nt", "would|nt", "i|m", "i|ve", "you|re", "you|ve", "you|ll", "he|s", "it|ll", "they|re", "they|ve", "they|ll",
        "we|ve", "that|s", "there|s", "what|s", "who|s", "can|not", "gon|na", "wan|na", "got|ta", "gim|me", "lem|me", "out|ta", "du|n|no", "d|ye",
    ];

    /// <summary>Lower-case form and where its words begin, after the first.</summary>
    public static FrozenDictionary<string, int[]> Forms { get; } =
        Spelt.ToFrozenDictionary(s => s.Replace("|", "", StringComparison.Ordinal), Cuts, StringComparer.Ordinal);

    private static int[] Cuts(string spelt)
    {
        var parts = spelt.Split('|');
        var cuts = new int[parts.Length - 1];
        for (var i = 0; i < cuts.Length; i++) cuts[i] = (i == 0 ? 0 : cuts[i - 1]) + parts[i].Length;
        return cuts;
    }
}
