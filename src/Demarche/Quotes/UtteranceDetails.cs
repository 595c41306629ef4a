using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>What else a frame tells of an utterance: to whom, when, and whether it is a sentence or a phrase.</summary>
internal sealed class UtteranceDetails(Analysis analysis, ActorMentions actors, TimeExpressions times)
{
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

    /// <summary>The object of telling ("told reporters"), or whom the words were said or written to; null if the text does not say.</summary>
    public string? Addressee(Cue cue, Frame frame)
    {
        if (cue.Kind.HasFlag(CueKind.Tell))
            foreach (var child in analysis.Children(cue.Token, "iobj", "obj"))
                if (Name(child.Index, frame) is { } told) return told;
        if ((cue.Kind & (CueKind.Tell | CueKind.Say | CueKind.Write)) == 0) return null;
        foreach (var child in analysis.Children(cue.Token, "obl"))
            if (analysis.Child(child.Index, "case")?.Form is "to" && Name(child.Index, frame) is { } addressed) return addressed;
        return null;
    }

    private string? Name(int head, Frame frame)
    {
        var token = analysis.Tokens[head];
        if (actors.WithHead(head) is { } mention) return actors[mention.Actors[0]].Name;
        if (token.Upos is not ("NOUN" or "PROPN") || token.Span.End > EndOf(frame)) return null;
        var first = head;
        foreach (var child in analysis.Children(head, "amod", "compound", "nummod"))
            if (child.Index == first - 1 || child.Index < first && child.Index >= head - 4) first = Math.Min(first, child.Index);
        return analysis.Text[analysis.Tokens[first].Span.Start..token.Span.End];
    }

    private int EndOf(Frame frame)
    {
        for (var i = frame.Items.Length - 1; i >= 0; i--)
            if (!frame.Items[i].IsQuotation) return analysis.Tokens[frame.Items[i].Token].Span.End;
        return 0;
    }

    /// <summary>The day the words were said, if a time stands with the word of saying itself.</summary>
    public EventDate? Date(Frame frame, Cue cue)
    {
        var token = analysis.Tokens[cue.Token];
        var sentence = analysis.Sentences[token.Sentence];
        for (var i = times.FirstFrom(sentence.Span.Start); i < times.All.Length && times.All[i].Span.Start < sentence.Span.End; i++)
        {
            var time = times.All[i];
            if (time.Days is not { } days || time.Head < 0 || time.Head >= analysis.Tokens.Length) continue;
            var governor = analysis.Tokens[time.Head].Head;
            if (governor == cue.Token || Math.Abs(time.Head - cue.Token) <= 2 && Stands(frame, time.Head))
                return new EventDate(days.Start, days.End, time.Span);
        }
        return null;
    }

    private static bool Stands(Frame frame, int token)
    {
        foreach (var item in frame.Items)
            if (item.Token == token) return true;
        return false;
    }
}
