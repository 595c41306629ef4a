using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Finds to whom a verb of saying is directed.</summary>
internal sealed class Addressees(Analysis analysis, ActorMentions actors, Dictionary<int, NamedEntity> entities)
{
    private const int Reach = 5;

    // Those to whom one huffs and sneers.
    private static readonly string[] Hearers = ["reporter", "journalist", "lawmaker", "supporter", "crowd", "audience", "colleague", "aide", "deputy", "delegate", "viewer", "listener", "follower"];

    /// <summary>The head of the words that name the one told, asked, written or said to; null if there is none.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="kind">What it does as a word of saying.</param>
    public int? OfVerb(Token verb, CueKind kind)
    {
        if (analysis.Child(verb.Index, "nsubj:pass") is not null) return null;
        if ((kind.HasFlag(CueKind.Tell) || verb.Lemma == "address") && (Object(verb) ?? Behind(verb)) is { } told) return told;
        var speaks = verb.Lemma is not ("compare" or "liken") && (kind & (CueKind.Tell | CueKind.Say | CueKind.Write)) != 0 || verb.Lemma is "speak" or "talk";
        foreach (var child in analysis.Children(verb.Index, "obl"))
            if (analysis.CaseOf(child) is "to" && child.Index > verb.Index && (speaks || Hearers.Contains(child.Lemma)) && Who(child.Index) is { } addressed) return addressed;
        return null;
    }

    private int? Object(Token verb)
    {
        foreach (var child in analysis.Children(verb.Index, "iobj", "obj"))
            if (child.Index > verb.Index && Who(child.Index) is { } told) return told;
        return null;
    }

    // Where the tree lost him: the first noun or name right behind "told".
    private int? Behind(Token verb)
    {
        if (verb.Lemma is not ("tell" or "assure" or "inform" or "remind")) return null;
        for (var i = verb.Index + 1; i < analysis.Tokens.Length && i <= verb.Index + Reach; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos is "NOUN" or "PROPN" or "PRON") return Who(token.Head > i && token.Head <= verb.Index + Reach && token.BaseRelation is "compound" or "nmod" or "amod" ? token.Head : i);
            if (token.Upos is not ("DET" or "ADJ" or "NUM" or "X")) return null;
        }
        return null;
    }

    /// <summary>The token itself if it names somebody who can be told something.</summary>
    public int? Who(int head)
    {
        var token = analysis.Tokens[head];
        if (actors.WithHead(head) is not null) return head;
        if (token.Upos == "PRON") return token.Form is "me" or "us" ? head : null;
        return token.Upos is "NOUN" or "PROPN" or "X" && !IsThing(token) ? head : null;
    }

    // "told a story", "to the point", "asked a question".
    private static bool IsThing(Token token) =>
        token.Lemma.ToLowerInvariant() is "story" or "truth" or "lie" or "tale" or "joke" or "point" or "effect" or "question" or "end" or "day" or "way" or "thing" or "time" or "death" or "fact" or "year" or "week" or "month"
        or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "evidence" or "claim" or "report" or "comment" or "remark" or "criticism" or "call" or "attack" or "news";

    /// <summary>An actor's name, or the words of the text.</summary>
    public string Words(int head)
    {
        if (actors.WithHead(head) is { } mention) return actors[mention.Actors[0]].Name;
        int first = head, last = head;
        foreach (var child in analysis.Children(head, "det", "amod", "compound", "nummod", "nmod:poss", "flat"))
        {
            if (child.Index > head) last = child.BaseRelation is "flat" or "compound" && child.Index <= last + 1 ? child.Index : last;
            else if (head - child.Index <= Reach) first = Math.Min(first, analysis.Subtree(child.Index)[0]);
        }
        if (entities.TryGetValue(head, out var name)) (first, last) = (Math.Min(first, name.First), Math.Max(last, name.End - 1));
        while (first < head && analysis.Tokens[first].Lemma is "a" or "an") first++;
        return new TextSpan(analysis.Tokens[first].Span.Start, analysis.Tokens[last].Span.End).Of(analysis.Text).ReplaceLineEndings(" ");
    }
}
