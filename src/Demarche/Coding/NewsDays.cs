using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>The days of which a report tells its news: those on which, by its clauses in the past, something was done shortly before it appeared.</summary>
internal sealed class NewsDays
{
    private const int MaxDaysBack = 3, DaysOfNews = 14, SentencesOfLead = 4, SentencesBack = 2, MaxClimb = 8;

    private readonly Analysis _analysis;
    private readonly TimeExpressions _times;
    private readonly TellingTense _tenses;
    private readonly VerbClasses _verbs;
    private readonly List<ToldDay> _course = [];
    private readonly EventDate? _only;

    public NewsDays(Analysis analysis, TimeExpressions times, TellingTense tenses, VerbClasses verbs, Func<Token, bool> isQuoted)
    {
        (_analysis, _times, _tenses, _verbs) = (analysis, times, tenses, verbs);
        if (times.Published.Date is not { } published) return;
        var near = new SentenceTimes(analysis, times);
        var named = new HashSet<DateOnly>();
        var lead = new HashSet<DateOnly>();
        var all = new List<ToldDay>();
        foreach (var sentence in analysis.Sentences)
        {
            foreach (var time in near.Near(analysis.Tokens[sentence.FirstToken]))
            {
                if (time.Time.Days is not { } days || days.Start != days.End || days.Start > published || published.DayNumber - days.Start.DayNumber > DaysOfNews) continue;
                var isOfLate = published.DayNumber - days.Start.DayNumber <= MaxDaysBack;
                if (isOfLate) named.Add(days.Start);
                if (isOfLate && sentence.Index == 0) lead.Add(days.Start);
                var verb = VerbOf(time);
                if (time.NamesNoun || verb.Upos != "VERB" || time.Marker is not ("" or "on" or "late" or "early" or "earlier") || tenses.TenseAround(verb) != Tense.Past) continue;
                var told = new ToldDay(days.Start, time.Time.Span, sentence, isOfLate);
                if (!isQuoted(verb) && IsInCourse(verb)) _course.Add(told);
                if (isOfLate && (tenses.TenseOf(verb) == Tense.Past || _course.Contains(told))) all.Add(told);
            }
        }
        _only = OnlyDay(published, named, all);
        if (_only is not null && lead.Count > 0 && !lead.Contains(_only.Start)) _only = null;
    }

    // A report that its dateline places on another day leaves open on which of the two the rest was done.
    private EventDate? OnlyDay(DateOnly published, HashSet<DateOnly> named, List<ToldDay> told)
    {
        var course = _course.Where(t => t.IsOfLate).ToList();
        if (course.Count > 0 && course[0].Sentence.Index == 0) told = course;
        if (told.Count == 0) return named.All(d => d == published) ? new EventDate(published, published, null, EventDateBasis.Publication) : null;
        var first = told[0];
        if (told.Exists(t => t.Day != first.Day) || first.Day != published && (_times.Dateline is not null || first.Sentence.Index >= SentencesOfLead && told.Count == 1)) return null;
        return new EventDate(first.Day, first.Day, first.Words, EventDateBasis.Narrative);
    }

    /// <summary>A day to which the telling itself comes, in a main clause of the past or in what such a clause reports.</summary>
    private sealed record ToldDay(DateOnly Day, TextSpan Words, Sentence Sentence, bool IsOfLate);

    /// <summary>True of the one day of which the report tells its news.</summary>
    public bool IsOnly(EventDate day) => _only is not null && day.Start == _only.Start && day.End == _only.Start;

    /// <summary>
    /// The day to which the telling has come where a word stands: the last one of its paragraph, else the latest of those told before it, else the one day of the news.
    /// Null if there are several, or none can be told.
    /// </summary>
    public EventDate? DayAt(Token word)
    {
        var here = _analysis.Sentences[word.Sentence];
        ToldDay? last = null, latest = null, first = null;
        foreach (var told in _course)
        {
            if (told.Words.Start > word.Span.Start) break;
            if (told.Sentence.Paragraph == here.Paragraph)
            {
                // A paragraph that goes back in time leaves open what comes next.
                if (last is not null && told.Day < last.Day) return null;
                last = told;
            }
            if (told.IsOfLate && (latest is null || told.Day > latest.Day)) latest = told;
            first ??= told;
        }
        if (last is not null) return new EventDate(last.Day, last.Day, last.Words, EventDateBasis.Discourse);
        return latest is not null && latest.Day >= first!.Day ? new EventDate(latest.Day, latest.Day, latest.Words, EventDateBasis.Narrative) : _only;
    }

    // "pulled out of the accord on Friday", where the tree hangs the day on the accord.
    private Token VerbOf(AttachedTime time)
    {
        var word = _analysis.Tokens[time.Governor];
        for (var climb = 0; climb < MaxClimb && time.Marker == "on" && word is { Upos: "NOUN" or "PROPN", BaseRelation: "obl" or "obj" or "nmod" or "flat" } && IsPlace(word) && _analysis.Head(word) is { } head; climb++) word = head;
        return word;
    }

    // Not "despite the delay on Friday", "after the vote on Friday".
    private bool IsPlace(Token noun) =>
        _analysis.Child(noun.Index, "case")?.Form.ToLowerInvariant() is not ("despite" or "after" or "before" or "since" or "following" or "ahead" or "amid" or "during" or "over" or "about" or "against" or "until");

    /// <summary>True if the last days named before a word, in its sentence or one of the two before it, lie long back: what follows may be told of them.</summary>
    public bool IsBehindBackground(Token word)
    {
        for (var i = _times.FirstFrom(word.Span.Start) - 1; i >= 0; i--)
        {
            if (_analysis.SentenceAt(_times.All[i].Span.Start) is not { } sentence || word.Sentence - sentence.Index > SentencesBack) return false;
            if (_times.All[i].Days is { } days && _times.Published.Date is { } published) return published.DayNumber - days.End.DayNumber > DaysOfNews;
        }
        return false;
    }

    // "They fired on Thursday", "the agency reported that they fired on Thursday", "briefing reporters on Thursday, he said"; not "when they took him on Tuesday".
    private bool IsInCourse(Token verb)
    {
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            if (_analysis.Head(verb) is not { } head || head.Span.Start < _times.Dateline?.End) return true;
            var isWith = verb is { BaseRelation: "advcl", Xpos: "VBG" } && _analysis.Child(verb.Index, "mark", "case") is null;
            if (!isWith && verb.BaseRelation is not ("conj" or "parataxis" or "ccomp")) return false;
            if (verb.BaseRelation == "ccomp" && !(_verbs.Report.Contains(PatternMatcher.Lemma(head)) && _tenses.TenseAround(head) == Tense.Past)) return false;
            verb = head;
        }
        return false;
    }
}
