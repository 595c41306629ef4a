namespace Demarche.Stories;

/// <summary>In what ways two articles are alike; all of it is symmetric.</summary>
internal static class PairLikeness
{
    /// <summary>What is described, in this order; for people who look at the weights.</summary>
    public static readonly string[] Names =
    [
        "constant", "words", "opening", "title", "names", "pairs", "numbers", "title-in-other", "rare-words", "days-apart", "undated", "length", "words-and-names",
        "root-of-words", "stated-days-apart", "years-apart", "shared-day", "no-shared-day",
    ];

    private const float Rare = 3f, UsualLength = 5f, MostYears = 3f;

    public static int Count => Names.Length;

    public static void Describe(ArticleProfile a, ArticleProfile b, Span<float> to)
    {
        float words = 0, lead = 0, title = 0, names = 0, numbers = 0, titleOfA = 0, titleOfB = 0, rare = 0;
        for (int i = 0, j = 0; i < a.Words.Length && j < b.Words.Length;)
        {
            ref readonly var x = ref a.Words[i];
            ref readonly var y = ref b.Words[j];
            if (x.Stem < y.Stem) i++;
            else if (x.Stem > y.Stem) j++;
            else
            {
                words += (float)x.All * y.All;
                lead += (float)x.Lead * y.Lead;
                title += (float)x.Title * y.Title;
                names += (float)x.Name * y.Name;
                numbers += (float)x.Number * y.Number;
                if (x.Title > 0) titleOfA += x.Rarity;
                if (y.Title > 0) titleOfB += x.Rarity;
                if (x.Rarity >= Rare) rare += x.Rarity;
                i++;
                j++;
            }
        }
        const float scale = 1 / (ArticleProfile.Unit * ArticleProfile.Unit);
        (words, names) = (words * scale, names * scale);
        var dated = a.Day is not null && b.Day is not null;
        var shared = a.Dates.Shared(b.Dates);
        to[0] = 1;
        to[1] = words;
        to[2] = lead * scale;
        to[3] = title * scale;
        to[4] = names;
        to[5] = Pairs(a.Pairs, b.Pairs) * scale;
        to[6] = numbers * scale;
        to[7] = (Share(titleOfA, a.TitleRarity) + Share(titleOfB, b.TitleRarity)) / 2;
        to[8] = MathF.Log(1 + rare);
        to[9] = dated ? Apart(a.Day, b.Day, 0) : 0;
        to[10] = dated ? 0 : 1;
        to[11] = MathF.Log(Math.Max(1, Math.Min(a.Length, b.Length))) - UsualLength;
        to[12] = words * names;
        to[13] = MathF.Sqrt(words);
        to[14] = dated ? 0 : Apart(a.AnyDay, b.AnyDay, 1);
        to[15] = dated || a.Dates.LastYear == 0 || b.Dates.LastYear == 0 ? 0 : Math.Min(MostYears, Math.Abs(a.Dates.LastYear - b.Dates.LastYear));
        to[16] = shared > 0 ? 1 : 0;
        to[17] = shared == 0 && a.Dates.DaysOfYear.Length > 0 && b.Dates.DaysOfYear.Length > 0 ? 1 : 0;
    }

    private static float Share(float found, float all) => all > 0 ? found / all : 0;

    private static float Apart(DateOnly? a, DateOnly? b, int free) =>
        a is { } x && b is { } y ? MathF.Log(1 + Math.Max(0, Math.Abs(x.DayNumber - y.DayNumber) - free)) : 0;

    private static float Pairs((uint Key, ushort Weight)[] a, (uint Key, ushort Weight)[] b)
    {
        var sum = 0f;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Key < b[j].Key) i++;
            else if (a[i].Key > b[j].Key) j++;
            else sum += (float)a[i++].Weight * b[j++].Weight;
        }
        return sum;
    }
}
