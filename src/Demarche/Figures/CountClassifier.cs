using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>What a number counts.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Noun">Index of the token that governs the number: "people" of "639 people", the number itself if it stands alone.</param>
/// <param name="Counted">Index of the counted noun: "mourners" of "dozens of mourners".</param>
internal readonly record struct Count(FigureMeasure Measure, int Noun, int Counted);

/// <summary>Tells what a number counts.</summary>
internal sealed class CountClassifier
{
    private const int LeastForce = 50;
    private static readonly string[] Endings = ["er", "or", "ist", "man", "woman", "ee", "ian", "eer"];

    private readonly Analysis _analysis;
    private readonly ActorMentions _actors;
    private readonly CountWords _words;
    private readonly FigurePhrases _phrases;
    private readonly BoundReader _bounds;
    private readonly CountedNoun _nouns;
    private readonly HarmReader _harm;
    private readonly FateReader _fates;
    private readonly Dictionary<int, FigureMeasure> _byNoun = [];
    private readonly EllipsisReader _ellipses;
    private CountBefore? _last;

    public CountClassifier(Analysis analysis, ActorMentions actors, CountWords words, FigurePhrases phrases, BoundReader bounds)
    {
        (_analysis, _actors, _words, _phrases, _bounds) = (analysis, actors, words, phrases, bounds);
        _nouns = new CountedNoun(analysis, phrases);
        _fates = new FateReader(analysis, words, phrases);
        _harm = new HarmReader(analysis, words, bounds, _fates, _byNoun);
        _ellipses = new EllipsisReader(analysis, actors, words, phrases, bounds, _nouns);
    }

    /// <summary>The measure and the counted noun of a number, or null if it is of no concern.</summary>
    /// <remarks>Call in text order: a later number may share the verb of an earlier one ("killed 12 in Arvel and 3 in Sorn").</remarks>
    public Count? Classify(NumberPhrase number)
    {
        var noun = _nouns.Governing(number);
        var counted = _nouns.Counted(noun, number);
        if (IsMeasure(_analysis.Tokens[counted]) || Ordinary(number) || IsWhole(number) || IsNoCount(number, counted)) return null;
        if ((Measure(number, noun, counted) ?? (_last is { } last ? _ellipses.Read(number, noun, counted, last) : null)) is not { } measure) return null;
        if (number.Basis == FigureBasis.Negation && !(measure.IsOfPeople() && IsTold(noun))) return null;
        _byNoun[noun] = measure;
        _last = new CountBefore(measure, _analysis.Tokens[noun].Sentence, number.End);
        return new Count(measure, noun, counted);
    }

    private FigureMeasure? Measure(NumberPhrase number, int noun, int counted)
    {
        var thing = _analysis.Tokens[counted];
        if (IsStrong(number)) return FigureMeasure.Troops;
        var alone = _nouns.IsAlone(number, counted);
        var people = _words.Is(thing.Lemma, CountRole.People);
        var own = alone || number.Value == 1 ? null : OfThing(thing);
        if (own is { } sure && !people)
            return sure is FigureMeasure.Detained or FigureMeasure.Abducted or FigureMeasure.Displaced && _harm.Read(number, noun, counted) is { } since ? since : sure;
        if ((alone || people || thing.Upos == "PRON" || IsNamedPeople(thing)) && (_harm.Read(number, noun, counted) ?? _fates.Condition(number, counted)) is { } suffered
            && !(suffered == FigureMeasure.Displaced && _words.Is(thing.Lemma, CountRole.Force))) return suffered;
        if (own is not null) return own;
        if (IsLost(thing, noun)) return FigureMeasure.Killed;
        if (_words.Of(thing.Lemma, CountRole.Force) is { } force && IsForce(number, thing, noun)) return force;
        if (_words.Of(thing.Lemma, CountRole.Goods) is { } goods)
            return Is(CountRole.Loss, noun, number) || IsGone(noun) || _fates.Behind(PhraseRole.Ruin, number, counted) is not null || _byNoun.GetValueOrDefault(_analysis.Tokens[noun].BaseRelation == "conj" ? _analysis.Tokens[noun].Head : -1) == goods || goods != FigureMeasure.Buildings && Is(CountRole.Sending, noun, number) ? goods : null;
        return alone || people || _analysis.Tokens[noun].BaseRelation == "conj" && !IsAgent(thing) || thing.Xpos is not ("NNS" or "NNP" or "NNPS") || _words.Is(thing.Lemma, CountRole.Animal) ? null
            : _harm.Read(number, noun, counted) is { } harm && (IsOnlyOfPeople(harm) || IsAgent(thing)) ? harm : null;
    }

    // Nouns that no list has, "14 ferrymen were killed": enough where nothing else is said to be killed.
    private static bool IsOnlyOfPeople(FigureMeasure harm) => harm is FigureMeasure.Killed or FigureMeasure.Injured or FigureMeasure.Abducted;

    // A noun that by its ending is somebody who does something: "14 stokers", "eight waxworkers", "six fishermen".
    private static bool IsAgent(Token thing) => thing.Upos == "NOUN" && Endings.Any(e => thing.Lemma.EndsWith(e, StringComparison.Ordinal));

    // "22,000 of the 40,000 inhabitants": the second is no figure of its own; nor is "a three-ship group".
    private bool IsWhole(NumberPhrase number)
    {
        if (IsStrong(number)) return false;
        if (number.End + 1 < _analysis.Tokens.Length && _analysis.Tokens[number.End] is { Form: "-" or "‑" } hyphen && hyphen.Span.Start == _analysis.Tokens[number.End - 1].Span.End
            && _analysis.Tokens[number.End + 1].Form != "plus") return true;
        return number.First > 2 && _analysis.Tokens[number.First - 2].Form == "of" && _analysis.Tokens[number.First - 1].Form is "the" or "its" or "their" or "his" or "our" or "some"
            && _analysis.Tokens[number.First - 3] is { Upos: "NUM" };
    }

    // "half of them under 18", "children over 5", "how many died", "a loved one"
    private bool IsNoCount(NumberPhrase number, int counted)
    {
        var first = _bounds.Read(number).First;
        if (first == 0 || _analysis.Tokens[first - 1].Sentence != _analysis.Tokens[number.First].Sentence) return false;
        var before = _analysis.Tokens[first - 1];
        if (number.Value == 1 && number.End - number.First == 1 && _nouns.IsAlone(number, counted) && before.Form is "loved" or "this" or "that" or "the" or "every" or "any" or "which" or "only") return true;
        if (number.Value is null) return before.Form is "how" or "How" or "so" or "too" or "as";
        return first < number.First && number.Value <= 100 && _nouns.IsAlone(number, counted) && before.Upos is "NOUN" or "PRON" && _analysis.Tokens[first].Form is "under" or "over" or "above" or "below";
    }

    // "a mortar round" before "round"
    private FigureMeasure? OfThing(Token thing)
    {
        if (!IsNominal(thing) && thing.Upos is not ("ADJ" or "VERB")) return null;
        foreach (var child in _analysis.Children(thing.Index, "compound", "amod"))
            if (_words.Is($"{child.Form} {thing.Lemma}", CountRole.Thing)) return _words.Of($"{child.Form} {thing.Lemma}", CountRole.Thing);
        return _words.Of(thing.Lemma, CountRole.Thing) ?? _words.Of(thing.Form, CountRole.Thing);
    }

    // Soldiers are of note where they are sent or stand in strength.
    private bool IsForce(NumberPhrase number, Token thing, int noun) =>
        thing.Lemma.StartsWith("troop", StringComparison.Ordinal) && !IsSomeOf(number) || Is(CountRole.Sending, noun, number)
        || !_words.Is(thing.Lemma, CountRole.Goods) && (thing.Lemma is not ("man" or "personnel" or "woman") || IsOfArmy(noun)) && (number.Value is null && !IsSomeOf(number) || (number.High ?? number.Value) >= LeastForce);

    // "the garrison, 300 strong", "a 2,000-strong force"
    private bool IsStrong(NumberPhrase number)
    {
        var end = _analysis.Sentences[_analysis.Tokens[number.First].Sentence].EndToken;
        var next = number.End < end && _analysis.Tokens[number.End].Form is "-" or "‑" ? number.End + 1 : number.End;
        return next < end && _analysis.Tokens[next].Form == "strong" && IsOfArmy(next);
    }

    // "The army has 1,200 men in the district": a word of armies in the sentence.
    private bool IsOfArmy(int noun)
    {
        var sentence = _analysis.Sentences[_analysis.Tokens[noun].Sentence];
        for (var i = Math.Max(sentence.FirstToken, noun - 30); i < Math.Min(sentence.EndToken, noun + 30); i++)
            if (_words.Is(_analysis.Tokens[i].Lemma, CountRole.Army)) return true;
        return false;
    }

    // "lost an armoured car and two constables": those whose trade is danger.
    private bool IsLost(Token thing, int noun)
    {
        var token = _analysis.Tokens[noun];
        if (token.BaseRelation == "conj" && token.Head >= 0) token = _analysis.Tokens[token.Head];
        return token.BaseRelation == "obj" && _analysis.Tokens[token.Head].Lemma == "lose"
            && (_words.Is(thing.Lemma, CountRole.Force) || _words.Is(thing.Lemma, CountRole.Army) || thing.Lemma == "man");
    }

    // "1,000 houses have gone", "16 shops are ash"
    private bool IsGone(int noun)
    {
        var token = _analysis.Tokens[noun];
        return token.BaseRelation == "nsubj" && token.Head >= 0 && _analysis.Tokens[token.Head] is var head
            && (head.Form == "gone" || head.Upos is "NOUN" or "ADJ" or "ADV" && _words.Is(head.Lemma, CountRole.Loss));
    }

    // "many of the advisers", "several soldiers": no strength.
    private bool IsSomeOf(NumberPhrase number) => number.Value is null && !NumberWords.IsVague(_analysis.Tokens[number.First].Form.ToLowerInvariant()) && number.End - number.First == 1;

    // "destroyed 30 tanks", "30 tanks were destroyed", "30 destroyed tanks", "the loss of 30 tanks", "30 tanks and two jets were sent"
    private bool Is(CountRole role, int noun, NumberPhrase number)
    {
        for (var (step, at) = (0, noun); step < 4; step++)
        {
            var token = _analysis.Tokens[at];
            if (HasModifier(at, role) || _analysis.Children(at, "conj").Any(c => HasModifier(c.Index, role))) return true;
            if (token.Head < 0) return false;
            var head = _analysis.Tokens[token.Head];
            if (token.BaseRelation is "obj" or "nmod" or "obl" or "compound" && _words.Is(head.Lemma, role)) return true;
            if (token.BaseRelation == "nsubj" && _words.Is(head.Lemma, role)) return token.Relation == "nsubj:pass" || _analysis.Child(head.Index, "obj") is null;
            if (token.BaseRelation is not ("conj" or "nmod" or "appos" or "nsubj" or "obj")) break;
            at = token.Head;
        }
        var before = _bounds.Read(number).First - 1;
        return before >= 0 && _analysis.Tokens[before] is { Upos: "VERB" } verb && verb.Sentence == _analysis.Tokens[noun].Sentence && _words.Is(verb.Lemma, role);
    }

    // "huts burnt down", "seized vehicles": a modifier, or a participle right behind.
    private bool HasModifier(int noun, CountRole role)
    {
        foreach (var child in _analysis.Children(noun, "acl", "amod"))
            if (_words.Is(child.Lemma, role)) return true;
        return noun + 1 < _analysis.Tokens.Length && _analysis.Tokens[noun + 1] is { Xpos: "VBN" or "VBD" } next && next.Sentence == _analysis.Tokens[noun].Sentence && _words.Is(next.Lemma, role)
            && _analysis.Child(next.Index, "obj") is null;
    }

    // "No reports of casualties", "if no one is killed" claim nothing.
    private bool IsTold(int noun)
    {
        var token = _analysis.Tokens[noun];
        return !(token.BaseRelation == "nmod" && token.Head >= 0 && _analysis.Tokens[token.Head].Lemma is "report" or "word" or "sign" or "indication" or "evidence");
    }

    // Years, days, ages and sums count nobody.
    private static bool IsMeasure(Token token) =>
        token.Lemma.ToLowerInvariant() is "percent" or "%" or "dollar" or "euro" or "year" or "month" or "week" or "day" or "hour" or "minute" or "time"
            or "mile" or "kilometer" or "kilometre" or "km" or "meter" or "metre" or "vote" or "point" or "copy";

    // "$37", "37%", "Jan. 7", "at 8:40"
    private bool Ordinary(NumberPhrase number)
    {
        if (number.First > 0 && _analysis.Tokens[number.First - 1] is var before
            && (before.Form is "$" or "£" or "€" or "#" or "US$" || before.Upos == "SYM" && before.Form is not ("~" or "+"))) return true;
        return number.End < _analysis.Tokens.Length && _analysis.Tokens[number.End].Form is "%" or "percent" or "per" or ":" or "p.m." or "a.m.";
    }

    private static bool IsNominal(Token token) => token.Upos is "NOUN" or "PROPN" or "NUM" or "SYM";

    // "40 Russians", "12 Palestinians", "two Marines", "9,000 Burkinabè"
    private bool IsNamedPeople(Token token) => token.Xpos is "NNPS" or "NNP" && token.Form.Length > 3 && token.Form[^1] == 's'
        || token.Xpos is "NNS" && char.IsUpper(token.Form[0])
        || _actors.Covering(token.Index) is { Kind: MentionKind.Demonym };
}
