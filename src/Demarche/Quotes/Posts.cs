using System.Buffers;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Social media posts printed without quotation marks, by their signature: "— Name (@handle) June 3, 2024" behind them, "Name @handle" above them, "@handle: …" before them.</summary>
internal static class Posts
{
    private const int LongestName = 60, LongestHead = 120;
    private const string Medium = "social media";

    private static readonly SearchValues<char> NoName = SearchValues.Create(":;!?\"“”");

    private sealed record Signature(string Name, TextSpan Span, string Handle, string? To);

    /// <summary>The posts, in text order.</summary>
    public static List<UnmarkedSpeech> Find(List<TextLine> lines, Bearers bearers)
    {
        var found = new List<UnmarkedSpeech>();
        var names = new Dictionary<string, (string Name, Speaker Speaker)>(StringComparer.OrdinalIgnoreCase);
        var heads = lines.Select(Head).ToList();
        var isThread = heads.Count(h => h is not null) >= 2;
        Signature? author = null;
        var left = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (heads[i] is { } head)
            {
                (author, left) = (head, isThread ? int.MaxValue : 1);
                names[head.Handle] = (head.Name, Of(head, bearers));
            }
            else if (Handled(lines[i]) is var (handle, span, words))
                found.Add(new UnmarkedSpeech(words, names.TryGetValue(handle, out var known) ? known.Speaker with { Span = span } : Bearers.Unnamed(handle, span), null, Medium));
            else if (Signed(lines[i]) is var (signed, own)) Add(found, lines, i, signed, own, bearers);
            else if (author is not null && left > 0)
            {
                found.Add(new UnmarkedSpeech(lines[i].Span, Of(author, bearers), left is 1 or int.MaxValue ? author.To : null, Medium));
                left = left == int.MaxValue ? left - 1 : left > 1 ? left : 0;
            }
        }
        return found;
    }

    private static Speaker Of(Signature signature, Bearers bearers) =>
        bearers.Of(signature.Name, signature.Span) ?? Bearers.Unnamed(signature.Name, signature.Span);

    // Behind the post in its own line, or in the line below it.
    private static void Add(List<UnmarkedSpeech> found, List<TextLine> lines, int line, Signature signed, TextSpan own, Bearers bearers)
    {
        var post = own.Length > 0 ? own : line > 0 ? lines[line - 1].Span : own;
        if (post.Length > 0 && (found.Count == 0 || found[^1].Span.End <= post.Start)) found.Add(new UnmarkedSpeech(post, Of(signed, bearers), null, Medium));
    }

    /// <summary>"Jocelyn Marsh @jmarsh · replying to @other": a line of its own.</summary>
    private static Signature? Head(TextLine line)
    {
        var words = line.Words;
        if (words.Length > LongestHead || words.IndexOf(" @", StringComparison.Ordinal) is not (> 0 and <= LongestName and var at)) return null;
        var end = EndOfHandle(words, at + 2);
        if (end <= at + 2 || end < words.Length && !words.AsSpan(end).TrimStart(' ').StartsWith("·") && !words.AsSpan(end).TrimStart(' ').StartsWith("•")) return null;
        if (!IsName(words.AsSpan(0, at))) return null;
        var to = words.IndexOf("replying to @", end, StringComparison.OrdinalIgnoreCase);
        var addressed = to < 0 ? null : words[(to + 12)..EndOfHandle(words, to + 13)];
        return new Signature(words[..at], new TextSpan(line.Span.Start, line.Span.Start + end), words[(at + 1)..end], addressed);
    }

    /// <summary>"@handle: the post".</summary>
    private static (string Handle, TextSpan Span, TextSpan Words)? Handled(TextLine line)
    {
        var words = line.Words;
        if (words[0] != '@' || EndOfHandle(words, 1) is not (> 1 and var end) || end + 2 >= words.Length || words[end] != ':' || words[end + 1] != ' ') return null;
        var start = line.Span.Start;
        return (words[..end], new TextSpan(start, start + end), TextLine.Trimmed(words, end + 1, words.Length) is var own ? new TextSpan(start + own.Start, start + own.End) : default);
    }

    /// <summary>"… — Name (@handle) June 3, 2024" at the end of a line, with what stands before it.</summary>
    private static (Signature Signature, TextSpan Own)? Signed(TextLine line)
    {
        var words = line.Words;
        var at = words.LastIndexOf("(@", StringComparison.Ordinal);
        if (at < 0 || EndOfHandle(words, at + 2) is var end && (end <= at + 2 || end >= words.Length || words[end] != ')') || words.Length - end > 30) return null;
        var dash = words.AsSpan(0, at).LastIndexOfAny("—–");
        if (dash < 0 || at - dash > LongestName || !IsName(words.AsSpan(dash + 1, at - dash - 1).Trim()) || !IsDate(words.AsSpan(end + 1))) return null;
        var name = TextLine.Trimmed(words, dash + 1, at);
        var (start, own) = (line.Span.Start, TextLine.Trimmed(words, Skipped(words), dash));
        return (new Signature(name.Of(words), new TextSpan(start + name.Start, start + end + 1), words[(at + 1)..end], null), new TextSpan(start + own.Start, start + own.End));
    }

    // "Skip Twitter post by @name" goes before embedded posts, for readers by ear.
    private static int Skipped(string words)
    {
        var at = words.StartsWith("Skip ", StringComparison.Ordinal) ? words.IndexOf(" post by @", StringComparison.Ordinal) : -1;
        return at is > 0 and < 20 ? EndOfHandle(words, at + 10) : 0;
    }

    private static int EndOfHandle(string words, int start)
    {
        while (start < words.Length && (char.IsAsciiLetterOrDigit(words[start]) || words[start] == '_')) start++;
        return start;
    }

    // Short, with a capital, and no sentence.
    private static bool IsName(ReadOnlySpan<char> words) =>
        words.Length is > 0 and <= LongestName && (char.IsUpper(words[0]) || char.IsDigit(words[0])) && words.IndexOfAny(NoName) < 0 && words.Count(' ') <= 6 && !words.Contains(". ", StringComparison.Ordinal);

    // Nothing, or the day of the post.
    private static bool IsDate(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        return words.IsEmpty || words.IndexOfAnyInRange('0', '9') >= 0;
    }
}
