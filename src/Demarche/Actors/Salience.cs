using Demarche.Language;

namespace Demarche.Actors;

/// <summary>How present a person or thing mentioned before is where a pronoun stands. The weights were chosen by hand on tests/corpus/coref (dev).</summary>
internal sealed class Salience(Analysis analysis, Discourse discourse, Binding binding)
{
    /// <summary>The higher, the likelier; below 0 for what is hardly meant.</summary>
    public double Of(Token pronoun, Reference r)
    {
        var score = discourse.Apart(r.Sentence, pronoun.Sentence) switch { 0 => 10.0, 1 => 8.5, 2 => 5, _ => 3 };
        score += Place(r);
        var subject = discourse.IsSubject(r);
        if (subject && pronoun.BaseRelation == "nsubj") score += 1;
        if (Speaks(pronoun) && subject && discourse.SubjectVerb(discourse.HeadOf(r)) is { } verb && SpeechVerbs.Contains(verb.Lemma)) score += 2;
        if (discourse.IsQuoted(r.Chunk.First) && !discourse.IsQuoted(pronoun.Index)) score -= 4;
        if (r.Kind == MentionKind.Pronoun) score += 0.5;
        if (r.Sentence == pronoun.Sentence && ReferenceEquals(binding.OwnSubject(pronoun), r)) score += pronoun.Relation == "nmod:poss" ? 2 : 1;
        if (r.Sentence == pronoun.Sentence && ReferenceEquals(binding.SubjectAbove(pronoun), r)) score += 1.5;
        return score + Math.Min(r.Members[0].Mentions, 6) * 0.3;
    }

    /// <summary>Subjects before objects before the rest; the subject of the main clause first.</summary>
    private double Place(Reference r)
    {
        var head = discourse.HeadOf(r);
        if (discourse.SubjectVerb(head) is { } verb) return IsEmbedded(verb) ? 2.4 : 3;
        if (head.Relation == "nmod:poss") return r.Kind == MentionKind.Pronoun ? 0 : -1;
        return head.BaseRelation is "obj" or "iobj" ? 0.5 : 0;
    }

    private static bool IsEmbedded(Token verb) => verb.BaseRelation is "ccomp" or "advcl" or "acl" or "xcomp" or "csubj";

    private bool Speaks(Token pronoun) => pronoun.BaseRelation == "nsubj" && analysis.Head(pronoun) is { } verb && SpeechVerbs.Contains(verb.Lemma);
}
