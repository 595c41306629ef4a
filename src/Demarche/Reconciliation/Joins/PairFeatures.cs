namespace Demarche.Reconciliation.Joins;

/// <summary>How two mentions compare: the numbers that the trained scorer reads.</summary>
internal static class PairFeatures
{
    /// <summary>The features in order.</summary>
    public static readonly string[] Names =
    [
        "documents", "document names", "document standing", "same document", "same half", "sentences between", "earlier place", "later place",
        "same form", "same lemma", "same root", "common beginning", "trigger meaning", "trigger words", "pronouns", "verbs", "same part of speech", "greatest rivals", "least rivals",
        "greatest spread", "least spread", "agents", "patients", "others", "crossed", "arguments", "arguments shared", "argument meaning",
        "names", "names cosine", "times", "times clash", "numbers", "numbers clash", "around", "around shared", "near", "around meaning", "roots", "first rarity", "second rarity", "same copies", "tense", "negation", "words of triggers",
        "agents known", "patients known", "memory of pair", "greatest memory", "least memory",
        "profile around", "profile near", "profile arguments", "shared documents", "separate documents",
    ];

    /// <summary>The numbers of all pairs: [a][b] with b below a.</summary>
    /// <param name="set">The mentions.</param>
    /// <param name="memory">What is known of words.</param>
    /// <param name="without">What this set itself contributed to the memory; null if it did not.</param>
    public static float[][][] Matrix(MentionSet set, WordMemory memory, WordMemory? without)
    {
        var all = new float[set.Views.Count][][];
        Parallel.For(0, all.Length, a =>
        {
            all[a] = new float[a][];
            for (var b = 0; b < a; b++) Fill(set, set.Views[a], set.Views[b], memory, without, all[a][b] = new float[Names.Length]);
        });
        return all;
    }

    private static void Fill(MentionSet set, MentionView a, MentionView b, WordMemory memory, WordMemory? without, Span<float> x)
    {
        var (m, n) = (a.Mention, b.Mention);
        var same = m.Document == n.Document;
        var k = 0;
        void Put(Span<float> to, double value) => to[k++] = (float)value;
        Put(x, set.Likeness(m.Document, n.Document));
        Put(x, set.SharedNames(m.Document, n.Document));
        Put(x, same ? 9 : set.Standing(m.Document, n.Document));
        Put(x, same ? 1 : 0);
        Put(x, set.SameHalf(m.Document, n.Document) ? 1 : 0);
        Put(x, same ? Math.Abs(m.Sentence.Index - n.Sentence.Index) : -1);
        Put(x, Math.Min(m.Sentence.Index, n.Sentence.Index));
        Put(x, Math.Max(m.Sentence.Index, n.Sentence.Index));
        Put(x, string.Equals(m.Head.Form, n.Head.Form, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        Put(x, m.Lemma == n.Lemma ? 1 : 0);
        Put(x, ActWords.Alike(m.Lemma, n.Lemma) ? 1 : 0);
        Put(x, (double)ActWords.Common(m.Lemma, n.Lemma) / Math.Max(m.Lemma.Length, n.Lemma.Length));
        Put(x, Dot(a.Meaning, b.Meaning));
        Put(x, a.Trigger.Cosine(b.Trigger));
        Put(x, (m.IsPronoun ? 1 : 0) + (n.IsPronoun ? 1 : 0));
        Put(x, (m.IsVerb ? 1 : 0) + (n.IsVerb ? 1 : 0));
        Put(x, m.Head.Upos == n.Head.Upos ? 1 : 0);
        Put(x, Math.Max(a.Rivals, b.Rivals));
        Put(x, Math.Min(a.Rivals, b.Rivals));
        Put(x, Math.Max(a.Spread, b.Spread));
        Put(x, Math.Min(a.Spread, b.Spread));
        Put(x, Match(a.Agents, b.Agents));
        Put(x, Match(a.Patients, b.Patients));
        Put(x, Match(a.Others, b.Others));
        Put(x, Math.Max(Match(a.Agents, b.Patients), Match(a.Patients, b.Agents)));
        Put(x, Match(a.All, b.All));
        Put(x, a.All.Shared(b.All));
        Put(x, Dot(a.ArgumentMeaning, b.ArgumentMeaning));
        Put(x, a.Names.Shared(b.Names));
        Put(x, Match(a.Names, b.Names));
        Put(x, a.Times.Shared(b.Times));
        Put(x, Clash(a.Times, b.Times));
        Put(x, a.Numbers.Shared(b.Numbers));
        Put(x, Clash(a.Numbers, b.Numbers));
        Put(x, a.Around.Cosine(b.Around));
        Put(x, a.Around.Shared(b.Around));
        Put(x, a.Near.Cosine(b.Near));
        Put(x, Dot(a.AroundMeaning, b.AroundMeaning));
        Put(x, (m.Head.Relation == "root" ? 1 : 0) + (n.Head.Relation == "root" ? 1 : 0));
        Put(x, Math.Max(set.RarityOf(m.Lemma), set.RarityOf(n.Lemma)));
        Put(x, Math.Min(set.RarityOf(m.Lemma), set.RarityOf(n.Lemma)));
        Put(x, a.Around.Cosine(b.Around) > 0.9 ? 1 : 0);
        Put(x, Tense(m) == Tense(n) ? 1 : 0);
        Put(x, IsNegated(m) == IsNegated(n) ? 1 : 0);
        Put(x, m.Tokens.Length + n.Tokens.Length);
        Put(x, (a.Agents.IsEmpty ? 0 : 1) + (b.Agents.IsEmpty ? 0 : 1));
        Put(x, (a.Patients.IsEmpty ? 0 : 1) + (b.Patients.IsEmpty ? 0 : 1));
        Put(x, memory.Pair(m.Lemma, n.Lemma, without));
        var (joinedA, joinedB) = (memory.Joined(m.Lemma, without), memory.Joined(n.Lemma, without));
        Put(x, Math.Max(joinedA, joinedB));
        Put(x, Math.Min(joinedA, joinedB));
        var (p, q) = (a.Profile, b.Profile);
        Put(x, p == q ? 2 : p.Around.Cosine(q.Around));
        Put(x, p == q ? 2 : p.Near.Cosine(q.Near));
        Put(x, p == q ? 2 : Match(p.Arguments, q.Arguments));
        var common = p.Documents.Count(q.Documents.Contains);
        Put(x, (double)common / Math.Min(p.Documents.Count, q.Documents.Count));
        Put(x, (double)Math.Min(p.Documents.Count, q.Documents.Count) - common);
    }

    /// <summary>-1 where one side is not told, else the cosine.</summary>
    private static double Match(WordBag a, WordBag b) => a.IsEmpty || b.IsEmpty ? -1 : a.Cosine(b);

    private static double Clash(WordBag a, WordBag b) => a.IsEmpty || b.IsEmpty ? 0 : a.Meets(b) ? -1 : 1;

    private static double Dot(float[] a, float[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++) sum += (double)a[k] * b[k];
        return sum;
    }

    private static string Tense(ActMention m)
    {
        foreach (var c in m.Analysis.Children(m.Head.Index, "aux"))
            if (c.Lemma is "will" or "would" or "may" or "might" or "could" or "can" or "should") return "modal";
        return m.Head.Xpos is "VBD" or "VBN" ? "past" : m.IsVerb ? "present" : "none";
    }

    private static bool IsNegated(ActMention m) => m.Analysis.Children(m.Head.Index, "advmod", "det").Any(c => c.Lemma is "not" or "n't" or "no" or "never");
}
