using Demarche.Text;

namespace Demarche.Language;

/// <summary>Full stops that need no classifier: treebanks hold too few titles, initials and acronyms to learn these from.</summary>
internal static class StopRules
{
    /// <summary>Whether a sentence ends after token <paramref name="i"/>; null where that is not certain.</summary>
    public static bool? EndsAfter(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i, Lexicon lexicon)
    {
        var token = text[tokens[i].Start..tokens[i].End];
        if (token.Length < 2 || token[^1] != '.' || i + 1 >= tokens.Count) return null;
        var next = text[tokens[i + 1].Start..tokens[i + 1].End];
        if (IsInitial(token) && (IsInitial(next) || (i > 0 && BeginsName(text[tokens[i - 1].Start..tokens[i - 1].End])))) return false;
        if (Abbreviations.IsTitle(token)) return char.IsUpper(next[0]) && !SentenceStarters.Contains(next) ? false : null;
        if (char.IsDigit(next[0]) && Abbreviations.Contains(token)) return false;
        if (next[0] is '\u2014' or '\u2013' or ',' or ';' || next is "--") return false;
        if (i > 0 && IsAcronym(token) && SentenceStarters.Contains(next)) return true;
        return i > 0 && IsTimeOfDay(token) && char.IsUpper(next[0]) && lexicon.Find(next).Lower == 4 ? true : null;
    }

    /// <summary>What the full stop at the end of a run is: part of a title, acronym or initial, or a token after a letter; null where that is
    /// not certain.</summary>
    public static Boundary? LastStop(in Run run, int i)
    {
        if (run.Text[i] != '.' || i != run.End - 1) return null;
        var token = run.Text[run.Start..run.End];
        if (IsInitial(token)) return !run.HasPrevious ? null : !run.NextBegins && run.After == 'X' ? Boundary.None : run.NextBegins && token[0] != 'I' ? Boundary.Token : null;
        if (IsAcronym(token)) return Boundary.None;
        if (Abbreviations.IsTitle(token)) return run.After == 'X' && !run.NextBegins ? Boundary.None : null;
        return run.After == '9' && Abbreviations.Contains(token) ? Boundary.None : null;
    }

    /// <summary>A capital with a full stop; after another or after a title it is part of a name.</summary>
    public static bool IsInitial(ReadOnlySpan<char> token) => token.Length == 2 && token[1] == '.' && char.IsUpper(token[0]);

    /// <summary>Another initial or a title.</summary>
    public static bool BeginsName(ReadOnlySpan<char> token) => IsInitial(token) || Abbreviations.Contains(token);

    /// <summary>Capitals with a full stop each: "U.S.", "D.C.".</summary>
    private static bool IsAcronym(ReadOnlySpan<char> token)
    {
        if (token.Length is < 4 or > 12 || token.Length % 2 != 0) return false;
        for (var i = 0; i < token.Length; i += 2)
            if (!char.IsUpper(token[i]) || token[i + 1] != '.') return false;
        return true;
    }

    private static bool IsTimeOfDay(ReadOnlySpan<char> token) =>
        token.Equals("a.m.", StringComparison.OrdinalIgnoreCase) || token.Equals("p.m.", StringComparison.OrdinalIgnoreCase);
}
