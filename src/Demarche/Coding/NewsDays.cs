using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>The days of which a report tells its news: those on which, by its clauses in the past, something was done shortly before it appeared.</summary>
internal sealed class NewsDays
{
    private const int MaxDaysBack = 3, DaysOfNews = 14, SentencesOfLead = 4, SentencesBack = 2;

    private readonly Analysis _analysis;
    private readonly TimeExpressions _times;

    public NewsDays(Analysis analysis, TimeExpressions times, TellingTense tenses)
    {
        (_analysis, _times) = (analysis, times);
        if (times.Published.Date is not { } published) return;
        var near = new SentenceTimes(analysis, times);
        var told = new SortedDictionary<DateOnly, (TextSpan Words, int Sentence, int Count)>();
        var named = new HashSet<DateOnly>();
        foreach (var sentence in analysis.Sentences)
        {
            foreach (var time in near.Near(analysis.Tokens[sentence.FirstToken]))
            {
                if (time.Time.Days is not { } days || days.Start != days.End || days.Start > published || published.DayNumber - days.Start.DayNumber > MaxDaysBack) continue;
                named.Add(days.Start);
                if (time.NamesNoun || analysis.Tokens[time.Governor].Upos != "VERB" || time.Marker is not ("" or "on" or "late" or "early" or "earlier") || tenses.TenseAround(analysis.Tokens[time.Governor]) != Tense.Past) continue;
                told[days.Start] = told.TryGetValue(days.Start, out var old) ? (old.Words, old.Sentence, old.Count + 1) : (time.Time.Span, sentence.Index, 1);
            }
        }
        if (told.Count == 0 && named.All(d => d == published)) Day = new EventDate(published, published, null, EventDateBasis.Publication);
        else if (told.Count == 1 && told.First() is var only && (only.Value.Sentence < SentencesOfLead || only.Value.Count > 1 || only.Key == published))
            Day = new EventDate(only.Key, only.Key, only.Value.Words, EventDateBasis.Narrative);
    }

    /// <summary>The one day of the news; null if there are several, or none can be told.</summary>
    public EventDate? Day { get; }

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
}
