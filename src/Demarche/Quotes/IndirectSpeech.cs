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
            if ((cue.Kind & Reporting) == 0 || cue.Speaker is not { } speaker) continue;
            if (analysis.Child(cue.Token, "ccomp") is not { } clause || Words(cue.Token, clause.Index, frame) is not { } span) continue;
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

    private TextSpan? Words(int cue, int clause, Frame frame)
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
