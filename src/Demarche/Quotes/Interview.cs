using System.Buffers;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Questions and answers printed without quotation marks: "Q: … A: …", or each turn under its speaker's name, outlet or initials.</summary>
internal static class Interview
{
    private const int LongestLabel = 40, FewestTurns = 2, LongestPause = 6;

    private static readonly SearchValues<char> NoLabel = SearchValues.Create(",;!?()\"“”");

    private sealed record Labelled(int Line, string Label, TextSpan Span, TextSpan Words);

    /// <summary>The turns of an interview, in text order; none if the article is not one.</summary>
    public static List<UnmarkedSpeech> Turns(List<TextLine> lines, Bearers bearers)
    {
        var labelled = new List<Labelled>();
        for (var i = 0; i < lines.Count; i++)
            if (Label(lines[i], i) is { } found) labelled.Add(found);
        var asked = labelled.Where(l => IsQuestion(l.Label) || IsAnswer(l.Label)).ToList();
        if (asked.Exists(l => IsQuestion(l.Label)) && asked.Exists(l => IsAnswer(l.Label)) && IsTalk(asked, lines)) return Asked(asked, lines, bearers);
        var named = labelled.Where(l => bearers.Of(l.Label, l.Span) is not null || IsInCapitals(l.Label)).ToList();
        var labels = named.Select(l => l.Label).Distinct(StringComparer.Ordinal).Count();
        return named.Count > labels && labels >= 2 && IsTalk(named, lines) && named.Exists(l => bearers.Of(l.Label, l.Span) is not null) ? Named(named, lines, bearers) : [];
    }

    private static List<UnmarkedSpeech> Asked(List<Labelled> turns, List<TextLine> lines, Bearers bearers)
    {
        var asked = bearers.Interviewee(turns[0].Span.Start);
        var found = new List<UnmarkedSpeech>();
        for (var i = 0; i < turns.Count; i++)
        {
            var isAnswer = IsAnswer(turns[i].Label);
            var speaker = isAnswer ? asked is null ? null : asked with { Span = turns[i].Span } : Bearers.Unnamed(turns[i].Label, turns[i].Span);
            foreach (var span in Paragraphs(turns, i, lines))
                found.Add(new UnmarkedSpeech(span, speaker, isAnswer ? null : asked?.Name, "interview"));
        }
        return found;
    }

    private static List<UnmarkedSpeech> Named(List<Labelled> turns, List<TextLine> lines, Bearers bearers)
    {
        Speaker Of(Labelled turn) => bearers.Of(turn.Label, turn.Span) ?? Bearers.Unnamed(turn.Label, turn.Span);
        var names = turns.Select(t => Of(t).Name).Distinct(StringComparer.Ordinal).ToList();
        var found = new List<UnmarkedSpeech>();
        for (var i = 0; i < turns.Count; i++)
        {
            var speaker = Of(turns[i]);
            var other = names.Count == 2 ? names.Find(n => n != speaker.Name) : null;
            foreach (var span in Paragraphs(turns, i, lines)) found.Add(new UnmarkedSpeech(span, speaker, other, "interview"));
        }
        return found;
    }

    // A turn goes on until the next label; the last one to the end of its paragraph.
    private static IEnumerable<TextSpan> Paragraphs(List<Labelled> turns, int turn, List<TextLine> lines)
    {
        yield return turns[turn].Words;
        if (turn + 1 == turns.Count || turns[turn + 1].Line - turns[turn].Line > LongestPause) yield break;
        for (var line = turns[turn].Line + 1; line < turns[turn + 1].Line; line++)
            if (lines[line].Words[0] is not ('[' or '(' or '*')) yield return lines[line].Span;
    }

    /// <summary>The label at the head of a line, with the words behind it: "Q: …", "A. …", "Mr. Haddad: …".</summary>
    private static Labelled? Label(TextLine line, int index)
    {
        var words = line.Words;
        if (words.Length > 4 && words[0] is 'Q' or 'A' && words[1] == '.' && words[2] == ' ') return Turn(line, index, 1, 2);
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > LongestLabel || colon + 2 >= words.Length || words[colon + 1] != ' ') return null;
        var isName = words.AsSpan(0, colon).IndexOfAny(NoLabel) < 0 && char.IsUpper(words[0]);
        return isName ? Turn(line, index, colon, colon + 1) : null;
    }

    private static Labelled Turn(TextLine line, int index, int end, int after)
    {
        while (line.Words[after] == ' ') after++;
        var start = line.Span.Start;
        return new Labelled(index, line.Words[..end], new TextSpan(start, start + end), new TextSpan(start + after, line.Span.End));
    }

    private static bool IsQuestion(string label) => label is "Q" or "Question" or "QUESTION";

    private static bool IsAnswer(string label) => label is "A" or "Answer" or "ANSWER";

    private static bool IsInCapitals(string label) => label.Length >= 3 && label.Count(char.IsUpper) >= 3 && !label.Any(char.IsLower) && !label.Any(char.IsDigit);

    // People who talk to each other ask, and say "I" and "you"; lists and cards do not.
    private static bool IsTalk(List<Labelled> turns, List<TextLine> lines)
    {
        if (turns.Count < FewestTurns) return false;
        var said = turns.Count(t => Says(lines[t.Line].Words));
        return 2 * said >= turns.Count;
    }

    private static bool Says(string words)
    {
        if (words.Contains('?', StringComparison.Ordinal)) return true;
        foreach (var range in words.AsSpan().SplitAny(' ', ',', '.', '’', '\'', '—', '-', '!', ';', ':'))
            if (words.AsSpan(range) is "I" or "you" or "You" or "we" or "We" or "my" or "My" or "our" or "Our" or "your" or "Your" or "me" or "us") return true;
        return false;
    }
}
