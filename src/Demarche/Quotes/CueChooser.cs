using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>How sure a frame is of the speaker of one of its quotations, from none to certain.</summary>
internal enum Ground
{
    /// <summary>Nothing in the frame tells.</summary>
    None,

    /// <summary>Only the subject of the clause it stands in.</summary>
    Clause,

    /// <summary>A word of saying elsewhere in the frame.</summary>
    Far,

    /// <summary>A word of saying before it, or right behind it.</summary>
    Near,
}

/// <summary>Who says one quotation, by what word, on what ground.</summary>
internal sealed record Verdict(Speaker? Speaker, Cue? Cue, Ground Ground);

/// <summary>Chooses, for each quotation of a frame, the word of saying that introduces it.</summary>
internal sealed class CueChooser(Analysis analysis, ActorMentions actors, SubjectFinder subjects, SpeakerReader speakers)
{
    /// <param name="frame">The frame.</param>
    /// <param name="cues">Its words of saying, in text order.</param>
    /// <param name="position">Place of the quotation among the frame's items.</param>
    /// <param name="quotation">The quotation itself.</param>
    public Verdict Choose(Frame frame, ImmutableArray<Cue> cues, int position, Quotation quotation)
    {
        var behind = Behind(frame, cues, position, quotation);
        if (behind is { Speaker.Outlet: false }) return new(behind.Speaker, behind, Ground.Near);
        if (Signed(frame, position) is { } signed) return new(signed, null, Ground.Near);
        var before = Before(frame, cues, position, quotation);
        if (before is not null) return new(before.Speaker, before, Ground.Near);
        if (behind is not null) return new(behind.Speaker, behind, Ground.Near);
        foreach (var cue in cues)
            if (cue.Position > position && cue.Speaker is not null && cue.Kind != CueKind.Claim) return new(cue.Speaker, cue, Ground.Far);
        var clause = Clause(frame, position);
        return new(clause, null, clause is null ? Ground.None : Ground.Clause);
    }

    // “…,” Haddad said; “…,” said the minister; “…”, according to the ministry.
    private Cue? Behind(Frame frame, ImmutableArray<Cue> cues, int position, Quotation quotation)
    {
        var next = position + 1;
        if (next >= frame.Items.Length || frame.Items[next].IsQuotation) return null;
        var paused = Paused(quotation);
        while (next < frame.Items.Length && !frame.Items[next].IsQuotation && IsMark(Of(frame, next)))
        {
            paused |= Of(frame, next).Form is "," or "—" or "–" or "--" or "-";
            next++;
        }
        if (next >= frame.Items.Length || frame.Items[next].IsQuotation || !MayBegin(Of(frame, next), cues, next)) return null;
        foreach (var cue in cues)
        {
            if (cue.Position < next || cue.Kind == CueKind.Claim) continue;
            if (cue.Speaker is null) return null;
            if (cue.Kind == CueKind.Stance) continue;
            if (cue.Kind == CueKind.According && Person(frame, next, cue.Position) is { } person) return cue with { Speaker = person };
            if (cue.Position > next && Of(frame, cue.Position).Xpos == "VBG") return null;
            for (var i = next; i < cue.Position; i++)
                if (frame.Items[i].IsQuotation || Of(frame, i).Form is ";" or ":" or "." || !paused && IsMark(Of(frame, i))) return null;
            return paused || cue.Position - next <= 5 ? cue : null;
        }
        return paused ? Introduces(frame, next) : null;
    }

    // “…,” Haddad rasped: behind a pause a person with any verb of telling behind the name speaks.
    private Cue? Introduces(Frame frame, int next)
    {
        if (actors.Covering(frame.Items[next].Token) is not { Kind: MentionKind.Name } mention || actors[mention.Actors[0]].Kind != ActorKind.Person) return null;
        var verb = next;
        while (verb < frame.Items.Length && !frame.Items[verb].IsQuotation && mention.Span.Overlaps(Of(frame, verb).Span)) verb++;
        return verb < frame.Items.Length && !frame.Items[verb].IsQuotation && Of(frame, verb).Xpos is "VBD" or "VBZ" && SpeechCues.IsVerb(Of(frame, verb))
            ? new Cue(verb, frame.Items[verb].Token, CueKind.Say, speakers.Of(mention)) : null;
    }

    // “…,” Haddad, according to the news agency.
    private Speaker? Person(Frame frame, int first, int end)
    {
        for (var i = first; i < end && !frame.Items[i].IsQuotation; i++)
            if (actors.WithHead(frame.Items[i].Token) is { Kind: MentionKind.Name } mention && actors[mention.Actors[0]].Kind == ActorKind.Person)
                return speakers.Of(mention);
        return null;
    }

    private bool MayBegin(Token token, ImmutableArray<Cue> cues, int position)
    {
        if (cues.Any(c => c.Position == position)) return token.Xpos is not ("VBG" or "VB");
        if (token.Form.ToLowerInvariant() is "which" or "who" or "that" or "whose" or "whom") return false;
        return token.Upos is "PROPN" or "NOUN" or "PRON" or "DET" or "ADJ" or "NUM";
    }

    // The nearest word of saying before it; a farther one that governs it goes first if the nearest does not.
    private Cue? Before(Frame frame, ImmutableArray<Cue> cues, int position, Quotation quotation)
    {
        Cue? nearest = null, stance = null, claim = null;
        for (var i = cues.Length - 1; i >= 0; i--)
        {
            var cue = cues[i];
            if (cue.Position > position || cue.Speaker is null) continue;
            if (cue.Kind == CueKind.Claim)
            {
                if (LeadsInto(frame, cue.Position, position)) return cue;
                claim ??= cue;
                continue;
            }
            if (cue.Kind == CueKind.Stance)
            {
                stance ??= cue;
                continue;
            }
            nearest ??= cue;
            if (cue.Position >= position - 2 || Governs(cue.Token, quotation)) return cue;
        }
        return nearest ?? stance ?? claim;
    }

    // "his warning of “…”": nothing but small words between the noun and the quotation.
    private bool LeadsInto(Frame frame, int noun, int position)
    {
        if (position == noun + 1) return false;
        for (var i = noun + 1; i < position; i++)
            if (frame.Items[i].IsQuotation || i > noun + 3 || Of(frame, i).Upos is not ("ADP" or "SCONJ" or "DET" or "PART")) return false;
        return true;
    }

    private bool Governs(int cue, Quotation quotation)
    {
        if (analysis.HeadOf(quotation.Span) is not { } token) return false;
        for (var step = 0; step < 40 && token is not null; step++)
        {
            if (token.Index == cue) return true;
            token = analysis.Head(token);
        }
        return false;
    }

    // “…” — Haddad; Haddad: “…”.
    private Speaker? Signed(Frame frame, int position)
    {
        if (position >= 2 && !frame.Items[position - 1].IsQuotation && Of(frame, position - 1).Form == ":" && position <= 8
            && !frame.Items[position - 2].IsQuotation && actors.Covering(frame.Items[position - 2].Token) is { Kind: MentionKind.Name } named
            && StartsWith(frame, named)) return speakers.Of(named);
        if (position + 2 < frame.Items.Length && !frame.Items[position + 1].IsQuotation && Of(frame, position + 1).Form is "—" or "–" or "--"
            && !frame.Items[position + 2].IsQuotation && actors.Covering(frame.Items[position + 2].Token) is { Kind: MentionKind.Name } signed
            && frame.Items.Length - position <= 20) return speakers.Of(signed);
        return null;
    }

    private bool StartsWith(Frame frame, ActorMention mention) =>
        !frame.Items[0].IsQuotation && analysis.Tokens[frame.Items[0].Token].Span.Start + 40 >= mention.Span.Start;

    // No word of saying: the subject of the clause around it, or the first one named before it.
    private Speaker? Clause(Frame frame, int position)
    {
        for (var i = position - 1; i >= 0 && i >= position - 40; i--)
        {
            if (frame.Items[i].IsQuotation || !SpeechCues.IsVerb(Of(frame, i))) continue;
            if (subjects.OfClause(frame, frame.Items[i].Token) is not { } subject) break;
            return speakers.Read(subject, null, null) is { Actor: not null } speaker ? speaker : null;
        }
        return null;
    }

    private bool Paused(Quotation quotation)
    {
        var i = quotation.Span.End - 1;
        while (i > quotation.Span.Start && "’'”\"»›".Contains(analysis.Text[i])) i--;
        return analysis.Text[i] is ',' or '?' or '!' or '…' or '—' or '–' or '-' or '.';
    }

    private Token Of(Frame frame, int position) => analysis.Tokens[frame.Items[position].Token];

    private static bool IsMark(Token token) => !token.Form.Any(char.IsLetterOrDigit);
}
