using System.Collections.Frozen;
using System.Text;

namespace Demarche.Actors;

/// <summary>The parts of people's names.</summary>
internal static class PersonNames
{
    private static readonly FrozenSet<string> FamilyNameFirst = FrozenSet.Create(StringComparer.Ordinal, "CHN", "PRK", "KOR", "TWN", "HKG", "KHM", "VNM");

    private static readonly FrozenSet<string> Particles = FrozenSet.Create(StringComparer.Ordinal,
        "bin", "ibn", "bint", "al", "el", "de", "da", "das", "dos", "del", "della", "di", "du", "van", "von", "der", "den", "la", "le", "abu", "ben",
        "ul", "ur", "st.", "saint", "ter", "ould", "takht", "mac");

    /// <summary>Words that are surnames of the known and much more besides: they name a person only after a fuller mention.</summary>
    private static readonly FrozenSet<string> AlsoWords = FrozenSet.Create(StringComparer.Ordinal,
        "may", "brown", "rice", "king", "park", "moon", "young", "day", "hill", "law", "ban", "so", "an", "long", "gray", "black", "white", "west",
        "north", "ford", "carter", "price", "cook", "fox", "hunt", "wood", "woods", "stone", "church", "bank", "banks", "rose", "reed", "cash", "mark",
        "grant", "page", "marsh", "field", "fields", "lake", "rivers", "bishop", "major", "marshal", "noble", "power", "powers", "son", "no", "he",
        "she", "on", "to", "do", "ma", "van", "lee", "kim", "khan", "ali", "mohammed", "ahmed", "hussein", "hassan", "singh", "shah", "salman",
        "khalid", "saleh", "saud", "thani", "nahyan", "maktoum", "sabah", "khalifa", "said", "santos", "garcia", "martin", "james", "john", "george",
        "paul", "thomas", "michael", "david", "peter", "william", "green", "baker", "smith", "jones", "johnson", "wilson", "jackson", "kelly", "chan",
        "wang", "li", "zhang", "chen", "yang", "liu", "wu", "lam", "choi", "kang", "yoon", "song", "ho", "ri", "pak", "choe", "east", "south", "general",
        "sheikh", "emir", "sultan", "shaker", "hall", "bell", "best", "sharp", "strong", "swift", "wise", "rich", "short", "little", "small", "sun",
        "star", "storm", "snow", "winter", "summer", "spring", "friday", "monday", "gates", "cross", "ray", "sands", "barrow", "cotton", "case", "blue");

    /// <summary>True if the word may stand in the middle of a name in lower case.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word.ToLowerInvariant());

    /// <summary>True if a bare surname is too common to name anybody without a fuller mention.</summary>
    public static bool NeedsFullerMention(string surname) => surname.Length < 2 || AlsoWords.Contains(surname.ToLowerInvariant());

    /// <summary>The keys under which a person's surname is found.</summary>
    public static IEnumerable<string> Surnames(PersonEntry person)
    {
        foreach (var name in person.OtherNames.Prepend(person.Name))
            foreach (var surname in SurnamesOf(name, person.Country))
                yield return SurnameKey(surname);
    }

    /// <summary>The surname with and without its particles; for names with the family name first, that one.</summary>
    public static IEnumerable<string> SurnamesOf(string fullName, string? country)
    {
        var words = fullName.Split(' ');
        if (words.Length == 1)
        {
            yield return fullName;
            yield break;
        }
        if ((country is not null && FamilyNameFirst.Contains(country) || country is null && IsEastAsian(words)) && words.Length <= 3)
        {
            yield return words[0];
            yield break;
        }
        var i = words.Length - 1;
        if (words[i] is "Jr." or "Sr." or "II" or "III" or "IV" && i > 0) i--;
        yield return words[i];
        if (i > 1 && IsParticle(words[i - 1])) yield return words[i - 1] + " " + words[i];
        if (i > 2 && IsParticle(words[i - 2])) yield return string.Join(' ', words[(i - 2)..(i + 1)]);
    }

    /// <summary>"Lee Sang-ho": the family name, then a given name of two syllables.</summary>
    private static bool IsEastAsian(string[] words) => words.Length == 2 && words[1].IndexOf('-', StringComparison.Ordinal) is var h and > 0
        && h + 1 < words[1].Length && char.IsLower(words[1][h + 1]);

    /// <summary>A surname folded so that usual transliterations fall together: "Zelenskyy", "Zelenskiy" and "Zelensky".</summary>
    public static string SurnameKey(string surname)
    {
        var key = new StringBuilder(surname.Length);
        foreach (var c in NameFolding.Fold(surname).ToLowerInvariant())
            if (char.IsLetter(c)) key.Append(c is 'q' ? 'k' : c is 'i' or 'j' ? 'y' : c);
            else if (c is '-' or ' ' && key.ToString() is "al" or "el" or "as" or "ash") key.Clear();
        for (var i = key.Length - 1; i > 0; i--)
            if (key[i] == key[i - 1]) key.Remove(i, 1);
        return key.Replace("ou", "u").Replace("ck", "k").ToString();
    }
}
