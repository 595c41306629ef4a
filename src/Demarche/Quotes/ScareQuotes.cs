using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>Tells what stands between quotation marks for other reasons than that somebody said it: titles, names, distance, headings.</summary>
internal sealed class ScareQuotes(Analysis analysis, SpeechCues cues)
{
    private const int Phrase = 4;

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "by", "from", "as", "vs", "de", "la",
    };

    /// <summary>True if nobody is quoted here.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="position">The quotation's place in it.</param>
    /// <param name="quotation">The quotation.</param>
    /// <param name="verdict">Who would be its speaker.</param>
    /// <param name="follows">True if it goes on from a quotation of the same paragraph.</param>
    public bool Is(Frame frame, int position, Quotation quotation, Verdict verdict, bool follows)
    {
        var words = quotation.Span.Of(analysis.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var before = position > 0 && !frame.Items[position - 1].IsQuotation ? analysis.Tokens[frame.Items[position - 1].Token] : null;
        if (words.Length <= 8 && IsHeading(frame, quotation)) return true;
        if (frame.Items.Length > 1 && LooksLikeTitle(words) && !Introduced(before, verdict)) return true;
        if (Named(frame, position, verdict)) return true;
        if (verdict.Ground >= Ground.Far) return false;
        return verdict.Speaker is null && words.Length <= Phrase && !follows;
    }

    // Said, with a pause: “Never Again,” he said. Called: a “Paper Tiger”.
    private bool Introduced(Token? before, Verdict verdict)
    {
        if (verdict.Ground < Ground.Near) return false;
        if (before is { Form: "," or ":" } || before is null) return true;
        return verdict.Cue is { } cue && (cue.Kind & (CueKind.Label | CueKind.Claim)) != 0 && cue.Token < before.Index + 1;
    }

    private static bool LooksLikeTitle(string[] words)
    {
        var capitals = 0;
        foreach (var word in words)
        {
            var core = word.Trim(',', '.', '!', '?', ':', ';', '’', '\'', '(', ')');
            if (core.Length == 0) continue;
            if (char.IsDigit(core[0])) continue;
            if (!char.IsUpper(core[0])) { if (!SmallWords.Contains(core)) return false; continue; }
            if (core.Length > 1 && !core.Any(char.IsLower)) return false;
            capitals++;
        }
        return capitals > 0 && words.Length is <= 8 and > 1 || capitals == 1 && words.Length == 1 && words[0].All(char.IsLetter);
    }

    // "a missile named “…”", "dubbed “…”": a name, unless the one who coined it is told.
    private bool Named(Frame frame, int position, Verdict verdict)
    {
        for (var i = position - 1; i >= 0 && i >= position - 2; i--)
        {
            if (frame.Items[i].IsQuotation) return false;
            var token = analysis.Tokens[frame.Items[i].Token];
            if (token.Form.Equals("so-called", StringComparison.OrdinalIgnoreCase)) return true;
            if (cues.OfVerb(token) == CueKind.Name) return verdict.Cue?.Token != token.Index || token.Xpos == "VBN";
        }
        return false;
    }

    // A line in capitals, the reporter's own words included.
    private bool IsHeading(Frame frame, Quotation quotation)
    {
        var letters = 0;
        foreach (var c in quotation.Span.Of(analysis.Text))
        {
            if (char.IsLower(c)) return false;
            if (char.IsLetter(c)) letters++;
        }
        foreach (var item in frame.Items)
        {
            if (item.IsQuotation) continue;
            foreach (var c in analysis.Tokens[item.Token].Form)
            {
                if (char.IsLower(c)) return false;
                if (char.IsLetter(c)) letters++;
            }
        }
        return letters > 0 && frame.Items.Length > 1;
    }
}
