using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>Finds the temporal expressions of an article and sets them against its day, as TIMEX3 (TimeML 1.2.1) writes them.</summary>
/// <remarks>
/// Relative words hang on the publication day; inside a quotation on the day its paragraph says it was uttered.
/// In a text that tells a long course of past events they hang on the date before them.
/// </remarks>
public sealed class TimeFinder
{
    private readonly Holidays _holidays;
    private readonly ReferenceWords _references;

    private TimeFinder(Holidays holidays, ReferenceWords references) => (_holidays, _references) = (holidays, references);

    /// <summary>Reads data/times.</summary>
    /// <exception cref="DataException">A file is missing or a line cannot be read.</exception>
    public static TimeFinder Load(DataFiles data) => new(Holidays.Load(data), ReferenceWords.Load(data));

    /// <summary>The expressions of an analysed article.</summary>
    /// <returns>In text order, without overlap; spans begin and end with tokens where the text has any.</returns>
    public TimeExpressions Find(Analysis analysis)
    {
        var scan = new TimeScan(analysis.Text);
        var matches = new TimeGrammar(scan, _holidays, _references).FindAll();
        var telling = new Telling(scan, matches, analysis.Article.Published.Date, new Outlook(scan, analysis));
        var found = ImmutableArray.CreateBuilder<TimeExpression>(matches.Count);
        foreach (var (first, end, time) in telling.Resolve())
        {
            var span = scan.Span(first, end);
            var (firstToken, endToken) = analysis.TokensIn(span);
            found.Add(new TimeExpression(span, HeadOf(analysis, firstToken, endToken), time.Type, time.Value, time.Days));
        }
        return new TimeExpressions(analysis.Article.Published, found.ToImmutable()) { Dateline = StatedDay.DatelineOf(analysis.Text) };
    }

    // The token whose governor lies outside; the last one if the tree has several such.
    private static int HeadOf(Analysis analysis, int first, int end)
    {
        var head = Math.Max(0, Math.Min(end, analysis.Tokens.Length) - 1);
        for (var i = end - 1; i >= first; i--)
        {
            var token = analysis.Tokens[i];
            if (token.Upos == "PUNCT" || token.Head >= first && token.Head < end) continue;
            if (token.BaseRelation is "case" or "det" or "punct") continue;
            return i;
        }
        return head;
    }
}
