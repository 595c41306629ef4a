using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;

namespace Demarche.Quotes;

/// <summary>Lists the words of saying of a frame and whose words each introduces.</summary>
internal sealed class CueReader(Analysis analysis, ActorMentions actors, SpeechCues cues, SubjectFinder subjects, SpeakerReader speakers)
{
    // Beyond this many tokens it is no sentence, and its tree no guide.
    private const int LongestSentence = 400;

    /// <param name="frame">Where to look.</param>
    /// <param name="outer">Who says the frame itself; null for the outlet.</param>
    /// <param name="before">Who spoke last before it.</param>
    /// <returns>In text order.</returns>
    public ImmutableArray<Cue> Read(Frame frame, Speaker? outer, Speaker? before)
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
                found.Add(new Cue(i, token.Index, kind, Said(frame, i, kind, outer, before) ?? Shared(frame, i, found)));
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
        if (kind.HasFlag(CueKind.Quoted) && !subjects.IsPassive(verb))
            return analysis.Child(verb, "obj") is { } cited ? speakers.Read(cited.Index, outer, before) : null;
        if (subjects.Of(frame, position, kind) is not { } subject) return null;
        if (kind == CueKind.Contain && !cues.OfNoun(analysis.Tokens[subject]).HasFlag(CueKind.Document)) return null;
        return speakers.Read(subject, outer, before);
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
