using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Who says that it happened: reporting verbs above the act, "according to", the speaker of the quotation it stands in.</summary>
internal sealed class AttributionFinder(Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, VerbClasses verbs, ImmutableArray<Quote> quotes)
{
    private const int MaxClimb = 10;

    /// <summary>The chain for one trigger, the nearest last; empty for the outlet's own word.</summary>
    public ImmutableArray<Attribution> Find(Token trigger)
    {
        var chain = new List<Attribution>();
        var below = trigger;
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            AddAccordingTo(below, chain);
            if (analysis.Head(below) is not { } head) break;
            if (below.BaseRelation is "ccomp" or "parataxis" && verbs.Report.Contains(PatternMatcher.Lemma(head)))
                foreach (var s in grammar.Subjects(head).Take(1)) Add(s.Noun, chain);
            else if (below.BaseRelation is "parataxis" or "ccomp" or "root") AddParenthetical(below, chain);
            below = head;
        }
        AddParenthetical(below, chain);
        foreach (var q in quotes.Where(q => q.SpeakerName is not null && q.Span.Contains(trigger.Span)).OrderByDescending(q => q.Span.Length))
            AddUnique(new Attribution(q.SpeakerName!, q.Speaker, q.SpeakerSpan), chain);
        chain.Reverse();
        return [.. chain];
    }

    /// <summary>"…, the ministry said": the saying hangs below the act.</summary>
    private void AddParenthetical(Token verb, List<Attribution> chain)
    {
        foreach (var p in analysis.Children(verb.Index, "parataxis"))
            if (verbs.Report.Contains(PatternMatcher.Lemma(p)) && analysis.Child(p.Index, "ccomp", "obj") is null)
                foreach (var s in grammar.Subjects(p, 0).Take(1)) Add(s.Noun, chain);
    }

    private void AddAccordingTo(Token token, List<Attribution> chain)
    {
        foreach (var o in analysis.Children(token.Index, "obl", "nmod"))
            if (grammar.CaseOf(o).StartsWith("according", StringComparison.Ordinal)) Add(o, chain);
    }

    private void Add(Token noun, List<Attribution> chain)
    {
        var mention = mentions.WithHead(noun.Index) ?? mentions.Covering(noun.Index);
        if (mention is not null) AddUnique(new Attribution(mentions[mention.Actors[0]].Name, mention.Actors[0], mention.Span), chain);
        else if (noun.Upos is "NOUN" or "PROPN") AddUnique(new Attribution(Phrase(noun, out var span), null, span), chain);
    }

    private string Phrase(Token noun, out TextSpan span)
    {
        var first = noun.Index;
        foreach (var c in analysis.Children(noun.Index, "amod", "compound", "nmod:poss", "nummod")) first = Math.Min(first, analysis.Subtree(c.Index)[0]);
        span = new TextSpan(analysis.Tokens[first].Span.Start, noun.Span.End);
        return span.Of(analysis.Text);
    }

    private static void AddUnique(Attribution attribution, List<Attribution> chain)
    {
        if (!chain.Exists(a => a.Name == attribution.Name)) chain.Add(attribution);
    }
}
