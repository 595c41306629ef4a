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
        var told = new SortedDictionary<DateOnly, (TextSpan Words, int Sentence, int Count)>();
        var named = new HashSet<DateOnly>();
        foreach (var sentence in analysis.Sentences)
        {
            foreach (var time in near.Near(analysis.Tokens[sentence.FirstToken]))
            {
                if (time.Time.Days is not { } days || days.Start != days.End || days.Start > published || published.DayNumber - days.Start.DayNumber > DaysOfNews) continue;
                var isOfLate = published.DayNumber - days.Start.DayNumber <= MaxDaysBack;
                if (isOfLate) named.Add(days.Start);
                var verb = analysis.Tokens[time.Governor];
                if (time.NamesNoun || verb.Upos != "VERB" || time.Marker is not ("" or "on" or "late" or "early" or "earlier") || tenses.TenseAround(verb) != Tense.Past) continue;
                if (isOfLate) told[days.Start] = told.TryGetValue(days.Start, out var old) ? (old.Words, old.Sentence, old.Count + 1) : (time.Time.Span, sentence.Index, 1);
                if (!isQuoted(verb) && IsInCourse(verb)) _course.Add(new(days.Start, time.Time.Span, sentence, isOfLate));
            }
        }
        if (told.Count == 0 && named.All(d => d == published)) _only = new EventDate(published, published, null, EventDateBasis.Publication);
        else if (told.Count == 1 && told.First() is var only && (only.Value.Sentence < SentencesOfLead || only.Value.Count > 1 || only.Key == published))
            _only = new EventDate(only.Key, only.Key, only.Value.Words, EventDateBasis.Narrative);
    }

    /// <summary>A day to which the telling itself comes, in a main clause of the past or in what such a clause reports.</summary>
    private sealed record ToldDay(DateOnly Day, TextSpan Words, Sentence Sentence, bool IsOfLate);

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

    // "They fired on Thursday", "the agency reported that they fired on Thursday", not "when they took him on Tuesday".
    private bool IsInCourse(Token verb)
    {
        for (var climb = 0; climb < MaxClimb; climb++)
        {
            if (_analysis.Head(verb) is not { } head) return true;
            if (verb.BaseRelation is not ("conj" or "parataxis" or "ccomp")) return false;
            if (verb.BaseRelation == "ccomp" && !(_verbs.Report.Contains(PatternMatcher.Lemma(head)) && _tenses.TenseAround(head) == Tense.Past)) return false;
            verb = head;
        }
        return false;
    }
}
