using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Tells when the counted happened, by the temporal expression that stands nearest in the tree and the text.</summary>
internal sealed class PeriodReader(Analysis analysis, TimeExpressions times)
{
    private static readonly FrozenSet<string> Speech = FrozenSet.Create(StringComparer.Ordinal, "say", "tell", "report", "announce", "add", "claim", "note", "write", "state", "confirm");

    /// <summary>The period, or null if the sentence names none.</summary>
    public FigurePeriod? Read(NumberPhrase number, Count count, int next)
    {
        var sentence = analysis.Sentences[analysis.Tokens[number.First].Sentence];
        var verb = Verb(count.Noun);
        FigurePeriod? best = null;
        var least = int.MaxValue;
        for (var i = times.FirstFrom(sentence.Span.Start); i < times.All.Length && times.All[i].Span.Start < sentence.Span.End; i++)
        {
            var time = times.All[i];
            if (Days(time) is not { } days || IsAsOf(time)) continue;
            var (first, end) = analysis.TokensIn(time.Span);
            var governor = Verb(time.Head);
            if (governor >= 0 && governor != verb && Speech.Contains(analysis.Tokens[governor].Lemma)) continue;
            var distance = first >= number.End ? first - number.End + (first < next ? 0 : 30) : number.First - end + 10;
            if (governor != verb) distance += 40;
            if (distance >= least) continue;
            (best, least) = (new FigurePeriod(days.Start, days.End, time.Span), distance);
            if (i + 1 < times.All.Length && times.All[i + 1] is { Days: { } until } last && until.End > days.Start && IsJoined(end, analysis.TokensIn(last.Span).First))
                best = new FigurePeriod(days.Start, until.End, time.Span.Union(last.Span));
        }
        return best;
    }

    // "since Monday" lasts until the day of the report; "in the past 24 hours" ends on it.
    private (DateOnly Start, DateOnly End)? Days(TimeExpression time)
    {
        if (time.Days is not { } days) return null;
        // a night begins on one day and ends on the next
        if (days.Start == days.End && analysis.Tokens[time.Head].Lemma is "overnight") return (days.Start, days.End.AddDays(1));
        var before = Word(time, 1);
        return before is "since" && times.Published.Date is { } today && today > days.Start ? (days.Start, today) : days;
    }

    // "from Monday to Wednesday", "on Monday and Tuesday"
    private bool IsJoined(int end, int first) => first == end + 1 && analysis.Tokens[end].Form is "to" or "and" or "-" or "–" or "until" or "through";

    private bool IsAsOf(TimeExpression time) => Word(time, 1) is "by" || Word(time, 1) == "of" && Word(time, 2) == "as";

    private string Word(TimeExpression time, int back)
    {
        var at = analysis.TokensIn(time.Span).First - back;
        return at >= 0 ? analysis.Tokens[at].Form.ToLowerInvariant() : "";
    }

    // The nearest verb above a token; -1 if there is none.
    private int Verb(int token)
    {
        for (var step = 0; step < 12 && token >= 0; step++)
        {
            if (analysis.Tokens[token].Upos == "VERB") return token;
            token = analysis.Tokens[token].Head;
        }
        return -1;
    }
}
