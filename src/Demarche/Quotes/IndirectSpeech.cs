using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Finds speech reported without marks: the clause that a verb of saying governs.</summary>
internal sealed class IndirectSpeech(Analysis analysis, int[] innermost, UtteranceDetails details)
{
    private const CueKind Reporting = CueKind.Say | CueKind.Tell | CueKind.Write;

    /// <summary>One entry for each verb of saying of the frame with a clause of its own outside the quotations.</summary>
    public IEnumerable<Quote> Find(Frame frame, ImmutableArray<Cue> cues)
    {
        foreach (var cue in cues)
        {
            if (cue.Speaker is not { } speaker || Words(cue, frame) is not { } span) continue;
            yield return new Quote(
                span,
                QuoteKind.Indirect,
                speaker.Actor,
                speaker.Name,
                speaker.Span is { } mention && !span.Overlaps(mention) ? mention : null,
                details.Addressee(cue, frame),
                analysis.Tokens[cue.Token].Span,
                details.Date(frame, cue),
                Nested: false);
        }
    }

    private TextSpan? Words(Cue cue, Frame frame)
    {
        if (cue.Kind == CueKind.According) return frame.Plain ? Accorded(cue, frame) : null;
        return (cue.Kind & Reporting) != 0 && analysis.Child(cue.Token, "ccomp") is { } clause ? Clause(cue.Token, clause.Index, frame) : null;
    }

    // "According to the mayor, all ferries are late.": the sentence without its source.
    private TextSpan? Accorded(Cue cue, Frame frame)
    {
        int first = 0, last = cue.Position - 1;
        if (cue.Position <= 1)
        {
            first = cue.Position + 1;
            while (first < frame.Items.Length && analysis.Tokens[frame.Items[first].Token].Form != ",") first++;
            (first, last) = (first + 1, frame.Items.Length - 1);
        }
        while (last > first && Idle(frame.Items[last].Token)) last--;
        if (last - first < 2) return null;
        return new TextSpan(analysis.Tokens[frame.Items[first].Token].Span.Start, analysis.Tokens[frame.Items[last].Token].Span.End);
    }

    private TextSpan? Clause(int cue, int clause, Frame frame)
    {
        var all = analysis.Subtree(clause);
        int first = 0, last = all.Count - 1;
        while (first < last && Idle(all[first])) first++;
        while (last > first && Idle(all[last])) last--;
        if (last - first < 2 || all[first] <= cue && cue <= all[last]) return null;
        foreach (var token in all)
            if (innermost[token] != frame.Within) return null;
        return new TextSpan(analysis.Tokens[all[first]].Span.Start, analysis.Tokens[all[last]].Span.End);
    }

    private bool Idle(int token) => analysis.Tokens[token].Upos == "PUNCT" || analysis.Tokens[token] is { Lemma: "that", BaseRelation: "mark" };
}
