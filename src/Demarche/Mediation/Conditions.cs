using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Mediation;

/// <summary>Finds what an act is made to depend on: "should either side wish it", "if it halts", "unless", "as long as".</summary>
internal static class Conditions
{
    public static IEnumerable<Condition> Of(StepSighting s)
    {
        var analysis = s.Article.Analysis;
        var (first, end) = analysis.TokensIn(s.Told.Sentence);
        for (var i = first; i < end; i++)
            if (IsConditional(analysis, analysis.Tokens[i]) && analysis.SubtreeSpan(i) is var span)
                yield return new Condition(span.Of(analysis.Text).Trim(' ', ','), new Report(s.Article.Article.Id, s.Told.Id, span));
    }

    private static bool IsConditional(Analysis analysis, Token clause) =>
        clause.BaseRelation == "advcl" && (analysis.Children(clause.Index, "mark").Any(m => m.Lemma.ToLowerInvariant() is "if" or "unless" or "until" or "provided" or "once"
            || (m.Form.Equals("as", StringComparison.OrdinalIgnoreCase) && clause.Index > m.Index && analysis.Tokens[Math.Max(0, m.Index - 1)].Lemma == "long"))
            || analysis.Children(clause.Index, "aux").Any(a => a.Form.Equals("should", StringComparison.OrdinalIgnoreCase) && analysis.Child(clause.Index, "nsubj") is { } subject && subject.Index > a.Index));
}

/// <summary>Finds where reports say that somebody has not answered; silence is evidence with a day, and never a refusal.</summary>
internal sealed class Silences(IReadOnlyList<Coding.CodedArticle> articles)
{
    private static readonly string[] Not = ["not", "n't", "yet", "unclear", "no", "without"];
    private static readonly string[] Answering = ["answer", "respond", "response", "reply", "comment", "react", "reaction", "take", "accept", "clear", "unclear"];
    private static readonly string[] Matter = ["offer", "mediate", "mediation", "proposal", "plan", "invitation", "initiative"];

    /// <summary>That no answer of a party is reported, as of the last report.</summary>
    public Response Of(string party)
    {
        var found = articles.SelectMany(a => Sentences(a, party).Select(span => (a, Report: new Report(a.Article.Id, null, span)))).ToList();
        var day = (found.Count > 0 ? found.Select(f => f.a.Article.Published.Date) : articles.Select(a => a.Article.Published.Date)).Max();
        return new Response(party, "party", "none_reported", day is { } d ? new Days(d, d) : null, null, null, [.. found.Select(f => f.Report)]);
    }

    private static IEnumerable<TextSpan> Sentences(Coding.CodedArticle a, string party)
    {
        foreach (var s in a.Analysis.Sentences)
        {
            var lemmas = a.Analysis.Tokens[s.FirstToken..s.EndToken].Select(t => t.Lemma.ToLowerInvariant()).ToHashSet();
            if (!lemmas.Overlaps(Not) || !lemmas.Overlaps(Answering) || !lemmas.Overlaps(Matter)) continue;
            if (a.Actors.Mentions.Any(m => m.Span.Overlaps(s.Span) && m.Actors.Any(id => Conflict.Key(Party.Of(a.Actors[id])) == party))) yield return s.Span;
        }
    }
}
