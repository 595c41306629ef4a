using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>"it" and "its" of states and organisations; the "it" of "it is raining" means nobody.</summary>
internal sealed class ThingPronouns(Analysis analysis, Discourse discourse, Binding binding, Salience salience)
{
    private const double Floor = 10;

    private static readonly FrozenSet<string> Impersonal = FrozenSet.Create(StringComparer.Ordinal,
        "be", "seem", "appear", "happen", "take", "rain", "snow", "look", "remain", "mean", "come", "turn", "become", "matter", "depend", "help", "make", "follow",
        "include", "involve", "last", "cost", "contain", "end", "sound", "work", "feel", "prove", "emerge");

    /// <summary>What somebody can be, and a fact cannot.</summary>
    private static readonly FrozenSet<string> OfActors = FrozenSet.Create(StringComparer.Ordinal,
        "ready", "willing", "unwilling", "prepared", "committed", "able", "unable", "determined", "confident", "aware", "opposed", "responsible", "sure", "certain",
        "open", "eager", "reluctant", "keen", "happy", "afraid", "angry", "concerned", "worried", "convinced", "interested", "satisfied", "disappointed", "bound", "entitled", "free",
        "party", "member", "neutral", "independent", "guilty", "innocent", "isolated");

    /// <summary>What "it takes" and "it makes" without anybody who takes or makes.</summary>
    private static readonly FrozenSet<string> Spans = FrozenSet.Create(StringComparer.Ordinal,
        "day", "week", "month", "year", "hour", "minute", "time", "decade", "courage", "effort", "sense", "difference", "place", "effect", "work");

    /// <summary>Verbs whose object is somebody.</summary>
    private static readonly FrozenSet<string> DoneToActors = FrozenSet.Create(StringComparer.Ordinal,
        "urge", "ask", "accuse", "warn", "press", "tell", "blame", "criticise", "criticize", "attack", "help", "support", "allow", "force", "invite", "threaten", "punish",
        "sanction", "condemn", "persuade", "pressure", "represent", "govern", "rule", "lead", "recognise", "recognize", "arm", "fund", "defend", "protect");

    /// <summary>Whom "it" or "its" means, with the rule; null for things, facts and the weather.</summary>
    public (CastMember Member, string Rule)? Meant(Token pronoun)
    {
        if (pronoun.BaseRelation == "expl" && !IsSomebody(pronoun)) return null;
        if (PronounForms.IsReflexive(pronoun.Form) && binding.OwnSubject(pronoun) is { Members: [{ IsPerson: false } own], Chunk.Plural: false }) return (own, "reflexive: the subject of its clause");
        var possessive = pronoun.Relation == "nmod:poss";
        var reported = Reporter(pronoun);
        if (!possessive && !IsOfActor(pronoun, reported is not null)) return null;
        if (!possessive && reported is { Members: [{ IsPerson: false } speaker], Kind: not MentionKind.Demonym, Chunk.Plural: false } && speaker.Kind != ActorKind.Group) return (speaker, "the one who says so of itself");
        return Salient(pronoun, possessive);
    }

    private (CastMember Member, string Rule)? Salient(Token pronoun, bool possessive)
    {
        var barred = binding.Barred(pronoun);
        var best = new Ranking();
        foreach (var r in discourse.Back(pronoun.Sentence, 2))
        {
            if (discourse.Apart(r.Sentence, pronoun.Sentence) > 1) break;
            if (r.Members is not [{ IsPerson: false } member] || barred.Contains(member) || binding.IsSpeaker(pronoun, r) || r.Chunk.Plural || analysis.Tokens[r.Chunk.End - 1].Xpos == "NNS" || (member.Kind == ActorKind.Group && member.Known is null)) continue;
            if (r.Kind == MentionKind.Demonym || (!possessive && !discourse.IsSubject(r) && r.Sentence != pronoun.Sentence)) continue;
            if (discourse.IsQuoted(pronoun.Index) && !discourse.IsQuoted(r.Chunk.First)) continue;
            best.Add(member, salience.Of(pronoun, r) + (possessive && r.Sentence == pronoun.Sentence ? 3 : 0));
        }
        return best.Winner(Floor, 0) is { } meant ? (meant, "the most salient state or body") : null;
    }

    /// <summary>The subject of the verb of saying above the pronoun's clause: "Turkey said it would".</summary>
    private Reference? Reporter(Token pronoun)
    {
        if (!IsSubject(pronoun) || analysis.Head(pronoun) is not { } verb) return null;
        if (verb.BaseRelation != "ccomp" || analysis.Head(verb) is not { } saying || !SpeechVerbs.Contains(saying.Lemma)) return null;
        return analysis.Child(saying.Index, "nsubj") is { } subject ? discourse.At(subject.Index) : null;
    }

    /// <summary>"It" does, suffers or is something that only somebody does, suffers or is.</summary>
    private bool IsOfActor(Token pronoun, bool reported)
    {
        if (analysis.Head(pronoun) is not { } governor) return false;
        if (pronoun.BaseRelation is "obj" or "iobj") return DoneToActors.Contains(governor.Lemma);
        if (!IsSubject(pronoun)) return false;
        if (governor.Upos != "VERB") return OfActors.Contains(governor.Lemma);
        if (pronoun.Relation == "nsubj:pass") return DoneToActors.Contains(governor.Lemma) || reported && analysis.Child(governor.Index, "ccomp", "csubj") is null;
        if (governor.Lemma is "remain" or "become" && analysis.Child(governor.Index, "xcomp") is { } state && OfActors.Contains(state.Lemma)) return true;
        if (governor.Lemma is "take" or "make" && analysis.Child(governor.Index, "obj") is { } taken) return !Spans.Contains(taken.Lemma);
        return !Impersonal.Contains(governor.Lemma) || reported && governor.Lemma is not ("be" or "seem" or "appear" or "happen" or "rain" or "matter");
    }

    // Parsers call the "it" of "it insists that" or "it is ready to" an expletive: only somebody insists or is ready.
    private bool IsSomebody(Token pronoun) => analysis.Head(pronoun) is { } governor
        && (SpeechVerbs.Contains(governor.Lemma) && analysis.Child(governor.Index, "aux:pass", "nsubj") is null || governor.Upos == "ADJ" && OfActors.Contains(governor.Lemma));

    private static bool IsSubject(Token pronoun) => pronoun.BaseRelation is "nsubj" or "expl";
}
