using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Who says that it happened: reporting verbs above the act, "according to", "reportedly", the speaker of the quotation it stands in.</summary>
internal sealed class AttributionFinder(
    Analysis analysis, ActorMentions mentions, ClauseGrammar grammar, ActorRoles roles, VerbClasses verbs, VoiceKinds voices, ImmutableArray<Quote> quotes)
{
    private const int MaxClimb = 10;

    private readonly ClaimReader _quotes = new(quotes);

    /// <summary>The chain for one trigger, the nearest last; empty for the outlet's own word.</summary>
    public ImmutableArray<Attribution> Find(Token trigger)
    {
        var chain = new List<Attribution>();
        var below = trigger;
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            AddHearsay(below, chain);
            AddAccordingTo(below, chain);
            if (analysis.Head(below) is not { } head) break;
            if (below.BaseRelation is "ccomp" or "parataxis" && verbs.Report.Contains(PatternMatcher.Lemma(head)))
                foreach (var s in grammar.Subjects(head).Take(1)) Add(s.Noun, chain);
            else if (below.BaseRelation is "parataxis" or "ccomp" or "root") AddParenthetical(below, chain);
            else if (below.BaseRelation == "xcomp" && head.Xpos == "VBN" && grammar.IsPassive(head) && verbs.Report.Contains(PatternMatcher.Lemma(head)))
                AddSaidToHave(head, chain);
            below = head;
        }
        AddParenthetical(below, chain);
        foreach (var q in _quotes.Around(trigger.Span).Reverse())
            AddUnique(new Attribution(q.SpeakerName!, q.Speaker, q.SpeakerSpan) { Kind = voices.Of(q) }, chain);
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

    /// <summary>"has reportedly asked": somebody says so, and the text does not say who.</summary>
    private void AddHearsay(Token token, List<Attribution> chain)
    {
        foreach (var a in analysis.Children(token.Index, "advmod"))
            if (verbs.Hearsay.Contains(a.Lemma.ToLowerInvariant())) AddUnique(new Attribution(a.Form, null, a.Span) { Kind = AttributionKind.Hearsay }, chain);
    }

    /// <summary>"is said to have struck", "was reported by the agency to have struck".</summary>
    private void AddSaidToHave(Token saying, List<Attribution> chain)
    {
        var agents = grammar.Agents(saying).Where(r => r.Rule == "passive agent").Take(1).ToList();
        foreach (var a in agents) Add(a.Noun, chain);
        if (agents.Count == 0) AddUnique(new Attribution(saying.Form, null, saying.Span) { Kind = AttributionKind.Hearsay }, chain);
    }

    private void Add(Token noun, List<Attribution> chain)
    {
        var mention = mentions.WithHead(noun.Index) ?? mentions.Covering(noun.Index);
        if (mention is not null && verbs.Statements.Contains(PatternMatcher.Lemma(noun)) && mention.Head != noun.Index) mention = null;
        if (mention is not null)
        {
            var actor = mention.Actors[0];
            AddUnique(new Attribution(mentions[actor].Name, actor, mention.Span) { Kind = voices.Of(noun, actor) }, chain);
        }
        else if (noun.Upos is "NOUN" or "PROPN")
        {
            var kind = voices.Of(noun, null);
            ActorId? author = kind == AttributionKind.Statement && roles.Carried(noun) is [var first, ..] ? first : null;
            AddUnique(new Attribution(Phrase(noun, out var span), author, span) { Kind = kind }, chain);
        }
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
