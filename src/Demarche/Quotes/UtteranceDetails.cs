using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>What else a frame tells of an utterance: its setting, and whether it is a sentence or a phrase. Read in text order: what is not told again goes on.</summary>
internal sealed class UtteranceDetails(Analysis analysis, SettingReader settings)
{
    private const int Climb = 6, Head = 60;

    private readonly bool _isRelease = IsRelease(analysis.Text);
    private Setting _last = Setting.Unknown;
    private string? _speaker;
    private int _paragraph = -1;

    // What is said in a press release is said in a statement.
    private static bool IsRelease(string text)
    {
        var head = text[..Math.Min(text.Length, Head)].TrimStart();
        return head.StartsWith("FOR IMMEDIATE RELEASE", StringComparison.OrdinalIgnoreCase) || head.StartsWith("PRESS RELEASE", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("NEWS RELEASE", StringComparison.OrdinalIgnoreCase) || head.StartsWith("MEDIA RELEASE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Direct for a clause or more, partial for a phrase.</summary>
    public QuoteKind Kind(Quotation quotation)
    {
        var (first, end) = analysis.TokensIn(quotation.Span);
        for (var i = first; i < end; i++)
        {
            var token = analysis.Tokens[i];
            if (token.BaseRelation == "nsubj" && token.Head >= first && token.Head < end) return QuoteKind.Direct;
        }
        var text = analysis.Text;
        return char.IsUpper(text[quotation.Span.Start]) && text[quotation.Span.End - 1] is '.' or '!' or '?' or ',' ? QuoteKind.Direct : QuoteKind.Partial;
    }

    /// <summary>To whom, through what, where and when words of a frame were said.</summary>
    /// <param name="cue">Their word of saying; null if there is none.</param>
    /// <param name="words">Their characters.</param>
    /// <param name="frame">Where they stand.</param>
    /// <param name="speaker">Who says them.</param>
    /// <param name="outer">Who says the frame itself; null for the outlet.</param>
    public Setting SettingOf(Cue? cue, TextSpan words, Frame frame, Speaker? speaker, Speaker? outer)
    {
        var own = cue is not null ? settings.Of(cue.Token, cue.Kind, frame) : Governor(words) is { } verb ? settings.Of(verb, null, frame) : Setting.Unknown;
        if (own.Date is { Text: { } time } && words.Contains(time)) own = own with { Date = null };
        if (frame.Within >= 0 || outer is not null) return own;
        var bare = frame.Items.All(i => i.IsQuotation);
        var goesOn = speaker is not null && speaker.Name == _speaker && (frame.Paragraph == _paragraph || bare && frame.Paragraph <= _paragraph + 2);
        if (goesOn) own = own.After(_last);
        if (_isRelease) own = own with { Medium = own.Medium ?? "statement" };
        (_last, _speaker, _paragraph) = (own, speaker?.Name, frame.Paragraph);
        return own;
    }

    // "blamed “terrible people”": the verb over words that no word of saying introduces.
    private int? Governor(TextSpan words)
    {
        if (analysis.HeadOf(words) is not { } token) return null;
        for (var step = 0; step < Climb && token is not null; step++)
        {
            if (!words.Contains(token.Span) && SpeechCues.IsVerb(token)) return token.Index;
            token = analysis.Head(token);
        }
        return null;
    }
}
