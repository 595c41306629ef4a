using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Stories;

/// <summary>A word or number of a text, read lightly: what comparing articles needs and no more.</summary>
/// <param name="Stem">Hash of the word without its endings, or of the number.</param>
/// <param name="IsCapital">Starts with a capital.</param>
/// <param name="IsFirst">Starts a sentence, a line or a quotation.</param>
/// <param name="Number">The value of a whole number of at most four digits; -1: another number; -2: no number.</param>
/// <param name="Month">From 1, of a month's name; else 0.</param>
/// <param name="Start">UTF-16 position.</param>
/// <param name="End">UTF-16 position behind it.</param>
internal readonly record struct StoryWord(uint Stem, bool IsCapital, bool IsFirst, short Number, byte Month, int Start, int End)
{
    public bool IsNumber => Number > -2;
}

/// <summary>Cuts a text into words and numbers without any model: the articles of a stream are compared by the tens of thousands.</summary>
internal static class StoryWords
{
    private const int LongestWord = 40;

    private static readonly (string Ending, string Instead)[] Endings =
        [("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", "")];

    private static readonly FrozenDictionary<uint, byte> Months =
        ((string[])["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"])
        .SelectMany((name, i) => ((string[])[name, name[..3], name[..Math.Min(4, name.Length)]]).Distinct().Select(n => (Stem: StemOf(n), Month: (byte)(i + 1))))
        .DistinctBy(m => m.Stem).ToFrozenDictionary(m => m.Stem, m => m.Month);

    /// <summary>The words of a text, at most so many.</summary>
    public static List<StoryWord> Read(ReadOnlySpan<char> text, int limit = int.MaxValue)
    {
        var words = new List<StoryWord>();
        var first = true;
        for (var i = 0; i < text.Length && words.Count < limit;)
        {
            var c = text[i];
            var end = i + 1;
            if (char.IsLetter(c))
            {
                while (end < text.Length && (char.IsLetter(text[end]) || IsApostrophe(text[end]) && end + 1 < text.Length && char.IsLower(text[end + 1]))) end++;
                var stem = StemOf(text[i..end]);
                var capital = char.IsUpper(c);
                words.Add(new StoryWord(stem, capital, first, -2, capital && Months.TryGetValue(stem, out var month) ? month : (byte)0, i, end));
                first = false;
            }
            else if (char.IsDigit(c))
            {
                while (end < text.Length && (char.IsDigit(text[end]) || text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]))) end++;
                words.Add(new StoryWord(FeatureList.HashFolded(text[i..end]), false, first, Value(text[i..end]), 0, i, end));
                first = false;
            }
            else if (c is '.' or '!' or '?' or '\n' or ':' or '"' or '“') first = true;
            i = end;
        }
        return words;
    }

    /// <summary>Hash of a word in small letters without the endings that tell its forms apart: "elections", "election".</summary>
    public static uint StemOf(ReadOnlySpan<char> word)
    {
        Span<char> w = stackalloc char[Math.Min(word.Length, LongestWord)];
        word[..w.Length].ToLowerInvariant(w);
        if (w.Length > 2 && w[^1] == 's' && IsApostrophe(w[^2])) w = w[..^2];
        if (w.Length > 4)
        {
            foreach (var (ending, instead) in Endings)
            {
                if (!w.EndsWith(ending, StringComparison.Ordinal) || w.Length - ending.Length < 3 || ending == "s" && w.EndsWith("ss", StringComparison.Ordinal)) continue;
                instead.CopyTo(w[^ending.Length..]);
                w = w[..(w.Length - ending.Length + instead.Length)];
                break;
            }
        }
        if (w.Length > 3 && w[^1] == 'e') w = w[..^1];
        if (w.Length > 4 && w[^1] == w[^2]) w = w[..^1];
        return FeatureList.HashFolded(w);
    }

    private static short Value(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 4) return -1;
        var value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            value = value * 10 + (c - '0');
        }
        return (short)value;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';
}
