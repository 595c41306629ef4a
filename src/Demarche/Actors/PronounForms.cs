using System.Collections.Frozen;

namespace Demarche.Actors;

/// <summary>What a third-person pronoun agrees with.</summary>
internal enum Agreement
{
    /// <summary>he, him, his, himself.</summary>
    Male,

    /// <summary>she, her, hers, herself.</summary>
    Female,

    /// <summary>it, its, itself.</summary>
    Thing,

    /// <summary>they, them, their, themselves.</summary>
    Several,
}

/// <summary>The third-person pronouns.</summary>
internal static class PronounForms
{
    private const int Longest = 10;

    private static readonly FrozenDictionary<string, Agreement> Words = new Dictionary<string, Agreement>(StringComparer.Ordinal)
    {
        ["he"] = Agreement.Male,
        ["him"] = Agreement.Male,
        ["his"] = Agreement.Male,
        ["himself"] = Agreement.Male,
        ["she"] = Agreement.Female,
        ["her"] = Agreement.Female,
        ["hers"] = Agreement.Female,
        ["herself"] = Agreement.Female,
        ["it"] = Agreement.Thing,
        ["its"] = Agreement.Thing,
        ["itself"] = Agreement.Thing,
        ["they"] = Agreement.Several,
        ["them"] = Agreement.Several,
        ["their"] = Agreement.Several,
        ["theirs"] = Agreement.Several,
        ["themselves"] = Agreement.Several,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the word agrees with; null if it is no such pronoun.</summary>
    public static Agreement? Of(string form) =>
        form.Length <= Longest && Words.TryGetValue(form.ToLowerInvariant(), out var agreement) ? agreement : null;

    /// <summary>himself, itself, themselves.</summary>
    public static bool IsReflexive(string form) =>
        form.EndsWith("self", StringComparison.OrdinalIgnoreCase) || form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);
}
