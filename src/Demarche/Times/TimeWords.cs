using System.Globalization;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>What a word of the light scan is made of.</summary>
internal enum TimeWordKind
{
    /// <summary>Letters.</summary>
    Letters,

    /// <summary>Digits, perhaps with "st", "nd", "rd", "th" or "s" behind them.</summary>
    Digits,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>A word, a number or a mark of the light scan.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Lower">In lower case; of digits without their ending.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Capital">It starts with an upper-case letter.</param>
/// <param name="Suffix">Of digits: "th" for any ordinal ending, "s" for a plural, else "".</param>
/// <param name="Spaced">White space stands before it, or it begins the text.</param>
/// <param name="Breaks">A line end stands before it, or it begins the text.</param>
/// <param name="Class">Which rules may begin with it; of letters only.</param>
internal readonly record struct TimeWord(TextSpan Span, string Lower, TimeWordKind Kind, bool Capital, string Suffix, bool Spaced, bool Breaks, TimeClass Class = TimeClass.None)
{
    /// <summary>The value of up to nine digits; -1 for all else.</summary>
    public int Number { get; } = Kind == TimeWordKind.Digits && Lower.Length <= 9 ? int.Parse(Lower, NumberStyles.None, CultureInfo.InvariantCulture) : -1;

    /// <summary>True for one of some words.</summary>
    public bool Is(params ReadOnlySpan<string> words)
    {
        foreach (var w in words)
            if (string.Equals(Lower, w, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>Cuts any text into words, numbers and marks, without the parser: time expressions are found over these.</summary>
/// <remarks>The publication dates of a whole batch are worked out before anything is parsed, so this must be light.</remarks>
internal static class TimeWords
{
    private static readonly string[] Marks = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    /// <summary>The words of a text, in order; linear in its length.</summary>
    public static List<TimeWord> Of(string text)
    {
        var words = new List<TimeWord>(text.Length / 5 + 1);
        var forms = new Forms();
        bool spaced = true, breaks = true;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                spaced = true;
                breaks |= c is '\n' or '\r' or '\u2028' or '\u2029';
                i++;
                continue;
            }
            var word = char.IsAsciiDigit(c) ? Digits(text, i, spaced, breaks) : char.IsLetter(c) ? Letters(text, i, spaced, breaks, forms) : Mark(text, i, spaced, breaks);
            words.Add(word);
            i = word.Span.End;
            spaced = breaks = false;
        }
        return words;
    }

    private static TimeWord Digits(string text, int start, bool spaced, bool breaks)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var letters = end;
        while (letters < text.Length && letters - end < 3 && char.IsLetter(text[letters])) letters++;
        var suffix = letters == end ? "" : text[end..letters].ToLowerInvariant() switch { "st" or "nd" or "rd" or "th" => "th", "s" => "s", _ => "" };
        if (suffix.Length == 0 && IsApostropheS(text, end)) return new(new(start, end + 2), text[start..end], TimeWordKind.Digits, false, "s", spaced, breaks);
        return new(new(start, suffix.Length > 0 ? letters : end), text[start..end], TimeWordKind.Digits, false, suffix, spaced, breaks);
    }

    // "the 1990's" and "the '90's" are decades; "2009's law" is a year: told apart where four digits, or two behind an apostrophe, end in nought.
    private static bool IsApostropheS(string text, int at) =>
        at + 1 < text.Length && text[at] is '\'' or '’' && text[at + 1] == 's' && at >= 4 && text[at - 1] == '0' && (char.IsAsciiDigit(text[at - 4]) || text[at - 3] is '\'' or '’')
        && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static TimeWord Letters(string text, int start, bool spaced, bool breaks, Forms forms)
    {
        var end = start + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var (lower, opens) = forms.Of(text.AsSpan(start, end - start));
        return new(new(start, end), lower, TimeWordKind.Letters, char.IsUpper(text[start]), "", spaced, breaks, opens);
    }

    private static TimeWord Mark(string text, int start, bool spaced, bool breaks)
    {
        var c = text[start];
        var end = char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? start + 2 : start + 1;
        var form = c switch { '–' or '—' or '−' or '‑' => "-", '’' or '‘' => "'", < (char)128 => Marks[c], _ => "?" };
        return new(new(start, end), form, TimeWordKind.Mark, false, "", spaced, breaks);
    }

    // The words of one text in lower case, each made once, with what may begin there.
    private sealed class Forms
    {
        private const int MostShort = 32;
        private readonly Dictionary<string, (string Lower, TimeClass Class)> _all = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (string Lower, TimeClass Class)>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        public Forms() => _lookup = _all.GetAlternateLookup<ReadOnlySpan<char>>();

        public (string Lower, TimeClass Class) Of(ReadOnlySpan<char> word)
        {
            if (word.Length > MostShort) return (word.ToString().ToLowerInvariant(), TimeClass.None);
            if (_lookup.TryGetValue(word, out var known)) return known;
            var lower = word.ToString().ToLowerInvariant();
            return _lookup[word] = (lower, TimeClasses.Of(lower));
        }
    }
}
