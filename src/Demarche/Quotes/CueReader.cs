using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Lists the words of saying of a frame and whose words each introduces.</summary>
internal sealed class CueReader(Analysis analysis, ActorMentions actors, SpeechCues cues, SubjectFinder subjects, SpeakerReader speakers)
{
    /// <summary>Beyond this many tokens it is no sentence, and its tree no guide.</summary>
    internal const int LongestSentence = 400;

    /// <param name="frame">Where to look.</param>
    /// <param name="outer">Who says the frame itself; null for the outlet.</param>
    /// <param name="before">Who spoke last before it.</param>
    /// <param name="fresh">Who spoke last, if he is so near that "he" means him.</param>
    /// <returns>In text order.</returns>
    public ImmutableArray<Cue> Read(Frame frame, Speaker? outer, Speaker? before, Speaker? fresh)
    {
        var found = ImmutableArray.CreateBuilder<Cue>();
        for (var i = 0; i < frame.Items.Length; i++)
        {
            if (frame.Items[i].IsQuotation) continue;
            var token = analysis.Tokens[frame.Items[i].Token];
            var sentence = analysis.Sentences[token.Sentence];
            if (sentence.EndToken - sentence.FirstToken > LongestSentence) continue;
            var next = i + 1 < frame.Items.Length && !frame.Items[i + 1].IsQuotation ? analysis.Tokens[frame.Items[i + 1].Token] : null;
            if (cues.OfVerb(token, next) is not CueKind.None and var kind)
                found.Add(new Cue(i, token.Index, kind, Sure(frame, i, kind, Said(frame, i, kind, outer, before), fresh) ?? Shared(frame, i, found)));
            else if (According(frame, i) is { } source)
                found.Add(new Cue(i, token.Index, CueKind.According, speakers.Read(source, outer, before)));
            else if (cues.OfNoun(token).HasFlag(CueKind.Claim) && Owner(token.Index) is { } owner)
                found.Add(new Cue(i, token.Index, CueKind.Claim, speakers.Read(owner, outer, before)));
        }
        return found.ToImmutable();
    }

    private Speaker? Said(Frame frame, int position, CueKind kind, Speaker? outer, Speaker? before)
    {
        var verb = frame.Items[position].Token;
        if (kind.HasFlag(CueKind.Quoted) && !subjects.IsPassive(verb) && analysis.Child(verb, "obj") is { } cited && actors.WithHead(cited.Index) is { } named)
            return speakers.Of(named);
        if (subjects.Of(frame, position, kind) is not { } subject) return null;
        if (kind == CueKind.Contain && !cues.OfNoun(analysis.Tokens[subject]).HasFlag(CueKind.Document)) return null;
        return speakers.Read(subject, outer, before);
    }

    // Second thoughts: a person named right before the verb goes before a subject that is none; "he" is whoever spoke last.
    private Speaker? Sure(Frame frame, int position, CueKind kind, Speaker? speaker, Speaker? fresh)
    {
        if (speaker is null or { Actor: null } && kind == CueKind.Stance) return null;
        if (speaker is { Person: true, Span: { } span })
            return fresh is { Person: true } && IsHe(span) && !PersonBefore(frame, span) ? fresh with { Span = span } : speaker;
        return !subjects.IsPassive(frame.Items[position].Token) && subjects.PersonBefore(frame, position) is { } person ? speakers.Read(person, null, null) : speaker;
    }

    private bool IsHe(TextSpan span) => span.Length is 2 or 3 && analysis.Text.AsSpan(span.Start, span.Length) is "he" or "He" or "she" or "She";

    private bool PersonBefore(Frame frame, TextSpan pronoun)
    {
        foreach (var item in frame.Items)
        {
            if (item.IsQuotation) continue;
            if (analysis.Tokens[item.Token].Span.Start >= pronoun.Start) return false;
            if (actors.WithHead(item.Token) is { Kind: MentionKind.Name or MentionKind.Description } mention && actors[mention.Actors[0]].Kind == ActorKind.Person
                && analysis.Tokens[item.Token].BaseRelation == "nsubj") return true;
        }
        return false;
    }

    // "Haddad called it …, and said": the speaker of the verb before, or the first one the frame names.
    private Speaker? Shared(Frame frame, int position, ImmutableArray<Cue>.Builder found)
    {
        if (!subjects.Shares(frame, position) || subjects.IsPassive(frame.Items[position].Token)) return null;
        for (var i = found.Count - 1; i >= 0; i--)
            if (found[i].Speaker is { } speaker && found[i].Kind is not (CueKind.According or CueKind.Claim)) return speaker;
        foreach (var item in frame.Items)
        {
            if (item.IsQuotation || item.Token >= frame.Items[position].Token) break;
            if (actors.WithHead(item.Token) is { Kind: not MentionKind.Demonym } mention) return speakers.Of(mention);
        }
        return null;
    }

    // "according to Haddad", "per the ministry": the head of what follows.
    private int? According(Frame frame, int position)
    {
        var token = analysis.Tokens[frame.Items[position].Token];
        if (!token.Form.Equals("according", StringComparison.OrdinalIgnoreCase)) return null;
        var to = position + 1;
        if (to >= frame.Items.Length || frame.Items[to].IsQuotation || analysis.Tokens[frame.Items[to].Token].Form != "to") return null;
        if (token.Head > token.Index && token.BaseRelation == "case") return token.Head;
        return analysis.Child(token.Index, "obl", "nmod")?.Index ?? subjects.PhraseAfter(frame, to);
    }

    private int? Owner(int noun)
    {
        if (analysis.Child(noun, "nmod:poss") is { } poss) return poss.Index;
        foreach (var child in analysis.Children(noun, "nmod"))
            if (analysis.Child(child.Index, "case")?.Form is "by" or "from") return child.Index;
        foreach (var child in analysis.Children(noun, "compound"))
            if (actors.WithHead(child.Index) is not null) return child.Index;
        return null;
    }
}
