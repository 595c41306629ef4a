using System.Globalization;
using Demarche.Language;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>"spoke a day after she cancelled the visit": the day of what is told to have come so many days before something dated.</summary>
internal sealed class DaysBefore(Analysis analysis, TimeExpressions times, EventDating dating, NewsDays news)
{
    private const int MaxClimb = 4, MaxDays = 31;

    /// <summary>The day of an act in a clause "a day after …", or null.</summary>
    public EventDate? DayOf(Token trigger)
    {
        var verb = trigger;
        for (var climb = 0; climb < MaxClimb && verb.BaseRelation is not "advcl" && analysis.Head(verb) is { } head; climb++) verb = head;
        if (verb.BaseRelation != "advcl" || analysis.Child(verb.Index, "mark") is not { } mark || mark.Lemma.ToLowerInvariant() is not "after") return null;
        if (Distance(mark) is not { } days || analysis.Head(verb) is not { } main) return null;
        var of = dating.For(analysis, times, main.Index) ?? (main.Xpos is "VBZ" or "VBP" ? Today() : news.DayAt(main));
        return of is null || of.Start != of.End || of.Start.DayNumber < days ? null : new EventDate(of.Start.AddDays(-days), of.Start.AddDays(-days), of.Text, of.Basis);
    }

    // "The visit comes a day after …": the news of the report's own day.
    private EventDate? Today() => times.Published.Date is { } day ? new EventDate(day, day, null, EventDateBasis.Publication) : null;

    // Only whole days: "hours after" may lie on either side of midnight.
    private int? Distance(Token mark)
    {
        for (var t = times.FirstFrom(analysis.Sentences[mark.Sentence].Span.Start); t < times.All.Length && times.All[t].Span.Start < mark.Span.Start; t++)
        {
            if (times.All[t] is not { Type: TimexType.Duration, Value: { } value } time || analysis.TokensIn(time.Span).End != mark.Index) continue;
            if (value.Length > 2 && value[^1] is 'D' or 'W' && int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                && n * (value[^1] == 'W' ? 7 : 1) is > 0 and <= MaxDays and var days) return days;
        }
        return null;
    }
}
