using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Somebody's very words without quotation marks: a turn of an interview, a post, a block.</summary>
/// <param name="Span">The words, without label and signature.</param>
/// <param name="Speaker">Who says them; null if not known.</param>
/// <param name="Addressee">To whom; null if not told.</param>
/// <param name="Medium">Through what; null if not told.</param>
internal sealed record UnmarkedSpeech(TextSpan Span, Speaker? Speaker, string? Addressee, string? Medium)
{
    /// <summary>The turns and posts of an article, in text order; they do not overlap.</summary>
    public static ImmutableArray<UnmarkedSpeech> Find(Analysis analysis, ActorMentions actors, ImmutableArray<Quotation> quotations)
    {
        var lines = TextLine.Of(analysis.Text);
        var bearers = new Bearers(analysis, actors);
        var found = Interview.Turns(lines, bearers);
        if (found.Count == 0) found = Posts.Find(lines, bearers);
        var outermost = quotations.Where(q => q.Parent < 0).ToList();
        var next = 0;
        return [.. found.OrderBy(s => s.Span).Where(s => !IsMarked(s.Span))];

        // All of it between marks: the quotation will do.
        bool IsMarked(TextSpan span)
        {
            while (next < outermost.Count && outermost[next].Outer.End < span.End) next++;
            return next < outermost.Count && outermost[next].Outer.Contains(span);
        }
    }

    /// <summary>As a quotation.</summary>
    public Quote Quote() => new(Span, QuoteKind.Direct, Attitude.Assertion, Speaker?.Actor, Speaker?.Name, Speaker?.Span, Addressee, null, null, Nested: false) { Medium = Medium };
}

/// <summary>A line of a text that is not blank, without the blanks around it.</summary>
internal readonly record struct TextLine(TextSpan Span, string Words)
{
    /// <summary>All lines, in order.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (Trimmed(text, start, end) is { Length: > 0 } span) lines.Add(new TextLine(span, span.Of(text)));
            start = end + 1;
        }
        return lines;
    }

    /// <summary>A stretch without the white space around it.</summary>
    public static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
