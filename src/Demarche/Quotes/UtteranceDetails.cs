using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>What else a frame tells of an utterance: its setting, and whether it is a sentence or a phrase. Read in text order: what is not told again goes on.</summary>
internal sealed class UtteranceDetails(Analysis analysis, SettingReader settings)
{
    private Setting _last = Setting.Unknown;
    private string? _speaker;
    private int _paragraph = -1;

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
    /// <param name="frame">Where they stand.</param>
    /// <param name="speaker">Who says them.</param>
    /// <param name="outer">Who says the frame itself; null for the outlet.</param>
    public Setting SettingOf(Cue? cue, Frame frame, Speaker? speaker, Speaker? outer)
    {
        var own = cue is null ? Setting.Unknown : settings.Of(cue);
        if (frame.Within >= 0 || outer is not null) return own;
        var bare = frame.Items.All(i => i.IsQuotation);
        var goesOn = speaker is not null && speaker.Name == _speaker && (frame.Paragraph == _paragraph || bare && frame.Paragraph <= _paragraph + 2);
        if (goesOn) own = own.After(_last);
        (_last, _speaker, _paragraph) = (own, speaker?.Name, frame.Paragraph);
        return own;
    }
}
