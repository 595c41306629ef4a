using Demarche.Language;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>Tells the background of a report from its news: what was done more than a year before it.</summary>
internal sealed class Background
{
    private const int DaysOfNews = 365;

    private readonly DateOnly? _published;
    private readonly bool[] _old;

    /// <summary>Marks the sentences that only have days long past, and those behind them in their paragraph that have none.</summary>
    public Background(Analysis analysis, TimeExpressions times)
    {
        _published = times.Published.Date;
        _old = new bool[analysis.Sentences.Length];
        foreach (var s in analysis.Sentences)
        {
            bool any = false, recent = false;
            for (var i = times.FirstFrom(s.Span.Start); i < times.All.Length && times.All[i].Span.Start < s.Span.End; i++)
            {
                if (times.All[i].Days is not { } days) continue;
                any = true;
                recent |= !IsOld(days.End);
            }
            _old[s.Index] = any ? !recent : s.Index > 0 && _old[s.Index - 1] && analysis.Sentences[s.Index - 1].Paragraph == s.Paragraph;
        }
    }

    /// <summary>True if an act of a sentence is background: by its own day, or else by what its sentence goes on with.</summary>
    public bool Holds(int sentence, EventDate? date) => date is { } d ? IsOld(d.End) : _old[sentence];

    private bool IsOld(DateOnly day) => _published is { } published && published.DayNumber - day.DayNumber > DaysOfNews;
}
