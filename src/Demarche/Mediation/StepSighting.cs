using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Mediation;

/// <summary>One observation as the record of mediation reads it: who, towards whom, and the words of the act itself.</summary>
internal sealed class StepSighting
{
    public StepSighting(Observation told, CodedArticle article, EventId id)
    {
        (Told, Article, Event) = (told, article, id);
        By = [.. told.Sources.Select(a => Party.Of(article.Actors[a]))];
        To = [.. told.Targets.Select(a => Party.Of(article.Actors[a]))];
        Date = told.Date is { } d ? new Days(d.Start, d.End) : null;
        Near = [.. Words().Select(t => t.Lemma.ToLowerInvariant())];
        Sentence = Lemmas(told.Sentence);
    }

    public Observation Told { get; }

    public CodedArticle Article { get; }

    public EventId Event { get; }

    public ImmutableArray<Party> By { get; }

    public ImmutableArray<Party> To { get; }

    public Days? Date { get; }

    /// <summary>Lemmas of the act and of what hangs on it, without other clauses.</summary>
    public HashSet<string> Near { get; }

    /// <summary>Lemmas of the whole sentence.</summary>
    public HashSet<string> Sentence { get; }

    public Report Report => new(Article.Article.Id, Told.Id, Told.Sentence);

    /// <summary>Countries or groups on both sides.</summary>
    public List<string> Everybody => Conflict.Keys(By.Concat(To));

    /// <summary>The first four digits of the code at most.</summary>
    public string Code => Told.Cameo;

    /// <summary>True if the article's own day is known.</summary>
    public bool IsPlaced => Article.Article.Published.Date is not null;

    private HashSet<string> Lemmas(TextSpan span)
    {
        var (first, end) = Article.Analysis.TokensIn(span);
        return [.. Article.Analysis.Tokens[first..end].Select(t => t.Lemma.ToLowerInvariant())];
    }

    private HashSet<Token> Words()
    {
        var words = new HashSet<Token>();
        var next = new Stack<Token>();
        foreach (var span in Told.Trigger)
        {
            var (first, end) = Article.Analysis.TokensIn(span);
            for (var i = first; i < end; i++) next.Push(Article.Analysis.Tokens[i]);
        }
        while (next.TryPop(out var token))
        {
            if (!words.Add(token)) continue;
            foreach (var c in Article.Analysis.Children(token.Index))
                if (!IsOther(Article.Analysis.Tokens[c])) next.Push(Article.Analysis.Tokens[c]);
        }
        return words;
    }

    // A clause beside the act: joined, relative, of time or reason.
    private bool IsOther(Token token) =>
        token.Relation is "acl:relcl" or "parataxis" || (token.BaseRelation == "conj" && token.Upos == "VERB")
        || (token.BaseRelation == "advcl" && token.Xpos != "VBG" && Article.Analysis.Child(token.Index, "mark") is not { Form: "to" or "if" or "unless" or "until" or "should" });
}
