using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>What the sentence's grammar says of a pronoun: whom it must mean, and whom it cannot.</summary>
internal sealed class Binding(Analysis analysis, Discourse discourse)
{
    private const int MaxClimb = 6;

    /// <summary>The actors that the grammar forbids: those of the subject and of the other objects of a pronoun's own verb, and a speaker of himself.</summary>
    public ImmutableArray<CastMember> Barred(Token pronoun)
    {
        var barred = ImmutableArray.CreateBuilder<CastMember>();
        if (IsObject(pronoun) && analysis.Head(pronoun) is { } verb)
        {
            if (SubjectOf(verb) is { } subject) Add(barred, subject);
            foreach (var other in analysis.Children(verb.Index, "obj", "iobj"))
                if (other.Index != pronoun.Index) Add(barred, other);
        }
        return barred.ToImmutable();
    }

    /// <summary>True for a speaker whose own quotation the pronoun stands in: nobody calls himself "he".</summary>
    public bool IsSpeaker(Token pronoun, Reference r)
    {
        if (r.Sentence != pronoun.Sentence || !discourse.IsQuoted(pronoun.Index) || discourse.IsQuoted(r.Chunk.First)) return false;
        return discourse.SubjectVerb(discourse.HeadOf(r)) is { } verb && SpeechVerbs.Contains(verb.Lemma);
    }

    /// <summary>The subject of a token's clause, also one that it shares with the clause above; null if it has none.</summary>
    public Token? SubjectOf(Token token)
    {
        var verb = token;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            if (analysis.Child(verb.Index, "nsubj") is { } subject) return subject.Index == token.Index ? null : Antecedent(subject, verb);
            if (analysis.Head(verb) is not { } head) return null;
            if (verb.BaseRelation == "xcomp" && analysis.Child(head.Index, "obj", "iobj") is { } controller && controller.Index < verb.Index) return controller;
            if (verb.BaseRelation is "ccomp" or "csubj" or "parataxis" || verb.Relation == "acl:relcl") return null;
            verb = head;
        }
        return null;
    }

    /// <summary>The noun that "who" stands for, or the subject itself.</summary>
    private Token Antecedent(Token subject, Token verb) =>
        subject.Xpos is "WP" or "WDT" && verb.Relation == "acl:relcl" && analysis.Head(verb) is { } noun ? noun : subject;

    /// <summary>The reference of the subject of the pronoun's clause, or null.</summary>
    public Reference? OwnSubject(Token pronoun) => SubjectOf(pronoun) is { } subject ? discourse.At(subject.Index) : null;

    /// <summary>The subject of the clause above that of a subject pronoun: "Turkey opened the ports that it closed".</summary>
    public Reference? SubjectAbove(Token pronoun)
    {
        if (pronoun.BaseRelation is not ("nsubj" or "expl") || analysis.Head(pronoun) is not { } verb) return null;
        for (var steps = 0; steps < MaxClimb && analysis.Head(verb) is { } head; steps++, verb = head)
            if (analysis.Child(head.Index, "nsubj") is { } subject && subject.Index < pronoun.Index) return discourse.At(subject.Index);
        return null;
    }

    /// <summary>The subject of the clause that a pronoun's opening phrase belongs to, if it follows: "After his return, Putin …".</summary>
    public Token? SubjectAhead(Token pronoun)
    {
        var t = pronoun;
        for (var steps = 0; steps < MaxClimb && analysis.Head(t) is { } head; steps++, t = head)
        {
            if (t.BaseRelation is not ("obl" or "advcl") || t.Index > head.Index) continue;
            if (analysis.Child(head.Index, "nsubj") is { } subject && subject.Index > pronoun.Index && subject.Index > t.Index) return subject;
        }
        return null;
    }

    private void Add(ImmutableArray<CastMember>.Builder barred, Token argument)
    {
        if (discourse.At(argument.Index) is { } r) barred.AddRange(r.Members);
    }

    // In "behind him" or "took it with her" the subject itself may be meant.
    private bool IsObject(Token pronoun) => pronoun.BaseRelation is "obj" or "iobj" && pronoun.Relation != "nmod:poss"
        || pronoun.BaseRelation == "obl" && analysis.Child(pronoun.Index, "case")?.Form.ToLowerInvariant() is "to" or "of" or "about" or "by" or "for" or "on" or "against" or "from" or "at" or "after" or "before" or null
        || pronoun.BaseRelation == "obl" && analysis.Head(pronoun) is { Lemma: not ("take" or "bring" or "carry" or "have" or "leave") } && analysis.Child(pronoun.Index, "case")?.Form == "with";
}
