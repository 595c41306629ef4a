namespace Demarche.Language;

/// <summary>Classes of characters that splitter, tokenizer and tagger share.</summary>
internal static class Characters
{
    /// <summary>Typographic variants become the plain character: quotation marks, apostrophes, short dashes.</summary>
    public static char Fold(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u00B4' or '`' or '\u02BC' or '\uFF07' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        '\u2015' => '\u2014',
        _ => c,
    };

    /// <summary>Class of a character in a shape: x, X, 9, or the folded character itself.</summary>
    public static char Shape(char c)
    {
        if (char.IsAsciiLetterLower(c)) return 'x';
        if (char.IsAsciiLetterUpper(c)) return 'X';
        if (char.IsDigit(c)) return '9';
        if (char.IsUpper(c)) return 'X';
        return char.IsLetter(c) || IsJoiner(c) ? 'x' : Fold(c);
    }

    /// <summary>Letters, and what must not be cut from them: halves of a pair, combining marks, joiners.</summary>
    public static bool IsWordLike(char c) => char.IsLetter(c) || IsJoiner(c);

    public static bool IsTerminal(char c) => c is '.' or '?' or '!' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F';

    /// <summary>Marks that may stand between a full stop and the end of its sentence.</summary>
    public static bool IsCloser(char c) => c is ')' or ']' or '}' || Fold(c) is '"' or '\'';

    public static bool IsNewline(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f';

    private static bool IsJoiner(char c)
    {
        if (c < 0x80) return false;
        if (char.IsSurrogate(c) || c is '\u200C' or '\u200D' or '\uFE0F') return true;
        return char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark;
    }
}
