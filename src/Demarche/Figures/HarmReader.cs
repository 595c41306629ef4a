using Demarche.Language;

namespace Demarche.Figures;

/// <summary>Tells what befell counted people or was done to them, from the tree and, where that fails, from the words beside the number.</summary>
/// <param name="analysis">The article.</param>
/// <param name="words">What words mean beside a number.</param>
/// <param name="bounds">Where a number's words begin.</param>
/// <param name="fates">Reads whole clauses.</param>
/// <param name="before">The measures read before, by the token that governs the number.</param>
internal sealed class HarmReader(Analysis analysis, CountWords words, BoundReader bounds, FateReader fates, IReadOnlyDictionary<int, FigureMeasure> before)
{
    /// <summary>The measure, or null.</summary>
    /// <param name="number">The number.</param>
    /// <param name="noun">The token that governs it.</param>
    /// <param name="counted">The counted noun.</param>
    public FigureMeasure? Read(NumberPhrase number, int noun, int counted) =>
        StateOf(number, noun, counted) ?? Governed(noun, counted) ?? Shared(noun) ?? Beside(number, counted) ?? fates.Read(noun);

    // "left 50 dead", "639 people killed in Arvel", "the 40 wounded soldiers", "people who had been arrested"
    private FigureMeasure? StateOf(NumberPhrase number, int noun, int counted)
    {
        foreach (var place in new[] { noun, counted })
            foreach (var child in analysis.Children(place, "acl", "amod"))
                if (OfModifier(child, noun) is { } kind) return kind;
        // "83 civilians and 118 fighters dead"
        foreach (var joined in analysis.Children(noun, "conj"))
            foreach (var child in analysis.Children(joined.Index, "amod"))
                if (child.Index > joined.Index && words.Of(child.Form, CountRole.State) is { } both) return both;
        var next = Math.Max(number.End, counted + 1);
        if (next < EndOf(noun) && analysis.Tokens[next] is { Upos: "PUNCT", Form: "\"" or "”" or "'" or "’" }) next++;
        if (next < EndOf(noun) && analysis.Tokens[next] is var after && after.Xpos is "JJ" or "VBN" or "VBD" or "VB" or "VBP" or "NN" or "RB" && after.Upos is "ADJ" or "VERB" or "NOUN"
            && analysis.Child(after.Index, "obj") is null && Adjoined(after) is { } adjoined) return adjoined;
        var token = analysis.Tokens[noun];
        if (token.BaseRelation == "nsubj" && token.Head >= 0)
            return words.Of(analysis.Tokens[token.Head].Form, CountRole.State) is { } said && analysis.Tokens[token.Head].Xpos is "JJ" or "VBN" or "VBG" or "NN" or "NNS" ? said : null;
        return null;
    }

    // "90 held hostage", "12 shot dead": with the word behind, else alone.
    private FigureMeasure? Adjoined(Token word) =>
        word.Index + 1 < analysis.Tokens.Length && words.Of($"{word.Form} {analysis.Tokens[word.Index + 1].Form}", CountRole.State) is { } pair
            ? pair : words.Of(word.Form, CountRole.State);

    private FigureMeasure? OfModifier(Token child, int noun)
    {
        var passive = child.Xpos == "VBN" || child.Upos == "ADJ";
        if (passive && Adjoined(child) is { } state) return state;
        if (child.BaseRelation != "acl") return null;
        if (child.Xpos == "VBN" && Of(child, CountRole.Act) is { } suffered
            && (child.Relation != "acl:relcl" || analysis.Child(child.Index, "nsubj:pass", "aux:pass") is not null)) return suffered;
        return child.Index > noun ? Of(child, CountRole.Fate) : null;
    }

    // Up through what the noun depends on: "killed 12", "12 were killed", "12 died", "the death of 12", "a toll of 12"
    private FigureMeasure? Governed(int noun, int counted)
    {
        var token = analysis.Tokens[noun];
        if (token.Head < 0) return null;
        var head = analysis.Tokens[token.Head];
        switch (token.Relation)
        {
            case "obj" when token.Lemma == "life" && words.Of(head.Lemma, CountRole.Life) is { } lost:
                return lost;
            case "obj" or "nsubj:pass":
                return Lead(head) ?? (token.Upos == "NUM" && counted == noun && token.Relation == "obj" ? head.Lemma == "hold" ? null : words.Of(head.Lemma, CountRole.Act) : Of(head, CountRole.Act)) ?? (token.Relation == "nsubj:pass" ? words.Of(head.Form, CountRole.State) ?? Of(head, CountRole.Fate) : null) ?? Found(head);
            case "nsubj":
                return Of(head, CountRole.Fate) ?? Found(head);
        }
        if (token.BaseRelation is not ("nmod" or "obl")) return null;
        if (token.BaseRelation == "nmod" && analysis.Child(noun, "case")?.Form is "of" or "for" && words.Of(head.Lemma, CountRole.Event) is { } of) return of;
        if (analysis.Child(noun, "case")?.Form == "for" && words.Of(head.Lemma, CountRole.Act) == FigureMeasure.Released) return FigureMeasure.Released;
        if (Toll(head) is { } toll) return toll;
        if (head.BaseRelation == "acl" && head.Xpos == "VBN" && head.Head == head.Index - 1 && Toll(analysis.Tokens[head.Head]) is { } brought) return brought;
        if (head.Lemma == "life" && head.Head >= 0 && words.Of(analysis.Tokens[head.Head].Lemma, CountRole.Life) is { } cost) return cost;
        var isValue = token.BaseRelation == "obl" && analysis.Child(noun, "case")?.Form is "at" or "to" or "as" or "past";
        foreach (var subject in analysis.Children(head.Index, "nsubj", "obj"))
            if ((Toll(subject) ?? (isValue && counted == noun && token.Upos == "NUM" ? words.Of(subject.Lemma, CountRole.Thing) ?? words.Of(subject.Lemma, CountRole.Event) ?? words.Of(subject.Form, CountRole.State) : null)) is { } risen) return risen;
        return null;
    }

    // "the toll", "the number of displaced", "the number killed"
    private FigureMeasure? Toll(Token noun)
    {
        if (words.Of(noun.Lemma, CountRole.Toll) is { } toll) return toll;
        if (noun.Lemma is not ("number" or "figure" or "count" or "tally" or "total")) return null;
        foreach (var child in analysis.Children(noun.Index, "nmod", "acl", "amod", "compound"))
            if ((words.Of(child.Form, CountRole.State) ?? words.Of(child.Lemma, CountRole.Thing) ?? words.Of(child.Lemma, CountRole.Event)) is { } named) return named;
        return null;
    }

    // "killed and injured 12": the first verb of the pair, if the object is theirs together.
    private FigureMeasure? Lead(Token verb) =>
        verb.BaseRelation == "conj" && verb.Head == verb.Index - 2 && analysis.Child(verb.Head, "obj") is null
            ? Of(analysis.Tokens[verb.Head], CountRole.Act) : null;

    // "12 were found dead", "left 12 wounded"
    private FigureMeasure? Found(Token verb)
    {
        foreach (var child in analysis.Children(verb.Index, "xcomp"))
            if (words.Of(child.Form, CountRole.State) is { } state) return state;
        return null;
    }

    // "killed 12 in Arvel and 3 in Sorn", "12 people, including 3 children"
    private FigureMeasure? Shared(int noun)
    {
        var token = analysis.Tokens[noun];
        var joined = false;
        for (var step = 0; step < 4 && token.Head >= 0; step++)
        {
            if (token.BaseRelation is not ("conj" or "nmod" or "obl" or "appos" or "acl")) break;
            if (!joined && token.BaseRelation is "nmod" or "obl" && analysis.Child(token.Index, "case")?.Form is not ("including" or "among" or "of")) break;
            joined |= token.BaseRelation == "conj";
            token = analysis.Tokens[token.Head];
            if (before.TryGetValue(token.Index, out var kind)) return kind.IsOfPeople() ? kind : null;
            if (Of(token, CountRole.Act) is { } act && SpeechlessVerb(token)) return act;
        }
        return null;
    }

    private static bool SpeechlessVerb(Token token) => token.Upos == "VERB";

    // The words beside, where the tree has no answer: "killed at least 37 people", "5,000 villagers have been displaced".
    private FigureMeasure? Beside(NumberPhrase number, int counted)
    {
        var left = bounds.Read(number).First - 1;
        if (left >= 0 && analysis.Tokens[left].Upos is "DET" or "PUNCT" && analysis.Tokens[left].Form != ",") left--;
        if (left > 0 && analysis.Tokens[left].Sentence == analysis.Tokens[number.First].Sentence && Left(left) is { } done) return done;
        var start = Math.Max(number.End, counted + 1);
        for (var i = start; i < EndOf(counted) && i < start + 5; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos == "VERB" && (Of(token, CountRole.Fate) ?? (token.Xpos is "VBN" && i > start && IsPassive(token) ? Of(token, CountRole.Act) : null)) is { } told) return told;
            if (token.Upos is not ("AUX" or "ADV" or "PART")) break;
        }
        return Relative(start, counted);
    }

    // "300 people of the district who had been arrested": the relative clause, whatever noun the tree hangs it on.
    private FigureMeasure? Relative(int start, int counted)
    {
        var who = start;
        while (who < EndOf(counted) && who < start + 8 && analysis.Tokens[who].Form is not ("who" or ",")) who++;
        for (var i = who + 1; i < EndOf(counted) && i < who + 5 && analysis.Tokens[who].Form == "who"; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos == "VERB")
                return Of(token, CountRole.Fate) ?? (token.Xpos == "VBN" && IsPassive(token) ? Of(token, CountRole.Act) : null);
        }
        return null;
    }

    // "killed 12", "killed and wounded 12", "shot dead 12", "the slaughter of 12"
    private FigureMeasure? Left(int at)
    {
        Token token = analysis.Tokens[at], before = analysis.Tokens[at - 1];
        if (token.Form == "of") return words.Of(before.Lemma, CountRole.Event);
        if (token.Form == "dead" && before.Upos == "VERB") return words.Of(token.Form, CountRole.State);
        if (token.Upos != "VERB" || IsPassive(token)) return null;
        var first = before.Upos == "CCONJ" && at > 1 && analysis.Tokens[at - 2] is { Upos: "VERB" } other ? Of(other, CountRole.Act) : null;
        return first ?? Of(token, CountRole.Act);
    }

    private bool IsPassive(Token verb) => analysis.Child(verb.Index, "aux:pass", "nsubj:pass") is not null;

    // A verb with the word behind it or its particle if the two mean something together ("picked up 12", "took 12 hostage"), else alone.
    private FigureMeasure? Of(Token verb, CountRole role)
    {
        if (verb.Index + 1 < analysis.Tokens.Length && words.Of($"{verb.Lemma} {analysis.Tokens[verb.Index + 1].Form}", role) is { } pair) return pair;
        foreach (var child in analysis.Children(verb.Index, "compound", "xcomp", "advmod", "obl", "obj"))
            if (child.Index > verb.Index && words.Of($"{verb.Lemma} {child.Form}", role) is { } apart) return apart;
        return words.Of(verb.Lemma, role);
    }

    private int EndOf(int token) => analysis.Sentences[analysis.Tokens[token].Sentence].EndToken;
}
