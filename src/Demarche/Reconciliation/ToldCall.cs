using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Reconciliation;

/// <summary>What one sentence tells of a call or conversation of two: who, when, and who turned to whom.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="One">A participant.</param>
/// <param name="Other">The other.</param>
/// <param name="Caller">Who placed or asked for the call, or null if the sentence does not tell.</param>
/// <param name="Days">When, or null.</param>
/// <param name="Follows">True if the sentence speaks of "the call" that an earlier sentence told of, and names at most one of the two.</param>
internal sealed record ToldCall(Statement Statement, Party One, Party Other, Party? Caller, Days? Days, bool Follows)
{
    private const int MaxSentencesBack = 6;

    private static readonly string[] CallVerbs = ["call", "phone", "ring", "telephone", "dial"];
    private static readonly string[] SpeechVerbs = ["speak", "talk"];
    private static readonly string[] CallNouns = ["call", "conversation", "telephone", "phone"];
    private static readonly string[] Placing = ["place", "make", "initiate", "request", "seek", "arrange", "ask", "pick"];
    private static readonly string[] Receiving = ["receive", "get", "take", "accept"];
    private static readonly string[] Asking = ["request", "initiative", "behest", "invitation"];

    /// <summary>True if both tell of the same two.</summary>
    public bool SamePair(ToldCall other) => Same(One, other.One) && Same(Other, other.Other) || Same(One, other.Other) && Same(Other, other.One);

    /// <summary>Who called whom, in the names of another report of the same two; null if the sentence does not tell.</summary>
    public string? Direction(ToldCall named) =>
        Caller is null ? null : Same(Caller, named.One) ? named.One.Name + " called " + named.Other.Name : named.Other.Name + " called " + named.One.Name;

    /// <summary>Of every article in the order of its text.</summary>
    public static List<ToldCall> Of(List<Statement> statements)
    {
        var all = new List<ToldCall>();
        foreach (var s in statements)
            if ((Named(s) ?? Following(s, all)) is { } call) all.Add(call);
        return all;
    }

    /// <summary>A sentence that names both.</summary>
    private static ToldCall? Named(Statement s)
    {
        var (analysis, actors) = (s.Coded.Analysis, s.Coded.Actors);
        for (var i = s.Sentence.FirstToken; i < s.Sentence.EndToken; i++)
        {
            var t = analysis.Tokens[i];
            var verb = t.Upos == "VERB" && CallVerbs.Contains(t.Lemma);
            if (verb || t.Upos == "VERB" && SpeechVerbs.Contains(t.Lemma))
            {
                var subject = Subject(s, t);
                var second = verb ? analysis.Child(i, "obj") : analysis.Children(i, "obl").FirstOrDefault(o => analysis.CaseOf(o) is "to" or "with");
                if (verb && (analysis.Child(i, "xcomp", "ccomp") is not null || second is null)) continue;
                if (subject is not null && Persons(actors, second?.Index).FirstOrDefault() is { } target && !Same(subject, target))
                    return new ToldCall(s, subject, target, verb ? subject : null, When(s, t), false);
            }
            if (t.Upos == "NOUN" && CallNouns.Contains(t.Lemma) && Around(s, t) is { } call) return call;
        }
        return null;
    }

    /// <summary>"A call between X and Y", "X … in a call with Y", "X received a call from Y", each perhaps "at the request of …".</summary>
    private static ToldCall? Around(Statement s, Token noun)
    {
        var (analysis, actors) = (s.Coded.Analysis, s.Coded.Actors);
        var verb = analysis.Head(noun);
        while (verb is not null && verb.Upos != "VERB") verb = analysis.Head(verb);
        var beside = analysis.Children(noun.Index, "nmod").Concat(verb is null ? [] : analysis.Children(verb.Index, "obl"))
            .Where(o => analysis.CaseOf(o) is "with" or "between" or "from" or "by" or "to")
            .SelectMany(o => analysis.Children(o.Index, "conj").Prepend(o)).SelectMany(o => Described(analysis, actors, o)).ToList();
        if (verb is not null) beside.InsertRange(0, Subject(s, verb) is { } doer ? [doer] : []);
        beside = Distinct(beside);
        if (beside.Count != 2) return null;
        Party? caller = null;
        if (verb is not null && analysis.Child(verb.Index, "obj") == noun)
            caller = Receiving.Contains(verb.Lemma) ? beside[1] : Placing.Contains(verb.Lemma) ? beside[0] : null;
        return new ToldCall(s, beside[0], beside[1], Asked(s, beside) ?? caller, When(s, noun), false);
    }

    /// <summary>A sentence on "the call" that names one or none of the two: who placed it, or when it was.</summary>
    private static ToldCall? Following(Statement s, List<ToldCall> before)
    {
        var last = before.LastOrDefault(c => c.Statement.Coded == s.Coded && s.Sentence.Index - c.Statement.Sentence.Index <= MaxSentencesBack);
        if (last is null) return null;
        var (analysis, actors) = (s.Coded.Analysis, s.Coded.Actors);
        for (var i = s.Sentence.FirstToken; i < s.Sentence.EndToken; i++)
        {
            var noun = analysis.Tokens[i];
            if (noun.Upos != "NOUN" || !CallNouns.Contains(noun.Lemma) || analysis.Child(i, "det")?.Lemma != "the") continue;
            foreach (var verb in analysis.Tokens[s.Sentence.FirstToken..s.Sentence.EndToken].Where(t => t.Upos == "VERB" && Placing.Contains(t.Lemma)))
            {
                var placed = analysis.Child(verb.Index, "obj") ?? analysis.Children(verb.Index, "obl").FirstOrDefault();
                if (placed is null || placed != noun && placed.Lemma is not ("it" or "that")) continue;
                var placer = Subject(s, verb);
                if (placer is not null && (Same(placer, last.One) || Same(placer, last.Other)))
                    return last with { Statement = s, Caller = Same(placer, last.One) ? last.One : last.Other, Days = When(s, noun), Follows = true };
            }
            if (When(s, noun) is { } days && !Distinct(actors.Mentions.Where(m => s.Sentence.Span.Contains(m.Span)).SelectMany(m => Persons(actors, m.Head))).Exists(p => !Same(p, last.One) && !Same(p, last.Other)))
                return last with { Statement = s, Caller = null, Days = days, Follows = true };
        }
        return null;
    }

    /// <summary>"At the request of Y", "at the latter's request".</summary>
    private static Party? Asked(Statement s, List<Party> pair)
    {
        var (analysis, actors) = (s.Coded.Analysis, s.Coded.Actors);
        for (var i = s.Sentence.FirstToken; i < s.Sentence.EndToken; i++)
        {
            var t = analysis.Tokens[i];
            if (t.Upos != "NOUN" || !Asking.Contains(t.Lemma) || analysis.CaseOf(t) is not ("at" or "on" or "upon")) continue;
            foreach (var of in analysis.Children(i, "nmod"))
            {
                if (of.Lemma == "latter") return pair[1];
                if (of.Lemma == "former") return pair[0];
                if (Persons(actors, of.Index).FirstOrDefault() is { } asker) return pair.Find(p => Same(p, asker));
            }
        }
        return null;
    }

    /// <summary>The expression of time nearest to the word, if it names one day or two.</summary>
    private static Days? When(Statement s, Token word)
    {
        var near = s.Coded.Times.All.Where(t => t.Days is not null && s.Sentence.Span.Contains(t.Span))
            .OrderBy(t => Math.Abs(t.Head - word.Index)).Select(t => new Days(t.Days!.Value.Start, t.Days.Value.End)).FirstOrDefault(d => d.Length <= 2);
        if (near.Start != default) return near;
        var coded = s.Coded.Observations.FirstOrDefault(o => o.Cameo.StartsWith("04", StringComparison.Ordinal) && o.Sentence == s.Sentence.Span && o.Date is { } d && d.Start == d.End)?.Date;
        return coded is null ? null : new Days(coded.Start, coded.End);
    }

    /// <summary>Who does it: the last subject before the verb, as datelines are read as subjects too; of "it was X who …", X.</summary>
    private static Party? Subject(Statement s, Token verb)
    {
        var (analysis, actors) = (s.Coded.Analysis, s.Coded.Actors);
        var subject = analysis.Children(verb.Index, "nsubj").LastOrDefault(t => t.Index < verb.Index);
        if (subject?.Lemma is "who" or "that" && verb.BaseRelation == "acl") subject = analysis.Head(verb);
        return subject is null ? null : Described(analysis, actors, subject).FirstOrDefault();
    }

    /// <summary>The person of a noun, or of the name beside it: "its prime minister, X".</summary>
    private static List<Party> Described(Analysis analysis, ActorMentions actors, Token noun)
    {
        var own = Persons(actors, noun.Index).ToList();
        return own.Exists(p => p.Kind == ActorKind.Person && !p.IsUnnamed) ? own : [.. analysis.Children(noun.Index, "appos").SelectMany(a => Persons(actors, a.Index)), .. own];
    }

    private static IEnumerable<Party> Persons(ActorMentions actors, int? head) =>
        head is { } h && (actors.WithHead(h) ?? actors.Covering(h)) is { } m ? m.Actors.Select(a => Party.Of(actors[a])).Where(p => p.Kind is ActorKind.Person or ActorKind.State) : [];

    private static List<Party> Distinct(IEnumerable<Party> parties)
    {
        var all = new List<Party>();
        foreach (var p in parties)
            if (!all.Exists(q => Same(p, q))) all.Add(p);
        return all;
    }

    /// <summary>One actor, or a person once with his full name and once with the last of it.</summary>
    private static bool Same(Party a, Party b) => a.Likeness(b) >= 0.6 || a.Kind == ActorKind.Person && b.Kind == ActorKind.Person && (IsLastName(a.Name, b.Name) || IsLastName(b.Name, a.Name));

    private static bool IsLastName(string last, string full) => full.EndsWith(" " + last, StringComparison.OrdinalIgnoreCase);
}
