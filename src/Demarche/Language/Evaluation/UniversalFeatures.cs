using System.Collections.Frozen;

namespace Demarche.Language.Evaluation;

/// <summary>The features that are the same in all languages; only these are compared.</summary>
internal static class UniversalFeatures
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for "Number=Plur" and the like.</summary>
    public static bool Contain(string feature) => Names.Contains(feature.IndexOf('=', StringComparison.Ordinal) is var i and > 0 ? feature[..i] : feature);
}
