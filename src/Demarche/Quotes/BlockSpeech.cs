using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Finds block quotations: a paragraph without quotation marks behind one that ends with a word of saying and a colon.</summary>
/// <remarks>Where what was quoted is missing from the page, as pictures of posts are, the reporter's own text follows: in doubt the paragraph is his.</remarks>
internal sealed class BlockSpeech(Analysis analysis, SpeechCues cues, SpeakerReader speakers)
{
    private const int Reach = 14, ShortestBlock = 40, ShortLine = 70;

    private static readonly FrozenSet<string> Introducing = """
        say write read state declare add continue conclude post tweet reply respond answer explain reason warn announce note go
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Pointing = """
        this that following it statement letter message note post response reply reason words
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The block that a frame introduces; null if there is none.</summary>
    /// <param name="frame">A frame of the reporter's own.</param>
    /// <param name="read">Its words of saying.</param>
    /// <param name="before">Who spoke last before it.</param>
    public (TextSpan Span, Cue? Cue, Speaker? Speaker)? Find(Frame frame, ImmutableArray<Cue> read, Speaker? before)
    {
        for (var i = 1; i < frame.Items.Length; i++)
        {
            if (frame.Items[i].IsQuotation || frame.Items[i - 1].IsQuotation || analysis.Tokens[frame.Items[i].Token] is not { Form: ":" } colon) continue;
            if (NextParagraph(colon.Span.End) is not { } block) continue;
            var cue = read.LastOrDefault(c => c.Position < i && Introduces(c.Token, colon));
            var speaker = cue is not null ? cue.Speaker : Document(frame, i) is { } noun ? speakers.Read(noun, null, before) : null;
            return (cue is not null || speaker is not null) && !IsReporters(block, speaker) ? (block, cue, speaker) : null;
        }
        return null;
    }

    // "He wrote:", "the ruling says in its last page:", "she said this:", but not "officials said five things:".
    private bool Introduces(int verb, Token colon)
    {
        var token = analysis.Tokens[verb];
        if (!Introducing.Contains(token.Lemma) || token.Sentence != colon.Sentence || colon.Index - verb > Reach) return false;
        if (analysis.Child(verb, "obj") is { } said && !Pointing.Contains(said.Lemma.ToLowerInvariant())) return false;
        for (var i = verb + 1; i < colon.Index; i++)
            if (SpeechCues.IsVerb(analysis.Tokens[i]) && analysis.Tokens[i].Xpos is not ("VBG" or "VBN") || analysis.Tokens[i].Form is "that") return false;
        return true;
    }

    // "Its statement in full:", "responded with a statement:": the noun for words right before the colon.
    private int? Document(Frame frame, int colon)
    {
        for (var i = colon - 1; i >= 0 && i >= colon - 4; i--)
        {
            if (frame.Items[i].IsQuotation) return null;
            var token = analysis.Tokens[frame.Items[i].Token];
            if (token.Lemma.ToLowerInvariant() is "statement" or "letter" or "post" or "message" && cues.OfNoun(token).HasFlag(CueKind.Document))
                return analysis.Head(token) is { } verb && SpeechCues.IsVerb(verb) && analysis.Child(verb.Index, "nsubj") is { } subject && subject.Index < token.Index ? subject.Index : token.Index;
            if (token.Upos is not ("ADP" or "ADJ" or "NOUN")) return null;
        }
        return null;
    }

    /// <summary>The paragraph behind a colon that ends a line; null if it is marked, a heading or an item of a list.</summary>
    private TextSpan? NextParagraph(int at)
    {
        var text = analysis.Text;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r') at++;
        if (at >= text.Length || text[at] != '\n') return null;
        var block = LineFrom(at);
        if (block.Length < ShortestBlock || !(char.IsUpper(text[block.Start]) || text[block.Start] is '[' or '…') || !char.IsLetter(text[block.Start + 1]) && text[block.Start + 1] != ' ' && text[block.Start] is not '[') return null;
        if (text[block.End - 1] is not ('.' or '!' or '?' or '…' or ')' or ']')) return null;
        return block.Length < ShortLine && LineFrom(block.End) is { Length: > 0 and < ShortLine } ? null : block;
    }

    private TextSpan LineFrom(int at)
    {
        var text = analysis.Text;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        var end = text.IndexOf('\n', at);
        return TextLine.Trimmed(text, at, end < 0 ? text.Length : end);
    }

    // It speaks of the speaker or of his words, or quotes him.
    private bool IsReporters(TextSpan block, Speaker? speaker)
    {
        var (first, end) = analysis.TokensIn(block);
        if (first >= end) return true;
        var opening = analysis.Tokens[first];
        if (opening.Form is "He" or "She" or "They" or "His" or "Her" or "Their" or "But" or "Here") return true;
        if (opening.Upos == "DET" && first + 1 < end && cues.OfNoun(analysis.Tokens[first + 1]) != CueKind.None) return true;
        var surname = speaker is { Actor: not null } ? speaker.Name[(speaker.Name.LastIndexOf(' ') + 1)..] : null;
        var own = false;
        for (var i = first; i < end; i++)
        {
            var token = analysis.Tokens[i];
            own |= token.Form is "I" or "my" or "My" or "me" or "we" or "We" or "our" or "Our" or "us" or "you" or "You" or "your" or "Your";
            if (token.Form is "“" or "\"" or "”") return true;
            if (surname is not null && token.Form == surname) return true;
        }
        return !own && analysis.HeadOf(block) is { } root && cues.OfVerb(root) != CueKind.None;
    }
}
