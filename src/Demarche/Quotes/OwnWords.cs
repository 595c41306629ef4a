using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Takes out of a quotation what its speaker did not say: "[Haddad]", "(the governor)", "[...]", the brackets of "[H]e".</summary>
/// <remarks>Only the text of the words changes; the span stays what it is, and each thing taken out is listed.</remarks>
internal sealed class OwnWords(Analysis analysis, ActorMentions actors)
{
    private const int LongestInsertion = 120;

    // What a reporter notes between the words.
    private static readonly string[] Asides = ["laughs", "laughter", "applause", "pause", "pauses", "sighs", "inaudible", "crosstalk", "smiles", "cheers"];

    /// <summary>The quotation with its own words, and what was taken out.</summary>
    public Quote Of(Quote quote)
    {
        var taken = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = quote.Span.Start; i < quote.Span.End;)
        {
            var end = EndOf(i, quote.Span.End);
            if (end < 0)
            {
                i++;
                continue;
            }
            Take(new TextSpan(i, end), quote.Span, taken);
            i = end;
        }
        return quote with { Words = Joined(quote.Span, taken), Insertions = taken.ToImmutable() };
    }

    // "[H]e" loses its brackets only.
    private void Take(TextSpan found, TextSpan words, ImmutableArray<TextSpan>.Builder taken)
    {
        var text = analysis.Text;
        var isPart = text[found.Start] == '[' && found.Length > 2 && text.AsSpan(found.Start + 1, found.Length - 2).IndexOfAnyExceptInRange('A', 'z') < 0
            && (found.End < words.End && char.IsLetter(text[found.End]) || found.Start > words.Start && char.IsLetter(text[found.Start - 1]));
        if (isPart) taken.AddRange(new TextSpan(found.Start, found.Start + 1), new TextSpan(found.End - 1, found.End));
        else taken.Add(found);
    }

    /// <summary>Where what begins here and is not the speaker's ends; -1 if it is his.</summary>
    private int EndOf(int start, int limit)
    {
        var text = analysis.Text;
        switch (text[start])
        {
            case '[':
                return Close(start, limit, ']') is var end and > 0 ? end : -1;
            case '(':
                return Close(start, limit, ')') is var close and > 0 && IsOthers(new TextSpan(start + 1, close - 1)) ? close : -1;
            case '…' or '.':
                return Omitted(start, limit);
            default:
                return -1;
        }
    }

    private int Close(int start, int limit, char mark)
    {
        var room = analysis.Text.AsSpan(start + 1, Math.Min(limit - start - 1, LongestInsertion));
        var at = room.IndexOfAny(mark, analysis.Text[start]);
        return at >= 0 && room[at] == mark ? start + at + 2 : -1;
    }

    // " … ", "..." and ". . ." between blanks.
    private int Omitted(int start, int limit)
    {
        var text = analysis.Text;
        if (start > 0 && text[start - 1] != ' ') return -1;
        int end = start, dots = 0;
        while (end < limit && (text[end] is '.' or '…' || text[end] == ' ' && end + 1 < limit && text[end + 1] == '.' && text[end - 1] == '.')) dots += text[end++] switch { '…' => 3, '.' => 1, _ => 0 };
        return dots >= 3 && (end == limit || text[end] == ' ') ? end : -1;
    }

    // A person or body of the article, or a note on the delivery.
    private bool IsOthers(TextSpan inside)
    {
        var (first, end) = analysis.TokensIn(inside);
        if (inside.Length > 0 && Asides.Contains(inside.Of(analysis.Text).TrimEnd('.').ToLowerInvariant())) return true;
        while (first < end && analysis.Tokens[first].Upos == "DET") first++;
        return first < end && actors.Covering(first) is { Kind: MentionKind.Name or MentionKind.Description } mention && analysis.Tokens[first].Span.Start == mention.Span.Start
            && mention.Span.End == analysis.Tokens[end - 1].Span.End && inside.Contains(mention.Span);
    }

    // One blank where two are left, none before a mark.
    private string Joined(TextSpan words, ImmutableArray<TextSpan>.Builder taken)
    {
        if (taken.Count == 0) return words.Of(analysis.Text);
        var joined = new System.Text.StringBuilder();
        var at = words.Start;
        foreach (var gap in taken.Append(new TextSpan(words.End, words.End)))
        {
            var piece = analysis.Text.AsSpan(at, gap.Start - at);
            if (at > words.Start && (joined.Length == 0 || joined[^1] == ' ')) piece = piece.TrimStart(' ');
            if (joined.Length > 0 && joined[^1] == ' ' && piece is [',' or '.' or ';' or ':' or '!' or '?', ..]) joined.Length--;
            joined.Append(piece);
            at = gap.End;
        }
        return joined.ToString().TrimEnd(' ');
    }
}
