using Demarche.Language;

namespace Demarche.Figures;

/// <summary>What a number counts.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Noun">Index of the token that governs the number: "people" of "639 people", the number itself if it stands alone.</param>
/// <param name="Counted">Index of the counted noun: "mourners" of "dozens of mourners".</param>
internal readonly record struct Count(FigureMeasure Measure, int Noun, int Counted);

/// <summary>Tells what a number counts, from the tree and, where that fails, from the words beside it.</summary>
internal sealed class CountClassifier(Analysis analysis, CountWords words, BoundReader bounds)
{
    private readonly Dictionary<int, FigureMeasure> _byNoun = [];

    /// <summary>The kind and the counted noun of a number, or null if it is of no concern.</summary>
    /// <remarks>Call in text order: a later number may share the verb of an earlier one ("killed 12 in Arvel and 3 in Sorn").</remarks>
    public Count? Classify(NumberPhrase number)
    {
        var noun = Noun(number);
        var counted = Counted(noun, number);
        if (Measure(number, noun, counted) is not { } measure) return null;
        if (number.Basis == FigureBasis.Negation && !(measure.IsOfPeople() && IsTold(noun))) return null;
        _byNoun[noun] = measure;
        return new Count(measure, noun, counted);
    }

    // Up from the number to the noun it modifies.
    private int Noun(NumberPhrase number)
    {
        var token = analysis.Tokens[number.End - 1];
        for (var step = 0; step < 6 && token.Head >= 0; step++)
        {
            var inside = token.Head >= number.First && token.Head < number.End;
            if (!inside && token.BaseRelation is not ("nummod" or "compound" or "flat" or "advmod" or "det" or "amod")) break;
            if (!inside && !IsNominal(analysis.Tokens[token.Head])) break;
            if (!inside && token.BaseRelation is "compound" or "amod" && token.Index != number.End - 1) break;
            token = analysis.Tokens[token.Head];
            if (!inside) break;
        }
        var alone = token.Index >= number.First && token.Index < number.End && token.BaseRelation is "dep" or "root" or "nummod" or "advmod";
        return alone ? Following(number) ?? token.Index : token.Index;
    }

    // The noun phrase right behind the number, where the tree does not join the two: "59 long range missiles".
    private int? Following(NumberPhrase number)
    {
        int? noun = null;
        for (var i = number.End; i < EndOf(number.First) && i < number.End + 7; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos is "NOUN" or "PROPN") noun = i;
            else if (token.Upos != "ADJ" || noun is not null) break;
        }
        return noun;
    }

    // "dozens of mourners", "one of the crew": the noun behind "of".
    private int Counted(int noun, NumberPhrase number)
    {
        if (noun < number.First || noun >= number.End) return noun;
        foreach (var child in analysis.Children(noun, "nmod", "obl"))
            if (child.Index > noun && analysis.Child(child.Index, "case")?.Form == "of") return child.Index;
        if (number.End + 1 < EndOf(noun) && analysis.Tokens[number.End].Form == "of")
            for (var i = number.End + 1; i < EndOf(noun) && i < number.End + 7; i++)
                if (IsNominal(analysis.Tokens[i]) && !(i + 1 < EndOf(noun) && IsNominal(analysis.Tokens[i + 1]))) return i;
        return noun;
    }

    private FigureMeasure? Measure(NumberPhrase number, int noun, int counted)
    {
        var thing = analysis.Tokens[counted];
        if (IsMeasure(thing) || Ordinary(number)) return null;
        var alone = counted >= number.First && counted < number.End;
        var people = words.Is(thing.Lemma, CountRole.People);
        var own = alone || number.Value == 1 ? null : OfThing(thing, counted);
        if (own is { } sure && !people) return sure;
        var human = alone || people || IsNamedPeople(thing);
        if (human && Suffered(number, noun, counted) is { } suffered) return suffered;
        if (own is not null) return own;
        if (words.Of(thing.Lemma, CountRole.Force) is { } force && (thing.Lemma.StartsWith("troop", StringComparison.Ordinal) || Is(CountRole.Sending, noun, number))) return force;
        return words.Of(thing.Lemma, CountRole.Goods) is { } goods && (Is(CountRole.Loss, noun, number) || Is(CountRole.Sending, noun, number)) ? goods : null;
    }

    // What befell people or was done to them.
    private FigureMeasure? Suffered(NumberPhrase number, int noun, int counted) =>
        StateOf(number, noun, counted) ?? Governed(noun) ?? Shared(noun) ?? Beside(number, counted);

    private FigureMeasure? OfThing(Token thing, int counted)
    {
        if (!IsNominal(thing) && thing.Upos is not ("ADJ" or "VERB")) return null;
        if ((words.Of(thing.Lemma, CountRole.Thing) ?? words.Of(thing.Form, CountRole.Thing)) is not { } measure) return null;
        return measure == FigureMeasure.Strikes && thing.Lemma == "raid" && analysis.Child(counted, "compound") is not { Lemma: "air" or "bombing" } ? null : measure;
    }

    // "destroyed 30 tanks", "30 tanks were destroyed", "30 destroyed tanks", "the loss of 30 tanks", "30 tanks and two jets were sent"
    private bool Is(CountRole role, int noun, NumberPhrase number)
    {
        for (var (step, at) = (0, noun); step < 4; step++)
        {
            var token = analysis.Tokens[at];
            foreach (var child in analysis.Children(at, "acl", "amod"))
                if (words.Is(child.Lemma, role)) return true;
            if (token.Head < 0) return false;
            var head = analysis.Tokens[token.Head];
            if (token.BaseRelation is "obj" or "nmod" or "obl" or "compound" && words.Is(head.Lemma, role)) return true;
            if (token.BaseRelation == "nsubj" && words.Is(head.Lemma, role)) return token.Relation == "nsubj:pass" || analysis.Child(head.Index, "obj") is null;
            if (token.BaseRelation is not ("conj" or "nmod" or "appos" or "nsubj" or "obj")) break;
            at = token.Head;
        }
        var before = bounds.Read(number).First - 1;
        return before >= 0 && analysis.Tokens[before] is { Upos: "VERB" } verb && verb.Sentence == analysis.Tokens[noun].Sentence && words.Is(verb.Lemma, role);
    }

    // "No reports of casualties", "if no one is killed" claim nothing.
    private bool IsTold(int noun)
    {
        var token = analysis.Tokens[noun];
        return !(token.BaseRelation == "nmod" && token.Head >= 0 && analysis.Tokens[token.Head].Lemma is "report" or "word" or "sign" or "indication" or "evidence");
    }

    // "left 50 dead", "639 people killed in Arvel", "the 40 wounded soldiers", "people who had been arrested"
    private FigureMeasure? StateOf(NumberPhrase number, int noun, int counted)
    {
        foreach (var place in new[] { noun, counted })
            foreach (var child in analysis.Children(place, "acl", "amod"))
                if (OfModifier(child, noun) is { } kind) return kind;
        var next = Math.Max(number.End, counted + 1);
        if (next < EndOf(noun) && analysis.Tokens[next] is var after && after.Xpos is "JJ" or "VBN" or "VBD" or "NN" && after.Upos is "ADJ" or "VERB" or "NOUN"
            && words.Of(after.Form, CountRole.State) is { } adjoined) return adjoined;
        var token = analysis.Tokens[noun];
        if (token.BaseRelation == "nsubj" && token.Head >= 0)
            return words.Of(analysis.Tokens[token.Head].Form, CountRole.State) is { } said && analysis.Tokens[token.Head].Upos == "ADJ" ? said : null;
        return null;
    }

    private FigureMeasure? OfModifier(Token child, int noun)
    {
        var passive = child.Xpos == "VBN" || child.Upos == "ADJ";
        if (passive && words.Of(child.Form, CountRole.State) is { } state) return state;
        if (child.BaseRelation != "acl") return null;
        if (child.Xpos == "VBN" && words.Of(child.Lemma, CountRole.Act) is { } suffered
            && (child.Relation != "acl:relcl" || analysis.Child(child.Index, "nsubj:pass", "aux:pass") is not null)) return suffered;
        return child.Index > noun ? words.Of(child.Lemma, CountRole.Fate) : null;
    }

    // Up through what the noun depends on: "killed 12", "12 were killed", "12 died", "the death of 12", "a toll of 12"
    private FigureMeasure? Governed(int noun)
    {
        var token = analysis.Tokens[noun];
        if (token.Head < 0) return null;
        var head = analysis.Tokens[token.Head];
        switch (token.Relation)
        {
            case "obj" when token.Lemma == "life" && words.Of(head.Lemma, CountRole.Life) is { } lost:
                return lost;
            case "obj" or "nsubj:pass":
                return Lead(head) ?? words.Of(head.Lemma, CountRole.Act) ?? (token.Relation == "nsubj:pass" ? words.Of(head.Lemma, CountRole.Fate) : null) ?? Found(head);
            case "nsubj":
                return words.Of(head.Lemma, CountRole.Fate) ?? Found(head);
        }
        if (token.BaseRelation is not ("nmod" or "obl")) return null;
        if (token.BaseRelation == "nmod" && analysis.Child(noun, "case")?.Form is "of" or "for" && words.Of(head.Lemma, CountRole.Event) is { } of) return of;
        if (words.Of(head.Lemma, CountRole.Toll) is { } toll) return toll;
        foreach (var subject in analysis.Children(head.Index, "nsubj"))
            if (words.Of(subject.Lemma, CountRole.Toll) is { } risen) return risen;
        return null;
    }

    // "killed and injured 12": the first verb of the pair, if the object is theirs together.
    private FigureMeasure? Lead(Token verb) =>
        verb.BaseRelation == "conj" && verb.Head == verb.Index - 2 && analysis.Child(verb.Head, "obj") is null
            ? words.Of(analysis.Tokens[verb.Head].Lemma, CountRole.Act) : null;

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
            if (_byNoun.TryGetValue(token.Index, out var kind)) return kind.IsOfPeople() ? kind : null;
            if (words.Of(token.Lemma, CountRole.Act) is { } act && SpeechlessVerb(token)) return act;
        }
        return null;
    }

    private static bool SpeechlessVerb(Token token) => token.Upos == "VERB";

    // The words beside, where the tree has no answer: "killed at least 37 people", "5,000 villagers have been displaced".
    private FigureMeasure? Beside(NumberPhrase number, int counted)
    {
        var before = bounds.Read(number).First - 1;
        if (before >= 0 && analysis.Tokens[before].Upos == "DET") before--;
        if (before > 0 && analysis.Tokens[before].Sentence == analysis.Tokens[number.First].Sentence && Left(before) is { } left) return left;
        var start = Math.Max(number.End, counted + 1);
        for (var i = start; i < EndOf(counted) && i < start + 5; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos == "VERB")
                return words.Of(token.Lemma, CountRole.Fate) ?? (token.Xpos is "VBN" && i > start ? words.Of(token.Lemma, CountRole.Act) : null);
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
                return words.Of(token.Lemma, CountRole.Fate) ?? (token.Xpos == "VBN" && IsPassive(token) ? words.Of(token.Lemma, CountRole.Act) : null);
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
        var first = before.Upos == "CCONJ" && at > 1 && analysis.Tokens[at - 2] is { Upos: "VERB" } other ? words.Of(other.Lemma, CountRole.Act) : null;
        return first ?? words.Of(token.Lemma, CountRole.Act);
    }

    private bool IsPassive(Token verb) => analysis.Child(verb.Index, "aux:pass", "nsubj:pass") is not null;

    // Years, days, ages and sums count nobody.
    private static bool IsMeasure(Token token) =>
        token.Lemma.ToLowerInvariant() is "percent" or "%" or "dollar" or "euro" or "year" or "month" or "week" or "day" or "hour" or "minute" or "time"
            or "mile" or "kilometer" or "kilometre" or "km" or "meter" or "metre" or "vote" or "point" or "copy";

    // "$37", "37%", "Jan. 7", "at 8:40"
    private bool Ordinary(NumberPhrase number)
    {
        if (number.First > 0 && analysis.Tokens[number.First - 1] is var before
            && (before.Form is "$" or "£" or "€" or "#" or "US$" || before.Upos == "SYM" && before.Form is not ("~" or "+"))) return true;
        return number.End < analysis.Tokens.Length && analysis.Tokens[number.End].Form is "%" or "percent" or "per" or ":" or "p.m." or "a.m.";
    }

    private static bool IsNominal(Token token) => token.Upos is "NOUN" or "PROPN" or "NUM" or "SYM";

    // "40 Russians", "12 Palestinians", "two Marines"
    private static bool IsNamedPeople(Token token) => token.Xpos is "NNPS" or "NNP" && token.Form.Length > 3 && token.Form[^1] == 's'
        || token.Xpos is "NNS" && char.IsUpper(token.Form[0]);

    private int EndOf(int token) => analysis.Sentences[analysis.Tokens[token].Sentence].EndToken;
}
