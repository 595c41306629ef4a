namespace Demarche.Articles;

/// <summary>Tells the language of a text by its commonest words, or by its script.</summary>
internal static class LanguageTest
{
    private const int FewestWords = 25;
    private const int MostWords = 2000;

    private static readonly (string Language, HashSet<string> Words)[] Common =
    [
        ("en", Set("the of and to in a is that for on with by at as was said he it his from has be an are have not who after were their")),
        ("de", Set("der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass nach")),
        ("fr", Set("le la les de des et en un une du que est dans qui par pour au sur pas plus ce il avec se son a sont aux ont mais")),
        ("es", Set("el la los las de en y que del un una por con se para su es al lo como más pero ha este sus fue son entre sobre")),
        ("it", Set("il la di e che in un una per del è della non con si le dei da al sono i ha nel alla più gli ma lo come anche")),
        ("pt", Set("o a os as de do da em e que um uma para com não por no na se dos das ao mais foi é como sua ele à seu")),
        ("nl", Set("de het een van en in is dat op te voor met zijn niet aan er om ook als door bij maar naar uit hij werd heeft")),
        ("pl", Set("w i na z do się nie że o jest to przez dla od po jak za ale co są oraz jego został które")),
        ("sv", Set("och i att det som en på är av för med den till har inte om ett de men var från han sig")),
        ("tr", Set("ve bir bu da de için ile olarak olan çok daha sonra ne gibi kadar en ancak olduğunu")),
    ];

    private static readonly (string Language, char First, char Last)[] Scripts =
    [
        ("ja", '\u3040', '\u30FF'), ("ko", '\uAC00', '\uD7AF'), ("zh", '\u4E00', '\u9FFF'), ("ru", '\u0400', '\u04FF'),
        ("ar", '\u0600', '\u06FF'), ("he", '\u0590', '\u05FF'), ("el", '\u0370', '\u03FF'), ("hi", '\u0900', '\u097F'),
    ];

    /// <summary>The primary tag that metadata declare, unless the text is clearly of another language; "en" for short texts.</summary>
    public static string Of(string? declared, string text)
    {
        var tag = Primary(declared);
        if (Script(text) is { } script) return tag is not null && tag != "en" ? tag : script;
        int words = 0, best = 0;
        var counts = new int[Common.Length];
        foreach (var word in Words(text))
        {
            if (++words > MostWords) break;
            for (var i = 0; i < counts.Length; i++)
            {
                if (Common[i].Words.Contains(word)) counts[i]++;
            }
        }
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }
        if (words < FewestWords || counts[best] * 6 < words) return tag ?? "en";
        return counts[best] * 2 > counts[0] * 3 || tag is null || tag == "en" || best == 0 ? Common[best].Language : tag;
    }

    private static string? Primary(string? declared)
    {
        var tag = declared?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return tag is { Length: 2 or 3 } && tag.All(char.IsAsciiLetterLower) ? tag : null;
    }

    private static string? Script(string text)
    {
        var counts = new int[Scripts.Length];
        var letters = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 4 * MostWords)))
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            for (var i = 0; i < Scripts.Length; i++)
            {
                if (c < Scripts[i].First || c > Scripts[i].Last) continue;
                counts[i]++;
                break;
            }
        }
        // Japanese is told by its kana, of which a fifth is enough beside Chinese characters.
        if (counts[0] * 5 > letters && letters > 0) return Scripts[0].Language;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] * 2 > letters) return Scripts[i].Language;
        }
        return null;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                if (i - start < 20) yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
