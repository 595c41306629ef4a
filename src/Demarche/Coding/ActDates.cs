using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>Gives the acts of one article their days: first by the dates that hang on them, then by what the article tells beside them.</summary>
internal sealed class ActDates
{
    private const int DaysOfNews = 7, MaxClimb = 8, SentencesBefore = 8, SentencesAfter = 2;

    private readonly Reading _reading;
    private readonly Analysis _analysis;
    private readonly TimeExpressions _times;
    private readonly EventDating _dating;
    private readonly TellingTense _tenses;
    private readonly SameActs _same;
    private readonly NewsDays _news;
    private readonly DaysBefore _before;
    private readonly IReadOnlyList<Act> _acts;
    private readonly Telling[] _tellings;
    private readonly EventDate?[] _dates;
    private readonly Quotes.Quote?[] _quoteAt;

    public ActDates(Reading reading, TimeExpressions times, EventDating dating, IReadOnlyList<Act> acts)
    {
        (_reading, _analysis, _times, _dating, _acts) = (reading, reading.Analysis, times, dating, acts);
        _tenses = new TellingTense(_analysis, reading.Verbs);
        _quoteAt = QuoteAt(reading);
        _tellings = [.. acts.Select(a => Quoted(_tenses.Of(a.Match.Trigger), a.Match.Trigger))];
        _same = new SameActs(reading);
        _news = new NewsDays(_analysis, times, _tenses, reading.Verbs, IsQuoted);
        _before = new DaysBefore(_analysis, times, dating, _news);
        _dates = new EventDate?[acts.Count];
    }

    /// <summary>The days, each at the index of its act; null where nothing gives one.</summary>
    public ImmutableArray<EventDate?> Find()
    {
        for (var i = 0; i < _acts.Count; i++) _dates[i] = Attached(i);
        for (var i = 0; i < _acts.Count; i++) _dates[i] ??= SinceThen(i);
        var stated = StatedDays();
        for (var i = 0; i < _acts.Count; i++) _dates[i] ??= OfSpeaker(i, stated);
        for (var i = 0; i < _acts.Count; i++) _dates[i] ??= _same.DayOf(i, _acts, _dates);
        for (var i = 0; i < _acts.Count; i++) _dates[i] ??= OfNews(i);
        return [.. _dates];
    }

    /// <summary>For each token the outermost quotation between marks that it stands in.</summary>
    private static Quotes.Quote?[] QuoteAt(Reading reading)
    {
        var at = new Quotes.Quote?[reading.Analysis.Tokens.Length];
        foreach (var quote in reading.Quotes)
        {
            if (quote.Kind == Quotes.QuoteKind.Indirect) continue;
            var (first, end) = reading.Analysis.TokensIn(quote.Span);
            for (var i = first; i < end; i++)
                if (at[i] is null || at[i]!.Nested && !quote.Nested) at[i] = quote;
        }
        return at;
    }

    // What stands between quotation marks has the quotation's own cue, wherever the tree puts it.
    private Telling Quoted(Telling telling, Token trigger) =>
        telling.Cue is null && _quoteAt[trigger.Index] is { Nested: false, Cue: { } cue } && _analysis.TokenAt(cue.Start) is { } verb
            ? telling with { Cue = verb, Saying = _tenses.TenseAround(verb) }
            : telling;

    private EventDate? Attached(int i)
    {
        var trigger = _acts[i].Match.Trigger;
        var date = _dating.For(_analysis, _times, trigger.Index);
        if (date is not null) return IsOver(i, date) && _news.DayAt(trigger) is { } now && now.Start >= date.Start ? new EventDate(date.Start, now.Start, date.Text, date.Basis) : date;
        if (IsSaid(i)) return _dating.ForStatement(_analysis, _times, _tellings[i].Cue!.Index);
        return _before.DayOf(trigger) ?? (IsAnnounced(i) && _dating.ForStatement(_analysis, _times, _tellings[i].Cue!.Index) is { } told ? told with { Basis = EventDateBasis.Discourse } : null);
    }

    // "had held the town since Friday", in a report of its loss.
    private bool IsOver(int i, EventDate date) => _tellings[i].Own == Tense.Pluperfect && date.Start < date.End && date.End == _times.Published.Date;

    // "Peru has asked Chile to mediate, its foreign ministry said on Friday"; "said on Friday that he rejected the offer": the first word of it.
    private bool IsAnnounced(int i) =>
        _tellings[i] is { Cue: { } cue, Saying: Tense.Past } telling && _acts[i].Status == Status.Occurred && IsSaying(i) && !IsQuoted(_acts[i].Match.Trigger)
        && (telling is { Own: Tense.Perfect, IsAside: true } || telling is { Own: Tense.Past, IsAside: false } && IsOwnWord(i, cue));

    // Said by who did it.
    private bool IsOwnWord(int i, Token cue) =>
        _reading.Attributions.Find(_acts[i].Match.Trigger) is [.., { Actor: { } who, Span: { } at }] && _acts[i].Arguments.Sources.Contains(who) && _analysis.SentenceAt(at.Start)?.Index == cue.Sentence;

    /// <summary>True of what is done by the very words that are reported: "'They failed', he said".</summary>
    private bool IsSaid(int i) => IsSaying(i) && _tellings[i].Cue is not null && !IsRetold(i);

    private bool IsSaying(int i) => _acts[i].Match.Pattern.Code[..2] is "02" or "03" or "05" or "10" or "11" or "12" or "13";

    // "He said he had warned them", "said they rejected it": the saying of another time. Not "said he was ready": a state lasts.
    private bool IsRetold(int i) =>
        !(_tellings[i].Own == Tense.Past && IsState(i))
        && _tellings[i].Own is Tense.Pluperfect or Tense.Past or Tense.Perfect
        && (!IsQuoted(_acts[i].Match.Trigger) || _reading.Verbs.Speaking.Contains(PatternMatcher.Lemma(_acts[i].Match.Trigger)));

    // "was ready", "were prepared to talk".
    private bool IsState(int i) =>
        _acts[i].Match.Trigger is { Upos: "ADJ" } || _acts[i].Match is { Pattern.Code: ['0', '3', ..], Trigger: { Xpos: "VBN" } trigger } && _analysis.Child(trigger.Index, "aux") is { Lemma: "be" };

    private bool IsQuoted(Token token) => _quoteAt[token.Index] is not null;

    private bool IsNews(EventDate date) =>
        date.Start == date.End && (_times.Published.Date is not { } day || (date.Start <= day && day.DayNumber - date.Start.DayNumber <= DaysOfNews));

    private List<(ActorId Who, int Sentence, EventDate Day)> StatedDays()
    {
        var stated = new List<(ActorId, int, EventDate)>();
        foreach (var q in _reading.Quotes)
            if (q.Speaker is { } who && q.Date is { } day && IsNews(day)) stated.Add((who, _analysis.SentenceAt(q.Span.Start)?.Index ?? 0, day));
        for (var i = 0; i < _acts.Count; i++)
            if (IsSaying(i) && _acts[i].Status == Status.Occurred && _dates[i] is { } day && IsNews(day))
                foreach (var who in _acts[i].Arguments.Sources) stated.Add((who, _acts[i].Match.Trigger.Sentence, day));
        return stated;
    }

    /// <summary>A speaker whose other words near by are dated said these on the same day.</summary>
    private EventDate? OfSpeaker(int i, List<(ActorId Who, int Sentence, EventDate Day)> stated)
    {
        if (!IsSaying(i) || _tellings[i] is { Cue: null, Own: Tense.Present } || _acts[i].Status == Status.Denied || !IsToldPlainly(i) || _news.IsBehindBackground(_acts[i].Match.Trigger)) return null;
        var at = _acts[i].Match.Trigger.Sentence;
        EventDate? found = null;
        foreach (var (_, _, day) in stated.Where(s => at - s.Sentence is >= -SentencesAfter and <= SentencesBefore && _acts[i].Arguments.Sources.Contains(s.Who)))
        {
            if (found is not null && found.Start != day.Start) return null;
            found ??= day;
        }
        return found is null ? null : found with { Basis = EventDateBasis.Discourse };
    }

    // In the plain past; what is said, also in the present. Not by a noun that points back ("his promise"), nor beside a time of its own clause.
    private bool IsToldPlainly(int i)
    {
        var (telling, trigger, said) = (_tellings[i], _acts[i].Match.Trigger, IsSaid(i));
        if (telling.Cue is not null && !said && !(telling.IsAside && !IsQuoted(trigger)) || trigger.Upos == "NOUN" && !IsNounDone(i, trigger)) return false;
        var tense = said ? telling.Saying : telling.Own;
        return (tense == Tense.Past || tense == Tense.Present && IsSaying(i)) && !HasTimeOfItsOwn(said ? telling.Cue! : trigger);
    }

    // "voiced his support", "held talks", "settled at talks", and any new noun of saying; not "his promise", "their talks".
    private bool IsNounDone(int i, Token noun)
    {
        var verb = noun.BaseRelation == "obj" ? _analysis.Head(noun) : null;
        if (verb is not null && (_reading.Verbs.Light.Contains(PatternMatcher.Lemma(verb)) || _reading.Verbs.Report.Contains(PatternMatcher.Lemma(verb)))) return true;
        if (_analysis.Child(noun.Index, "nmod:poss") is not null) return false;
        return IsSaying(i) || noun.BaseRelation == "obl" && _analysis.Child(noun.Index, "case")?.Form is "at" or "during" && _analysis.Child(noun.Index, "det") is null;
    }

    // A time that For() would not take for the act's own, as after "before" and "since", still keeps it from being told of another day.
    private bool HasTimeOfItsOwn(Token word)
    {
        var clause = Clause(word);
        var sentence = _analysis.Sentences[word.Sentence].Span;
        for (var t = _times.FirstFrom(sentence.Start); t < _times.All.Length && _times.All[t].Span.Start < sentence.End; t++)
            if (_times.All[t] is { Days: { } days, Head: >= 0 } time && !(days.Start > _times.Published.Date) && !_times.IsDateline(time) && time.Head < _analysis.Tokens.Length && Clause(_analysis.Tokens[time.Head]) == clause) return true;
        return false;
    }

    // The finite verb, or the root, of the clause that a word stands in.
    private int Clause(Token word)
    {
        for (var climb = 0; climb < MaxClimb && (word.Upos != "VERB" || word.Xpos is "VBG" or "VB") && _analysis.Head(word) is { } head; climb++) word = head;
        return word.Index;
    }

    /// <summary>"Since then he has urged them to talk": from the last day named before it to the report's own.</summary>
    private EventDate? SinceThen(int i)
    {
        var trigger = _acts[i].Match.Trigger;
        var sentence = _analysis.Sentences[trigger.Sentence];
        if (_tellings[i].Own != Tense.Perfect || _times.Published.Date is not { } published || sentence.EndToken - sentence.FirstToken < 3) return null;
        if (!_analysis.Tokens[sentence.FirstToken].Form.Equals("since", StringComparison.OrdinalIgnoreCase) || _analysis.Tokens[sentence.FirstToken + 1].Form != "then") return null;
        for (var t = _times.FirstFrom(sentence.Span.Start) - 1; t >= 0 && _analysis.SentenceAt(_times.All[t].Span.Start) is { } before && sentence.Index - before.Index <= 1; t--)
            if (_times.All[t] is { Days: { } days } time && days.Start <= published) return new EventDate(days.Start, published, time.Span, EventDateBasis.Discourse);
        return null;
    }

    /// <summary>What is told as news, without a day, was done on the day to which the telling has come.</summary>
    private EventDate? OfNews(int i)
    {
        var (act, trigger) = (_acts[i], _acts[i].Match.Trigger);
        if (act.Status != Status.Occurred && !IsSaid(i) || !IsToldPlainly(i) || _news.IsBehindBackground(trigger) || _news.DayAt(trigger) is not { } day) return null;
        if (IsInRelative(trigger) && day.Basis != EventDateBasis.Publication) return null;
        var isNow = _tellings[i] is { Cue: null, Own: Tense.Present };
        return day.Start == _times.Published.Date || _news.IsOnly(day) || !isNow && IsPartOf(act, day) ? day : null;
    }

    // "the officer who seized power": known before.
    private bool IsInRelative(Token word)
    {
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            if (word.Relation == "acl:relcl") return true;
            if (word.BaseRelation is "ccomp" or "parataxis" || _analysis.Head(word) is not { } head) return false;
            word = head;
        }
        return false;
    }

    // Of what others said to it, only the report's own day would be as likely.
    private bool IsPartOf(Act act, EventDate day)
    {
        for (var i = 0; i < _acts.Count; i++)
            if (_dates[i] is { Basis: EventDateBasis.Attached } date && date.Start == day.Start && date.End == day.End && SameActs.IsByOneOf(_reading, act, _acts[i])) return true;
        return false;
    }
}
