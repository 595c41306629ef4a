using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>Draws the dated events of a story: one lane for each kind of act, a mark a day, a bar for a stretch of days.</summary>
/// <remarks>The chronicle lists the same events; the drawing is for the eye alone. Units are those of the drawing's own box, a thousand wide.</remarks>
internal static class TimelineSvg
{
    private const int Left = 150;
    private const int Right = 985;
    private const int RowHeight = 16;
    private const int LaneGap = 14;
    private const int MarkRadius = 6;
    private const int LeastBar = 14;
    private const int FirstLane = 10;
    private const int MostTicks = 9;

    private static readonly (string Name, string[] Types)[] Lanes =
    [
        ("Contacts, talks", ["CONSULT"]),
        ("Agreement, aid", ["AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"]),
        ("Demand, refusal", ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION"]),
        ("Force", ["MOBILIZE", "COERCE", "ASSAULT"]),
    ];

    private static readonly int[] Steps = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652];

    /// <summary>The drawing, or null where fewer than two events have a day.</summary>
    /// <param name="events">Of the story's own time.</param>
    /// <param name="say">Words.</param>
    public static string? Draw(IEnumerable<Event> events, DossierPhrases say)
    {
        var dated = events.Where(e => e.Date is not null).ToList();
        if (dated.Count < 2) return null;
        var span = dated.Select(e => e.Date!.Value).Aggregate((a, b) => a.Union(b));
        var marks = new StringBuilder();
        var y = FirstLane;
        foreach (var (name, types) in Lanes)
        {
            var lane = dated.Where(e => types.Contains(e.Plover)).ToList();
            if (lane.Count == 0) continue;
            var rows = Rows(lane, span);
            marks.Append(Invariant($"<text class=\"lane\" x=\"0\" y=\"{y + RowHeight / 2 + 5}\">{name}</text>\n"));
            foreach (var (e, row) in rows) marks.Append(Mark(e, span, y + RowHeight / 2 + row * RowHeight, say));
            y += (rows.Max(r => r.Row) + 1) * RowHeight;
            marks.Append(Invariant($"<path class=\"rule\" d=\"M0 {y + LaneGap / 2}H{Right}\"/>\n"));
            y += LaneGap;
        }
        return Invariant($"<svg class=\"drawing\" viewBox=\"0 0 1000 {y + 24}\" aria-hidden=\"true\" focusable=\"false\">\n{Ticks(span, y)}{marks}</svg>\n");
    }

    /// <summary>Each event in the first row of its lane in which it touches no earlier one.</summary>
    private static List<(Event Event, int Row)> Rows(List<Event> lane, Days span)
    {
        var ends = new List<int>();
        var rows = new List<(Event, int)>();
        foreach (var e in lane)
        {
            var (from, to) = Place(e.Date!.Value, span);
            var row = ends.FindIndex(end => end < from);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }
            ends[row] = to + 2;
            rows.Add((e, row));
        }
        return rows;
    }

    /// <summary>Left and right edge of a mark.</summary>
    private static (int From, int To) Place(Days days, Days span)
    {
        var (start, end) = (X(days.Start, span), X(days.End, span));
        return days.Length == 1 ? (start - MarkRadius, start + MarkRadius) : (start - MarkRadius, Math.Max(end + MarkRadius, start - MarkRadius + LeastBar));
    }

    private static int X(DateOnly day, Days span) =>
        Left + MarkRadius + (int)((long)(day.DayNumber - span.Start.DayNumber) * (Right - Left - 2 * MarkRadius) / Math.Max(1, span.Length - 1));

    private static string Mark(Event e, Days span, int y, DossierPhrases say)
    {
        var days = e.Date!.Value;
        var (from, to) = Place(days, span);
        var shape = days.Length == 1
            ? Invariant($"<circle cx=\"{from + MarkRadius}\" cy=\"{y}\" r=\"{MarkRadius - 1}\"/>")
            : Invariant($"<rect x=\"{from}\" y=\"{y - 3}\" width=\"{to - from}\" height=\"7\" rx=\"3\"/>");
        var kind = e.Status is Status.Occurred or Status.Ongoing ? "done" : "open";
        var words = $"{DossierPhrases.Date(days)}: {DossierPhrases.Sides(e)}, {say.What(e)}{(DossierPhrases.StatusWord(e.Status) is { Length: > 0 } s ? ", " + s : "")}";
        return $"<a href=\"#{e.Id}\" tabindex=\"-1\" class=\"{kind}\"><title>{HtmlPage.Encode(words)}</title>{shape}</a>\n";
    }

    private static string Ticks(Days span, int height)
    {
        var step = Array.Find(Steps, s => (span.Length - 1) / s < MostTicks);
        if (step == 0) step = Steps[^1];
        var ticks = new StringBuilder();
        for (var day = span.Start; day <= span.End; day = day.AddDays(step))
        {
            var x = X(day, span);
            var anchor = x > Right - 40 ? "end" : "middle";
            ticks.Append(Invariant($"<path class=\"tick\" d=\"M{x} 0V{height}\"/><text x=\"{x}\" y=\"{height + 16}\" text-anchor=\"{anchor}\">{DossierPhrases.Day(day)}</text>\n"));
        }
        return ticks.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
