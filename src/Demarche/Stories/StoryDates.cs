namespace Demarche.Stories;

/// <summary>The days that a text names by the calendar, read lightly.</summary>
/// <param name="Stated">The first full day near the beginning of the text; mostly its own, where nothing else gives one. Null if there is none.</param>
/// <param name="LastYear">The latest year it names, 1990 to 2049; 0 if none.</param>
/// <param name="DaysOfYear">Days without regard to their year, 100 × month + day, ascending.</param>
internal sealed record StoryDates(DateOnly? Stated, int LastYear, short[] DaysOfYear)
{
    private const int Opening = 400;

    /// <summary>How many days of the year both name.</summary>
    public int Shared(StoryDates other)
    {
        var shared = 0;
        foreach (var day in DaysOfYear)
            if (Array.BinarySearch(other.DaysOfYear, day) >= 0) shared++;
        return shared;
    }

    public static StoryDates Of(ReadOnlySpan<char> text, List<StoryWord> words)
    {
        DateOnly? stated = null;
        var last = 0;
        var days = new SortedSet<short>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Number is >= 1990 and < 2050 and var year) last = Math.Max(last, year);
            if (Read(text, words, i) is not var (month, day, of)) continue;
            days.Add((short)(month * 100 + day));
            if (stated is null && words[i].Start < Opening && of is >= 1900 and < 2100 && day <= DateTime.DaysInMonth(of, month)) stated = new DateOnly(of, month, day);
        }
        return new StoryDates(stated, last, [.. days]);
    }

    /// <summary>"June 18, 2025", "18 June 2025", "18th of June", "06 / 18 / 2025"; the year is 0 where none is told.</summary>
    private static (int Month, int Day, int Year)? Read(ReadOnlySpan<char> text, List<StoryWord> words, int i)
    {
        if (words[i].Month > 0 && At(words, i + 1) is { Number: >= 1 and <= 31 } day)
        {
            var behind = Behind(text, words, i + 1);
            return (words[i].Month, day.Number, Year(words, behind));
        }
        if (words[i].Number is not (>= 1 and <= 31 and var number)) return null;
        var next = Behind(text, words, i);
        if (At(words, next) is { Month: > 0 and var month }) return (month, number, Year(words, next + 1));
        if (At(words, i + 1) is { Number: >= 1 and <= 31 and var second } && At(words, i + 2) is { Number: >= 2000 and < 2100 and var year }
            && IsSlash(text, words[i], words[i + 1]) && IsSlash(text, words[i + 1], words[i + 2]))
            return number > 12 ? second <= 12 ? (second, number, year) : null : (number, second, year);
        return null;
    }

    /// <summary>The place behind a number, its "th" and "of".</summary>
    private static int Behind(ReadOnlySpan<char> text, List<StoryWord> words, int i)
    {
        var at = i + 1;
        if (At(words, at) is { } suffix && suffix.Start == words[i].End && text[suffix.Start..suffix.End] is "st" or "nd" or "rd" or "th") at++;
        if (At(words, at) is { } of && text[of.Start..of.End] is "of") at++;
        return at;
    }

    private static int Year(List<StoryWord> words, int i) => At(words, i) is { Number: >= 1900 and < 2100 and var year } ? year : 0;

    private static bool IsSlash(ReadOnlySpan<char> text, StoryWord a, StoryWord b) => text[a.End..b.Start].Trim() is "/";

    private static StoryWord? At(List<StoryWord> words, int i) => i < words.Count ? words[i] : null;
}
