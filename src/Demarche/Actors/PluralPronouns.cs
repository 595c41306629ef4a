using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>"they" and "their": a plural mentioned before, two who were joined or met, or a body that is spoken of in the plural.</summary>
internal sealed class PluralPronouns(Analysis analysis, Discourse discourse, Binding binding, Salience salience)
{
    private const double Floor = 7;

    // A plural noun that is no actor stands in the way from this score on: as a subject.
    private const double RivalFloor = 8;

    // Sets larger than this are lists, and no "they".
    private const int MaxMembers = 4;

    /// <summary>Whom "they" means, with the rule; empty if it cannot be told.</summary>
    public (ImmutableArray<CastMember> Members, string Rule) Meant(Token pronoun)
    {
        if (binding.OwnSubject(pronoun) is { } own && (PronounForms.IsReflexive(pronoun.Form) || pronoun.Relation == "nmod:poss") && Set(own) is { IsEmpty: false } set) return (set, "the subject of its clause");
        var barred = binding.Barred(pronoun);
        var rival = Rival(pronoun) ?? double.NegativeInfinity;
        for (var reach = 1; reach <= 2; reach++)
        {
            var (best, score) = Salient(pronoun, barred, reach);
            if (rival > Math.Max(score, RivalFloor)) return ([], "");
            if (!best.IsEmpty) return (best, "the most salient plural");
            if (Couple(pronoun, reach) is { IsEmpty: false } couple && !couple.Any(barred.Contains)) return (couple, "the two persons just mentioned");
        }
        return Body(pronoun) is { } body && !barred.Contains(body) ? ([body], "a body spoken of in the plural") : ([], "");
    }

    private (ImmutableArray<CastMember> Members, double Score) Salient(Token pronoun, ImmutableArray<CastMember> barred, int reach)
    {
        ImmutableArray<CastMember> best = [];
        var bestScore = Floor;
        var quoted = discourse.IsQuoted(pronoun.Index);
        foreach (var r in discourse.Back(pronoun.Sentence, 3))
        {
            if (discourse.Apart(r.Sentence, pronoun.Sentence) > reach) break;
            if (binding.IsSpeaker(pronoun, r) || (quoted && !discourse.IsQuoted(r.Chunk.First) && r.Sentence == pronoun.Sentence)) continue;
            var members = Set(r);
            if (members.IsEmpty || members.Any(barred.Contains)) continue;
            var score = salience.Of(pronoun, r) + (discourse.IsSubject(r) ? 0 : -2) + (r.Kind == MentionKind.Demonym ? -1 : 0);
            if (score > bestScore) (best, bestScore) = (members, score);
        }
        return (best, bestScore);
    }

    /// <summary>The members of a reference that is plural in itself or joined to others; empty if it is single.</summary>
    private ImmutableArray<CastMember> Set(Reference r)
    {
        var members = discourse.Joined(r);
        var plural = members.Length > 1 || r.Chunk.Plural || r.Members[0].Kind == ActorKind.Group || (r.Kind == MentionKind.Pronoun && IsPluralForm(r));
        return plural && members.Length <= MaxMembers ? members : [];
    }

    private bool IsPluralForm(Reference r) => PronounForms.Of(analysis.Tokens[r.Chunk.First].Form) == Agreement.Several;

    /// <summary>How present a plural noun is that names no actor: "the papers … they"; null if there is none.</summary>
    private double? Rival(Token pronoun)
    {
        double? best = null;
        var sentence = analysis.Sentences[pronoun.Sentence];
        var first = pronoun.Sentence > 0 ? analysis.Sentences[pronoun.Sentence - 1].FirstToken : sentence.FirstToken;
        for (var i = pronoun.Index - 1; i >= Math.Max(first, pronoun.Index - 60); i--)
        {
            var t = analysis.Tokens[i];
            if (t.Xpos != "NNS" || discourse.At(i) is not null || t.BaseRelation is not ("nsubj" or "obj") || Days(t.Lemma) || Plurals.NamesActors(t.Form)) continue;
            var score = (t.Sentence == pronoun.Sentence ? 10 : 8.5) + (t.BaseRelation == "nsubj" ? 4 : -1);
            if (best is null || score > best) best = score;
        }
        return best;
    }

    private static bool Days(string lemma) => lemma is "day" or "week" or "month" or "year" or "hour" or "minute" or "percent" or "time";

    /// <summary>The two persons of the last sentences, if there are just two.</summary>
    private ImmutableArray<CastMember> Couple(Token pronoun, int reach)
    {
        var subject = pronoun.BaseRelation == "nsubj" ? null : binding.OwnSubject(pronoun);
        if (discourse.IsQuoted(pronoun.Index)) return [];
        var persons = discourse.PersonsBack(pronoun.Sentence, reach).Where(m => subject?.Members.Contains(m) != true).ToList();
        return persons.Count == 2 ? [.. persons] : [];
    }

    private CastMember? Body(Token pronoun)
    {
        if (pronoun.BaseRelation is not ("nsubj" or "nmod" or "obj" or "obl")) return null;
        CastMember? only = null;
        foreach (var r in discourse.Back(pronoun.Sentence, 1))
        {
            if (r.Kind == MentionKind.Demonym || r.Members is not [{ IsPerson: false } member] || member == only) continue;
            if (only is not null) return null;
            only = member;
        }
        return only;
    }
}
