namespace Demarche.Language;

/// <summary>Undoes regular endings (-ed, -ing, -s, -er, -est) with the spelling changes they bring, and lets the lexicon choose.</summary>
internal static class Inflections
{
    /// <summary>Steps of <see cref="WordUse.Frequency"/> by which another lemma must be more frequent than the guess.</summary>
    private const int Surer = 3;

    /// <summary>The guess, or a lemma that the ending allows and that is far more frequent in news.</summary>
    public static string Improve(string form, string guess, Inflection kind, Lexicon lexicon)
    {
        if (lexicon.Count == 0) return guess;
        var stems = EndingsOf(kind).Where(e => form.Length >= e.Length + 2 && form.EndsWith(e, StringComparison.Ordinal)).SelectMany(e => Stems(form[..^e.Length], e)).ToList();
        var (best, most) = (guess, stems.Contains(guess, StringComparer.Ordinal) ? lexicon.Find(guess).Frequency + Surer : 1);
        foreach (var stem in stems)
        {
            var frequency = lexicon.Find(stem).Frequency;
            if (frequency < most || stem == guess) continue;
            (best, most) = (stem, frequency + 1);
        }
        return best;
    }

    private static string[] EndingsOf(Inflection kind) => kind switch
    {
        Inflection.Past or Inflection.Participle => ["ed"],
        Inflection.Gerund => ["ing"],
        Inflection.ThirdPerson or Inflection.Plural => ["es", "s"],
        Inflection.Comparative => ["er"],
        Inflection.Superlative => ["est"],
        _ => [],
    };

    private static IEnumerable<string> Stems(string stem, string ending)
    {
        if (ending == "s")
        {
            if (stem[^1] is not ('s' or 'x' or 'z') && !(stem[^1] == 'y' && !IsVowel(stem[^2]))) yield return stem;
            yield break;
        }
        if (stem[^1] == 'i') yield return stem[..^1] + "y";
        if (stem[^1] == 'y' && ending == "ing") yield return stem[..^1] + "ie";
        if (ending == "es")
        {
            if (stem[^1] is 's' or 'x' or 'z' or 'o' || stem.EndsWith("ch", StringComparison.Ordinal) || stem.EndsWith("sh", StringComparison.Ordinal)) yield return stem;
            yield break;
        }
        if (stem.EndsWith("ck", StringComparison.Ordinal)) yield return stem[..^1];
        if (IsDoubled(stem)) yield return stem[..^1];
        if (!WouldDouble(stem)) yield return stem;
        if (stem[^1] != 'e') yield return stem + "e";
    }

    private static bool IsDoubled(string stem) => stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem[^1]) && stem[^1] is not ('s' or 'f' or 'z');

    /// <summary>One syllable, one vowel, one consonant: "star" makes "starred", so "stared" is not of it.</summary>
    private static bool WouldDouble(string stem) =>
        !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && stem.Length > 1 && IsVowel(stem[^2]) && stem.Count(IsVowel) == 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
