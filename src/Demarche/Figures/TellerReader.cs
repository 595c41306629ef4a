using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>Tells who counts, estimates or reports a figure in its own sentence, where no quotation holds it.</summary>
internal sealed class TellerReader(Analysis analysis, ActorMentions actors, CountWords words)
{
    private const int Highest = 10;

    /// <summary>Who says so, or null if the sentence does not say.</summary>
    /// <param name="noun">The token that governs the number.</param>
    public Attribution? Of(int noun) => Told(noun) is { } subject ? Named(subject) : null;

    // "The union put the number at 40", "12 died, the ministry said", "according to doctors 12 died": the token that governs the claimant's words.
    private int? Told(int noun)
    {
        var at = analysis.Tokens[noun];
        for (var step = 0; step < Highest; step++)
        {
            foreach (var child in analysis.Children(at.Index, "parataxis", "obl"))
            {
                if (child.BaseRelation == "obl" && analysis.Children(child.Index, "case").Any(c => c.Lemma is "according" or "per")) return child.Index;
                if (child.BaseRelation == "parataxis" && Teller(child) is { } beside) return beside;
            }
            if (at.Head < 0) return null;
            var head = analysis.Tokens[at.Head];
            if (at.BaseRelation is not "nsubj" && Teller(head) is { } above && above != at.Index) return above;
            at = head;
        }
        return null;
    }

    private int? Teller(Token verb) =>
        words.Is(verb.Lemma, CountRole.Claim) && analysis.Child(verb.Index, "nsubj") is { Relation: "nsubj" } subject && subject.Lemma is not ("toll" or "number" or "it" or "which" or "who" or "that" or "what") ? subject.Index : null;

    // The subject with what stands before it and its "of": "the health ministry", "a nurse at the hospital".
    private Attribution Named(int subject)
    {
        int first = subject, end = subject + 1;
        foreach (var child in analysis.Children(subject, "det", "amod", "compound", "flat", "nmod", "nummod"))
        {
            if (child.Index < subject) first = Math.Min(first, analysis.Subtree(child.Index)[0]);
            else if (child.BaseRelation is "flat" or "nmod" && child.Index < subject + 6) end = Math.Max(end, child.Index + 1);
        }
        var span = new TextSpan(analysis.Tokens[first].Span.Start, analysis.Tokens[end - 1].Span.End);
        return actors.WithHead(subject) is { Actors: [var actor] } mention
            ? new Attribution(actors[actor].Name, actor, mention.Span)
            : new Attribution(span.Of(analysis.Text), null, span);
    }
}
