using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Marks of one family close each other, whatever their shape: “ may be closed by ".</summary>
internal enum MarkFamily
{
    /// <summary>“ ” „ ‟ " « » and their like.</summary>
    Double,

    /// <summary>‘ ’ ‚ ' ‹ ›.</summary>
    Single,
}

/// <summary>What the shape of a mark and its neighbours say.</summary>
internal enum MarkSide
{
    /// <summary>Opens.</summary>
    Opening,

    /// <summary>Closes.</summary>
    Closing,

    /// <summary>Closes if something is open, opens otherwise.</summary>
    Either,
}

/// <summary>One quotation mark of the text.</summary>
/// <param name="Span">Its one or two characters (``).</param>
/// <param name="Family">Double or single.</param>
/// <param name="Side">What it can do.</param>
/// <param name="Doubtful">True if it may as well be an apostrophe.</param>
internal readonly record struct QuotationMark(TextSpan Span, MarkFamily Family, MarkSide Side, bool Doubtful)
{
    private const string DoubleMarks = "\"“”„‟«»＂「」『』";
    private const string SingleMarks = "'‘’‚‛‹›";
    private const string Before = "([{<—–-/…";

    // Words that begin with an apostrophe: 'em, 'til, 'cause, 'tis, 'n', 'bout, 'round.
    private static readonly string[] Elisions = ["em", "til", "till", "cause", "tis", "twas", "n", "bout", "round", "cuz", "neath"];

    /// <summary>The mark that begins at a position, or null if there is none or it is an apostrophe, an inch or a minute.</summary>
    public static QuotationMark? At(string text, int i)
    {
        var c = text[i];
        if (c is '`' or '\'' && i + 1 < text.Length && text[i + 1] == c) return Twin(text, i);
        if (c == '`') return null;
        if (DoubleMarks.Contains(c)) return OfDouble(text, i);
        return SingleMarks.Contains(c) ? OfSingle(text, i) : null;
    }

    // ``…'' of typesetters and of corpora.
    private static QuotationMark Twin(string text, int i) =>
        new(new TextSpan(i, i + 2), MarkFamily.Double, text[i] == '`' ? MarkSide.Opening : Straight(text, i, i + 2), false);

    private static QuotationMark? OfDouble(string text, int i)
    {
        var at = new TextSpan(i, i + 1);
        bool free = FreeBefore(text, i), word = WordAfter(text, i + 1);
        MarkSide side;
        switch (text[i])
        {
            case '„' or '‟' or '「' or '『':
                side = MarkSide.Opening;
                break;
            case '」' or '』':
                side = MarkSide.Closing;
                break;
            case '“':
                side = free || word ? MarkSide.Opening : MarkSide.Either;
                break;
            case '”':
                side = free && word ? MarkSide.Either : MarkSide.Closing;
                break;
            case '«':
                side = free || !SpaceAt(text, i - 1) && word ? MarkSide.Opening : MarkSide.Either;
                break;
            case '»':
                side = free && word ? MarkSide.Either : MarkSide.Closing;
                break;
            default:
                if (i > 0 && char.IsAsciiDigit(text[i - 1]) && word) return null;
                side = Straight(text, i, i + 1);
                break;
        }
        return new QuotationMark(at, MarkFamily.Double, side, false);
    }

    private static MarkSide Straight(string text, int start, int end)
    {
        bool free = FreeBefore(text, start), space = SpaceAt(text, end) || !WordAfter(text, end);
        return (free, space) switch
        {
            (true, false) => MarkSide.Opening,
            (false, true) => MarkSide.Closing,
            _ => MarkSide.Either,
        };
    }

    private static QuotationMark? OfSingle(string text, int i)
    {
        var at = new TextSpan(i, i + 1);
        bool wordBefore = i > 0 && char.IsLetterOrDigit(text[i - 1]), wordAfter = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
        if (wordBefore && wordAfter) return null;
        switch (text[i])
        {
            case '‹':
                return new(at, MarkFamily.Single, MarkSide.Opening, false);
            case '›':
                return new(at, MarkFamily.Single, MarkSide.Closing, false);
            case '‘' or '‛' or '‚':
                if (wordBefore || !WordAfter(text, i + 1)) return null;
                return new(at, MarkFamily.Single, MarkSide.Opening, false);
        }
        if (FreeBefore(text, i) && WordAfter(text, i + 1))
            return text[i] == '’' || Elided(text, i + 1) ? null : new(at, MarkFamily.Single, MarkSide.Opening, true);
        if (i == 0 || char.IsWhiteSpace(text[i - 1]) || wordAfter) return null;
        return new(at, MarkFamily.Single, MarkSide.Closing, PossessiveLike(text, i));
    }

    // "the rebels' camp": an s before, a word after.
    private static bool PossessiveLike(string text, int i) =>
        text[i - 1] is 's' or 'S' or 'z' or 'x' && i + 2 < text.Length && text[i + 1] == ' ' && char.IsLetter(text[i + 2]);

    private static bool Elided(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 8 && char.IsLetterOrDigit(text[end])) end++;
        var word = text.AsSpan(start, end - start);
        if (word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1])) return true;
        foreach (var e in Elisions)
            if (word.Equals(e, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool SpaceAt(string text, int i) => i < 0 || i >= text.Length || char.IsWhiteSpace(text[i]);

    private static bool FreeBefore(string text, int i) =>
        SpaceAt(text, i - 1) || Before.Contains(text[i - 1]) || "“‘„\"'‚«‹`".Contains(text[i - 1]) && FreeOfWords(text, i - 1);

    // A mark right behind an opening mark opens too: “‘Stop’ …”.
    private static bool FreeOfWords(string text, int mark) => SpaceAt(text, mark - 1) || Before.Contains(text[mark - 1]);

    private static bool WordAfter(string text, int i) =>
        i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || "“‘„\"'‚«‹[({$£€#@&…*".Contains(text[i])
            || text[i] == '.' && i + 1 < text.Length && text[i + 1] == '.');
}
