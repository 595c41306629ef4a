using System.Collections.Frozen;

namespace Demarche.Text;

/// <summary>The English number words: cardinals below a hundred, scales, ordinals, and words for an unknown great number. All in lower case.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Cardinals = Table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "_ _ twenty thirty forty fifty sixty seventy eighty ninety");

    private static readonly FrozenDictionary<string, int> Ordinals = Table(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "_ _ twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth");

    private static readonly FrozenDictionary<string, int> Scales = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Vague = FrozenSet.ToFrozenSet(["tens", "dozens", "scores", "hundreds", "thousands", "millions"], StringComparer.Ordinal);

    /// <summary>0 ("zero") to 19, or a multiple of ten below a hundred; null for all else.</summary>
    public static int? Cardinal(string word) => Cardinals.TryGetValue(word, out var n) ? n : null;

    /// <summary>1 to 19, or a multiple of ten below a hundred, of an ordinal ("third", "twentieth"); null for all else.</summary>
    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var n) && n > 0 ? n : null;

    /// <summary>What "dozen", "hundred", "thousand", "million" or "billion" multiplies by; null for all else.</summary>
    public static int? Scale(string word) => Scales.TryGetValue(word, out var n) ? n : null;

    /// <summary>True for "dozens", "hundreds" and their like, which give no number.</summary>
    public static bool IsVague(string word) => Vague.Contains(word);

    private static FrozenDictionary<string, int> Table(string ones, string tens) =>
        ones.Split(' ').Select((w, i) => KeyValuePair.Create(w, i))
            .Concat(tens.Split(' ').Select((w, i) => KeyValuePair.Create(w, 10 * i)).Where(p => p.Key != "_"))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
